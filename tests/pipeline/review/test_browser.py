"""An analyst at work, in a real browser."""

import json

import pytest

from pipeline.emit.read import read_records
from pipeline.evaluate.answers import read_cases
from pipeline.evaluate.score import score
from pipeline.review.export import export
from pipeline.review.patches import PatchFile

ID = "bru".ljust(32, "0")


@pytest.fixture
def address(serve, tmp_path, made):
    return serve(made.write(tmp_path / "records.jsonl", [made.record(), made.record("ski", title="Ski", people=[])]))


def patches(tmp_path):
    return PatchFile(tmp_path / "records.patches.jsonl").of(ID)


def open_article(page, address):
    page.goto(f"{address}/article/{ID}")
    return page


def saved(page):
    page.locator("#said", has_text="Lagret").wait_for()


def test_the_list_is_filtered(page, address):
    page.goto(address)
    assert page.locator("tbody tr").count() == 2
    page.get_by_label("Har verdier av slaget").select_option("people")
    page.get_by_role("button", name="Vis").click()
    assert page.locator("tbody tr").count() == 1
    page.locator("tbody a").click()
    assert page.locator("h1").inner_text() == "Ordføreren i Molde åpner bru"


def test_pointing_at_a_value_lights_its_mentions(page, address):
    open_article(page, address).locator("#people-0").hover()
    assert page.locator("mark.lit").all_inner_texts() == ["Ordfører ", "Kari Vik", "Vik."]


def test_a_quote_is_tied_to_its_speaker(page, address):
    open_article(page, address).locator("#quotes-0").hover()
    assert "Kari Vik" in page.locator("mark.lit").all_inner_texts()
    page.locator("#quotes-0 [data-person]").click()
    assert page.locator(":focus").get_attribute("id") == "people-0"


def test_pointing_at_a_mention_shows_its_value(page, address):
    open_article(page, address).locator("mark.k-counts").hover()
    assert "40000000 NOK" in page.locator("#tip").inner_text()
    assert page.locator(".card.lit").get_attribute("id") == "counts-0"


def test_a_value_is_rejected_by_keyboard_and_undone(page, address, tmp_path):
    open_article(page, address).locator("#municipalities-0").focus()
    page.keyboard.press("j")
    assert page.locator(":focus").get_attribute("id") == "people-0"
    page.keyboard.press("r")
    page.locator("#people-0.is-rejected").wait_for()
    assert patches(tmp_path)[0].new is None
    page.keyboard.press("u")
    page.locator("#people-0.is-open").wait_for()
    assert patches(tmp_path) == []


def test_a_value_is_accepted_by_mouse_and_still_is_after_a_reload(page, address, tmp_path):
    open_article(page, address).locator("#dates-0").get_by_role("button", name="Godta").click()
    page.locator("#dates-0.is-accepted").wait_for()
    page.reload()
    assert page.locator("#dates-0.is-accepted").count() == 1
    assert len(patches(tmp_path)) == 1


def test_a_value_is_corrected_in_a_form_by_keyboard(page, address):
    open_article(page, address).locator("#dates-0").focus()
    page.keyboard.press("e")
    page.get_by_label("Dato (EDTF)").fill("2024-02-31")
    page.keyboard.press("Enter")
    page.locator(".wrong:not([hidden])").wait_for()
    page.get_by_label("Dato (EDTF)").fill("2024-05")
    page.keyboard.press("Enter")
    page.locator("#dates-0.is-edited").wait_for()
    assert "2024-05-31" in page.locator("#dates-0").inner_text()


def test_a_person_is_given_another_role(page, address, tmp_path):
    open_article(page, address).locator("#people-0").get_by_role("button", name="Rett").click()
    page.get_by_role("button", name="Legg til rolle").click()
    second = page.locator("dialog fieldset").nth(1)
    second.get_by_label("Rolle").first.fill("leder")
    second.get_by_label("Organisasjon").fill("Brua AS")
    page.get_by_role("button", name="Lagre").click()
    saved(page)
    assert [role["title"] for role in patches(tmp_path)[0].new["roles"]] == ["ordfører", "leder"]


def select(page, words):
    page.evaluate(
        """(words) => {
          for (const holder of document.querySelectorAll("[data-start]")) {
            const at = holder.firstChild.data.indexOf(words);
            if (at >= 0) {
              getSelection().setBaseAndExtent(holder.firstChild, at, holder.firstChild, at + words.length);
              return;
            }
          }
        }""",
        words,
    )


