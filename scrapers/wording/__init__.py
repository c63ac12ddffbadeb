"""What Norwegian pages write around an article, in tables, and their typed readers."""
