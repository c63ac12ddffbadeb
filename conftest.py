"""Which modules are not looked at for doctests where an extra that they need is not installed."""

from importlib.util import find_spec

NEEDS = {
    "pyarrow": ["pipeline/emit/arrow.py"],
    "fsspec": ["pipeline/batch/harvest.py", "pipeline/batch/shard.py", "pipeline/batch/shards.py"],
    "ray": ["pipeline/batch/cluster.py"],
}
collect_ignore = [path for extra, paths in NEEDS.items() if find_spec(extra) is None for path in paths]
