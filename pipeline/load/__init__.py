"""Load records into databases and Parquet folders: one definition of the tables, one back end a file."""
