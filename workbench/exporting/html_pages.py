"""The frame of an HTML page that needs no other file: readable, light and dark."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Final

from workbench.exporting.nested_marks import escaped_html

_COLORS: Final = """
:root { --background: #f6f7f9; --surface: #fff; --line: #dfe3e8; --text: #1b2430;
  --muted: #5a6675; --accent: #2457c5; --warn: #9a5b00; --warn-soft: #fff3dc;
  --bad: #b3261e; --bad-soft: #fce8e6; --ok: #1c6b3c; --ok-soft: #e3f4ea;
  color-scheme: light dark; }
@media (prefers-color-scheme: dark) { :root { --background: #14181e;
  --surface: #1b2129; --line: #323c48; --text: #e6eaf0; --muted: #a3aebc;
  --accent: #8fb3ff; --warn: #f2c063; --warn-soft: #3a2e14; --bad: #ff9c94;
  --bad-soft: #46211f; --ok: #86d6a4; --ok-soft: #1c3a29; } }
"""
_FRAME: Final = """
body { margin: 0; padding: 24px; background: var(--background); color: var(--text);
  font: 14px/1.5 Inter, system-ui, sans-serif; }
h1 { font-size: 20px; margin: 0 0 4px; }
a { color: var(--accent); }
.facts { color: var(--muted); margin: 0 0 16px; }
.text, blockquote { font-family: "Source Serif 4", Georgia, serif; font-size: 16px;
  line-height: 1.55; white-space: pre-wrap; overflow-wrap: anywhere; }
.text { background: var(--surface); border: 1px solid var(--line); border-radius: 8px;
  padding: 24px; }
blockquote { margin: 8px 0; }
ins { color: var(--ok); background: var(--ok-soft); }
del { color: var(--bad); background: var(--bad-soft); }
main { display: grid; grid-template-columns: minmax(0, 3fr) minmax(0, 2fr);
  gap: 24px; align-items: start; }
@media (max-width: 900px) { main { grid-template-columns: minmax(0, 1fr); } }
"""


def html_page(title: str, style: str, body: Iterable[str]) -> Iterator[str]:
    """Yield a page; `style` is added to what all pages have."""
    yield "<!doctype html>\n<html lang='und'>\n<head>\n<meta charset='utf-8'>\n"
    yield "<meta name='viewport' content='width=device-width, initial-scale=1'>\n"
    yield f"<title>{escaped_html(title)}</title>\n"
    yield f"<style>{_COLORS}{_FRAME}{style}</style>\n</head>\n<body>\n"
    yield from body
    yield "</body>\n</html>\n"
