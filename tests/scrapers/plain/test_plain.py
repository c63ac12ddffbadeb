"""Plain text: headline, lead, stamps, publisher and blocks from lines alone."""

import pytest

from models.errors import ParseError
from models.release import Block
from scrapers.plain import read

HEAD = "Vik kommune\n\nNy skole i Vik\n\nAlle får plass.\n\nPublisert 03.05.2021\n\n"
FIRST = "Kommunen bygger ny skole i år."


def _kinds(text):
    return [(block.kind, block.text) for block in read(text, "a.txt").blocks]


def test_publisher_headline_lead_and_stamp_make_the_header():
    found = read(HEAD + FIRST, "a.txt")
    assert (found.publisher, found.published) == ("Vik kommune", "03.05.2021")
    assert [(block.kind, block.text) for block in found.blocks] == [
        ("title", "Ny skole i Vik"),
        ("lead", "Alle får plass."),
        ("paragraph", FIRST),
    ]


@pytest.mark.parametrize(
    "signature",
    [
        "Av: Kari Ø. Vik\nPublisert: tysdag 20.03.18 kl. 12.04",
        "Tekst og foto: Kari Aa. Vik\n06.07.2023 06:15  |  Oppdatert 06.07.2023 14:50",
        "Av Kari Vik Li\nTysdag 11. februar 2025 kl. 09:30. Sist endra: onsdag 12. februar 2025 kl. 16:05",
        "Kari Vik Li\nJournalist\nPublisert: 06.04.2021 – 13.20",
        "Vikaposten\nAv: Kari Vik (tekst) og Ola Li (foto)\nPublisert 05.10.24 kl 05.30",
    ],
)
def test_what_stands_above_a_signature_is_the_lead(signature):
    found = read(f"Elevene får ny skole i Vik\n\nAlle får plass.\n\n{signature}\n\n{FIRST}", "a.txt")
    assert [block.text for block in found.blocks if block.kind == "lead"] == ["Alle får plass."]
    assert found.blocks[-1] == Block("paragraph", FIRST)
    assert found.published


@pytest.mark.parametrize(
    "signature",
    [
        "Vikaposten\nAv Kari Vik\n5. mai 2024",
        "Av Kari Vik, Vikaposten\n5. mai 2024",
        "Vik Dagblad 05.08.2019 kl. 08.10",
    ],
)
def test_a_signature_may_name_the_paper(signature):
    found = read(f"Elevene får ny skole i Vik\n\nAlle får plass.\n\n{signature}\n\n{FIRST}", "a.txt")
    assert found.publisher == ("Vik Dagblad" if "Dagblad" in signature else "Vikaposten")


def test_a_short_line_above_stamps_and_a_headline_is_who_issued_it():
    found = read(
        f"Statens vegvesen\n17. januar 2020\n\nE6 over fjellet var stengt\n\nUværet traff i natt.\n\n{FIRST}\n\n{FIRST}",
        "a.txt",
    )
    assert (found.publisher, found.published) == ("Statens vegvesen", "17. januar 2020")
    assert [block.kind for block in found.blocks] == ["title", "lead", "paragraph", "paragraph"]
    assert found.blocks[0].text == "E6 over fjellet var stengt"


@pytest.mark.parametrize(
    ("first", "kind"), [("Alle får plass.", "lead"), ("– Alle får plass, sier Kari Vik.", "paragraph")]
)
def test_under_stamps_and_a_headline_a_short_first_paragraph_is_the_lead(first, kind):
    head = "Klima- og miljødepartementet\nPressemelding | Nr: 84/22 | Dato: 21.10.2022\n\nGir penger til myr\n\n"
    found = read(f"{head}{first}\n\n{FIRST}\n\n{FIRST}", "a.txt")
    assert (found.publisher, found.published) == ("Klima- og miljødepartementet", "21.10.2022")
    assert [block.kind for block in found.blocks] == ["title", kind, "paragraph", "paragraph"]


