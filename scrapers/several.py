"""Part a JSON answer that holds several releases into one document each."""

from __future__ import annotations

import json
from contextlib import suppress
from dataclasses import replace
from typing import TYPE_CHECKING
from urllib.parse import urljoin

from models.errors import ReleaseError
from scrapers.values import loads

if TYPE_CHECKING:
    from collections.abc import Iterator

    from models.page import Page

JSON = "application/json"
LIST = "releases"  # {"releases": [{…}, {…}], "nextPage": …}: NTB Kommunikasjon's JSON service


def apart(page: Page | ReleaseError) -> Iterator[Page | ReleaseError]:
    """The releases of a JSON list, each as a page of its own; any other page, or an error, as it is.

    A release is named by its own address on the web, or by `LIST!ID` in a file.
    """
    if isinstance(page, ReleaseError) or page.media_type != JSON or LIST.encode() not in page.content:
        yield page
        return
    releases = _releases(page.content)
    if not releases:
        yield page
    for number, one in enumerate(releases):
        name = _name(page.uri, one, number)
        yield replace(page, uri=name, content=json.dumps(one, ensure_ascii=False).encode())


def _releases(content: bytes) -> list[dict[str, object]]:
    try:
        data = loads(content.decode())
    except ValueError:
        return []
    found = data.get(LIST) if isinstance(data, dict) else None
    return [one for one in found if isinstance(one, dict)] if isinstance(found, list) else []


def _name(uri: str, release: dict[str, object], number: int) -> str:
    url = release.get("url")
    if uri.startswith(("http://", "https://")) and isinstance(url, str):
        with suppress(ValueError):  # http://[x is no address
            return urljoin(uri, url)
    return f"{uri}!{release.get('id', number)}"
