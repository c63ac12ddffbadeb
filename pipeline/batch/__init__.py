"""Runs over many documents: each exactly once, whatever happens on the way.

`work` turns one page into its outcome, whoever calls it; `pool` has it done by processes that may die; `engine` writes
the outcomes down in the order of the documents, chunk by chunk; `state` keeps how far that has come.
"""
