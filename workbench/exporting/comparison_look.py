"""The style and the script of a comparison's page, added to those of every page."""

from __future__ import annotations

from typing import Final

STYLE: Final = """
main { max-width: 110rem; margin: 0 auto; }
h2 { margin: 2rem 0 0.5rem; font-size: 1rem; }
p.facts { margin: 0.25rem 0; }
.legend { display: flex; flex-wrap: wrap; gap: 0.25rem 1.5rem; padding: 0; }
.legend li { list-style: none; }
table { width: 100%; border-collapse: collapse; background: var(--surface); }
caption { text-align: left; color: var(--muted); padding: 0.25rem 0; }
th, td {
  padding: 0.5rem 0.75rem; border: 1px solid var(--line); text-align: left;
  vertical-align: top; overflow-wrap: anywhere;
}
thead th { color: var(--muted); font-weight: 600; }
.verdict { min-width: 6rem; }
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
.link { text-decoration-style: dotted; text-decoration-thickness: 3px; }
.fact { border-bottom: 1px dotted var(--muted); scroll-margin: 30vh 0; }
.fact:target { outline: 2px solid var(--accent); }
td p { margin: 0; }
td p.facts, th p.facts { margin: 0 0 0.25rem; font-weight: 400; }
details { margin: 0.5rem 0; }
summary { cursor: pointer; color: var(--muted); }
.versions del { text-decoration-line: line-through; }
a.to {
  margin-right: 0.25em; padding: 0 0.3em; border-radius: 4px; color: var(--surface);
  background: var(--tone); text-decoration: none;
  font: 600 0.75rem/1.4 Inter, system-ui, sans-serif;
}
a.to::before { content: attr(data-number); }
@media screen and (max-width: 50rem) { .sides { grid-template-columns: 1fr; } }
@media print {
  article { height: auto; overflow: visible; border: 0; padding: 0; font-size: 10pt; }
  .quote { font-size: 9.5pt; }
  tr { break-inside: avoid; }
  a.to { color: var(--text); background: none; border: 1px solid var(--tone); }
}
"""

SCRIPT: Final = """
addEventListener("hashchange", () => {
  const [, side, number] = /^#([ab])(l?\\d+)$/.exec(location.hash) || [];
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
