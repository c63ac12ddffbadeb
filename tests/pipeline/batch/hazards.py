"""A way from page to outcome on which some pages do harm: what worker processes of the tests are given as work."""

import ctypes
import os
import signal
import time
from pathlib import Path

from models.record import Record, Source
from pipeline.batch.outcome import Done

HAZARDS = f"{__name__}:work"
RECORDS = f"{__name__}:write_record"


def page_text(number, hazard=""):
    return f"Sak {number}\n\n{hazard}\n".encode()


def work(page):
    hazard = page.content.decode().split()[2:]
    if hazard:
        globals()[hazard[0]](*hazard[1:])
    return Done(page.uri, page.uri, page.uri, page.content.ljust(16)[:16], (), {"parse": 0.001})


def write_record(page):
    """A record that holds the page's words alone."""
    source = Source(uri=page.uri, media_type=page.media_type, sha256=page.sha256, size=1, scraper="test")
    text = page.content.decode()
    none = dict.fromkeys(("publisher", "lead", "published", "updated"))
    record = Record(id=source.id, source=source, language="nb", title=text, text=text, sections=(), **none)
    return Done(record.id, page.uri, record.model_dump_json(), page.content.ljust(16)[:16], (), {})


def segfault():
    ctypes.string_at(0)


def loop():
    while True:
        pass


def sleep_in_c():
    signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGALRM})
    time.sleep(1000)


def allocate():
    return bytearray(8_000_000_000)


def leave():
    os._exit(7)


def fail():
    raise ZeroDivisionError("boom")


def killed_once(mark):
    """As the system may kill any process when memory runs short: the second time all is well."""
    if not Path(mark).exists():
        Path(mark).touch()
        os.kill(os.getpid(), signal.SIGKILL)
