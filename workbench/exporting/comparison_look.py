"""The style sheet and the script of a comparison's page; both are part of the page."""

from __future__ import annotations

from base64 import b64encode
from hashlib import sha256

STYLE = """
:root {
  color-scheme: light dark;
  --background: #f6f7f9; --surface: #fff; --line: #dfe3e8; --text: #1b2430;
  --muted: #5a6675; --accent: #2457c5; --soft: #e6edfb; --ok: #1c6b3c;
  --ok-soft: #e3f4ea; --warn: #9a5b00; --warn-soft: #fff3dc; --bad: #b3261e;
  --bad-soft: #fce8e6;
}
@media screen and (prefers-color-scheme: dark) {
  :root {
    --background: #14181e; --surface: #1b2129; --line: #323c48; --text: #e6eaf0;
    --muted: #a3aebc; --accent: #8fb3ff; --soft: #24365c; --ok: #86d6a4;
    --ok-soft: #1c3a29; --warn: #f2c063; --warn-soft: #3a2e14; --bad: #ff9c94;
    --bad-soft: #46211f;
  }
}
* { box-sizing: border-box; }
body {
  margin: 0 auto; max-width: 110rem; padding: 1.5rem; color: var(--text);
  background: var(--background); font: 0.875rem/1.5 Inter, system-ui, sans-serif;
}
h1 { margin: 0 0 0.25rem; font-size: 1.375rem; line-height: 1.3; }
h2 { margin: 2rem 0 0.5rem; font-size: 1rem; }
p, dl { margin: 0.25rem 0; }
a { color: var(--accent); }
:focus-visible { outline: 2px solid var(--accent); outline-offset: 2px; }
.facts { color: var(--muted); overflow-wrap: anywhere; }
.legend { display: flex; flex-wrap: wrap; gap: 0.25rem 1.5rem; padding: 0; }
.legend li { list-style: none; }
table { width: 100%; border-collapse: collapse; background: var(--surface); }
caption { text-align: left; color: var(--muted); padding: 0.25rem 0; }
th, td {
  padding: 0.5rem 0.75rem; border: 1px solid var(--line); text-align: left;
  vertical-align: top; overflow-wrap: anywhere;
}
thead th { color: var(--muted); font-weight: 600; }
.number { width: 4rem; text-align: right; font-variant-numeric: tabular-nums; }
.kind { width: 9rem; }
.quote { white-space: pre-wrap; font: 1rem/1.5 "Source Serif 4", Georgia, serif; }
.sides { display: grid; grid-template-columns: 1fr 1fr; gap: 0.75rem 1.5rem; }
.sides section {
  display: grid; grid-template-rows: subgrid; grid-row: span 2; min-width: 0;
}
.sides h2 { margin-top: 1rem; }
article {
  height: 90vh; overflow: auto; padding: 1.25rem 1.5rem; background: var(--surface);
  border: 1px solid var(--line); border-radius: 8px; white-space: pre-wrap;
  overflow-wrap: anywhere; font: 1rem/1.55 "Source Serif 4", Georgia, serif;
}
.spaced::before { display: block; height: 0.6em; content: ""; }
.zone { color: var(--muted); background: var(--background); }
mark {
  --tone: var(--accent); --tint: var(--soft); color: inherit; scroll-margin: 30vh 0;
  background: var(--tint); text-decoration: underline 2px var(--tone);
  text-underline-offset: 0.2em;
}
.verbatim { --tone: var(--ok); --tint: var(--ok-soft); }
.altered, .changed {
  --tone: var(--warn); --tint: var(--warn-soft); text-decoration-style: dashed;
}
.paraphrase { text-decoration-style: dotted; }
.moved { text-decoration-style: double; }
.moved-and-changed { text-decoration-style: wavy; text-decoration-thickness: 1px; }
.removed { --tone: var(--bad); --tint: var(--bad-soft); }
.added { --tone: var(--ok); --tint: var(--ok-soft); }
mark:target, mark.shown { outline: 2px solid var(--tone); }
del, ins { color: inherit; font-weight: 600; text-decoration-thickness: 2px; }
del { background: var(--bad-soft); text-decoration: underline 2px var(--bad); }
ins { background: var(--ok-soft); text-decoration: underline 2px var(--ok); }
.versions del { text-decoration-line: line-through; }
a.to {
  margin-right: 0.25em; padding: 0 0.3em; border-radius: 4px; color: var(--surface);
  background: var(--tone); text-decoration: none;
  font: 600 0.75rem/1.4 Inter, system-ui, sans-serif;
}
a.to::before { content: attr(data-number); }
@media screen and (max-width: 50rem) { .sides { grid-template-columns: 1fr; } }
@page { margin: 1.5cm; }
@media print {
  body { max-width: none; padding: 0; background: none; font-size: 9pt; }
  article { height: auto; overflow: visible; border: 0; padding: 0; font-size: 10pt; }
  .quote { font-size: 9.5pt; }
  tr { break-inside: avoid; }
  a.to { color: var(--text); background: none; border: 1px solid var(--tone); }
}
"""

SCRIPT = """
addEventListener("hashchange", () => {
  const [, side, number] = /^#([ab])(\\d+)$/.exec(location.hash) || [];
  document.querySelectorAll(".shown").forEach(it => it.classList.remove("shown"));
  for (const at of side === "a" ? ["b", "a"] : ["a", "b"]) {
    const mark = document.getElementById(at + number);
    if (mark) {
      mark.scrollIntoView({ block: "center" });
      mark.classList.add("shown");
    }
  }
});
"""


def policy() -> str:
    """Return the content security policy: this style and this script, nothing else."""
    return (
        f"default-src 'none'; style-src '{_digest(STYLE)}';"
        f" script-src '{_digest(SCRIPT)}'; base-uri 'none'; form-action 'none'"
    )


def _digest(content: str) -> str:
    return f"sha256-{b64encode(sha256(content.encode()).digest()).decode()}"
