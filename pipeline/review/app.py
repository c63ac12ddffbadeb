"""The web page: the list of articles, one article beside its record, and the decisions made on it."""

from __future__ import annotations

from dataclasses import dataclass
from importlib.resources import files
from typing import TYPE_CHECKING, Any
from urllib.parse import urlencode

from jinja2 import Environment, PackageLoader, StrictUndefined
from pydantic_core import from_json
from starlette.applications import Starlette
from starlette.concurrency import run_in_threadpool
from starlette.middleware import Middleware
from starlette.responses import HTMLResponse, JSONResponse, PlainTextResponse, RedirectResponse
from starlette.routing import Mount, Route
from starlette.staticfiles import StaticFiles

from models.errors import ReadError
from pipeline.lexicon.register import counties, county_name, heirs, municipalities, today
from pipeline.review.apply import review
from pipeline.review.decide import decided
from pipeline.review.guard import Guard
from pipeline.review.kinds import KINDS
from pipeline.review.listing import SORTS, STATES, choices, listing, neighbours
from pipeline.review.marks import stage
from pipeline.review.page import blocks, cards
from pipeline.review.suggest import suggest
from pipeline.review.words import LANGUAGES, words

if TYPE_CHECKING:
    from collections.abc import Mapping

    from starlette.requests import Request
    from starlette.responses import Response

    from models.record import Record
    from pipeline.review.gold import Gold
    from pipeline.review.index import Index
    from pipeline.review.patches import PatchFile

CLASH = 409
BAD = 422
REFUSED = 403
GONE = 404
FULL = 507
LOOPBACK = ("127.0.0.1", "localhost", "[::1]")


@dataclass(frozen=True)
class Desk:
    """What the page works on: the index of the records, the patches, who decides, and what may be done."""

    index: Index
    patches: PatchFile
    reviewer: str
    language: str = "nb"
    read_only: bool = False
    gold: Gold | None = None


def app(desk: Desk, hosts: tuple[str, ...] = ()) -> Starlette:
    """The web application for a desk; it answers for the loopback names and for `hosts`, and for no other name."""
    views = Views(desk)
    return Starlette(
        routes=[
            Route("/", views.articles),
            Route("/article/{id}", views.article),
            Route("/article/{id}/decide", views.decide, methods=["POST"]),
            Route("/article/{id}/suggest", views.suggest),
            Route("/place/{code}", views.place),
            Route("/language/{code}", views.language),
            Mount("/static", StaticFiles(directory=str(files("pipeline.review") / "static"))),
        ],
        middleware=[Middleware(Guard, hosts=(*LOOPBACK, *hosts))],
        exception_handlers={ReadError: _unreadable},
    )


def _unreadable(_: Request, error: Exception) -> Response:
    """The answer where a line of the file, or of the decisions beside it, turns out to be none."""
    return PlainTextResponse(str(error), status_code=BAD)


