"""The library: pages in, records or errors out, in order."""

import multiprocessing
import subprocess
import sys
from pathlib import Path

import pytest

from models.errors import ParseError, ReadError, ReleaseError
from models.page import Page
from models.record import Record
from pipeline import Extractor
from scrapers.sources import pages

ROOT = Path(__file__).parents[3]


def page(text, uri="a.txt"):
    return Page(uri=uri, content=text.encode(), media_type="text/plain")


def test_a_page_gives_its_record_or_raises_its_error():
    assert Extractor().extract(page("Møte i Molde\n\nTolv elever kom.")).title == "Møte i Molde"
    with pytest.raises(ReleaseError, match=r"^b\.html: "):
        Extractor().extract(Page(uri="b.html", content=b"<html></html>", media_type="text/html"))


def test_many_pages_give_what_each_alone_gives():
    listed = [*pages(["fixtures/releases/a06-os-vaksine.txt", "missing.txt"]), page("Møte i Molde\n\nTolv kom.")]
    first, second, third = Extractor(workers=2).extract_many(listed)
    assert isinstance(first, Record)
    assert (first, third) == (Extractor().extract(listed[0]), Extractor().extract(listed[2]))
    assert isinstance(second, ReadError)


def test_values_that_are_not_sure_enough_are_left_out_alike_here_and_in_workers():
    listed = [*pages(["fixtures/releases/a06-os-vaksine.txt"])]
    whole = Extractor().extract(listed[0])
    (there,) = Extractor(workers=1, min_confidence=0.95).extract_many(listed)
    assert there == Extractor(min_confidence=0.95).extract(listed[0]) == whole.above(0.95)
    assert len(there.dates) < len(whole.dates)


def test_the_fast_setting_reads_alike_here_and_in_workers_and_otherwise_than_the_other():
    listed = [*pages(["fixtures/releases/c04-fotball.txt"])]
    (there,) = Extractor(workers=1, fast=True).extract_many(listed)
    assert there == Extractor(fast=True).extract(listed[0]) != Extractor().extract(listed[0])
    codes = [{one.code for one in record.municipalities} for record in (there, Extractor().extract(listed[0]))]
    assert codes[0] == codes[1] != set()


def test_who_stops_early_leaves_no_process():
    found = Extractor(workers=1).extract_many(page(f"Møte {n} i Molde\n\nTolv kom.", f"{n}") for n in range(100))
    assert next(found).source.uri == "0"
    found.close()
    assert not multiprocessing.active_children()


def test_an_error_of_the_listing_comes_out_at_its_place():
    error = ParseError("b.txt", "no headline")
    assert [*Extractor(workers=1).extract_many([error])] == [error]


def test_to_import_the_package_is_cheap():
    code = "import pipeline, sys; print(sorted({'spacy', 'onnxruntime', 'pydantic'} & sys.modules.keys()))"
    done = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True)
    assert done.stdout == "[]\n"


def test_what_the_package_lacks_is_an_attribute_error():
    import pipeline  # noqa: PLC0415

    with pytest.raises(AttributeError, match="Extracto"):
        _ = pipeline.Extracto
