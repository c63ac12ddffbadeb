"""A way from page to outcome on which some pages do harm: what worker processes of the tests are given as work."""

import ctypes
import os
import signal
import time
from pathlib import Path

from pipeline.batch.outcome import Done

HAZARDS = f"{__name__}:work"


def page_text(number, hazard=""):
    return f"Sak {number}\n\n{hazard}\n".encode()


def work(page):
    hazard = page.content.decode().split()[2:]
    if hazard:
        globals()[hazard[0]](*hazard[1:])
    return Done(page.uri, page.uri, page.uri, page.content.ljust(16)[:16], (), {"parse": 0.001})


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
