"""The trained Norwegian encoder: its model file and what reads and feeds it."""
