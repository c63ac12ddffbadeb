"""Measure how right the records are: `python benchmarks/accuracy.py [--fast] [--write]`.

F1 by field on each folder of answers, and by written standard on those that rules were never mended with. `--write` puts the
table into docs/accuracy.md, between its two marks.
"""

from __future__ import annotations

import argparse
from pathlib import Path

from pipeline.batch.extractor import Extractor
from pipeline.evaluate.answers import read_cases
from pipeline.evaluate.items import FIELDS
from pipeline.evaluate.score import score
from scrapers.sources import pages

ROOT = Path(__file__).parents[1]
FOLDERS = ("releases", "heldout", "heldout-2", "heldout-3", "unseen", "unseen-2")
BLIND = "unseen-2"
PAGE = ROOT / "docs" / "accuracy.md"
BEGIN, END = "<!-- figures -->", "<!-- end of figures -->"


def main() -> None:
    """Print the table, and write it if asked to."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--write", action="store_true")
    parser.add_argument(
        "--fast", action="store_true", help="by the encoder's fast setting, which the page does not tell of"
    )
    asked = parser.parse_args()
    if asked.fast and asked.write:
        parser.error("the page tells of the accurate setting: --fast or --write")
    columns = {}
    for name in FOLDERS:
        folder = ROOT / "fixtures" / name
        cases = read_cases(folder)
        records = list(Extractor(workers=2, fast=asked.fast).extract_many(pages([str(folder)])))
        columns[f"{name} ({len(cases)})"] = score(cases, records)
        if name == BLIND:
            for language in ("nb", "nn"):
                part = [case for case in cases if case.answer.language == language]
                columns[f"{name}, {language} ({len(part)})"] = score(part, records)
    table = [f"| field | {' | '.join(columns)} | missed | false |", "| --- |" + " --- |" * (len(columns) + 2)]
    blind = next(found for name, found in columns.items() if name.startswith(BLIND))
    for field in FIELDS:
        if not field.endswith("_values"):
            row = blind.fields[field]
            figures = " | ".join(f"{found.fields[field].f1:.3f}" for found in columns.values())
            table.append(f"| {field} | {figures} | {row.missed} of {row.hit + row.missed} | {row.false} |")
    print("\n".join(table))
    if asked.write:
        before, _, rest = PAGE.read_text(encoding="utf-8").partition(BEGIN)
        after = rest.partition(END)[2]
        PAGE.write_text(before + "\n".join((BEGIN, "", *table, "", END)) + after, encoding="utf-8")


if __name__ == "__main__":
    main()
