"""Set our dates beside dateparser.search on the same releases: python benchmarks/dates.py [FOLDER...].

A folder holds gold releases with their answers. Each finder is timed over the bare text, dateparser with the day of
the release as its base, as its own manual has it. The F1 is counted twice: strictly (the words and the EDTF value of
the answer), and kindly (any words that overlap the answer's, and any day within its first and last), which is how a
finder that gives one day for "mai" can be right at all.
"""

import argparse
import statistics
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path

from dateparser.search import search_dates

from models.edtf import bounds
from models.release import Release
from pipeline.annotate import dates as marking
from pipeline.annotate import sentences
from pipeline.annotate.tokenizer import language
from pipeline.evaluate.answers import DateAnswer, read_cases
from pipeline.evaluate.items import fold
from pipeline.normalise import dates as worth
from pipeline.normalise.context import Context
from pipeline.normalise.stamps import stamp
from pipeline.spans import SECTIONS, mark
from scrapers.pages import read
from scrapers.publishers import parse

Found = Sequence[tuple[str, str]]  # the words and the EDTF value
FOLDERS = (Path("fixtures/releases"), Path("fixtures/heldout"))


@dataclass
class Tally:
    """What a finder got right and wrong, strictly and kindly, and how long it took for each text."""

    strict: list[int]
    kind: list[int]
    seconds: list[float]


def main() -> None:
    """Print a table of both finders, and how many times faster ours is."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folders", nargs="*", type=Path, default=FOLDERS, metavar="FOLDER")
    cases = [
        (parse(read(_document(folder, case.stem))), case.answer.dates)
        for folder in parser.parse_args().folders
        for case in read_cases(folder)
    ]
    for finder in (ours, dateparser_search):
        finder([], date(2024, 6, 5), "i dag")  # tables are read once
    tallies = {finder.__name__: _run(finder, cases) for finder in (ours, dateparser_search)}
    print(f"{len(cases)} releases\n{'finder':20}{'strict F1':>10}{'kind F1':>10}{'ms a text':>12}")
    for name, tally in tallies.items():
        middle = 1000 * statistics.median(tally.seconds)
        print(f"{name:20}{_f1(tally.strict):10.3f}{_f1(tally.kind):10.3f}{middle:12.2f}")
    ratio = sum(tallies["dateparser_search"].seconds) / sum(tallies["ours"].seconds)
    print(f"ours takes 1/{ratio:.0f} of the time")


def _document(folder: Path, stem: str) -> Path:
    return next(path for path in sorted(folder.glob(f"{stem}.*")) if path.suffix != ".json")


def ours(marks: list[tuple[str, int, int]], published: date | None, text: str) -> Found:
    """What our rules find, their marks of sentences and sections included in the time."""
    doc = language("nb").make_doc(text)
    doc.user_data["language"] = "nb"
    for kind, start, end in marks:
        mark(doc, SECTIONS, start, end, by=kind)
    reading = worth.normalise(marking.annotate(sentences.annotate(doc)), Context(published=published))
    return [(mention.text, value.edtf) for value in reading.values for mention in value.mentions]


def dateparser_search(marks: list[tuple[str, int, int]], published: date | None, text: str) -> Found:  # noqa: ARG001
    """What dateparser finds, each as a day."""
    settings = {"RELATIVE_BASE": datetime.combine(published, datetime.min.time())} if published else {}
    found = search_dates(text, languages=["nb"], settings={"DATE_ORDER": "DMY", **settings}) or []
    return [(words, day.date().isoformat()) for words, day in found]


def _run(finder: Callable[..., Found], cases: Sequence[tuple[Release, Sequence[DateAnswer]]]) -> Tally:
    tally = Tally([0, 0, 0], [0, 0, 0], [])
    for release, answers in cases:
        day = stamp(release.published) or stamp(release.updated)
        published = day.date() if isinstance(day, datetime) else day
        start = time.process_time()
        found = finder(list(release.sections()), published, release.text)
        tally.seconds.append(time.process_time() - start)
        _count(tally.strict, {(fold(words), value) for words, value in found}, answers, _same)
        _count(tally.kind, set(found), answers, _near)
    return tally


def _count(
    into: list[int], found: set[tuple[str, str]], answers: Sequence[DateAnswer], fits: Callable[..., bool]
) -> None:
    """Add what was right, false and missed."""
    right = [one for one in found if any(fits(one, answer) for answer in answers)]
    needed = [answer for answer in answers if not answer.optional]
    met = sum(any(fits(one, answer) for one in found) for answer in needed)
    into[0] += met
    into[1] += len(found) - len(right)
    into[2] += len(needed) - met


def _same(found: tuple[str, str], answer: DateAnswer) -> bool:
    return found == (fold(answer.text), answer.value)


def _near(found: tuple[str, str], answer: DateAnswer) -> bool:
    words, told = fold(found[0]), fold(answer.text)
    if words not in told and told not in words:
        return False
    (start, end), (first, last) = bounds(found[1]), bounds(answer.value)
    return (first or "")[:10] <= (start or "")[:10] and (end or "9")[:10] <= (last or "9")[:10]


def _f1(counts: Sequence[int]) -> float:
    right, false, missed = counts
    return 2 * right / max(2 * right + false + missed, 1)


if __name__ == "__main__":
    main()
