"""Texts of documents in XML, which cannot hold every character."""

from __future__ import annotations

import re
from typing import Final

_UNWRITABLE: Final = re.compile("[^\t\n\r -\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_SPECIAL: Final = re.compile('[&<>"]')
_WRITTEN: Final = {"&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;"}


def xml_safe(text: str) -> str:
    """Return a text with U+FFFD for each character that XML 1.0 forbids.

    These are control characters, lone surrogates, U+FFFE and U+FFFF.
    """
    return _UNWRITABLE.sub("\N{REPLACEMENT CHARACTER}", text)


def xml_text(text: str) -> str:
    """Return a text as it stands between tags or inside of an attribute."""
    return _SPECIAL.sub(lambda found: _WRITTEN[found[0]], xml_safe(text))