def test_selected_words_become_a_value(page, address, tmp_path):
    open_article(page, address)
    select(page, "brua")
    page.locator("#picker").get_by_role("button", name="Organisasjoner").click()
    page.get_by_label("Navn").fill("Brua AS")
    page.get_by_role("button", name="Lagre").click()
    page.locator("#organizations-0.is-added").wait_for()
    (patch,) = patches(tmp_path)
    assert patch.new["mentions"] == [{"start": 59, "end": 63, "text": "brua"}]


def test_a_selection_behind_an_emoji_is_counted_in_code_points(page, serve, tmp_path, made):
    text = "😀😀 Brua AS bygger"
    fields = {name: [] for name in ("municipalities", "people", "dates", "counts", "quotes")}
    sections = [{"kind": "title", "start": 0, "end": len(text)}]
    one = made.record(title=text, text=text, sections=sections, **fields)
    open_article(page, serve(made.write(tmp_path / "records.jsonl", [one])))
    select(page, "Brua AS")
    page.locator("#picker").get_by_role("button", name="Organisasjoner").click()
    page.get_by_role("button", name="Lagre").click()
    page.locator("#organizations-0.is-added").wait_for()
    assert patches(tmp_path)[0].new["mentions"][0]["start"] == 3


def test_a_value_is_added_without_a_mouse(page, address, tmp_path):
    open_article(page, address).get_by_role("button", name="Legg til Organisasjoner").press("Enter")
    page.get_by_label("Navn").fill("Brua AS")
    page.get_by_label("Står i teksten som").fill("brua")
    page.keyboard.press("Enter")
    saved(page)
    assert patches(tmp_path)[0].new["mentions"][0]["text"] == "brua"


def test_the_title_is_corrected(page, address):
    open_article(page, address).get_by_text("Om artikkelen").click()
    page.get_by_role("button", name="Rett Avsender").click()
    page.locator("dialog input").fill("Statens vegvesen")
    page.get_by_role("button", name="Lagre").click()
    page.locator("dd.is-edited", has_text="Statens vegvesen").wait_for()


def test_two_tabs_lose_nothing(page, address, tmp_path):
    other = page.context.new_page()
    open_article(page, address)
    open_article(other, address)
    page.locator("#dates-0").get_by_role("button", name="Godta").click()
    saved(page)
    other.locator("#people-0").get_by_role("button", name="Forkast").click()
    saved(other)
    assert other.locator("#dates-0.is-accepted").count() == 1
    assert len(patches(tmp_path)) == 2


def test_a_clash_keeps_what_was_typed(page, address):
    other = page.context.new_page()
    open_article(page, address)
    open_article(other, address).locator("#counts-0").get_by_role("button", name="Rett").click()
    page.locator("#counts-0").get_by_role("button", name="Forkast").click()
    saved(page)
    other.get_by_label("Enhet").fill("EUR")
    other.get_by_role("button", name="Lagre").click()
    other.locator(".wrong:not([hidden])", has_text="annet vindu").wait_for()
    assert other.get_by_label("Enhet").input_value() == "EUR"


def test_what_analysts_decided_measures_the_extractor(page, address, tmp_path):
    open_article(page, address).locator("#counts-0").get_by_role("button", name="Forkast").click()
    saved(page)
    page.get_by_label("Gjennomgått").check()
    saved(page)
    told = export(tmp_path / "records.jsonl", tmp_path / "out.jsonl", tmp_path / "gold", only_done=True)
    assert (told.records, told.decisions, told.stale) == (1, 1, [])
    assert json.loads((tmp_path / "out.jsonl").read_text(encoding="utf-8"))["counts"] == []
    cases = read_cases(tmp_path / "gold")
    fields = score(cases, [one for one in read_records(tmp_path / "records.jsonl") if one.id == ID]).fields
    assert (fields["counts"].false, fields["dates"].f1) == (1, 1)


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_pages_have_no_serious_fault_for_any_reader(page, address, axe, scheme):
    page.emulate_media(color_scheme=scheme)
    for place in ("/", f"/article/{ID}", "/place/1506"):
        page.goto(address + place)
        assert axe(page) == [], place
    page.goto(f"{address}/article/{ID}")
    page.locator("#people-0").get_by_role("button", name="Rett").click()
    assert axe(page) == []


@pytest.mark.parametrize("width", [360, 768, 1920])
def test_nothing_reaches_beyond_the_screen(page, address, width):
    page.set_viewport_size({"width": width, "height": 800})
    for place in ("/", f"/article/{ID}"):
        page.goto(address + place)
        assert page.evaluate("document.documentElement.scrollWidth") <= width
