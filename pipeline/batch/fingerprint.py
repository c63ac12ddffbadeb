"""What the records of a run depend on besides its documents: code, tables, weights, libraries."""

from __future__ import annotations

from hashlib import file_digest, sha256
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

from models.record import SCHEMA_VERSION

ROOT = Path(__file__).parents[2]
ROOMS = ("models", "scrapers", "pipeline")
ASIDE = frozenset({"__pycache__", "cli", "evaluate", "load", "review"})  # no record depends on these
# Libraries whose next version may read a text otherwise
LIBRARIES = (
    "beautifulsoup4",
    "charset-normalizer",
    "dateparser",
    "htmldate",
    "lxml",
    "numpy",
    "onnxruntime",
    "rapidfuzz",
    "spacy",
    "tokenizers",
    "trafilatura",
)


def fingerprint() -> dict[str, str]:
    """The versions that must not change within an output: of utdrag, its code, the record's schema, the libraries."""
    return {
        "utdrag": _version("utdrag"),
        "code": _code(),
        "schema": SCHEMA_VERSION,
        "libraries": " ".join(f"{name} {_version(name)}" for name in LIBRARIES),
    }


def _code() -> str:
    """A hash of every file that has a part in a record: code, tables, weights."""
    whole = sha256()
    for path in sorted(path for room in ROOMS for path in (ROOT / room).rglob("*") if path.is_file()):
        name = path.relative_to(ROOT)
        if ASIDE.isdisjoint(name.parts):
            with path.open("rb") as file:  # in pieces: the weights are large, and their memory would not come back
                whole.update(f"{name.as_posix()}\0{file_digest(file, sha256).hexdigest()}\0".encode())
    return whole.hexdigest()[:16]


def _version(name: str) -> str:
    try:
        return version(name)
    except PackageNotFoundError:  # run from a checkout that is not installed
        return "unknown"
