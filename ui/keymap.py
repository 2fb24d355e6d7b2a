"""The keys in force: the usual ones, or what somebody put in their place.

One for all windows of the process, as the theme is: actions bound here follow it.
"""

from __future__ import annotations

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QWidget

from ui.actions import plain, spec_of
from ui.key_rules import Keys, keys_in_force, readable
from ui.widgets.plain import plain_tooltip


class Keymap(QObject):
    """Knows the keys of every action; `changed` follows each change of them."""

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._keys = keys_in_force({})

    @property
    def in_force(self) -> Keys:
        """The keys of every action by its id."""
        return self._keys

    def use(self, chosen: Keys) -> None:
        """Put these keys in the place of the usual ones."""
        keys = keys_in_force(chosen)
        if keys != self._keys:
            self._keys = keys
            self.changed.emit()

    def keys_of(self, action_id: str) -> tuple[str, ...]:
        """Return an action's keys as they are written in files."""
        return self._keys[action_id]

    def text_of(self, action_id: str) -> str:
        """Return an action's first key as a person knows it; empty without any."""
        return next((readable(it) for it in self._keys[action_id]), "")

    def hint(self, action_id: str) -> str:
        """Return an action's key in brackets, to stand after its name in a tooltip."""
        key = self.text_of(action_id)
        return f" ({key})" if key else ""

    def way_to(self, action_id: str) -> str:
        """Return how to do something, as words of a sentence: `press T`."""
        if key := self.text_of(action_id):
            return f"press {key}"
        spec = spec_of(action_id)
        return f"choose {plain(spec.menu)} > {plain(spec.text)}"


keymap = Keymap()


def undo_hint() -> str:
    """Return what stands after a thing done: `Ctrl+Z to undo`."""
    key = keymap.text_of("edit.undo")
    return f"{key} to undo" if key else "Edit > Undo takes it back"


def bind(
    action: QAction,
    context: Qt.ShortcutContext = Qt.ShortcutContext.WindowShortcut,
) -> None:
    """Give an action the keys of its object name's spec, now and after each change."""
    spec_of(action.objectName())
    action.setShortcutContext(context)
    _Binding(action)


def new_action(
    action_id: str,
    owner: QWidget,
    context: Qt.ShortcutContext = Qt.ShortcutContext.WidgetShortcut,
) -> QAction:
    """Make an action with its words and keys; heard while `owner` has focus."""
    action = QAction(spec_of(action_id).text, owner)
    action.setObjectName(action_id)
    bind(action, context)
    owner.addAction(action)
    return action


def explain(widget: QWidget, tip: str, action_id: str) -> None:
    """Give a widget a tooltip that ends with the key of an action, whatever it is."""
    _Tip(widget, tip, action_id)


class _Tip(QObject):
    """Keeps the key in a tooltip right."""

    def __init__(self, widget: QWidget, tip: str, action_id: str) -> None:
        super().__init__(widget)
        self._widget = widget
        self._tip = tip
        self._action_id = action_id
        keymap.changed.connect(self._follow)
        self._follow()

    def _follow(self) -> None:
        tip = f"{self._tip}{keymap.hint(self._action_id)}"
        self._widget.setToolTip(plain_tooltip(tip))


class _Binding(QObject):
    """Keeps an action's keys right for as long as the action lives."""

    def __init__(self, action: QAction) -> None:
        super().__init__(action)
        self._action = action
        keymap.changed.connect(self._follow)
        self._follow()

    def _follow(self) -> None:
        keys = keymap.keys_of(self._action.objectName())
        self._action.setShortcuts([QKeySequence(key) for key in keys])
