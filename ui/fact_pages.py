"""Gives a comparison its page of facts."""

from __future__ import annotations

from ui.common import Common
from ui.compare.panel import ComparePanel
from ui.facts.controller import FactsController
from ui.facts.panel import FactsPanel


def add_facts(common: Common, compare: ComparePanel) -> FactsPanel:
    """Add the page; it follows the documents of the panes, and leads into them."""
    panel = FactsPanel()
    controller = FactsController(common, panel)
    compare.add_page("Facts", panel)
    controller.place_opened.connect(compare.show_stretch)

    def follow() -> None:
        controller.show_documents(compare.document_ids)

    compare.documents_changed.connect(follow)
    follow()
    return panel
