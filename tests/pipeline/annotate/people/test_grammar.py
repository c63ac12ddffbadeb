"""Every pattern of the grammar of roles reads its example, and none reads over a sentence's end."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from pipeline.annotate.people.grammar import CONTINUED, CONTINUES, EACH, OFFICE, PATTERNS, SAME_POST
from pipeline.lexicon.priors import prior

if TYPE_CHECKING:
    import re

EXAMPLES = {
    "role-there": ["O,BTN", "O,BNET"],
    "role-before-name": ["T,TN", "Dh,TN", "T,TCTN", "TNIO", "MNCNIO", "DIO,N", "Dh,N", "Dh,xN", "DLR,N", "TIx,N"],
    "role-label": ["T:N", "xx:T:N", "M:NCN"],
    "role-apposition": ["N(T)", "N,TIO,", "N,LxT,", "NIO,TIO,"],
    "role-list": ["NT", "N;T,O", "N,;TIO"],
    "role-relative": ["N,SETIO", "N,SaxxIxxCETIO"],
    "role-copula": ["TIOEN", "TEDN", "DIOeN", "DSxx,eN", "NExxTIO", "NaETIO", "N,ETIO", "ENxTIO"],
    "role-pronoun": ["HxIO,ETIO", "HIxSTIO", "EHTIO", "HaxETIO", "HxxIxETIO"],
    "role-as": ["OxWNSTIO", "WNST", "NSWSTIO", "NWLT"],
}


@pytest.mark.parametrize(("by", "letters"), [(by, letters) for by, some in EXAMPLES.items() for letters in some])
def test_a_pattern_reads_its_example(by: str, letters: str) -> None:
    assert any(name == by and pattern.search(letters) for name, pattern in PATTERNS)


@pytest.mark.parametrize("pattern", [pattern for _, pattern in PATTERNS], ids=[by for by, _ in PATTERNS])
@pytest.mark.parametrize("letters", ["T.N", "N.T", "TIO.N", "NE.T", "NEnT", "HEnT"])
def test_no_pattern_reads_over_the_end_of_a_sentence_or_a_not(pattern: re.Pattern[str], letters: str) -> None:
    assert pattern.search(letters) is None


def test_every_rule_has_an_example_and_a_confidence() -> None:
    assert {by for by, _ in PATTERNS} == set(EXAMPLES)
    assert all(0 < prior("roles", by) <= 1 for by in [*EXAMPLES, "role-same-post", "role-minister"])
    assert set(CONTINUES) <= set(EXAMPLES)


def test_a_role_goes_on_behind_a_comma_or_and_but_not_into_the_next_persons() -> None:
    assert [bool(CONTINUED.match(letters)) for letters in (",TIO", "CTIO", "CaET", ",Tix,", ",T,N", "CTN")] == [
        True, True, True, True, False, False,
    ]  # fmt: skip
    assert [bool(CONTINUED.match(letters)) for letters in ("IxW,TIO", "xxCWSTIO", ",ETIO", "CSTIO", "V,TIO", ".TIO")] == [
        True, True, True, True, False, False,
    ]  # fmt: skip
    assert SAME_POST.search("N,SaYWIO")


def test_a_plural_title_is_shared_by_those_with_a_body_of_their_own() -> None:
    assert [EACH.search(letters) is not None for letters in ("MNPIOCN(O)", "MNIO,NIoCNIO", "MNCNIO", "MNIO.NIO")] == [
        True, True, False, False,
    ]  # fmt: skip


def test_an_office_is_that_of_the_name_behind_it() -> None:
    assert [OFFICE.search(letters) is not None for letters in ("O,N,", "O,NP.", "ON,", "O,Nx")] == [
        True, True, False, False,
    ]  # fmt: skip
