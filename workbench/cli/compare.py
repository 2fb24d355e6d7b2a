"""The command that finds what two documents say alike."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import click

from workbench.cli.answers import counted, json_option, one_line, show, show_json
from workbench.cli.comparison_targets import Targets, target_options, write_targets
from workbench.cli.projects import project_argument, reading
from workbench.cli.stretches import stretch_json
from workbench.jobs import Tracker
from workbench.model.alignments import Pair, PairKind
from workbench.operations.comparing import compare_documents, differences_in
from workbench.operations.comparison_files import ComparisonForm
from workbench.operations.comparison_reports import documents_report

_WIDEST = 100


@click.command("compare")
@project_argument
@click.argument("a")
@click.argument("b")
@target_options
@json_option
def compare_command(
    *, path: Path, a: str, b: str, targets: Targets, as_json: bool
) -> None:
    """List the statements that documents A and B share, the surest first.

    They are verbatim, altered or a paraphrase of each other. Zones are left out. Of a
    document and itself: what stands in it twice.
    """
    with reading(path) as view:
        left, right = view.documents.find(a), view.documents.find(b)
        texts = view.documents.text(left.id), view.documents.text(right.id)
        pairs = compare_documents(view, left.id, right.id)
        pairs.sort(key=lambda it: -it.score)
        write_targets(
            targets,
            lambda: documents_report(
                view,
                left.id,
                right.id,
                Tracker(),
                has_facts=ComparisonForm.PAGE in targets,
            ),
            quiet=as_json,
        )
    if as_json:
        show_json([_pair_json(it, *texts) for it in pairs])
    else:
        _show(pairs, *texts)


def _pair_json(pair: Pair, a_text: str, b_text: str) -> dict[str, object]:
    return {
        "kind": pair.kind.value,
        "score": pair.score,
        "a": stretch_json(pair.a, a_text),
        "b": stretch_json(pair.b, b_text),
    }


def _show(pairs: Sequence[Pair], a_text: str, b_text: str) -> None:
    for pair in pairs:
        one, other = pair.a.of(a_text), pair.b.of(b_text)
        places = f"{pair.a.start}..{pair.a.end} and {pair.b.start}..{pair.b.end}"
        show(f"{pair.kind.value} {pair.score:.2f}  {places}")
        show(f"  A {one_line(one, _WIDEST)}")
        show(f"  B {one_line(other, _WIDEST)}")
        if pair.kind is PairKind.ALTERED:
            _show_differences(pair, a_text, b_text)
    show(counted(len(pairs), "pair"))


def _show_differences(pair: Pair, a_text: str, b_text: str) -> None:
    diff = differences_in(pair, a_text, b_text)
    for sign, text, spans in (("-", a_text, diff.removed), ("+", b_text, diff.added)):
        for span in spans:
            show(f"    {sign} {one_line(span.of(text), _WIDEST)}")
