"""The command that finds near-copies inside a document."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import click

from workbench.cli.answers import counted, json_option, one_line, show, show_json
from workbench.cli.comparison_targets import Targets, target_options, write_targets
from workbench.cli.projects import project_argument, reading
from workbench.cli.stretches import stretch_json
from workbench.jobs import Tracker
from workbench.model.alignments import Pair
from workbench.model.twins import TwinSection
from workbench.operations.comparing import differences_in
from workbench.operations.comparison_reports import documents_report
from workbench.operations.twins import find_twins

_WIDEST = 100


@click.command("twins")
@project_argument
@click.argument("document")
@target_options
@json_option
def twins_command(
    *, path: Path, document: str, targets: Targets, as_json: bool
) -> None:
    """List what DOCUMENT says twice in nearly the same words, with the differences.

    Statements that follow each other in both places make a section. JSON is a list of
    pairs of statements; their places count from the beginning of the text.
    """
    with reading(path) as view:
        found = view.documents.find(document)
        text = view.documents.text(found.id)
        sections = find_twins(view, found.id)
        if as_json:
            show_json(_pairs_json(sections, text))
        else:
            _show(sections, text)
        write_targets(
            targets,
            lambda: documents_report(view, found.id, found.id, Tracker()),
            quiet=as_json,
        )


def _pairs_json(sections: Sequence[TwinSection], text: str) -> list[dict[str, object]]:
    return [
        _pair_json(pair, number, text)
        for number, section in enumerate(sections, 1)
        for pair in section.pairs
    ]


def _pair_json(pair: Pair, section: int, text: str) -> dict[str, object]:
    diff = differences_in(pair, text, text)
    return {
        "kind": pair.kind.value,
        "score": pair.score,
        "section": section,
        "a": stretch_json(pair.a, text),
        "b": stretch_json(pair.b, text),
        "removed": [stretch_json(it, text) for it in diff.removed],
        "added": [stretch_json(it, text) for it in diff.added],
    }


def _show(sections: Sequence[TwinSection], text: str) -> None:
    for section in sections:
        a, b = section.a, section.b
        show(f"{a.start}..{a.end} and {b.start}..{b.end}")
        for pair in section.pairs:
            show(f"  {pair.kind.value}: {one_line(pair.a.of(text), _WIDEST)}")
            diff = differences_in(pair, text, text)
            for sign, words in (("-", diff.removed), ("+", diff.added)):
                for span in words:
                    show(f"    {sign} {one_line(span.of(text), _WIDEST)}")
    pairs = sum(len(it.pairs) for it in sections)
    show(f"{counted(pairs, 'pair')} in {counted(len(sections), 'section')}")
