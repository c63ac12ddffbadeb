"""The words of the page in Bokmål and English, one table each."""

from __future__ import annotations

import tomllib
from functools import cache
from importlib.resources import files

LANGUAGES = ("nb", "en")


@cache
def words(language: str) -> dict[str, str]:
    """The words of a language by their keys; Bokmål for a language that has no table."""
    name = language if language in LANGUAGES else LANGUAGES[0]
    return dict(tomllib.loads(files(__package__).joinpath(f"{name}.toml").read_text(encoding="utf-8")))
