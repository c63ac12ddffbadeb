"""What the encoder marks on documents, with the model that ships."""

import time

import pytest
import spacy
from spacy.tokens import Doc

from pipeline.annotate.encoder import Encoder, annotate
from pipeline.annotate.tokenizer import language
from pipeline.encoder.setting import Setting

RELEASE = """Ny avtale om legevakt

Fredag signerte ordfører Kari Nordvik i Molde en avtale med Helse Møre og Romsdal. Avtalen gjelder i tre år.

– Vi er svært glade, sier direktør Anders Lunde i Helseplattformen til NTB.
Ordførar Gunnhild Mjelde i Hareid seier at kommunane ventar seg mykje av samarbeidet."""


@pytest.fixture(scope="module")
def encoder() -> Encoder:
    return Encoder()


def make(text: str, code: str = "nb") -> Doc:
    return language(code).make_doc(text)


def names(doc: Doc) -> list[tuple[str, str]]:
    return [(name.text, name.label_) for name in doc.ents]


def marked(doc: Doc) -> list[tuple[object, ...]]:
    words = [(token.pos_, str(token.morph), token.lemma_) for token in doc]
    return [*words, *((name.text, name.label_, name._.confidence) for name in doc.ents)]


@pytest.mark.parametrize("setting", [*Setting])
def test_a_release_gives_its_people_and_places(setting: Setting) -> None:
    found = names(Encoder(setting=setting)(make(RELEASE)))
    assert [text for text, kind in found if kind == "PER"] == ["Kari Nordvik", "Anders Lunde", "Gunnhild Mjelde"]
    assert {("Molde", "GPE_LOC"), ("Helse Møre og Romsdal", "ORG"), ("NTB", "ORG")} <= set(found)


def test_every_name_has_a_confidence_between_nothing_and_one(encoder: Encoder) -> None:
    doc = encoder(make(RELEASE))
    assert all(0 < name._.confidence < 1 for name in doc.ents)
    person = next(name for name in doc.ents if name.text == "Kari Nordvik")
    assert person._.confidence > 0.9


@pytest.mark.parametrize(
    ("code", "text", "word", "expected"),
    [
        ("nb", "Avtalen gjelder i tre år.", "Avtalen", ("NOUN", "Definite=Def|Number=Sing", "avtale")),
        ("nb", "Avtalen gjelder i tre år.", "gjelder", ("VERB", "", "gjelde")),
        ("nb", "Kommunene har signert avtalen.", "har", ("AUX", "", "ha")),
        ("nb", "Kommunene har signert avtalen.", "Kommunene", ("NOUN", "Definite=Def|Number=Plur", "kommune")),
        ("nn", "Kommunane ventar seg mykje.", "Kommunane", ("NOUN", "Definite=Def|Number=Plur", "kommune")),
        ("nn", "Ordføraren seier ho er glad.", "seier", ("VERB", "", "seie")),
        ("nn", "Ordføraren seier ho er glad.", "ho", ("PRON", "Number=Sing", "ho")),
    ],
)
def test_words_get_their_part_of_speech_features_and_lemma(
    encoder: Encoder, code: str, text: str, word: str, expected: tuple[str, str, str]
) -> None:
    token = next(token for token in encoder(make(text, code)) if token.text == word)
    assert (token.pos_, str(token.morph), token.lemma_) == expected


@pytest.mark.parametrize("setting", [*Setting])
def test_the_batch_changes_nothing(setting: Setting) -> None:
    texts = [RELEASE, "Kort.", RELEASE * 6, "", "KARI NORDVIK, leder – OLA LIE, nestleder", RELEASE.upper()]
    encoder = Encoder(setting=setting)
    alone = [marked(encoder(make(text))) for text in texts]
    for size, threads in ((1, 1), (2, 1), (64, 2)):
        docs = Encoder(threads=threads, setting=setting).pipe((make(text) for text in texts), batch_size=size)
        assert [marked(doc) for doc in docs] == alone
    backwards = [marked(doc) for doc in encoder.pipe(make(text) for text in reversed(texts))]
    assert backwards[::-1] == alone


