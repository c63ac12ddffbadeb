"""The page answers those who may ask, saves each decision at once, and shows articles as text."""

import httpx
import pytest

from pipeline.review.gold import Gold
from pipeline.review.patches import PatchFile

ID = "bru".ljust(32, "0")
DATE = {"edtf": "2024-05-12"}


def decide(client, **decision):
    return client.post(f"/article/{ID}/decide", json=decision)


def old_value(made, field):
    return made.record().model_dump(mode="json")[field][0]


def test_a_decision_is_on_disk_when_it_is_answered(client, tmp_path, made):
    answer = decide(client, do="reject", path="/people/0", old=old_value(made, "people"))
    assert answer.status_code == 200
    assert "is-rejected" in answer.json()["html"]
    (patch,) = PatchFile(tmp_path / "records.patches.jsonl").of(ID)
    assert (patch.path, patch.new, patch.reviewer) == ("/people/0", None, "prøver")


def test_undo_takes_back_the_last_decision(client, tmp_path, made):
    decide(client, do="reject", path="/people/0", old=old_value(made, "people"))
    decide(client, do="accept", path="/dates/0", old=old_value(made, "dates"))
    assert "is-rejected" in decide(client, path="/undo").json()["html"]
    assert "is-rejected" not in decide(client, path="/undo").json()["html"]
    assert decide(client, path="/undo").status_code == 200  # nothing left: nothing happens
    assert PatchFile(tmp_path / "records.patches.jsonl").of(ID) == []


def test_what_another_tab_changed_is_not_overwritten_unseen(client, tmp_path, made):
    count = old_value(made, "counts")
    given = {"value": "41000000", "unit": "NOK", "kind": "money", "qualifier": ""}
    assert decide(client, do="set", path="/counts/0", old=count, given=given).status_code == 200
    clash = decide(client, do="set", path="/counts/0", old=count, given={**given, "value": "42000000"})
    assert clash.status_code == 409
    assert "41000000" in clash.json()["html"]
    assert len(PatchFile(tmp_path / "records.patches.jsonl").of(ID)) == 1


def test_two_tabs_on_two_values_lose_nothing(client, tmp_path, made):
    decide(client, do="accept", path="/dates/0", old=old_value(made, "dates"))
    decide(client, do="accept", path="/people/0", old=old_value(made, "people"))
    assert len(PatchFile(tmp_path / "records.patches.jsonl").of(ID)) == 2


@pytest.mark.parametrize(
    ("decision", "reason"),
    [
        ({"do": "set", "path": "/dates/0", "old": None, "given": {"edtf": "i går"}, "where": "12. mai"}, "EDTF"),
        ({"do": "set", "path": "/dates/-", "old": None, "given": {"edtf": "2024"}, "where": "13. mai"}, "does not say"),
        ({"do": "accept", "path": "/weather/0", "old": 1}, "no field"),
        ({"do": "accept"}, "no field"),
        ({"path": "/people/0"}, "nothing to do"),
    ],
)
def test_a_wrong_decision_is_refused_with_a_reason(client, tmp_path, decision, reason):
    answer = decide(client, **decision)
    assert answer.status_code == 422
    assert reason in answer.json()["reason"]
    assert not (tmp_path / "records.patches.jsonl").exists()


def test_the_list_knows_how_far_an_article_is(client):
    assert "s2" not in client.get("/").text
    decide(client, path="/reviewed", done=True)
    assert "s2" in client.get("/", params={"state": "done"}).text


@pytest.mark.parametrize(
    ("headers", "status"),
    [
        ({}, 200),
        ({"Host": "evil.example"}, 403),
        ({"Origin": "http://evil.example"}, 403),
        ({"Sec-Fetch-Site": "cross-site"}, 403),
        ({"Content-Type": "text/plain"}, 403),
        ({"Content-Type": "application/x-www-form-urlencoded"}, 403),
    ],
)
def test_only_the_page_itself_may_decide(client, headers, status):
    sent = {"Content-Type": "application/json", **headers}
    assert client.post(f"/article/{ID}/decide", content=b'{"path": "/undo"}', headers=sent).status_code == status


