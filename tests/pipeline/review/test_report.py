"""The report is one page that tells what is in a records file."""

from datetime import UTC, datetime

import pytest

from pipeline.review.charts import map_of_counties, over_time
from pipeline.review.overview import overview
from pipeline.review.report import report
from pipeline.review.words import words

NOW = datetime(2024, 6, 1, 12, tzinfo=UTC)


@pytest.fixture
def file(tmp_path, made):
    (tmp_path / "records.rejects.jsonl").write_text(
        '{"uri": "x.pdf", "error": "ReadError", "reason": "the file is <b>binary</b>"}\nnot json\n', encoding="utf-8"
    )
    records = [made.record(), made.record("b", publisher=None, people=[], published="2023-01-02", warnings=["x:y"])]
    return made.write(tmp_path / "records.jsonl", records)


def test_everything_is_counted_once_an_article(made):
    seen = overview([made.record(), made.record("b", publisher=None, people=[])])
    assert (seen.articles, seen.people["Kari Vik"], seen.counties["15"]) == (2, 1, 2)
    assert (seen.empty[""]["people"], seen.empty["Molde kommune"]["people"]) == (1, 0)
    assert (seen.sure["dates"].count, seen.sure["dates"].doubtful) == (2, 2)


@pytest.mark.parametrize(("language", "words"), [("nb", "Artikler over tid"), ("en", "Articles over time")])
def test_the_page_needs_nothing_beside_it(file, language, words):
    page = report(file, language, NOW)
    assert words in page
    assert "http" not in page.replace("http-equiv", "")
    assert "<script" not in page


def test_reasons_of_rejects_are_told_as_text(file):
    page = report(file, "nb", NOW)
    assert "the file is &lt;b&gt;binary" in page
    assert "not json" in page


def test_a_file_without_records_has_a_report(tmp_path):
    empty = tmp_path / "records.jsonl"
    empty.write_text("", encoding="utf-8")
    assert "Ingen av artiklene har en dag" in report(empty, "nb", NOW)


@pytest.mark.parametrize(
    ("months", "first", "bars"),
    [
        ({"2024-01": 1, "2024-03": 2}, "2024-01", 3),
        ({"1999-12": 1, "2024-03": 2}, "1999", 26),
        ({"": 4, "2024-02": 1}, "2024-02", 1),
    ],
)
def test_time_is_shown_by_month_or_by_year(months, first, bars):
    svg = over_time(months)
    assert svg.count("<rect") == bars
    assert f">{first}</text>" in svg


def test_every_county_of_today_has_a_tile():
    svg = map_of_counties({"46": 3})
    assert svg.count("<g ") == 15
    assert "Vestland: 3" in svg


def test_the_report_is_accessible_and_fits_a_phone(file, tmp_path, page, axe):
    path = tmp_path / "report.html"
    path.write_text(report(file, "nb", NOW), encoding="utf-8")
    page.set_viewport_size({"width": 360, "height": 800})
    page.goto(path.as_uri())
    assert page.evaluate("document.documentElement.scrollWidth") <= 360
    assert axe(page) == []


def test_both_languages_have_the_same_words():
    assert words("nb").keys() == words("en").keys()
