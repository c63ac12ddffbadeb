"""Set the page reader beside general extractors: python benchmarks/pages.py [--rounds N].

Token F1 against the answers of `fixtures/pages` (lead and blocks; the headline counts for nobody); the share of the
verbatim names, dates, counts and quotes of the answers of `fixtures/releases` and `fixtures/heldout` that the extracted
text holds; pages a second over all of them by the processor's time, the best of N rounds.
"""

import argparse
import json
import re
import time
from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path

import trafilatura
from goose3 import Goose
from lxml import html as lxml_html
from readability import Document as Readable

from models.errors import ReleaseError
from scrapers.pages import read
from scrapers.publishers import parse

FIXTURES = Path(__file__).parents[1] / "fixtures"
HTML = (".html", ".xhtml")
WORD = re.compile(r"\w+")
SPACE = re.compile(r"\s+")


def ours(path: Path) -> str:
    """The lead and body by utdrag's reader."""
    try:
        release = parse(read(path))
    except ReleaseError:
        return ""
    return "\n".join(block.text for block in release.blocks if block.kind != "title")


def by_trafilatura(path: Path) -> str:
    """The text by trafilatura as it comes."""
    return trafilatura.extract(path.read_bytes(), include_comments=False) or ""


def by_readability(path: Path) -> str:
    """The text of the summary by readability-lxml."""
    summary = Readable(path.read_bytes().decode("utf-8", "replace")).summary()
    return lxml_html.fromstring(summary).text_content() if summary.strip() else ""


def by_goose(path: Path) -> str:
    """The cleaned text by goose3."""
    with Goose({"enable_image_fetching": False, "target_language": "no", "use_meta_language": False}) as goose:
        return goose.extract(raw_html=path.read_bytes().decode("utf-8", "replace")).cleaned_text or ""


READERS: tuple[tuple[str, Callable[[Path], str]], ...] = (
    ("utdrag", ours),
    ("trafilatura", by_trafilatura),
    ("readability-lxml", by_readability),
    ("goose3", by_goose),
)


def main() -> None:
    """Print a line for each reader."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rounds", type=int, default=3)
    rounds = parser.parse_args().rounds
    pages = [(path, *_expected(path)) for path in _html("pages")]
    cases = [(path, [*_verbatim(path)]) for name in ("releases", "heldout") for path in _html(name)]
    print(
        f"{len(pages)} pages with blocks, {len(cases)} releases with {sum(len(texts) for _, texts in cases)} mentions"
    )
    print(f"{'reader':18}{'token F1':>10}{'perfect':>10}{'mentions':>10}{'pages/s':>10}")
    for name, reader in READERS:
        scores = [f1(_tokens(reader(path), title), _tokens(text, title)) for path, title, text in pages]
        held = [_share(reader(path), texts) for path, texts in cases]
        speed = _speed(reader, [path for path, *_ in (*pages, *cases)], rounds)
        whole = sum(score > 0.999 for score in scores) / len(scores)
        print(f"{name:18}{sum(scores) / len(scores):10.3f}{whole:10.2f}{sum(held) / len(held):10.3f}{speed:10.1f}")


def f1(got: Counter[str], expected: Counter[str]) -> float:
    """The F1 of two bags of tokens."""
    common = (got & expected).total()
    return 2 * common / (got.total() + expected.total()) if common else 0.0


def _html(folder: str) -> list[Path]:
    return sorted(path for path in (FIXTURES / folder).iterdir() if path.suffix in HTML)


def _expected(path: Path) -> tuple[str, str]:
    answer = json.loads(path.with_suffix(".json").read_text(encoding="utf-8"))
    return answer["title"], "\n".join([answer["lead"] or "", *(text for _, text in answer["blocks"])])


def _verbatim(path: Path) -> Iterator[str]:
    """What the answer of a release quotes from it word for word."""
    answer = json.loads(path.with_suffix(".json").read_text(encoding="utf-8"))
    for field, key in (("people", "name"), ("dates", "text"), ("counts", "text"), ("quotes", "text")):
        yield from (one[key] for one in answer[field] if not one.get("optional"))


def _share(text: str, wanted: list[str]) -> float:
    text = SPACE.sub(" ", text).casefold()
    return sum(SPACE.sub(" ", one).casefold() in text for one in wanted) / len(wanted)


def _tokens(text: str, title: str) -> Counter[str]:
    """The words of a text, without the headline where it opens with that."""
    return Counter(WORD.findall(text.strip().removeprefix(title).casefold()))


def _speed(reader: Callable[[Path], str], paths: list[Path], rounds: int) -> float:
    best = float("inf")
    for _ in range(rounds):
        begun = time.process_time()
        for path in paths:
            reader(path)
        best = min(best, time.process_time() - begun)
    return len(paths) / best


if __name__ == "__main__":
    main()
