"""Measure what confidence is worth, and work it out anew: `python benchmarks/confidence.py [--write]`.

The answers are those of fixtures/unseen and unseen-2, of which the rules know nothing. A rule's confidence is the share of its values
that are right, drawn towards the share of its kind where it has read few. The expected calibration error of a kind is
measured on documents that its confidences were not worked out from (ten parts, each left out once). `--write` puts the confidences into
pipeline/lexicon/confidence and draws docs/reliability.svg.
"""

from __future__ import annotations

import argparse
import csv
import io
from collections import defaultdict
from dataclasses import replace
from pathlib import Path, PurePath

from pipeline.batch.extractor import Extractor
from pipeline.evaluate.answers import read_cases
from pipeline.evaluate.judge import KINDS, Judged, calibration_error, judge
from scrapers.sources import pages

ROOT = Path(__file__).parents[1]
FOLDERS = [ROOT / "fixtures" / name for name in ("unseen", "unseen-2")]
TABLES = {"municipalities": "places", "counties": "places"}  # the others have a table of their own name
PARTS = 10
MOST = 0.97  # no rule is surer than so few documents can tell
DRAWN = 10  # how many values of its kind a rule is drawn by


def main() -> None:
    """Print the table; write confidences and picture if asked to."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--write", action="store_true")
    asked = parser.parse_args()
    documents = judged_documents()
    held_out = [one for part in range(PARTS) for one in left_out(documents, part)]
    print(f"{'kind':16} {'values':>6} {'right':>7} {'now':>7} {'held out':>9}   (expected calibration error)")
    for kind in KINDS:
        now = [one for document in documents for one in document if one.kind == kind]
        later = [one for one in held_out if one.kind == kind]
        right = sum(one.right for one in now) / max(1, len(now))
        print(f"{kind:16} {len(now):6} {right:7.3f} {calibration_error(now):7.3f} {calibration_error(later):9.3f}")
    if asked.write:
        write(shares([one for document in documents for one in document]))
        (ROOT / "docs" / "reliability.svg").write_text(picture(held_out), encoding="utf-8")


def judged_documents() -> list[list[Judged]]:
    """The values of each held-out document, judged."""
    answers = {case.stem: case.answer for folder in FOLDERS for case in read_cases(folder)}
    records = Extractor(workers=2).extract_many(pages(map(str, FOLDERS)))
    return [list(judge(record, answers[PurePath(record.source.uri).stem])) for record in records]


def left_out(documents: list[list[Judged]], part: int) -> list[Judged]:
    """The values of one part of the documents, with the confidences that the other parts give."""
    known = [one for at, document in enumerate(documents) if at % PARTS != part for one in document]
    table = shares(known)
    rest = [one for document in documents[part::PARTS] for one in document]
    mean = {kind: share([one for one in known if table_of(one.kind) == table_of(kind)]) for kind in KINDS}
    return [replace(one, confidence=table.get((one.kind, one.by), mean[one.kind])) for one in rest]


def share(judged: list[Judged]) -> float:
    """The share of values that are right, as if one more of each had been seen."""
    return (sum(one.right for one in judged) + 1) / (len(judged) + 2)


def shares(judged: list[Judged]) -> dict[tuple[str, str], float]:
    """The confidence of each rule of each kind."""
    kinds, rules = defaultdict(list), defaultdict(list)
    for one in judged:
        kinds[table_of(one.kind)].append(one)
        rules[one.kind, one.by].append(one)
    return {
        (kind, by): min(
            MOST, (sum(one.right for one in held) + DRAWN * share(kinds[table_of(kind)])) / (len(held) + DRAWN)
        )
        for (kind, by), held in rules.items()
    }


def table_of(kind: str) -> str:
    """The table in which the rules of a kind stand; municipalities and counties share one."""
    return TABLES.get(kind, kind)


def write(found: dict[tuple[str, str], float]) -> None:
    """Put the confidences into the tables; a rule that read nothing keeps its own, drawn no further than its kind."""
    tables = defaultdict(dict)
    for (kind, by), value in found.items():
        table = table_of(kind)
        tables[table][by] = min(value, tables[table].get(by, 1))
    for name, values in tables.items():
        path = ROOT / "pipeline" / "lexicon" / "confidence" / f"{name}.csv"
        lines = [line for line in path.read_text(encoding="utf-8").splitlines() if not line.startswith("#")]
        out = io.StringIO()
        out.write(
            "# How sure each rule is: the share of its values that are right (benchmarks/confidence.py --write).\n"
        )
        out.write("by,confidence\n")
        for row in csv.DictReader(lines):
            out.write(f"{row['by']},{round(values.get(row['by'], float(row['confidence'])), 2):g}\n")
        path.write_text(out.getvalue(), encoding="utf-8")


def picture(judged: list[Judged]) -> str:
    """A reliability plot: how often values of a confidence are right, a panel a kind."""
    side, gap = 150, 40
    panels = []
    for at, kind in enumerate(KINDS):
        x, y = (at % 4) * (side + gap) + 30, (at // 4) * (side + gap) + 30
        dots = []
        held = defaultdict(list)
        for one in judged:
            if one.kind == kind:
                held[min(int(one.confidence * 20), 19)].append(one)
        for group in held.values():
            sure = sum(one.confidence for one in group) / len(group)
            right = sum(one.right for one in group) / len(group)
            size = 2 + len(group) ** 0.5 / 2
            dots.append(f'<circle cx="{sure * side:.1f}" cy="{(1 - right) * side:.1f}" r="{size:.1f}"/>')
        panels.append(
            f'<g transform="translate({x} {y})"><rect width="{side}" height="{side}" class="frame"/>'
            f'<path d="M0 {side}L{side} 0" class="frame"/><text y="-8">{kind}</text>{"".join(dots)}</g>'
        )
    style = "text{font:13px sans-serif;fill:#777}.frame{fill:none;stroke:#999}circle{fill:#1f5f8f;fill-opacity:.75}"
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {4 * (side + gap) + 20} {2 * (side + gap) + 20}" role="img">'
        f"<title>Share of right values (up) by confidence (right), 0 to 1</title><style>{style}</style>{''.join(panels)}</svg>\n"
    )


if __name__ == "__main__":
    main()