@pytest.mark.parametrize(
    ("lines", "blocks"),
    [
        ("skole_1.jpg\nRektor Per Dal på tomta", [("caption", "Rektor Per Dal på tomta")]),
        ("Fra venstre: Per Dal og Kari Li", [("caption", "Fra venstre: Per Dal og Kari Li")]),
        ("• Ett\n• To", [("list_item", "Ett"), ("list_item", "To")]),
        ("Grong: 120\nSnåsa: 90", [("list_item", "Grong: 120"), ("list_item", "Snåsa: 90")]),
        ("Navn\tSum\nGrong\t120", [("table_row", "Navn\tSum"), ("table_row", "Grong\t120")]),
        ("Mer plass\nElevene er glade.", [("heading", "Mer plass"), ("paragraph", "Elevene er glade.")]),
        ("FAKTA\nBygd i 1950", [("fact_box", "FAKTA"), ("fact_box", "Bygd i 1950")]),
        ("Kontakt: Per Dal, tlf. 900 00 000", [("contact", "Kontakt: Per Dal, tlf. 900 00 000")]),
        ("Av Per Dal", [("byline", "Av Per Dal")]),
        ("Les også: Gamle skolen rives", []),
        ("Forsiden > Nyheter > Skole", []),
        ("Heim > Aktuelt > 2017", []),
        ("Elverum  34,1 (35,0)\nOs  19", [("list_item", "Elverum 34,1 (35,0)"), ("list_item", "Os 19")]),
        ("Mest lest\nRektor slutter", []),
    ],
)
def test_a_line_makes_a_block_of_its_kind(lines, blocks):
    assert _kinds(f"{HEAD}{FIRST}\n\n{lines}")[3:] == blocks


@pytest.mark.parametrize(
    ("above", "publisher"),
    [
        ("Bygdebladet\n\nMINNEORD\n\n", "Bygdebladet"),
        ("Bygdebladet\nLaurdagspraten\n\n", "Bygdebladet"),
        ("Vik kommune\nTema - Skole - Helse - Kontakt\n\nUkerapport 15/2010\n\n", "Vik kommune"),
        ("Pressemelding fra Vik Kraftlag\n\n", "Vik Kraftlag"),
        ("24.8.2022 07:00 | Vik Laks ASA | Pressemelding\n\n", "Vik Laks ASA"),
    ],
)
def test_what_stands_above_the_headline_is_not_the_headline(above, publisher):
    found = read(f"{above}- Eg skriv best når det regnar\n\n{FIRST}\n\n{FIRST}", "a.txt")
    assert (found.blocks[0].text, found.publisher) == ("- Eg skriv best når det regnar", publisher)


@pytest.mark.parametrize(
    ("title", "following"),
    [
        ("Brann i låve", "Nytt fjøs må bygges"),
        ("Doblet overskuddet", "Vik Laks fikk et overskudd på ni millioner."),
        ("Ny rektor", "Av Kari Vik"),
        ("Ny rektor", "Vik kommune"),
    ],
)
def test_a_short_headline_stays_the_headline(title, following):
    assert read(f"{title}\n\n{following}\n\n{FIRST}", "a.txt").blocks[0].text == title


def test_lines_broken_at_a_width_are_one_paragraph():
    wrapped = "Kommunestyret vedtok torsdag å bygge en ny skole\nmed plass til fire hundre elever på den gamle\ntomta ved elva, etter lang debatt i salen."
    assert _kinds(HEAD + wrapped)[-1] == ("paragraph", wrapped.replace("\n", " "))


def test_a_publisher_nowhere_named_is_guessed_with_a_warning():
    body = "\n\n".join(f"I år vant Fjellklang konkurranse nummer {number}." for number in range(5))
    found = read(f"Gull til Fjellklang\n\nPubl. 1.2.2020\n\n{body}", "a.txt")
    assert (found.publisher, found.warnings) == ("Fjellklang", ("publisher-guessed",))


@pytest.mark.parametrize("told", ["Foran kom Siri Fjellklang.", "– Flott, sier Fjellklang.", "De sang en fjellklang."])
def test_a_person_or_a_plain_word_issued_nothing(told):
    body = "\n\n".join(f"I år vant Fjellklang konkurranse nummer {number}." for number in range(5))
    assert read(f"Gull til Fjellklang\n\nPubl. 1.2.2020\n\n{body}\n\n{told}", "a.txt").publisher is None


def test_a_text_under_a_given_title_does_not_repeat_it():
    assert [block.text for block in read(f"Ny skole\n\n{FIRST}", "a.txt", "Ny skole").blocks] == ["Ny skole", FIRST]


