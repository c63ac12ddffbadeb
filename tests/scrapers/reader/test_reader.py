"""The rooms of the reader: headline, furniture, kinds, rows, lead, issuer."""

import pytest

from models.page import Page
from models.release import Block
from scrapers.bounds import bounded
from scrapers.publishers import parse
from scrapers.reader.by_words import by_words
from scrapers.reader.twice import nothing_twice

BODY = "<p>Kommunen bygger ny skole i år.</p><p>Den skal stå ferdig til høsten.</p>"
TEXTS = ["Kommunen bygger ny skole i år.", "Den skal stå ferdig til høsten."]


def _read(inside, head=""):
    html = f"<html><head>{head}</head><body><nav><a href=/>Hjem</a></nav><main><h1>Ny skole</h1>{inside}</main></body></html>"
    return parse(Page("a.html", html.encode(), "text/html"))


def _blocks(inside):
    return [(block.kind, block.text) for block in _read(inside).blocks if block.kind != "title"]


@pytest.mark.parametrize(
    "furniture",
    [
        '<div class="share"><a href="#">Del på Facebook</a></div>',
        '<ul class="breadcrumb"><li><a href="/">Hjem</a></li><li>Ny skole</li></ul>',
        "<p>Les også: <a href=/x>Gamle skolen rives</a></p>",
        "<p><b>Les mer:</b> <a href=/x>Gamle skolen rives</a></p>",
        "<p><a href=/x>Gamle skolen rives etter femti år på tomta</a></p>",
        "<div><h3>Mest lest</h3><ol><li>Rektor Dal slutter</li></ol></div>",
        "<section><h2>Relaterte saker</h2><p>Rektor Dal slutter, sier han.</p></section>",
        '<div class="related-content"><p>Rektor Dal slutter, sier han.</p></div>',
        '<article class="card"><a href="/x"><h3>Rektor Dal slutter</h3></a><p>Foreldrene er i sjokk.</p></article>',
        '<div><h4><a href="/x">Rektor Dal slutter</a></h4><p>Foreldrene er i sjokk.</p></div>',
        '<div class="ai-oppsummering"><p>Skolen blir ny.</p></div>',
        "<div><h3>Kort sagt</h3><p>Skolen blir ny.</p><p>Oppsummert av KI.</p></div>",
        '<div id="cookie-consent"><p>Vi bruker informasjonskapsler på siden.</p></div>',
        "<form><p>Meld deg på nyhetsbrevet</p><input type=email></form>",
        '<div class="paywall"><p>Bli abonnent og les resten.</p></div>',
        '<div class="tags">Emner: <a href=/t>skole</a></div>',
        "<footer><p>Ansvarlig redaktør: Kai Moe</p></footer>",
        "<aside><a href=/1>Torget flyttes til havna</a> <a href=/2>Stengt bru</a></aside>",
        "<ul><li><a href=/1>Torget skal flyttes ned til havna</a></li><li><a href=/2>Brua er stengt hele sommeren</a></li></ul>",
        "<p>Annonse</p>",
        "<div><a href=#>Facebook</a> <a href=#>LinkedIn</a> <a href=#>E-post</a></div>",
        "<p>Saken fortsetter under bildet.</p>",
        '<p class="sr-only">Åpnes i nytt vindu</p>',
        "<div role=dialog><p>Logg inn for å lese.</p></div>",
        "<p>© Kommunen 2020</p>",
        "<p>Neste oppdatering: 3. mai 2030</p>",
        '<div class="sharedaddy"><h3>Del dette:</h3><a href="#">Klikk for å dele på Facebook</a></div>',
        "<p>Klikk for å skrive ut</p>",
        '<div class="addtoany"><a href="#">Kopier</a></div>',
        "<p>FOR UMIDDELBAR PUBLISERING</p>",
        "<p>Til redaksjonen</p>",
        "<p>Sperrefrist: mandag 3. mai kl. 08.00</p>",
        "<p>Pressemelding fra Vik Kraftlag</p>",
        "<footer>Del på Facebook, Vik kommune, 4. mai 2021. Neste</footer>",
    ],
)
def test_furniture_amid_the_text_is_left_out(furniture):
    first, second = BODY.split("</p><p>")
    assert [text for _, text in _blocks(f"{first}</p>{furniture}<p>{second}")] == TEXTS


