"""What can be asked for while reading, and what it needs; `ui.actions` has the keys."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from enum import Enum, auto

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QWidget

from ui.keymap import keymap, new_action


class Needs(Enum):
    """What must be selected for an ask to make sense."""

    NOTHING = auto()
    SPAN = auto()
    PASSAGE = auto()


@dataclass(frozen=True, slots=True)
class Ask:
    """What the reader does for an action; `in_menu` puts it into its menu too."""

    action_id: str
    act: Callable[[], object]
    needs: Needs = Needs.NOTHING
    in_menu: bool = False


def add_action(ask: Ask, pane: QWidget, do: Callable[[Ask], None]) -> QAction:
    """Make the ask a key of the text; fields beside it keep their letters."""
    action = new_action(ask.action_id, pane)
    action.triggered.connect(lambda: do(ask))
    return action


def what_is_missing(needs: Needs) -> str:
    """Say what to do first."""
    if needs is Needs.PASSAGE:
        return f"Select a passage first · {keymap.way_to('go.next_passage')} for one"
    return f"Select some words first · {keymap.way_to('passage.grow')} for the word"


def fill_menu(
    menu: QMenu, asks: Iterable[tuple[Ask, QAction]], met: set[Needs]
) -> None:
    """Add what makes sense now, a rule between what needs a selection and what not."""
    needed_something = False
    for ask, action in asks:
        if not ask.in_menu or ask.needs not in met:
            continue
        if needed_something and ask.needs is Needs.NOTHING:
            menu.addSeparator()
        needed_something = ask.needs is not Needs.NOTHING
        menu.addAction(action)
