"""Says why a search finds a document, or why not."""

from __future__ import annotations

from workbench.cli.answers import one_line, show, show_json
from workbench.model.search import Explanation

WIDEST = 1000


def show_explanation(explanation: Explanation, *, as_json: bool) -> None:
    """Give an explanation: what decides, then each part of the query."""
    if as_json:
        show_json(_json(explanation))
        return
    document = explanation.document
    show(f"{one_line(document.title or document.name, 100)}  ({document.document_id})")
    show(one_line(explanation.sentence, WIDEST))
    for reason in explanation.reasons:
        sign = "+" if reason.holds else "-"
        detail = f": {reason.detail}" if reason.detail else ""
        show(f"  {sign} {one_line(reason.part + detail, WIDEST)}")


def _json(explanation: Explanation) -> dict[str, object]:
    return {
        "document": explanation.document.document_id,
        "name": explanation.document.name,
        "found": explanation.is_found,
        "sentence": explanation.sentence,
        "reasons": [
            {"part": it.part, "holds": it.holds, "detail": it.detail}
            for it in explanation.reasons
        ],
    }
