"""Spoilt documents give a valid record or a named rejection: a small part of what `python -m fuzz` runs."""

from collections import Counter
from random import Random

import pytest

from fuzz.__main__ import made, run
from fuzz.mutate import MUTATIONS


@pytest.mark.parametrize("start", range(0, 120, 20))
def test_no_spoilt_document_has_a_fault(start):
    outcomes = [run(2, number) for number in range(start, start + 20)]
    assert [one for one in outcomes if one[2].kind == "fault"] == []
    assert Counter(one[2].kind for one in outcomes)["record"]


def test_a_spoilt_document_is_the_same_again():
    assert made(1, 7) == made(1, 7)
    assert made(1, 7) != made(2, 7)


def test_every_mutation_takes_any_bytes():
    for mutation in MUTATIONS:
        for data in (b"", b"\xff\xfe<", "Øs «kommune» <p>12</p>".encode()):
            assert isinstance(mutation(data, Random(1)), bytes)  # noqa: S311 - no secret
