"""A document that does harm is rejected alone, the others come to their outcome, in order."""

import pytest

from models.errors import ParseError, ReleaseError, RunError
from models.page import Page
from pipeline.batch.limits import Limits
from pipeline.batch.outcome import Done
from pipeline.batch.pool import Pool
from pipeline.batch.settings import Settings
from tests.pipeline.batch.hazards import HAZARDS, page_text

LIMITS = Limits(seconds=1, memory=500)


def page(number, hazard=""):
    return Page(uri=f"{number}", content=page_text(number, hazard), media_type="text/plain")


def outcomes(listed, **options):
    settings = Settings(**{"workers": 2, "limits": LIMITS, "work": HAZARDS} | options)
    with Pool(settings) as pool:
        return [*pool.outcomes(listed)]


HARMS = {
    "segfault": "its worker died: signal SIGSEGV",
    "loop": "it took more than 1 seconds",
    "sleep_in_c": "it took more than 1 seconds",
    "allocate": "it needs more than 500 MB of memory",
    "fail": "internal error: ZeroDivisionError: boom",
    "leave": "its worker died: exit code 7",
}


def test_harmful_documents_are_rejected_alone():
    hazards = dict(enumerate(HARMS, start=3))
    hazards |= {number + 10: hazard for number, hazard in hazards.items()}
    found = outcomes([page(number, hazards.get(number, "")) for number in range(40)])
    assert [one.source if isinstance(one, ReleaseError) else one.uri for one in found] == [str(n) for n in range(40)]
    rejected = {int(one.source): one.reason for one in found if isinstance(one, ReleaseError)}
    assert rejected == {number: HARMS[hazard] for number, hazard in hazards.items()}


def test_a_document_whose_worker_a_stranger_killed_is_tried_again(tmp_path):
    (found,) = outcomes([page(1, f"killed_once {tmp_path / 'mark'}")])
    assert isinstance(found, Done)
    assert (tmp_path / "mark").exists()


def test_errors_of_the_listing_keep_their_place():
    found = outcomes([page(0), ParseError("1", "no headline"), page(2)])
    assert [type(one) for one in found] == [Done, ParseError, Done]


def test_workers_are_replaced_after_their_share():
    assert [one.uri for one in outcomes(map(page, range(30)), recycle=4)] == [str(n) for n in range(30)]


def test_no_more_pages_are_read_than_are_needed():
    read = []

    def listed():
        for number in range(1000):
            read.append(number)
            yield page(number)

    with Pool(Settings(workers=1, work=HAZARDS)) as pool:
        found = pool.outcomes(listed())
        for _ in range(10):
            next(found)
        assert len(read) < 60


def test_a_worker_that_cannot_load_stops_the_run():
    with pytest.raises(RunError, match="cannot start"):
        outcomes([page(0)], work="tests.pipeline.batch.hazards:missing")
