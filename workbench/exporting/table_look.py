"""The style and the script of pages with a table, added to those of every page."""

from __future__ import annotations

from typing import Final

TABLE_STYLE: Final = """
h2 { margin: 24px 0 8px; font-size: 16px; }
h3 { margin: 0; font-size: 14px; }
p { margin: 0; }
table { border-collapse: separate; border-spacing: 0; background: var(--surface);
  border: solid var(--line); border-width: 1px 0 0 1px; }
th, td { padding: 8px 12px; border: solid var(--line); border-width: 0 1px 1px 0;
  text-align: left; vertical-align: top; min-width: 9em; max-width: 26em;
  overflow-wrap: anywhere; scroll-margin: 4em 0 0 12em; }
thead th, thead td { background: var(--background); }
thead th { font-weight: 600; }
thead th p, .said p { white-space: pre-wrap; }
tbody th { font-weight: 600; }
th.group { background: var(--background); color: var(--muted); }
.question { color: var(--muted); font-weight: 400; }
.said ul, .said ol { margin: 0; padding-left: 1.4em; }
.state { display: inline-block; margin: 4px 4px 0 0; padding: 0 7px; border-radius: 4px;
  font-size: 12px; font-weight: 600; color: var(--muted);
  background: var(--background); }
.disputed, .stale { color: var(--warn); background: var(--warn-soft); }
.orphaned { color: var(--bad); background: var(--bad-soft); }
.supported { color: var(--ok); background: var(--ok-soft); }
.small { color: var(--muted); font-size: 12px; overflow-wrap: anywhere; }
td .state + .small { display: block; margin-top: 2px; }
.warned { color: var(--warn); }
blockquote, .context { margin: 4px 0; white-space: pre-wrap;
  overflow-wrap: anywhere; font: 16px/1.55 "Source Serif 4", Georgia, serif; }
.context { color: var(--muted); }
.context mark { color: var(--text); background: var(--soft); }
@page { size: landscape; }
@media print { table { table-layout: fixed; width: 100%; }
  th, td { min-width: 0; max-width: none; padding: 4px 6px; overflow-wrap: break-word; }
  tr { break-inside: avoid; }
  .state { border: 1px solid var(--line); } }
"""

NOTES_STYLE: Final = """
sup a { padding: 0 2px; text-decoration: none; }
.notes > li { margin: 0 0 16px; max-width: 70em; scroll-margin: 30vh 0; }
.notes > li:target { outline: 2px solid var(--accent); outline-offset: 4px; }
"""

BOOK_STYLE: Final = """
.sheet { overflow: auto; max-height: calc(100vh - 130px); }
.sheet thead th { position: sticky; top: 0; z-index: 2; }
.sheet tbody th:first-child { position: sticky; left: 0; z-index: 1;
  background: var(--surface); }
.sheet thead th:first-child { left: 0; z-index: 3; }
a.open { display: block; margin-top: 4px; font-size: 12px; }
td:target { outline: 2px solid var(--accent); outline-offset: -2px; }
.evidence { scroll-margin: 0; }
@media screen {
  .evidence { display: none; }
  .evidence:target { display: block; position: fixed; inset: auto 0 0 0; z-index: 9;
    height: 48vh; overflow: auto; padding: 0 24px 24px; background: var(--surface);
    border-top: 2px solid var(--accent); }
  body:has(.evidence:target) .sheet { max-height: calc(52vh - 130px); }
  .evidence header { position: sticky; top: 0; display: flex; gap: 12px;
    align-items: baseline; flex-wrap: wrap; padding: 12px 0 8px;
    background: var(--surface); border-bottom: 1px solid var(--line); }
}
.evidence header a { margin-left: auto; }
.evidence > div { margin: 16px 0; max-width: 70em; }
details > summary { cursor: pointer; }
details > summary blockquote { display: inline; }
@media print {
  .sheet { overflow: visible; max-height: none; }
  .sheet th, .sheet tbody th:first-child { position: static; }
  .evidence { break-inside: avoid-page; margin: 16px 0; }
  .evidence header { break-after: avoid; }
  a.open, .evidence header a { display: none; }
}
"""

BOOK_SCRIPT: Final = """
const shown = () => document.querySelector(".evidence:target");
addEventListener("hashchange", () => {
  const link = shown()?.querySelector("header a");
  if (link) link.focus({ preventScroll: true });
  const cell = document.querySelector("td:target");
  if (cell) cell.querySelector("a.open")?.focus();
});
addEventListener("keydown", event => {
  if (event.key !== "Escape" && event.key !== "Backspace") return;
  const link = shown()?.querySelector("header a");
  if (link) { event.preventDefault(); location.hash = link.hash; }
});
"""
