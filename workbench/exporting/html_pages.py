"""The frame of an HTML page that needs no other file: readable, light and dark.

Its content security policy lets in its own style and script, and nothing else.
"""

from __future__ import annotations

from base64 import b64encode
from collections.abc import Iterable, Iterator
from hashlib import sha256
from typing import Final

from workbench.exporting.nested_marks import escaped_html

_COLORS: Final = """
:root { --background: #f6f7f9; --surface: #fff; --line: #dfe3e8; --text: #1b2430;
  --muted: #5a6675; --accent: #2457c5; --soft: #e6edfb; --warn: #9a5b00;
  --warn-soft: #fff3dc; --bad: #b3261e; --bad-soft: #fce8e6; --ok: #1c6b3c;
  --ok-soft: #e3f4ea; color-scheme: light dark; }
@media screen and (prefers-color-scheme: dark) { :root { --background: #14181e;
  --surface: #1b2129; --line: #323c48; --text: #e6eaf0; --muted: #a3aebc;
  --accent: #8fb3ff; --soft: #24365c; --warn: #f2c063; --warn-soft: #3a2e14;
  --bad: #ff9c94; --bad-soft: #46211f; --ok: #86d6a4; --ok-soft: #1c3a29; } }
"""
_FRAME: Final = """
body { margin: 0; padding: 24px; background: var(--background); color: var(--text);
  font: 14px/1.5 Inter, system-ui, sans-serif; }
h1 { font-size: 20px; line-height: 1.3; margin: 0 0 4px; }
a { color: var(--accent); }
:focus-visible { outline: 2px solid var(--accent); outline-offset: 2px; }
.facts { color: var(--muted); margin: 0 0 16px; overflow-wrap: anywhere; }
@page { margin: 1.5cm; }
@media print { body { padding: 0; background: none; font-size: 9pt; } }
"""


def html_page(
    title: str, style: str, body: Iterable[str], script: str = ""
) -> Iterator[str]:
    """Yield a page; `style` is added to what all pages have.

    The page says all it says without the script.
    """
    whole_style = _COLORS + _FRAME + style
    yield "<!doctype html>\n<html lang='en'>\n<head>\n<meta charset='utf-8'>\n"
    yield "<meta http-equiv='Content-Security-Policy'"
    yield f' content="{_policy(whole_style, script)}">\n'
    yield "<meta name='viewport' content='width=device-width, initial-scale=1'>\n"
    yield f"<title>{escaped_html(title)}</title>\n"
    yield f"<style>{whole_style}</style>\n</head>\n<body>\n"
    yield from body
    yield f"<script>{script}</script>\n" if script else ""
    yield "</body>\n</html>\n"


def _policy(style: str, script: str) -> str:
    allowed = f"default-src 'none'; style-src {_digest(style)};"
    if script:
        allowed += f" script-src {_digest(script)};"
    return f"{allowed} base-uri 'none'; form-action 'none'"


def _digest(content: str) -> str:
    return f"'sha256-{b64encode(sha256(content.encode()).digest()).decode()}'"
