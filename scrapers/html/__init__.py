"""Small readers of an HTML tree: names of elements, meta values, linked data, microdata, measures."""
