"""Titles that no table has are read beside a name, and nouns of another kind are not."""

from __future__ import annotations

import pytest

from models.record import Source
from models.release import Block, Release
from pipeline.annotate import annotate
from pipeline.spans import ROLES, facts, marks


def titles(text: str, language: str) -> list[str]:
    source = Source(uri="x.txt", media_type="text/plain", sha256="0" * 64, size=1, scraper="test")
    release = Release(source, (Block("title", "Nytt frå bygda"), Block("paragraph", text)), language=language)
    doc = annotate(release)
    return [facts(span, ROLES).title for span in marks(doc, ROLES)]


@pytest.mark.parametrize(
    ("text", "language", "expected"),
    [
        ("Det blir høy vannføring, sier flomvakt Ingrid Nes i etaten.", "nb", "flomvakt"),
        ("Skjeldyrkar Odd Vikør har stogga leveransane.", "nn", "skjeldyrkar"),
        ("Boka er skrevet av rettsmedisiner Kwame Asante Bø.", "nb", "rettsmedisiner"),
        ("Fjellsikrarane Jakub Wróbel og Tore Lie reinska skråninga.", "nn", "fjellsikrar"),
        ("De møtte rapperen Mohammed «Momo» Yusuf på scenen.", "nb", "rapper"),
        ("Kari Vik, fjellsikrer i Mesta, smiler.", "nb", "fjellsikrer"),
        ("Kari Vik (34), tangdyrkar, smiler.", "nn", "tangdyrkar"),
        ("Kaldkokk: Kari Vik", "nb", ""),
        ("Orgelbygger: Kari Vik", "nb", "orgelbygger"),
        ("Nå venter Kari Vik på svar.", "nb", ""),
        ("Pengene Kari Vik lånte, er borte.", "nb", ""),
        ("Et brev Kari Vik skrev, er funnet.", "nb", ""),
        ("Passasjer Kari Vik ble lettere skadd.", "nb", ""),
        ("Kreftpasient Kari Vik får ny medisin.", "nb", ""),
        ("Gullvinnar Kari Vik kom heim.", "nn", ""),
        ("Naboen Kari Vik ringte.", "nb", ""),
        ("I september Kari Vik.", "nb", ""),
        ("Kari Vik, bergensar og stolt, song.", "nn", ""),
    ],
)
def test_a_noun_beside_a_name_is_a_title_where_it_names_an_agent(text: str, language: str, expected: str) -> None:
    assert set(titles(text, language)) == ({expected} if expected else set())
