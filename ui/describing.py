"""How documents and cases are described: the list of cases, the attributes, columns."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from ui.attributes.controller import AttributesController
from ui.attributes.dialog import AttributesDialog
from ui.cases.controller import CasesController
from ui.cases.pages_controller import CasePagesController
from ui.cases.view import CasesView
from ui.common import Common
from ui.described.model import Arrangement, DescribedModel
from ui.library.model import LibraryModel
from workbench.model.attributes import Subject


class Describing(QObject):
    """Builds what a project's attributes need besides the library."""

    def __init__(
        self,
        common: Common,
        documents: LibraryModel,
        window: QWidget,
    ) -> None:
        super().__init__(window)
        self.cases = CasesView()
        self.dialog = AttributesDialog(window)
        self._models: dict[str, DescribedModel[Any]] = {
            "documents": documents,
            "cases": self.cases.listing.model,
        }
        self._attributes = AttributesController(
            common.project, common.signals, self.dialog, common.notices, common.runner
        )
        CasesController(common.project, common.signals, self.cases, common.notices)
        self.case_pages = CasePagesController(common, self.cases)
        documents.attributes_requested.connect(lambda: self.open(Subject.DOCUMENT))
        self.cases.listing.model.attributes_requested.connect(
            lambda: self.open(Subject.CASE)
        )

    def open(self, subject: Subject = Subject.DOCUMENT) -> None:
        """Open the attributes of documents or of cases."""
        self._attributes.open(subject)

    def arrangements(self) -> dict[str, Arrangement]:
        """Return how the columns stand, to be remembered."""
        return {name: model.arrangement for name, model in self._models.items()}

    def arrange(self, arrangements: Mapping[str, Arrangement]) -> None:
        """Put the columns as they were."""
        for name, model in self._models.items():
            model.arrangement = arrangements.get(name, [])
        self.cases.listing.columns.layout.arrange()