def test_no_text_is_an_error_that_names_the_document():
    with pytest.raises(ParseError, match=r"a\.txt: no text"):
        read("\n \n", "a.txt")


def test_a_paragraph_without_a_headline_is_headed_by_its_first_sentence_and_nothing_is_lost():
    first = "Dommer Kari Vik leste opp kjennelsen for ca. 200 tilhørere."
    rest = "Hun brukte to timer på det. " * 12
    found = read(f"{first} {rest}\n\nSaken er anket.", "a.txt")
    assert [(block.kind, block.text) for block in found.blocks] == [
        ("title", first),
        ("paragraph", rest.strip()),
        ("paragraph", "Saken er anket."),
    ]
    assert found.warnings == ("title-guessed",)


def test_a_line_of_one_endless_sentence_is_kept_whole():
    text = "Saken gjelder " + "vei, " * 500 + "og skole"
    found = read(text, "a.txt")
    assert [block.text for block in found.blocks] == [text]


TITLE, SHORT = "Vik får ny skole i 2025", "Kommunestyret sa ja torsdag. Skolen får plass til 200 elever."
BODY = f"\n\n– Dette har vi ventet på, sier rektor Kari Vik.\n\n{FIRST}\n\n{FIRST}"


@pytest.mark.parametrize(
    ("above", "publisher"),
    [
        ("PRESSEMELDING\nVik kommune, 3. mai 2021", "Vik kommune"),
        ("PRESSEMELDING\n\nVik kommune\n3. mai 2021", "Vik kommune"),
        ("Pressemelding fra Vik kommune 3. mai 2021", "Vik kommune"),
        ("Pressemelding frå Vik Kraftlag, 03.05.2021", "Vik Kraftlag"),
        ("Vik Energi AS\nMo i Rana, 3. mai 2021", "Vik Energi AS"),
        ("Vik Energi AS\nNordre Follo, 3. mai 2021\n\nPRESSEMELDING", "Vik Energi AS"),
        ("Helse- og oppvekstforbundet (HOF)\nPressemelding 27.08.2019", "Helse- og oppvekstforbundet"),
        ("Vik kystlag og venner\nPressemelding 3. mai 2021", "Vik kystlag og venner"),
        ("BØRSMELDING\nVik Laks ASA\n3. mai 2021", "Vik Laks ASA"),
        (
            "Presserom\n\nLikestillings- og diskrimineringsombudet\n03.05.2021",
            "Likestillings- og diskrimineringsombudet",
        ),
        ("Norges Padleforbund\nPublisert 25.03.2025 kl. 11.30\nTekst: Kari Ø. Vik", "Norges Padleforbund"),
        ("Norges Padleforbund\nTekst og foto: Kari Vik og Per Li\n25.03.2025", "Norges Padleforbund"),
        ("Til pressen\nVik kommune\nSPERREFRIST TIL 15. AUGUST 2024 KL. 08.00", "Vik kommune"),
        ("Av Kari Vik, journalist\n25.03.2025", None),
        ("Dato: 03.05.2021\nFra: Vik kommune\nTil: Mediene", "Vik kommune"),
        ("Vik kommune / Aktuelt / Nyheter\n\n3. mai 2021 - Lesetid 3 min", "Vik kommune"),
        ("Helse / Sport / Kultur\n\n3. mai 2021", None),
        ("Publisert av Vik kommune 3. mai 2021", "Vik kommune"),
        ("KRONIKK\n3. mai 2021", None),
    ],
)
def test_above_the_headline_stand_sender_section_signature_and_stamps_in_any_order(above, publisher):
    found = read(f"{above}\n\n{TITLE}\n\n{SHORT}{BODY}", "a.txt")
    assert found.blocks[:2] == (Block("title", TITLE), Block("lead", SHORT))
    assert found.publisher == publisher
    assert found.published
    assert {block.kind for block in found.blocks[2:]} <= {"paragraph", "byline"}