class Views:
    """The answers to every address of the page."""

    def __init__(self, desk: Desk) -> None:
        self.desk = desk
        self.templates = Environment(
            loader=PackageLoader("pipeline.review"), autoescape=True, undefined=StrictUndefined, trim_blocks=True
        )
        self.templates.globals["address"] = address
        self.known = {
            "municipalities": [(unit.code, unit.name) for unit in _newest(municipalities())],
            "counties": [(unit.code, unit.name) for unit in _newest(counties())],
        }

    async def articles(self, request: Request) -> Response:
        """The list."""
        return await run_in_threadpool(self._articles, request)

    def _articles(self, request: Request) -> Response:
        asked = dict(request.query_params)
        with self.desk.index.open() as db:
            held, offered = listing(db, asked), choices(db)
        kinds = [kind.field for kind in KINDS]
        told = {"listed": held, "offered": offered, "asked": asked, "sorts": [*SORTS], "states": [*STATES]}
        return self._page(request, "list.html", **told, kinds=kinds, bad=self.desk.index.bad)

    async def article(self, request: Request) -> Response:
        """One article beside its record."""
        return await run_in_threadpool(self._article, request)

    def _article(self, request: Request) -> Response:
        article = request.path_params["id"]
        record = self.desk.index.record(article)
        if record is None:
            return PlainTextResponse("404: no such article", status_code=404)
        with self.desk.index.open() as db:
            before, after = neighbours(db, article)
        told = self._told(request, record)
        return self._page(request, "article.html", **told, before=before, after=after, known=self.known, kinds=KINDS)

    async def decide(self, request: Request) -> Response:
        """Take a decision: save it as a patch, and answer with the record as it then stands."""
        if self.desk.read_only:
            return JSONResponse({"reason": words(self._language(request))["read_only"]}, REFUSED)
        try:
            given = from_json(await request.body())
        except ValueError:
            return JSONResponse({"reason": "the decision is no JSON"}, BAD)
        return await run_in_threadpool(self._decide, request, given)

    def _decide(self, request: Request, given: Any) -> Response:
        article = request.path_params["id"]
        record = self.desk.index.record(article)
        if record is None or not isinstance(given, dict):
            return JSONResponse({"reason": "no such article"}, GONE)
        try:
            patch = decided(record, given, self.desk.patches.of(article), self.desk.reviewer)
        except ValueError as error:
            return JSONResponse({"reason": str(error)}, BAD)
        if patch is not None and patch.undoes is None:
            after = review(record, [*self.desk.patches.of(article), patch])
            if any(stale.id == patch.id for stale in after.stale):
                reason = words(self._language(request))["clash"]
                return JSONResponse({"reason": reason, "html": self._fragment(request, record)}, CLASH)
        try:
            if patch is not None:
                self.desk.patches.add(patch)
        except OSError as error:
            return JSONResponse({"reason": f"{self.desk.patches.path}: {error.strerror}"}, FULL)
        standing = self.desk.patches.of(article)
        self.desk.index.mark([(article, stage(standing))])
        return JSONResponse({"html": self._fragment(request, record)})

    async def suggest(self, request: Request) -> Response:
        """What a form holds for selected words."""
        return await run_in_threadpool(self._suggest, request)

    def _suggest(self, request: Request) -> Response:
        record = self.desk.index.record(request.path_params["id"])
        asked = request.query_params
        try:
            start, end = int(asked["start"]), int(asked["end"])
        except (KeyError, ValueError):
            return JSONResponse({"reason": "start and end are needed"}, BAD)
        if record is None or not 0 <= start < end <= len(record.text):
            return JSONResponse({"reason": "no such words"}, GONE)
        return JSONResponse(
            {"given": suggest(asked.get("field", ""), record, start, end), "text": record.text[start:end]}
        )

    async def place(self, request: Request) -> Response:
        """A municipality or county over time."""
        code = request.path_params["code"]
        units = [unit for unit in (*municipalities(), *counties()) if unit.code == code]
        if not units:
            return PlainTextResponse("404: no such place", status_code=404)
        periods = [
            (unit, unit.level == "municipality" and county_name(unit.county_code, unit.valid_from)) for unit in units
        ]
        now = [(heir, today(heir)) for heir in heirs(code)] if units[0].level == "municipality" else []
        return self._page(request, "place.html", code=code, periods=periods, now=now)

    async def language(self, request: Request) -> Response:
        """Set the language of the page, and go back."""
        code = request.path_params["code"]
        back = request.query_params.get("back", "/")
        answer = RedirectResponse(back if back.startswith("/") and not back.startswith("//") else "/", status_code=303)
        if code in LANGUAGES:
            answer.set_cookie("language", code, httponly=True, samesite="strict")
        return answer

    def _told(self, request: Request, record: Record) -> dict[str, Any]:
        reviewed = review(record, self.desk.patches.of(record.id))
        by_doubt = request.query_params.get("order") == "doubt"
        held = cards(reviewed, by_doubt=by_doubt)
        return {
            "record": record,
            "reviewed": reviewed,
            "cards": held,
            "blocks": blocks(record, held),
            "by_doubt": by_doubt,
            "read_only": self.desk.read_only,
            "differences": self.desk.gold.differences(reviewed.corrected()) if self.desk.gold else [],
        }

    def _fragment(self, request: Request, record: Record) -> str:
        told = self._told(request, record)
        return self.templates.get_template("_record.html").render(w=words(self._language(request)), **told)

    def _language(self, request: Request) -> str:
        return request.cookies.get("language", self.desk.language)

    def _page(self, request: Request, template: str, **told: Any) -> HTMLResponse:
        here = request.url.path + (f"?{request.url.query}" if request.url.query else "")
        page = self.templates.get_template(template)
        return HTMLResponse(
            page.render(w=words(self._language(request)), here=here, reviewer=self.desk.reviewer, **told)
        )


def _newest(units: tuple[Any, ...]) -> list[Any]:
    """The latest period of each number, by name."""
    return sorted({unit.code: unit for unit in units}.values(), key=lambda unit: (unit.name, unit.code))


def address(asked: Mapping[str, str], **changed: Any) -> str:
    """The query string of an address with some of its parts changed."""
    return "?" + urlencode({name: part for name, part in {**asked, **changed}.items() if part not in ("", None)})
