"""How the treebank's files are read, varied and given back as running text."""

import gzip
from pathlib import Path
from random import Random

import pytest
import spacy

from training.augment import swapped, varied
from training.corpus import Document, Token, documents, read
from training.evaluate import as_doc
from training.names import Names

SAMPLE = """# doc = made_up
1\tNy\tny\tadj\tadj\tub|m/f|ent|pos\t2\tATR\t_\tname=O
2\tleder\tleder\tsubst\tsubst\tappell|mask|ub|ent\t0\tFRAG\t_\tname=O
3\t|\t$|\tclb\tclb\t<overskrift>\t2\tIP\t_\tname=O

1\tKari\tKari\tsubst\tsubst\tprop\t3\tSUBJ\t_\tname=B-PER
2\tNordvik\tNordvik\tsubst\tsubst\tprop\t1\tFLAT\t_\tname=I-PER
3\thar\tha\tverb\tverb\tpres\t0\tFINV\t_\tname=O
4\ttatt\tta\tverb\tverb\tperf-part\t3\tINFV\t_\tname=O
5\tover\tover\tprep\tprep\t_\t4\tADV\t_\tname=O
6\t.\t$.\tclb\tclb\t<punkt>\t3\tIP\t_\tname=O

# doc = made_up_too
1\tNorges\tNorge\tsubst\tsubst\tprop|gen\t2\tDET\t_\tname=B-GPE_ORG
2\tvalg\tvalg\tsubst\tsubst\tappell|nøyt|ub|ent\t0\tFRAG\t_\tname=O
3\t6\t6\tdet\tdet\tfl|kvant\t2\tATR\t_\tname=B-MISC
"""


@pytest.fixture
def corpus() -> tuple[Document, ...]:
    return tuple(documents(SAMPLE.splitlines(keepends=True)))


def test_documents_are_parted_by_their_headers(corpus: tuple[Document, ...]) -> None:
    assert [(document.name, len(document.sentences)) for document in corpus] == [("made_up", 2), ("made_up_too", 1)]


def test_packed_and_plain_files_read_alike(tmp_path: Path, corpus: tuple[Document, ...]) -> None:
    plain, packed = tmp_path / "a.conll", tmp_path / "a.conll.gz"
    plain.write_text(SAMPLE, encoding="utf-8")
    packed.write_bytes(gzip.compress(SAMPLE.encode()))
    assert read(plain) == read(packed) == corpus


def test_the_mark_of_a_headline_s_end_is_no_word(corpus: tuple[Document, ...]) -> None:
    headline = corpus[0].sentences[0]
    assert headline.headline
    assert [token.form for token in headline.tokens] == ["Ny", "leder"]


def test_tags_are_mapped_to_the_universal_ones(corpus: tuple[Document, ...]) -> None:
    tokens = corpus[0].sentences[1].tokens
    assert [token.pos for token in tokens] == ["PROPN", "PROPN", "AUX", "VERB", "ADP", "PUNCT"]
    assert corpus[1].sentences[0].tokens[2].pos == "NUM"
    assert corpus[0].sentences[0].tokens[1].features == "Definite=Ind|Number=Sing"


def test_a_sign_s_lemma_is_the_sign(corpus: tuple[Document, ...]) -> None:
    assert corpus[0].sentences[1].tokens[-1].lemma == "."


def test_names_of_the_type_that_is_too_rare_are_left_out(corpus: tuple[Document, ...]) -> None:
    assert corpus[1].sentences[0].tokens[2].entity == "O"


def test_the_text_is_put_together_with_the_headline_set_apart(corpus: tuple[Document, ...]) -> None:
    assert as_doc(corpus[0], spacy.blank("nb").vocab).text == "Ny leder\n\nKari Nordvik har tatt over. "


def test_a_swapped_name_keeps_its_type_and_genitive() -> None:
    names = Names([("Ola", "Lie")], [("Skog", "AS")], [("Møre", "og", "Romsdal")])
    tokens = (Token("Norges", "Norge", "PROPN", "", "B-GPE_ORG"), Token("valg", "valg", "NOUN", "", "O"))
    fresh = swapped(tokens, names, Random(1), rate=1.0)  # noqa: S311 (no secret)
    assert [(token.form, token.entity) for token in fresh] == [
        ("Møre", "B-GPE_ORG"),
        ("og", "I-GPE_ORG"),
        ("Romsdals", "I-GPE_ORG"),
        ("valg", "O"),
    ]
    assert fresh[2].lemma == "Romsdal"


def test_variation_follows_from_its_seed(corpus: tuple[Document, ...]) -> None:
    names = Names([("Ola", "Lie"), ("Per", "Moen")], [("Skog", "AS")], [("Molde",)])
    copies = [varied(corpus[0], names, Random(seed)) for seed in (7, 7)]  # noqa: S311 (no secret)
    assert copies[0] == copies[1]