@pytest.mark.parametrize(
    ("above", "below", "publisher"),
    [
        ("Vik kommune\n\n", "Publisert: fredag 20. oktober 2023", "Vik kommune"),
        (
            "UiT Norges arktiske universitet\nNyheter og presse\n\n",
            "Publisert: 08.02.2024",
            "UiT Norges arktiske universitet",
        ),
        ("Vik kommune\n\n", "16.03.2023 | Skrive av: Kari Vik, rådgivar", "Vik kommune"),
        ("Vik kommune\nSperrefrist: 15. august kl. 08.00\n\n", "15.08.2024", "Vik kommune"),
        ("Pressemelding\n\n", "Vik, 3. mai 2021", None),
        ("", "Pressemelding fra Vik Kraftlag\n03.05.2021", "Vik Kraftlag"),
        ("", "Pressemelding\nVik Kraftlag\n03.05.2021", "Vik Kraftlag"),
        ("Vik kommune\n\nSkrevet av Kari Vik\n\n", "Sist oppdatert 25.03.2025", "Vik kommune"),
    ],
)
def test_a_body_has_its_stamps_between_headline_and_lead(above, below, publisher):
    found = read(f"{above}{TITLE}\n\n{below}\n\n{SHORT}{BODY}", "a.txt")
    assert found.blocks[:2] == (Block("title", TITLE), Block("lead", SHORT))
    assert found.publisher == publisher


@pytest.mark.parametrize(
    ("sender", "first"),
    [
        ("Vikposten", SHORT),
        ("Vik Blad", SHORT),
        (
            "Vik kommune",
            f"{SHORT} Bygget skal stå klart til høsten, og da flytter elevene fra den gamle skolen på Nes ut av brakkene.",
        ),
        ("Vik kommune", "– Alle får plass, sier Kari Vik."),
    ],
)
def test_below_the_stamps_of_a_paper_and_in_a_long_paragraph_is_no_lead(sender, first):
    found = read(f"{sender}\n\n{TITLE}\n\nAv Kari Vik\nPublisert 03.05.2021\n\n{first}{BODY}", "a.txt")
    assert "lead" not in {block.kind for block in found.blocks}


@pytest.mark.parametrize("label", ["LAURDAGSPRATEN", "Laurdagspraten", "MINNEORD", "UKAS NAVN"])
def test_under_a_papers_name_and_a_label_a_headline_may_end_as_a_sentence(label):
    head = f"Vikbladet\n{label}\n\nHo kom for eitt år. Det vart 31."
    found = read(f"{head}\n\n{SHORT}\n\nTEKST OG FOTO: Kari Vik\nLaurdag 24. oktober 2020{BODY}", "a.txt")
    assert found.blocks[:2] == (Block("title", "Ho kom for eitt år. Det vart 31."), Block("lead", SHORT))
    assert found.publisher == "Vikbladet"
    assert Block("byline", "TEKST OG FOTO: Kari Vik") in found.blocks


@pytest.mark.parametrize(
    "title",
    [
        "Av 356 kommuner er 40 i minus",
        "Av Norges 356 kommuner er 40 i minus",
        "Journalist Kari Vik slutter i Vikposten",
        "Forfatter Kari Vik (81) er død",
        "Presse og politi må snakke sammen",
        "Pressemelding fra Vik kommune vekker strid",
        "Ny skole i Vik",
        "Mobil i skolen blir forbudt fra 2024",
        "Språk: Nynorsken taper terreng",
        "Marked: Boligprisene faller igjen",
        "Adresse ukjent for 200 i Vik",
    ],
)
def test_a_headline_that_begins_like_a_signature_or_section_stays_the_headline(title):
    found = read(f"{title}\nPublisert 03.05.2021\n\n{FIRST}\n\n{FIRST}", "a.txt")
    assert (found.blocks[0], found.publisher) == (Block("title", title), None)


def test_under_a_bodys_name_capitals_are_the_headline_above_a_sentence():
    found = read(f"Vik kommune\nNY SKOLE\n\nAlle får plass.\n\nPublisert 03.05.2021{BODY}", "a.txt")
    assert found.blocks[:2] == (Block("title", "NY SKOLE"), Block("lead", "Alle får plass."))


@pytest.mark.parametrize("stamp", ["Publisert 03.05.2021 av Kari Vik, rådgiver", "Publisert av Kari Vik 03.05.2021"])
def test_who_published_a_text_signs_it(stamp):
    found = read(f"Vik kommune\n\n{TITLE}\n\n{SHORT}\n\n{stamp}{BODY}", "a.txt")
    assert found.publisher == "Vik kommune"
    assert [block.text.split(",")[0] for block in found.blocks if block.kind == "byline"] == ["av Kari Vik"]


