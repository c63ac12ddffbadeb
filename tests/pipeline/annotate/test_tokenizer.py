"""Text is cut into tokens whose characters are the text's own, in time that grows with its length."""

from __future__ import annotations

from time import process_time

import pytest

from pipeline.annotate.tokenizer import LONGEST_RUN, language


@pytest.mark.parametrize(
    "text",
    [
        "Ordførar Kari Vik (Sp) seier nei.",
        "  To  mellomrom, og\n\nto linjer. ",
        "https://example.no/" + "a/b-c?d=e&" * 60 + " er lang",
        "(" * (3 * LONGEST_RUN) + " ja " + "»" * (LONGEST_RUN + 1),
        "x" * LONGEST_RUN,
        "",
    ],
    ids=["sentence", "spaces", "address", "signs", "exactly", "empty"],
)
@pytest.mark.parametrize("code", ["nb", "nn"])
def test_the_tokens_are_the_text(text: str, code: str) -> None:
    doc = language(code).make_doc(text)
    assert doc.text == text
    assert all(text[token.idx : token.idx + len(token)] == token.text for token in doc)


@pytest.mark.clock
@pytest.mark.parametrize("sign", ["(", "»", "–", "a.", "’"])
def test_a_long_run_of_signs_is_cut_in_time(sign: str) -> None:
    start = process_time()
    language("nb").make_doc(sign * 20_000)
    assert process_time() - start < 5
