"""Characters that stand for the same, and those that are words by themselves."""

from __future__ import annotations

from typing import Final

UNSPACED: Final = "\u0e00-\u0eff\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff"
"""Written without blanks: ranges, for a pattern, in which each character is a word."""
SINGLE_QUOTES: Final = "‘’‚‛′"
DOUBLE_QUOTES: Final = "“”„‟″«»"
HYPHENS: Final = "‐‑‒–"
DASHES: Final = "—―"
