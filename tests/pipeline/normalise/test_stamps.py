"""A page's stamps are days or times in Oslo, whatever the clock of the machine and whatever was parsed before."""

import sys
import time
from datetime import UTC, datetime

import dateparser
import pytest

from pipeline.normalise.stamps import SETTINGS, stamp

STAMPS = [
    ("2022-09-30", "2022-09-30"),
    ("30.09.2022", "2022-09-30"),
    ("30.09.22", "2022-09-30"),
    ("30/9-2022", "2022-09-30"),
    ("1. Januar 2024", "2024-01-01"),
    ("30. sept. 2022", "2022-09-30"),
    ("  3. mai\n 2021 ", "2021-05-03"),
    ("tysdag 5. mars 2024", "2024-03-05"),
    ("laurdag 2. mars 2024", "2024-03-02"),
    ("30. september 2022 kl. 14.00", "2022-09-30T14:00:00+02:00"),
    ("3. mai 2021 klokka 9.05", "2021-05-03T09:05:00+02:00"),
    ("30. okt. 2022, 08.15", "2022-10-30T08:15:00+01:00"),
    ("05.08.2024 - 14:30", "2024-08-05T14:30:00+02:00"),
    ("24. juni 2024 | 14:10", "2024-06-24T14:10:00+02:00"),
    ("2024-06-05 kl. 12:00", "2024-06-05T12:00:00+02:00"),
    ("2022-09-30 14:00", "2022-09-30T14:00:00+02:00"),
    ("2022-12-30T14:00:00Z", "2022-12-30T15:00:00+01:00"),
    ("2014-11-06T23:30:00Z", "2014-11-07T00:30:00+01:00"),
    ("2022-09-30T10:00:00+0200", "2022-09-30T10:00:00+02:00"),
    ("29. oktober 2023 02:30", "2023-10-29T02:30:00+02:00"),  # the hour that comes twice: the first of them
    ("3. mai 2021 kl. 25.00", "2021-05-03"),  # no such clock time: the day stands
]
NO_STAMPS = [
    None,
    "",
    " \n",
    "snart",
    "kl. 14.00",
    "mandag",
    "mai 2022",
    "2022",
    "31.02.2022",
    "2022-02-30",
    "2022-02-30T10:00",
    "99.99.9999",
    "9999-12-31T23:59Z",
    "0001-01-01T00:30+14:00",
    "i dag",
    "i går",
    "i går kl. 12.00",
    "for to dager siden",
    "2 timer siden",
    "om tre veker",
]


@pytest.mark.parametrize(("text", "value"), STAMPS)
def test_a_stamp_is_a_day_or_a_time_in_oslo(text, value):
    assert stamp(text).isoformat() == value


@pytest.mark.parametrize("text", NO_STAMPS)
def test_what_is_no_stamp_or_hangs_on_the_clock_is_none(text):
    assert stamp(text) is None


def test_no_base_is_handed_to_dateparser():
    """Its parsers are kept by their settings: with one base, they would grow by one for each article."""
    assert "RELATIVE_BASE" not in SETTINGS
    assert SETTINGS["PARSERS"] == ["absolute-time"]


def test_another_base_in_the_same_process_changes_no_stamp():
    for year in (1999, 2010, 2020):
        dateparser.parse("i går", languages=["nb"], settings={"RELATIVE_BASE": datetime(year, 5, 3, tzinfo=UTC)})
        assert stamp("30. september 2022").isoformat() == "2022-09-30"
        assert stamp("i går") is None


def test_many_stamps_leave_no_parsers_behind():
    def kept():
        known = (vars(module) for name, module in list(sys.modules.items()) if name.startswith("dateparser"))
        return sum(len(cache) for names in known for cache in names.values() if isinstance(cache, dict))

    stamp("1. mai 2020")
    before = kept()
    for day in range(1, 29):
        stamp(f"{day}. mai 2021 kl. 10.{day:02}")
    assert kept() <= before + 5


@pytest.mark.clock
@pytest.mark.parametrize("junk", ["1.", "mai ", "kl. 10 ", "2022-"])
def test_a_long_text_is_refused_at_once(junk):
    start = time.process_time()
    assert stamp(junk * 200_000) is None
    assert time.process_time() - start < 1
