"""Makes comparison tables: empty ones, and those that begin with a template."""

from __future__ import annotations

from PySide6.QtCore import QObject, QPoint
from PySide6.QtWidgets import QWidget

from ui.center import Center
from ui.common import Common
from ui.keymap import undo_hint
from ui.library.panel import LibraryPanel
from ui.tables.forms.new_table import NewTableForm
from workbench.model.table_copies import TableTemplate
from workbench.operations.table_copies import create_from_template
from workbench.operations.tables import create_table


class NewTables(QObject):
    """Asks for a name and opens what was made; rows are offered from the library."""

    def __init__(
        self, common: Common, center: Center, library: LibraryPanel, parent: QWidget
    ) -> None:
        super().__init__(parent)
        self._common = common
        self._center = center
        self.form = NewTableForm(parent)
        self.form.created.connect(self._create)
        self.form.template_chosen.connect(self._create)
        center.tables.documents_selected = lambda: [
            it.id for it in library.documents_selected()
        ]

    def ask_below(self, button: QWidget) -> None:
        """Ask for the name of a new table below a button."""
        self.form.open_at(button.mapToGlobal(QPoint(0, 32)))

    def _create(self, name: str, template: TableTemplate | None = None) -> None:
        project, notices = self._common.project, self._common.notices
        with notices.guard():
            made = (
                create_table(project, name)
                if template is None
                else create_from_template(project, name, template)
            )
            self._center.open_table(made)
            notices.done(f"Created table “{name}” · {undo_hint()}")