def test_another_host_may_not_even_look(client):
    assert client.get("/", headers={"Host": "rebound.example"}).status_code == 403


@pytest.mark.parametrize("content", [b"", b"{", b"[]", b'"x"', b"\xff"])
def test_a_body_that_is_no_decision_is_refused(client, content):
    answer = client.post(f"/article/{ID}/decide", content=content, headers={"Content-Type": "application/json"})
    assert answer.status_code in {403, 404, 422}


def test_every_answer_keeps_other_sites_out(client):
    headers = client.get("/").headers
    assert "default-src 'none'" in headers["content-security-policy"]
    assert headers["x-content-type-options"] == "nosniff"


def test_read_only_takes_no_decision(serve, tmp_path, made):
    address = serve(made.write(tmp_path / "r.jsonl", [made.record()]), read_only=True)
    with httpx.Client(base_url=address) as client:
        assert decide(client, path="/undo").status_code == 403
        assert "data-do=" not in client.get(f"/article/{ID}").text
    assert not (tmp_path / "r.patches.jsonl").exists()


def test_an_article_is_shown_as_text(serve, tmp_path, made):
    bad = '<script>alert(1)</script><img src=x onerror="alert(1)">'
    text = f"{bad}\n\n{bad}"
    fields = {name: [] for name in ("municipalities", "people", "dates", "counts", "quotes")}
    name = {"name": bad, "mentions": [made.mention(bad, text)], "confidence": 1, "by": bad}
    sections = [{"kind": "title", "start": 0, "end": len(bad)}]
    one = made.record(
        title=bad, lead=bad, text=text, publisher=bad, warnings=[bad], sections=sections, organizations=[name], **fields
    )
    address = serve(made.write(tmp_path / "r.jsonl", [one]))
    with httpx.Client(base_url=address) as client:
        for place in ("/", f"/article/{ID}", f"/article/{ID}?order=doubt", "/?q=<script>", "/?page=<script>"):
            shown = client.get(place).text
            assert "<script>" not in shown
            assert "<img" not in shown
            assert 'onerror="' not in shown


@pytest.mark.parametrize("place", ["/article/none", "/place/9999", "/static/../app.py", "/nothing"])
def test_what_is_not_there_is_not_found(client, place):
    assert client.get(place).status_code == 404


def test_the_page_speaks_two_languages(client):
    assert "Artikler" in client.get("/").text
    client.get("/language/en?back=/")
    assert "Articles" in client.get("/").text


def test_going_back_leads_to_no_other_site(client):
    assert client.get("/language/en?back=//evil.example").headers["location"] == "/"


def test_words_are_suggested_for_a_selection(client, made):
    at = made.record().text.index("12. mai")
    told = client.get(f"/article/{ID}/suggest", params={"field": "dates", "start": at, "end": at + 7}).json()
    assert told == {"given": {"edtf": "2024-05-12"}, "text": "12. mai"}


def test_a_place_has_its_history(client):
    shown = client.get("/place/1502").text
    assert "1506" in shown


def test_differences_from_the_answers_are_told(serve, tmp_path, made):
    answers = tmp_path / "gold"
    answers.mkdir()
    (answers / "bru.json").write_text(
        '{"language": "nb", "title": "Ordføreren i Molde åpner bru", "lead": null, "published": "2024-05-10",'
        '"updated": null, "publisher": "Molde kommune", "municipalities": [], "counties": [], "organizations": ["Brua AS"],'
        '"people": [], "dates": [], "counts": [], "quotes": []}',
        encoding="utf-8",
    )
    address = serve(made.write(tmp_path / "r.jsonl", [made.record()]), gold=Gold(answers))
    with httpx.Client(base_url=address) as client:
        shown = client.get(f"/article/{ID}").text
    assert "mangler: brua as" in shown
    assert "for mye: 1506" in shown
