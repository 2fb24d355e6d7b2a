"""Texts that a PDF holds beside its pages."""

from __future__ import annotations

import re
from typing import Final

_FORBIDDEN: Final = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]"
)


def clean_text(encoded: bytes) -> str:
    """Return UTF-16 as PDFium hands it over, without what no text may hold."""
    text = encoded.decode("utf-16-le", "replace").replace("\r\n", "\n")
    return _FORBIDDEN.sub("", text.replace("\r", "\n")).strip()