@pytest.mark.parametrize(
    "text",
    [
        "Meny åpner ny butikk på torget i Molde.",
        "Relaterte kostnader kommer i tillegg, sier rådmannen.",
        "Les mer enn før, er rådet fra rektor.",
        "Siste nytt i saken er at rektor går av.",
        "Kommentarer fra høringen er tatt inn i planen.",
        "Del av planen er å bygge en ny hall.",
        "Følg med på nettsidene, sier ordføreren.",
        "Annonsen ble trykt i avisa for en uke siden.",
        "Forskere har laget et sammendrag av rapporten.",
        "Etaten skal bruke kunstig intelligens i saksbehandlingen.",
    ],
)
def test_a_sentence_that_begins_like_furniture_is_kept(text):
    assert ("paragraph", text) in _blocks(f"{BODY}<p>{text}</p><p>Slutt på saken.</p>")


@pytest.mark.parametrize(
    ("html", "blocks"),
    [
        ("<h2>Fakta</h2><ul><li>Bygd i 1950</li></ul>", [("fact_box", "Fakta"), ("fact_box", "Bygd i 1950")]),
        ('<div class="faktaboks"><p>Bygd i 1950</p></div>', [("fact_box", "Bygd i 1950")]),
        (
            "<figure><figcaption>Rektor Dal.<small>Foto: Per Li</small></figcaption></figure>",
            [("caption", "Rektor Dal. Foto: Per Li")],
        ),
        ('<div class="byline"><span>Av</span><a href=/p>Per Li</a></div>', [("byline", "Av Per Li")]),
        ("<p>Av Per Li</p>", [("byline", "Av Per Li")]),
        ("<ol><li>Først</li><li>Så <b>dette</b></li></ol>", [("list_item", "Først"), ("list_item", "Så dette")]),
        (
            "<table><tr><th>A</th><th>B</th></tr><tr><td>1</td><td>2 <br> 3</td></tr></table>",
            [("table_row", "A\tB"), ("table_row", "1\t2 3")],
        ),
        ("<blockquote><p>Hele byen gleder seg.</p></blockquote>", [("quote", "Hele byen gleder seg.")]),
        (
            "<h2>Kontakt</h2><p>Per Li, tlf. 900 00 000</p>",
            [("contact", "Kontakt"), ("contact", "Per Li, tlf. 900 00 000")],
        ),
        ('<div class="contact"><b>Per Li</b><span>rektor</span></div>', [("contact", "Per Li\nrektor")]),
        ("<p>Første linje<br>andre linje</p>", [("paragraph", "Første linje\nandre linje")]),
        ("<p>Ett avsnitt.<br><br>Ett til.</p>", [("paragraph", "Ett avsnitt."), ("paragraph", "Ett til.")]),
        ("<p>Vest<i>landet</i> og syke&shy;hus</p>", [("paragraph", "Vestlandet og sykehus")]),
        ("<p>Trykk <button>her</button> nå</p>", [("paragraph", "Trykk her nå")]),
    ],
)
def test_an_element_makes_blocks_of_its_kind(html, blocks):
    paragraphs = [("paragraph", text) for text in TEXTS]
    assert _blocks(BODY + html + "<p>Slutt på saken.</p>") == [*paragraphs, *blocks, ("paragraph", "Slutt på saken.")]


@pytest.mark.parametrize(
    "html",
    [
        '<p class="ingress">Alle får plass.</p>' + BODY,
        '<div class="articleLead">Alle får plass.</div><div>' + BODY + "</div>",
        '<h2 class="subheader">Alle får plass.</h2>' + BODY,
        "<p><b>Alle får plass.</b></p>" + BODY,
        '<div class="body"><p class="lead-text">Alle får plass.</p>' + BODY + "</div>",
        '<p data-test-tag="lead-text">Alle får plass.</p>' + BODY,
        '<p itemprop="description">Alle får plass.</p>' + BODY,
        '<figure><figcaption>Et bilde.</figcaption></figure><p class="standfirst">Alle får plass.</p>' + BODY,
    ],
)
def test_the_lead_is_found_wherever_it_stands(html):
    assert _read(html).first("lead") == "Alle får plass."


