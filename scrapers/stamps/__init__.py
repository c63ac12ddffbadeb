"""When a page was published and updated, from all that it says for machines and for people."""
