"""Importing this module loads what every worker needs, model and all: workers forked afterwards share it."""

from __future__ import annotations

import gc

from models.page import Page
from pipeline.batch.work import work

TEXT = "Møte i Molde\n\nOrdfører Kari Nordmann (Ap) sier at 12 elever fra skolen i Molde kom 3. mai 2022.\n"

for fast in (False, True):
    for language in ("", "Eg veit ikkje kva dei vil, men vi kjem heim, seier ho."):
        work(Page(uri="warm", content=(TEXT + language).encode(), media_type="text/plain"), fast=fast)
gc.freeze()  # what is loaded stays: the collector need not look at it, and so does not copy it into each worker