@pytest.mark.parametrize(
    ("above", "publisher"),
    [
        ("Viksporten\nFOTBALL 4. DIVISJON\n\nVik IL – Nes 3-2 (0-2)", "Viksporten"),
        ("Vik-Nytt – Sport\n\nVolleyball, 1. divisjon kvinner\nVik - Nes 3-1 (25-20, 23-25, 25-18, 25-22)", "Vik-Nytt"),
        ("Vikøkonomi | Næringsliv\n3. mai 2021", "Vikøkonomi"),
        ("Vikposten Lørdag\n3. mai 2021", "Vikposten"),
        ("Vikposten – Fredag 2. oktober 2015 – side 8\n\nDebatt", "Vikposten"),
        ("Vikvitskap.no\nVitskap og natur", "Vikvitskap.no"),
        ("Nyhet fra politiet\nVik politidistrikt\nPublisert 3. mai 2021", "Vik politidistrikt"),
        ("NTB-Innenriks 03.05.2021 12:41\n\nPoliti – Trafikk", None),
        ("Nytt Kirkeblad\nNr. 2 – 2024", "Nytt Kirkeblad"),
        (
            "Aktuelt fra Vik natur- og kulturpark\n\nNyhetsbrev nr. 3/2022\n28. april 2022",
            "Vik natur- og kulturpark",
        ),
        (
            "Vikåsen og venner\nStrandgata 14, 6800 Førde\nTelefon 57 00 00 00 | post@vik.no\n\nPRESSEMELDING",
            "Vikåsen og venner",
        ),
        (
            "Oslo Børs\nNewsWeb\n\nUtsteder: Vik Laks ASA\nDato: 03.05.2021\nKategori: ANNET\nTicker: VIK",
            "Vik Laks ASA",
        ),
    ],
)
def test_above_the_headline_stand_results_sections_issues_letterheads_and_labelled_lines(above, publisher):
    found = read(f"{above}\n\n{TITLE}\n\n{SHORT}\n\nAv Kari Vik{BODY}", "a.txt")
    assert found.blocks[:2] == (Block("title", TITLE), Block("lead", SHORT))
    assert found.publisher == publisher


def test_who_a_notice_is_of_counts_for_more_than_the_exchange_it_is_posted_at():
    head = f"{TITLE}\n\nBørsmelding\nVik Børs – 26.04.2024, 07:00\nUtsteder: Vik Laks ASA\n\n"
    found = read(f"{head}{SHORT}{BODY}", "a.txt")
    assert (found.blocks[1], found.publisher) == (Block("lead", SHORT), "Vik Laks ASA")


def test_a_mail_has_its_headline_sender_and_stamp_in_labelled_lines():
    head = "Fra: Havforum Sør <post@havforum.no>\nTil: Abonnenter\nSendt: 2. februar 2023 08:15\nEmne: Laks i Vefsna"
    found = read(f"{head}\n\nHei!{BODY}", "a.txt")
    assert found.blocks[:2] == (Block("title", "Laks i Vefsna"), Block("paragraph", "Hei!"))
    assert (found.publisher, found.published) == ("Havforum Sør", "2. februar 2023 08:15")


@pytest.mark.parametrize(
    ("opens", "published", "publisher"),
    [
        ("(Vik, 26. april 2024)", "26. april 2024", None),
        ("Vik i Sogn, 3.5.2021:", "3.5.2021", None),
        ("Vik (NTB):", None, "NTB"),
    ],
)
def test_above_a_dateline_is_the_lead_and_what_it_opens_is_the_body(opens, published, publisher):
    found = read(f"{TITLE}\n\n- Alle får plass\n\n{opens} {FIRST}{BODY}", "a.txt")
    assert [block.kind for block in found.blocks[:3]] == ["title", "lead", "paragraph"]
    assert (found.published, found.publisher) == (published, publisher)


def test_a_paragraph_that_a_dateline_opens_is_no_lead():
    found = read(f"3. mai 2021\n\n{TITLE}\n\nVik (NTB): {SHORT}{BODY}", "a.txt")
    assert "lead" not in {block.kind for block in found.blocks}


