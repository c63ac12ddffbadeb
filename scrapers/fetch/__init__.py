"""Fetch pages from the web: politely, within bounds, and from public addresses alone."""
