"""Read JSON that anybody may have written."""

from __future__ import annotations

import json
import re
from typing import Any

DEEPEST = 100  # levels of lists and objects; no page has twenty, and what is deeper could not be written out again
_HALF = re.compile(r"\\u[dD][89a-fA-F]|[\ud800-\udfff]")  # \ud83d: half of a letter, if the other half is not there


def loads(text: str, *, strict: bool = True) -> Any:
    r"""The value of JSON, halves of letters in it as U+FFFD. ValueError where it is none, or nested without sense.

    >>> loads('["\\ud83d\\ude00", "\\ud83d"]')
    ['😀', '���']
    """
    try:
        value = json.loads(text, strict=strict)
        if text.count("[") + text.count("{") > DEEPEST and _is_deep(value):
            raise ValueError(f"nested more than {DEEPEST} deep")
        if _HALF.search(text):
            whole = json.dumps(value, ensure_ascii=False).encode("utf-8", "surrogatepass").decode("utf-8", "replace")
            return json.loads(whole, strict=strict)
    except RecursionError as error:
        raise ValueError(f"nested more than {DEEPEST} deep") from error
    return value


def _is_deep(value: Any) -> bool:
    level = [value]
    for _ in range(DEEPEST):
        level = [
            inner
            for one in level
            if isinstance(one, (list, dict))
            for inner in (one.values() if isinstance(one, dict) else one)
        ]
        if not level:
            return False
    return True
