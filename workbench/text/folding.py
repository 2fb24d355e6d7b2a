"""Letters without what a person looking for something does not care about.

For finding in a page and in lists, on any thread and fast. The search index has words
spelled by SQLite's tokenizer, character for character: see
`workbench.search.indexing.folding`.
"""

from __future__ import annotations

import re
import unicodedata

# Of the scripts that are read with and without; asking for each letter takes longer.
_ACCENTS = re.compile(
    "[\u0300-\u036f\u0483-\u0489\u0591-\u05c7\u0610-\u061a\u064b-\u065f\u0670"
    "\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\ufe20-\ufe2f]+"
)


def folded(text: str) -> str:
    """Return the text in lower case and without accents; its length may change."""
    if text.isascii():
        return text.lower()
    return _ACCENTS.sub("", unicodedata.normalize("NFKD", text.casefold()))


def letters_of(text: str) -> str:
    """Return letters and digits as they are written, without accents."""
    if text.isascii():
        return "".join(filter(str.isalnum, text))
    return "".join(filter(str.isalnum, unicodedata.normalize("NFD", text)))