@pytest.mark.parametrize(
    "html",
    [
        BODY,
        BODY + '<div class="related"><p class="ingress">Alle får plass i kirka.</p></div>',
        BODY + '<p class="ingress">Et avsnitt langt nede i saken.</p>',
    ],
)
def test_a_page_without_a_lead_has_none(html):
    assert _read(html).first("lead") is None


@pytest.mark.parametrize(
    ("head", "publisher"),
    [
        (
            '<meta property="og:site_name" content="depa.example"><meta name="DC.Publisher" content="Kulturdepartementet">',
            "Kulturdepartementet",
        ),
        ('<meta property="og:site_name" content="Vikposten.example">', "Vikposten.example"),
        ("<title>Ny skole | Vik kommune</title>", "Vik kommune"),
        ("<title>Vik kommune - Ny skole</title>", "Vik kommune"),
        ('<title>Ny skole</title><meta property="og:site_name" content="Vikposten">', "Vikposten"),
        ('<title>Ny skole</title><meta name="author" content="Kari Li">', None),
        ('<title>Ny skole</title><meta name="author" content="Kulturdepartementet">', "Kulturdepartementet"),
        (
            '<script type="application/ld+json">{"@type":"Article","publisher":{"name":"Vikposten AS"}}</script><title>Ny skole - Vikposten</title>',
            "Vikposten",
        ),
        ("<title>Ny skole</title>", None),
    ],
)
def test_the_issuer_is_named_by_the_page_itself(head, publisher):
    assert _read(BODY, head).publisher == publisher


def test_nothing_is_told_twice():
    long = "En setning som er lang nok til å telles."
    blocks = [
        Block("lead", long),
        Block("paragraph", long),
        Block("quote", "«En setning som er lang nok»"),
        Block("list_item", "Ja"),
        Block("list_item", "Ja"),
        Block("caption", "Foto: A"),
        Block("caption", "Foto: A"),
        Block("heading", "Tittel"),
    ]
    kept = nothing_twice(blocks, "Tittel")
    assert [block.kind for block in kept] == ["lead", "list_item", "list_item", "caption"]


def test_a_credit_joins_its_caption_and_contacts_follow_their_heading():
    blocks = [
        Block("caption", "Her."),
        Block("caption", "Foto: A"),
        Block("heading", "Kontaktperson"),
        Block("paragraph", "Per Li"),
    ]
    assert by_words(blocks) == [
        Block("caption", "Her. Foto: A"),
        Block("contact", "Kontaktperson"),
        Block("contact", "Per Li"),
    ]


@pytest.mark.parametrize(
    ("longest", "texts", "cut"),
    [(100, ["aaaa", "bbbb"], False), (10, ["aaaa", "bbbb"], False), (8, ["aaaa", "bb"], True), (4, ["aaaa"], True)],
)
def test_a_text_is_cut_at_its_bound(longest, texts, cut):
    kept, was_cut = bounded([Block("title", "aaaa"), Block("paragraph", "bbbb")], longest)
    assert ([block.text for block in kept], was_cut) == (texts, cut)


def test_a_contact_person_named_above_the_headline_is_kept():
    html = f"<body><div>Pressemelding<br>Kontaktperson: Per Li, tlf. 22 00 00 00<h1>Ny skole</h1>{BODY}</div></body>"
    release = parse(Page("a.html", html.encode(), "text/html"))
    assert release.blocks[-1] == Block("contact", "Kontaktperson: Per Li, tlf. 22 00 00 00")


def test_an_element_for_the_issuer_names_it_before_the_site_does():
    issuer = '<p class="issuer"><b>Vik Laks ASA</b> &middot; <time>26.10.2023 07:00</time> &middot; Børsmelding</p>'
    head = '<meta property="og:site_name" content="Børsrommet">'
    assert _read(issuer + BODY, head).publisher == "Vik Laks ASA"


