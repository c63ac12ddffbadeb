"""Put back the spaces of running text, of which the corpus keeps no record."""

from collections.abc import Sequence

_CLOSING = frozenset([".", ",", ":", ";", "!", "?", ")", "]", "»", "”", "...", "…", "'"])
_OPENING = frozenset(["(", "[", "«", "“"])
_STRAIGHT = '"'


def spaced(forms: Sequence[str]) -> tuple[bool, ...]:
    """Whether white space stands before each word of a sentence.

    >>> words = 'Han sa ( i går ) : " Ja , takk " .'.split()
    >>> "".join((" " if space else "") + word for word, space in zip(words, spaced(words)))
    ' Han sa (i går): "Ja, takk".'
    """
    result, after_opening, open_quote = list[bool](), False, False
    for form in forms:
        closes = form == _STRAIGHT and open_quote
        result.append(not (form in _CLOSING or after_opening or closes))
        if form == _STRAIGHT:
            open_quote = not open_quote
        after_opening = form in _OPENING or (form == _STRAIGHT and open_quote)
    return (True, *result[1:])
