"""Norwegian in tables, and their typed readers."""
