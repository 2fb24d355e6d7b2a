"""The first column of a table, which stays where it is while others scroll."""

from __future__ import annotations

from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QAbstractItemView, QFrame, QHeaderView, QTableView

from ui import theme
from ui.tables.cell.delegate import CellDelegate
from ui.tables.grid.headers import NamedHeader
from ui.tables.model import CellsModel


class PinnedColumn(QTableView):
    """Lies on a view of the same model, with its selection and heights of rows."""

    def __init__(self, view: QTableView, model: CellsModel) -> None:
        super().__init__(view)
        self._view = view
        self.setItemDelegate(CellDelegate(self))
        self.setModel(model)
        self.setSelectionModel(view.selectionModel())
        self._questions = NamedHeader(Qt.Orientation.Horizontal, self)
        self.setHorizontalHeader(self._questions)
        self._configure(view)
        self._connect(view, model)
        self.hide()

    def pin(self, *, is_pinned: bool) -> None:
        """Show the first column here, or where it usually is."""
        if is_pinned:
            self._follow_model()
            self.lie_down()
        self.setVisible(is_pinned)
        self._view.viewport().update()

    def lie_down(self) -> None:
        """Take the place of the first column."""
        heads, names = self._view.horizontalHeader(), self._view.verticalHeader()
        height = heads.height() + self._view.viewport().height()
        width = self._view.columnWidth(0) if self._view.model().columnCount() else 0
        self.setGeometry(names.width(), 0, width, height)
        self.raise_()

    def _configure(self, view: QTableView) -> None:
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setFocusProxy(view)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setAccessibleName("First column")
        # A line of its own at the right, where the others go beneath it.
        border = theme.border_color().name()
        self.setStyleSheet(f"PinnedColumn {{ border-right: 1px solid {border}; }}")
        self.verticalHeader().hide()
        self.verticalHeader().setMinimumSectionSize(1)
        self.verticalHeader().setDefaultSectionSize(
            view.verticalHeader().defaultSectionSize()
        )
        self.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.setMouseTracking(True)
        per_pixel = QAbstractItemView.ScrollMode.ScrollPerPixel
        self.setVerticalScrollMode(per_pixel)
        self.setHorizontalScrollMode(per_pixel)
        never = Qt.ScrollBarPolicy.ScrollBarAlwaysOff
        self.setVerticalScrollBarPolicy(never)
        self.setHorizontalScrollBarPolicy(never)
        self.setEditTriggers(view.editTriggers())
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)

    def _connect(self, view: QTableView, model: CellsModel) -> None:
        model.modelReset.connect(self._follow_model)
        view.verticalHeader().sectionResized.connect(
            lambda line, _old, height: self.setRowHeight(line, height)
        )
        view.horizontalHeader().sectionResized.connect(self._follow_width)
        own, other = self.verticalScrollBar(), view.verticalScrollBar()
        other.valueChanged.connect(own.setValue)
        own.valueChanged.connect(other.setValue)
        self.pressed.connect(lambda _index: view.setFocus())
        self._questions.sectionClicked.connect(
            lambda _section: view.horizontalHeader().sectionClicked.emit(0)
        )

    def global_point(self, position: QPoint) -> QPoint:
        """Return a place of the viewport as one of the screen."""
        return self.viewport().mapToGlobal(position)

    def _follow_width(self, column: int, _old: int, width: int) -> None:
        if column == 0:
            self.setColumnWidth(0, width)
            self.lie_down()

    def _follow_model(self) -> None:
        model = self._view.model()
        for column in range(model.columnCount()):
            self.setColumnHidden(column, column > 0)
        for line in range(model.rowCount()):
            self.setRowHeight(line, self._view.rowHeight(line))
        if model.columnCount():
            self.setColumnWidth(0, self._view.columnWidth(0))
