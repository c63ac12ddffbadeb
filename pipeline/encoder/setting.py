"""Name the settings that the encoder comes in."""

from enum import StrEnum


class Setting(StrEnum):
    """A network of its own, on the first layers that all settings share."""

    ACCURATE = "accurate"
    FAST = "fast"
