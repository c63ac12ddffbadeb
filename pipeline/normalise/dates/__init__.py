"""Work out the dates of a document: each mark's EDTF, from the day of the article and the dates named before it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from models.edtf import bounds
from models.record import CalendarDate
from pipeline.lexicon.calendar.evidence import tells
from pipeline.lexicon.priors import prior
from pipeline.normalise.context import Context, Reading
from pipeline.normalise.dates.resolve import resolve as value_of  # a name of its own: the module is "resolve" here
from pipeline.normalise.dates.scope import Scope
from pipeline.spans import DATES, facts, marks, mention
from pipeline.spans.dates import Day, Month, Season, Shift

if TYPE_CHECKING:
    from spacy.tokens import Doc, Span

    from models.record import Mention
    from pipeline.spans.dates import Expression, Lean, Node

LEANING = frozenset({"weekday", "day-month", "month", "week", "part", "season", "this-season", "holiday", "days"})


def normalise(doc: Doc, context: Context) -> Reading[CalendarDate]:
    """The dates marked in the document, one for each value, in the order of their first mention."""
    found: dict[str, list[Mention]] = {}
    rules: dict[str, str] = {}
    scope = Scope(context.published)
    for span in marks(doc, DATES):
        expression: Expression = facts(span, DATES)
        scope = scope.at(expression.lean, expression.sentence)
        edtf = _value(expression.node, scope)
        if edtf is None or (context.published and edtf == context.published.isoformat()[:10] and _labelled(span)):
            continue
        scope = scope.after(edtf, year_told=_tells_year(expression.node))
        found.setdefault(edtf, []).append(mention(span))
        rules.setdefault(edtf, _name(span, expression.node, expression.lean))
    return Reading(
        tuple(
            CalendarDate.of(edtf, tuple(mentions), confidence=prior("dates", rules[edtf]), by=rules[edtf])
            for edtf, mentions in found.items()
        )
    )


def _value(node: Node, scope: Scope) -> str | None:
    """The value of an expression, None where it lies beyond the years of the calendar, 1 to 9999."""
    try:
        edtf = value_of(node, scope)
        if edtf:
            bounds(edtf)
    except (OverflowError, ValueError):
        return None
    return edtf


def _labelled(span: Span) -> bool:
    """Whether the article's day stands behind its label: "Dato: 9. mars 1999"."""
    before = span.doc[max(0, span.start - 3) : span.start].text.rsplit("\n", 1)[-1].lower().strip()
    return before.endswith(":") and before.rstrip(": ") in tells("label")


def _tells_year(node: Node) -> bool:
    """Whether the expression is a year, or has one."""
    if isinstance(node, Shift):
        return node.unit == "year" and (node.from_text or node.offset == 1)
    return isinstance(node, (Day, Month, Season)) and isinstance(node.year, int)


def _name(span: Span, node: Node, lean: Lean) -> str:
    """The rule's name, with the lean that chose the year or day."""
    rule = str(span.label_)
    free = getattr(node, "year", None) is None and getattr(node, "pick", None) is None
    return f"{rule}-{lean.value}" if rule in LEANING and free else rule