@pytest.mark.parametrize(
    ("deck", "kind"), [("Ni av ti skoler i Vik er for små", "lead"), ("Slik blir skolen", "heading")]
)
def test_a_second_headline_is_the_lead_and_a_short_heading_is_none(deck, kind):
    found = read(f"{TITLE}\n\n{deck}\n\n{FIRST}{BODY}", "a.txt")
    assert Block(kind, deck) in found.blocks


def test_of_a_text_on_who_died_a_name_is_the_headline():
    found = read(f"Minneord\n\nArne Vik\n1938–2021\n\n{FIRST}{BODY}", "a.txt")
    assert (found.blocks[0], found.publisher) == (Block("title", "Arne Vik"), None)


def test_a_result_that_no_headline_stands_by_is_the_headline():
    assert read(f"Vik – Nes 3-2\n\n{FIRST}{BODY}", "a.txt").blocks[0] == Block("title", "Vik – Nes 3-2")


def test_a_text_that_holds_a_result_alone_is_headed_by_it():
    assert read("Vik – Nes 3-2", "a.txt").blocks == (Block("title", "Vik – Nes 3-2"),)


def test_a_body_and_the_years_of_its_plan_are_no_obituary():
    assert read(f"Vik kommune\n2020–2024\n\n{TITLE}\n\n{FIRST}{BODY}", "a.txt").publisher == "Vik kommune"


@pytest.mark.parametrize(
    "signed",
    ["Tekst: Vik kommune, kommunikasjon\n3. mai 2021{}", "Av Vik kommune{}", "3. mai 2021{}\n\nAvsender: Vik kommune"],
)
def test_a_signature_or_a_label_at_the_end_may_name_the_body(signed):
    found = read(f"{TITLE}\n\n{SHORT}\n\n{signed.format(BODY)}", "a.txt")
    assert (found.publisher, found.blocks[-1]) == ("Vik kommune", Block("paragraph", FIRST))


def test_an_invitation_is_no_sender_and_the_time_that_it_is_for_no_stamp():
    head = f"PRESSEINVITASJON\n\n{TITLE}\n\nTid: Onsdag 4. september 2019 kl. 11.00\nSted: Vik skole\n\n"
    found = read(head + FIRST, "a.txt")
    assert (found.blocks[0], found.publisher, found.published) == (Block("title", TITLE), None, None)


def test_capitals_under_a_section_are_the_headline():
    found = read(
        f"Vik Energi AS\n\nInvestormelding\n\nSTRØMMEN BLIR BILLIGERE\n\n- Den er ned åtte prosent\n\n{FIRST}", "a.txt"
    )
    assert found.blocks[0] == Block("title", "STRØMMEN BLIR BILLIGERE")


def test_a_second_line_of_a_headline_is_no_lead():
    found = read(f"3. mai 2021\n\nHvem skal betale?\nSvar til Kari Vik\n\n{FIRST}{BODY}", "a.txt")
    assert "lead" not in {block.kind for block in found.blocks}


def test_the_mail_address_below_a_signature_belongs_to_it():
    found = read(f"{TITLE}\n\n{SHORT}\n\nAv Kari Vik\nkari@vikposten.no\n3. mai 2021{BODY}", "a.txt")
    assert Block("byline", "kari@vikposten.no") in found.blocks


def test_who_reported_signs_a_text():
    found = read(f"{TITLE}\n\n{SHORT}\n\nReferat av Kari Vik, 22.5.2023 kl. 00.15{BODY}", "a.txt")
    assert Block("byline", "Referat av Kari Vik") in found.blocks


def test_a_call_for_tips_is_left_out_but_not_with_what_follows_it():
    tips, charge = "Har du tips? Ring 02800.", "Ansvarlig er politiadvokat Kari Vik."
    assert _kinds(f"{HEAD}{FIRST}\n\n{tips}")[-1] == ("paragraph", FIRST)
    assert _kinds(f"{HEAD}{FIRST}\n\n{tips} {charge}")[-1] == ("paragraph", f"{tips} {charge}")


@pytest.mark.parametrize(
    "note",
    [
        "Dette er et debattinnlegg. Innlegget gir uttrykk for skribentens holdning.",
        "Meninger i teksten står for skribentens regning.",
    ],
)
def test_that_a_text_is_its_writers_opinion_is_furniture(note):
    assert _kinds(f"{HEAD}{FIRST}\n\n{note}")[-1] == ("paragraph", FIRST)
