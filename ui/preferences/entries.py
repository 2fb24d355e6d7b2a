"""A page of settings, made from what is declared of them."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QFormLayout,
    QLineEdit,
    QSpinBox,
    QVBoxLayout,
    QWidget,
)

from ui.live_settings import LiveSettings
from ui.theme import interface_font
from ui.widgets.plain import PlainLabel
from workbench.settings import ENTRIES, LONGEST, Entry, Group, Value

FIELD_WIDTH = 260
Take = Callable[[Value], None]


class EntriesPage(QWidget):
    """Shows the settings of a group and follows them, whoever changes them."""

    def __init__(
        self, group: Group, settings: LiveSettings, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._settings = settings
        self.fields: dict[str, QWidget] = {}
        form = QFormLayout()
        form.setHorizontalSpacing(24)
        form.setVerticalSpacing(12)
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.FieldsStayAtSizeHint)
        column = QVBoxLayout(self)
        column.setContentsMargins(28, 24, 28, 24)
        column.addLayout(form)
        if group is Group.READING:
            column.addSpacing(8)
            column.addWidget(_small("These are for texts you open from now on."))
        column.addStretch(1)
        for name, entry in ENTRIES.items():
            if entry.group is group:
                self._add(form, name, entry)
        settings.changed.connect(self._show)
        self._show()

    def _add(self, form: QFormLayout, name: str, entry: Entry) -> None:
        field = self._field(name, entry)
        field.setAccessibleName(entry.label)
        field.setAccessibleDescription(entry.explanation)
        self.fields[name] = field
        form.addRow("" if isinstance(field, QCheckBox) else entry.label, field)
        if entry.explanation:
            form.addRow("", _small(entry.explanation))

    def _field(self, name: str, entry: Entry) -> QWidget:
        usual = getattr(self._settings.now, name)

        def take(value: Value) -> None:
            if entry.accepts(value):
                self._settings.change(**{name: value})

        if isinstance(usual, bool):
            return _switch(entry, take)
        if isinstance(usual, int):
            return _number(entry, take)
        return _choice(entry, take) if entry.choices else _line(take)

    def _show(self) -> None:
        for name, field in self.fields.items():
            _put(field, getattr(self._settings.now, name))


def _switch(entry: Entry, take: Take) -> QWidget:
    box = QCheckBox(entry.label)
    box.toggled.connect(take)
    return box


def _number(entry: Entry, take: Take) -> QWidget:
    box = QSpinBox()
    box.setRange(entry.least, entry.most)
    box.setSuffix(f" {entry.unit}" if entry.unit else "")
    box.setKeyboardTracking(False)
    box.setFixedWidth(110)
    # The padding of the style sheet does not reach the text of a spin box.
    box.lineEdit().setTextMargins(6, 0, 0, 0)
    box.valueChanged.connect(take)
    return box


def _choice(entry: Entry, take: Take) -> QWidget:
    box = QComboBox()
    for choice in entry.choices:
        box.addItem(choice.capitalize(), choice)
    box.setFixedWidth(FIELD_WIDTH)
    box.currentIndexChanged.connect(lambda index: take(box.itemData(index)))
    return box


def _line(take: Take) -> QWidget:
    line = QLineEdit()
    line.setMaxLength(LONGEST)
    line.setFixedWidth(FIELD_WIDTH)
    line.editingFinished.connect(lambda: take(line.text().strip()))
    return line


def _put(field: QWidget, value: Value) -> None:
    """Show a value without taking it for a choice."""
    was_blocked = field.blockSignals(True)
    if isinstance(field, QCheckBox):
        field.setChecked(bool(value))
    elif isinstance(field, QSpinBox):
        field.setValue(int(value))
    elif isinstance(field, QComboBox):
        field.setCurrentIndex(field.findData(value))
    elif isinstance(field, QLineEdit) and field.text() != value:
        field.setText(str(value))
    field.blockSignals(was_blocked)


def _small(text: str) -> PlainLabel:
    label = PlainLabel(text)
    label.setFont(interface_font(12))
    label.setProperty("muted", True)
    label.setWordWrap(True)
    return label