def test_the_last_words_of_a_long_text_are_read_like_the_first(encoder: Encoder) -> None:
    doc = encoder(make("\n\n".join([RELEASE] * 40)))
    assert sum(name.text == "Anders Lunde" and name.label_ == "PER" for name in doc.ents) == 40
    assert all(token.pos_ and token.lemma_ for token in doc)


def test_a_name_is_found_wherever_a_window_ends(encoder: Encoder) -> None:
    for filler in range(120, 200, 4):
        doc = encoder(make("Det er " + "veldig " * filler + "viktig sa Kari Nordvik i går og gikk hjem igjen " * 3))
        assert sum(name.text == "Kari Nordvik" for name in doc.ents) == 3, filler


def test_a_division_into_words_of_another_s_making_is_kept(encoder: Encoder) -> None:
    words = ["Kari", "Nordvik", "i", "Molde", "sa", "nei", "."]
    doc = encoder(Doc(spacy.blank("nb").vocab, words=words))
    assert [token.text for token in doc] == words
    assert ("Kari Nordvik", "PER") in names(doc)


@pytest.mark.parametrize(
    "text",
    [
        "",
        " ",
        "\n\n\n",
        "🎉🎉 👩‍👩‍👧 🇳🇴",
        "\u200b\ufeff\u00ad",
        "x" * 50_000,
        "-" * 5_000,
        "Kari   Nordvik \n er\t\tleder  i   Molde",
        "Kárášjoga gielda ja Sámediggi, Áile Jávo, Ђорђе, 山田太郎",
        '"We are happy", said John Smith. “Great!” ‘Yes’',
    ],
)
def test_odd_texts_are_read_to_their_end(encoder: Encoder, text: str) -> None:
    doc = encoder(make(text))
    assert doc.text == text
    assert all(token.pos_ for token in doc)


def test_names_in_capitals_are_people_still(encoder: Encoder) -> None:
    doc = encoder(make("STATSMINISTER JENS STOLTENBERG BESØKTE BERGEN I GÅR"))
    assert ("JENS STOLTENBERG", "PER") in names(doc)


def test_a_list_of_names_is_a_row_of_people(encoder: Encoder) -> None:
    doc = encoder(make("Kari Nordvik, leder – Ola Lie, nestleder – Per Moen, sekretær"))
    assert [text for text, kind in names(doc) if kind == "PER"] == ["Kari Nordvik", "Ola Lie", "Per Moen"]


def test_a_missing_full_stop_does_not_join_a_name_to_the_next_block(encoder: Encoder) -> None:
    doc = encoder(make("Møtet ble ledet av Kari Nordvik\n\nMolde kommune inviterer til åpent møte"))
    assert ("Kari Nordvik", "PER") in names(doc)


@pytest.mark.clock
def test_time_grows_with_the_text_and_not_faster(encoder: Encoder) -> None:
    def seconds(copies: int) -> float:
        doc = make("\n\n".join([RELEASE] * copies))
        start = time.process_time()
        encoder(doc)
        return time.process_time() - start

    seconds(1)
    assert seconds(80) < 12 * seconds(10)


def test_a_quarter_of_a_megabyte_is_read_to_its_end(encoder: Encoder) -> None:
    text = (RELEASE + "\n\n") * (250_000 // len(RELEASE)) + "Til slutt takket Kari Nordvik for seg."
    assert encoder(make(text)).ents[-1].text == "Kari Nordvik"


def test_the_house_s_component_uses_the_shipped_model() -> None:
    assert names(annotate(make("Kari Nordvik er ordfører."))) == [("Kari Nordvik", "PER")]


def test_the_house_s_component_reads_by_the_fast_setting_where_the_document_says_so() -> None:
    doc = make(RELEASE)
    doc.user_data["fast"] = True
    assert marked(annotate(doc)) == marked(Encoder(setting=Setting.FAST)(make(RELEASE)))
    assert marked(annotate(make(RELEASE))) == marked(Encoder()(make(RELEASE))) != marked(doc)