@pytest.mark.parametrize(
    ("inside", "published", "updated"),
    [
        (f"<footer>Publisert 29.08.2023 - 10:05 Sist oppdatert 30.08.2023 - 08:40</footer>{BODY}", "2023-08-29T10:05", "2023-08-30T08:40"),
        (f"<footer><div>Publisert 29.08.2023</div><div>Oppdatert 30.08.2023</div></footer>{BODY}", "2023-08-29", "2023-08-30"),
        (f"{BODY}<footer>Publisert av Kari Vik, 29.08.2023</footer>", "2023-08-29", ""),
        (f"<p>29.08.2023 kl. 10.05, sist endret kl. 14.20</p>{BODY}", "2023-08-29T10:05", "2023-08-29T14:20"),
        (f"<p>Pressemelding</p><p>TEKST: KARI VIK</p><p>29. august 2023</p>{BODY}", "2023-08-29", ""),
    ],
)  # fmt: skip
def test_stamps_stand_in_the_articles_own_footer_and_among_its_first_lines(inside, published, updated):
    found = _read(f"<article>{inside}</article>")
    assert found.published.startswith(published)
    assert (found.updated or "").startswith(updated)
    assert "publication-date-guessed" not in found.warnings
    assert [block.text for block in found.blocks if block.kind in {"lead", "paragraph"}] == TEXTS


@pytest.mark.parametrize(
    ("above", "below", "publisher"),
    [
        ("Nyhet fra Vik politidistrikt", "", "Vik politidistrikt"),
        ("Helse Vik HF (HV)", "", "Helse Vik HF"),
        ("Nyheter og presse", "Pressemelding fra Vik Kraftlag", "Vik Kraftlag"),
        ("PRESSEMELDING", "Vik kommune, 3. mai 2021", "Vik kommune"),
        ("PRESSEMELDING", "Nordre Follo, 3. mai 2021", None),
    ],
)
def test_who_issued_a_page_stands_around_its_headline(above, below, publisher):
    html = f"<body><main><p>{above}</p><h1>Ny skole</h1><p>{below}</p>{BODY}</main></body>"
    found = parse(Page("a.html", html.encode(), "text/html"))
    assert found.publisher == publisher
    assert [block.text for block in found.blocks if block.kind in {"lead", "paragraph"}] == TEXTS


def test_a_first_paragraph_in_italics_is_the_lead():
    assert _blocks(f"<p><i>Alle får plass i Vik.</i></p>{BODY}")[0] == ("lead", "Alle får plass i Vik.")


def test_above_a_dateline_is_the_lead_and_its_day_is_a_stamp():
    read = _read("<p>Alle får plass i den nye skolen.</p><p>(Vik, 26. april 2024) Skolen bygges i år.</p>" + BODY)
    assert [block.kind for block in read.blocks[:3]] == ["title", "lead", "paragraph"]
    assert read.published == "2024-04-26"


@pytest.mark.parametrize(
    ("heading", "kept"), [("Pressekontakt", True), ("Kontaktperson", True), ("Kontakt oss", False)]
)
def test_contacts_for_the_press_beside_an_article_are_kept_without_a_main_element(heading, kept):
    box = f"<div class=boks><h4>{heading}</h4><p>Kari Vik, rådgiver, tlf. 900 00 111</p></div>"
    html = f"<html><body><article><h1>Ny skole</h1>{BODY}</article>{box}</body></html>"
    blocks = parse(Page("a.html", html.encode(), "text/html")).blocks
    assert (Block("contact", "Kari Vik, rådgiver, tlf. 900 00 111") in blocks) is kept


def test_a_name_above_an_address_above_the_headline_is_who_issued_the_page():
    letter = f"<div><p>Vikåsen Teater</p><p>2420 Trysil</p><h1>Ny skole</h1>{BODY}</div>"
    assert (
        parse(Page("a.html", f"<html><body>{letter}</body></html>".encode(), "text/html")).publisher == "Vikåsen Teater"
    )


def test_rows_above_the_headline_lay_out_a_letterhead():
    head = "<tr><td><img alt=x></td><td>Vikåsen Teater<br>2420 Trysil</td></tr>"
    body = f"<tr><td colspan=2><h1>Ny skole</h1></td></tr><tr><td colspan=2>{BODY}</td></tr>"
    html = f"<html><body><table>{head}{body}</table></body></html>"
    assert parse(Page("a.html", html.encode(), "text/html")).publisher == "Vikåsen Teater"


def test_who_sent_a_text_may_stand_below_it():
    read = _read(f"<p>Alle får plass.</p>{BODY}{BODY.replace('Den', 'Skolen')}<p>Avsender: Vikmuseet</p>")
    assert (read.publisher, read.blocks[-1].text) == ("Vikmuseet", "Skolen skal stå ferdig til høsten.")
