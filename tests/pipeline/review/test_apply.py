"""Patches change the record where they fit, and are kept where they do not."""

from pipeline.review.apply import review
from pipeline.review.patches import DONE, Patch


def decide(record, path, old, new):
    return Patch.made(record.id, path, old, new, reviewer="kari")


def value(record, field, at=0):
    return record.model_dump(mode="json")[field][at]


def test_an_accepted_value_is_sure(made):
    record = made.record()
    date = value(record, "dates")
    corrected = review(record, [decide(record, "/dates/0", date, date)]).corrected()
    assert (corrected.dates[0].edtf, corrected.dates[0].confidence, corrected.dates[0].by) == (
        "2024-05-12",
        1,
        "day-month",
    )


def test_a_rejected_value_is_gone(made):
    record = made.record()
    reviewed = review(record, [decide(record, "/people/0", value(record, "people"), None)])
    assert reviewed.corrected().people == ()
    assert reviewed.items["people"][0].state == "rejected"


def test_an_edited_value_says_who_read_it(made):
    record = made.record()
    old = value(record, "organizations", 0) if record.organizations else value(record, "counts")
    new = {**old, "value": 41000000}
    corrected = review(record, [decide(record, "/counts/0", old, new)]).corrected()
    assert (int(corrected.counts[0].value), corrected.counts[0].by) == (41000000, "reviewer")


def test_an_added_value_joins_the_record(made):
    record = made.record()
    new = {"name": "Brua AS", "mentions": [made.mention("brua")], "confidence": 1, "by": "reviewer"}
    assert (
        review(record, [decide(record, "/organizations/-", None, new)]).corrected().organizations[0].name == "Brua AS"
    )


def test_an_edit_of_an_edit_counts_from_what_stands(made):
    record = made.record()
    old = value(record, "counts")
    second, third = {**old, "unit": "EUR"}, {**old, "unit": "SEK"}
    patches = [decide(record, "/counts/0", old, second), decide(record, "/counts/0", second, third)]
    assert review(record, patches).corrected().counts[0].unit == "SEK"


def test_a_title_is_corrected(made):
    record = made.record()
    patch = decide(record, "/publisher", "Molde kommune", "Statens vegvesen")
    assert review(record, [patch]).corrected().publisher == "Statens vegvesen"


def test_a_decision_survives_a_rerun_that_moves_and_renumbers_the_value(made):
    record = made.record()
    date = value(record, "dates")
    patch = decide(record, "/dates/3", {**date, "confidence": 0.2, "by": "older", "mentions": []}, date)
    reviewed = review(record, [patch])
    assert (reviewed.stale, reviewed.items["dates"][0].state) == ([], "accepted")


def test_a_decision_on_what_the_record_no_longer_says_is_kept_aside(made):
    record = made.record()
    patch = decide(record, "/people/0", {**value(record, "people"), "name": "Kari Wik"}, None)
    reviewed = review(record, [patch])
    assert reviewed.stale == [patch]
    assert reviewed.corrected() == record


def test_an_added_value_moves_with_its_words(made):
    text = made.record().text
    moved = made.record(
        text=text + " Heisholt AS bygde.",
        sections=[{"kind": "title", "start": 0, "end": len(text)}],
    )
    away = {"start": 1, "end": 12, "text": "Heisholt AS"}
    new = {"name": "Heisholt AS", "mentions": [away], "confidence": 1, "by": "reviewer"}
    corrected = review(moved, [decide(moved, "/organizations/-", None, new)]).corrected()
    assert corrected.organizations[0].mentions[0].start == moved.text.index("Heisholt AS")


def test_an_added_value_whose_words_are_gone_is_kept_aside(made):
    record = made.record()
    new = {"name": "X", "mentions": [{"start": 0, "end": 4, "text": "Borte"}], "confidence": 1, "by": "reviewer"}
    patch = decide(record, "/organizations/-", None, new)
    assert review(record, [patch]).stale == [patch]


def test_a_patch_for_a_field_that_is_none_is_kept_aside(made):
    record = made.record()
    patch = decide(record, "/text", record.text, "annet")
    assert review(record, [patch]).stale == [patch]


def test_an_article_is_done_until_it_is_opened_again(made):
    record = made.record()
    done, reopened = decide(record, DONE, old=False, new=True), decide(record, DONE, old=True, new=False)
    assert review(record, [done]).done
    assert not review(record, [done, reopened]).done


def test_of_two_values_alike_the_one_at_those_words_is_meant(made):
    record = made.record()
    count = value(record, "counts")
    other = {**count, "mention": made.mention("Brua")}
    twice = made.record(counts=[other, count])
    reviewed = review(twice, [decide(twice, "/counts/0", {**other, "mention": count["mention"]}, None)])
    assert [item.state for item in reviewed.items["counts"]] == ["open", "rejected"]
