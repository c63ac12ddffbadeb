"""Charts as inline SVG: bars over time, and the counties of today as tiles where they lie."""

from __future__ import annotations

from typing import TYPE_CHECKING

from markupsafe import Markup

from pipeline.lexicon.register import counties

if TYPE_CHECKING:
    from collections.abc import Mapping

WIDTH, HEIGHT, FOOT = 920, 200, 24
MOST_MONTHS = 60  # more than these are shown by year
# column and row of each county of 2024, as on a map
TILES = {
    "55": (3, 0), "56": (4, 0), "18": (2, 1), "50": (1, 2), "15": (0, 3), "34": (2, 3), "46": (0, 4), "33": (1, 4),
    "03": (2, 4), "32": (3, 4), "11": (0, 5), "40": (1, 5), "39": (2, 5), "31": (3, 5), "42": (0, 6),
}  # fmt: skip
SIDE, GAP = 110, 6


def over_time(months: Mapping[str, int]) -> Markup:
    """Bars of articles by month, or by year where there are many months; an empty string where no article has a day."""
    counted = {month: count for month, count in months.items() if month}
    if not counted:
        return Markup()
    bars = _by_year(counted) if _span(counted) > MOST_MONTHS else _by_month(counted)
    most = max(bars.values())
    step = WIDTH / len(bars)
    every = max(1, -(-len(bars) // 12))
    parts = []
    for at, (name, count) in enumerate(bars.items()):
        height = count / most * (HEIGHT - FOOT - 16)
        x, y = at * step, HEIGHT - FOOT - height
        parts.append(
            Markup(
                '<g><title>{}: {}</title><rect x="{:.1f}" y="{:.1f}" width="{:.1f}" height="{:.1f}" rx="2"/>'
            ).format(name, count, x + step * 0.08, y, step * 0.84, height)
        )
        if at % every == 0:
            parts.append(Markup('<text x="{:.1f}" y="{}">{}</text>').format(x + step / 2, HEIGHT - 6, name))
        if len(bars) <= 12:
            parts.append(Markup('<text x="{:.1f}" y="{:.1f}">{}</text>').format(x + step / 2, y - 4, count))
        parts.append(Markup("</g>"))
    return Markup('<svg class="bars" viewBox="0 0 {} {}" role="img" aria-labelledby="over-time">{}</svg>').format(
        WIDTH, HEIGHT, Markup().join(parts)
    )


def _by_year(counted: Mapping[str, int]) -> dict[str, int]:
    years: dict[str, int] = {str(year): 0 for year in range(int(min(counted)[:4]), int(max(counted)[:4]) + 1)}
    for month, count in counted.items():
        years[month[:4]] += count
    return years


def _by_month(counted: Mapping[str, int]) -> dict[str, int]:
    first = _number(min(counted))
    numbers = range(first, first + _span(counted))
    return {name: counted.get(name, 0) for name in (f"{n // 12:04}-{n % 12 + 1:02}" for n in numbers)}


def _span(counted: Mapping[str, int]) -> int:
    return _number(max(counted)) - _number(min(counted)) + 1


def _number(month: str) -> int:
    return int(month[:4]) * 12 + int(month[5:7]) - 1


def map_of_counties(counted: Mapping[str, int]) -> Markup:
    """The counties of today as tiles, the stronger the more articles speak of them or of a municipality in them."""
    names = {unit.code: unit.name for unit in counties() if unit.valid_to is None}
    most = max(counted.values(), default=0) or 1
    parts = []
    for code, (column, row) in TILES.items():
        x, y = column * (SIDE + GAP), row * (SIDE * 0.6 + GAP)
        count = counted.get(code, 0)
        short = names[code].partition(" ")[0]
        parts.append(
            Markup(
                '<g transform="translate({:.0f} {:.0f})"><title>{}: {}</title>'
                '<rect class="under" width="{side}" height="{high:.0f}" rx="6"/>'
                '<rect class="over" width="{side}" height="{high:.0f}" rx="6" style="opacity:{:.2f}"/>'
                '<text x="{mid:.0f}" y="27">{}</text><text class="number" x="{mid:.0f}" y="50">{}</text></g>'
            ).format(
                x, y, names[code], count, 0.75 * count / most, short, count, side=SIDE, high=SIDE * 0.6, mid=SIDE / 2
            )
        )
    wide, high = 5 * (SIDE + GAP), 7 * (SIDE * 0.6 + GAP)
    return Markup(
        '<svg class="map" viewBox="0 0 {:.0f} {:.0f}" role="img" aria-labelledby="by-county">{}</svg>'
    ).format(wide, high, Markup().join(parts))
