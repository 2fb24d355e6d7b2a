r"""Turns what LaTeX writes with commands into the characters it means."""

from __future__ import annotations

import re
import unicodedata

from pylatexenc.latex2text import (
    LatexNodes2Text,
    MacroTextSpec,
    get_default_latex_context_db,
)

LONGEST = 4_000
DEEPEST = 40
# Most of what libraries have; a whole parse of it takes a millisecond a name.
_ACCENTED = re.compile(
    r"""(?<!\\)\\(["'`^~=.])(?:\{\\?([A-Za-z])\}|\\([ij])(?![A-Za-z])|([A-Za-z]))"""
)
_ACCENTS = {
    '"': "\u0308", "'": "\u0301", "`": "\u0300", "^": "\u0302", "~": "\u0303",
    "=": "\u0304", ".": "\u0307",
}  # fmt: skip
_SIGNS = {"---": "—", "--": "–", "``": "“", "''": "”", "~": " "}
_PLAIN_ESCAPES = re.compile(r"(?<!\\)\\([&%#_$])")
_BRACES = re.compile(r"(?<!\\)[{}]")
_ESCAPED = re.compile(r"\{?\\([_%&#$~{}])\}?")
# What pylatexenc does not know, or writes with signs around it.
_MACROS = {
    "url": "%s", "href": "%(2)s", "textless": "<", "textgreater": ">",
    "textunderscore": "_", "textasciitilde": "~", "textbar": "|", "slash": "/",
}  # fmt: skip


def _decoder() -> LatexNodes2Text:
    context = get_default_latex_context_db()
    macros = [MacroTextSpec(name, simplify_repl=it) for name, it in _MACROS.items()]
    context.add_context_category("bibliography", prepend=True, macros=macros)
    return LatexNodes2Text(latex_context=context, math_mode="text", keep_comments=True)


_DECODER = _decoder()


def decoded(written: str) -> str:
    r"""Return a value as it is read: `M{\"u}ller` is Müller, `{IBM}` is IBM.

    What is too long or too deep for a title or a name only loses its braces.
    """
    written = _ACCENTED.sub(_accented, written)
    rest = _PLAIN_ESCAPES.sub("", written)
    if ("\\" in rest or "$" in rest) and _is_decent(written):
        try:
            written = _DECODER.latex_to_text(written)
        except (ValueError, LookupError, TypeError, AttributeError, RecursionError):
            written = _BRACES.sub("", written)
    else:
        written = _BRACES.sub("", _PLAIN_ESCAPES.sub(r"\1", written))
        for sign, meant in _SIGNS.items():
            written = written.replace(sign, meant)
    return unicodedata.normalize("NFC", written)


def unescaped(written: str) -> str:
    r"""Return an address or a DOI without its backslashes: `a\_b` is a_b."""
    return _BRACES.sub("", _ESCAPED.sub(r"\1", written))


def _accented(found: re.Match[str]) -> str:
    sign, *letters = found.groups()
    return "".join(filter(None, letters)) + _ACCENTS[sign]


def _is_decent(written: str) -> bool:
    depth = deepest = 0
    for brace in _BRACES.findall(written[: LONGEST + 1]):
        depth += 1 if brace == "{" else -1
        deepest = max(deepest, depth)
    return len(written) <= LONGEST and deepest <= DEEPEST
