"""From releases to records: annotate, normalise, emit; `run` joins them."""
