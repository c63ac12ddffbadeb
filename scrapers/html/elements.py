"""The elements of HTML by what they do: run in the text, hold text, hold none of the article's."""

from __future__ import annotations

INLINE = frozenset(
    [
        "a",
        "abbr",
        "acronym",
        "b",
        "bdi",
        "bdo",
        "big",
        "br",
        "cite",
        "code",
        "data",
        "del",
        "dfn",
        "em",
        "font",
        "i",
        "ins",
        "kbd",
        "label",
        "mark",
        "nobr",
        "q",
        "s",
        "small",
        "span",
        "strike",
        "strong",
        "sub",
        "sup",
        "time",
        "tt",
        "u",
        "var",
        "wbr",
    ]
)
DROPPED = frozenset(
    [
        "script",
        "style",
        "template",
        "noscript",
        "nav",
        "footer",
        "button",
        "select",
        "option",
        "textarea",
        "input",
        "iframe",
        "svg",
        "canvas",
        "video",
        "audio",
        "object",
        "embed",
        "map",
        "dialog",
        "menu",
        "head",
        "link",
        "meta",
        "title",
        "datalist",
    ]
)
HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})
ITEMS = frozenset({"li", "dt", "dd"})
PROSE = frozenset({"p", "li", "td", "dd", "blockquote"})  # what an article's letters mostly stand in
OUTSIDE = frozenset({"nav", "footer", "aside"})
ROLES = frozenset({"navigation", "banner", "search", "contentinfo", "dialog", "alert", "alertdialog"})
