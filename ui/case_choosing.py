"""Ties what is read and listed to a case that is chosen by typing."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QObject, QPoint
from PySide6.QtGui import QCursor
from PySide6.QtWidgets import QWidget

from ui.common import Common
from ui.keymap import undo_hint
from ui.widgets.choice_list import Choice
from ui.widgets.choice_popup import ChoicePopup
from ui.widgets.counting import count_of
from workbench.model.aliases import AliasName
from workbench.model.cases import Case
from workbench.model.ids import CaseId, DocumentId
from workbench.model.links import Stretch
from workbench.operations.cases import (
    add_documents,
    create_case,
    names_of,
    set_aliases,
)
from workbench.operations.labels import quoted
from workbench.operations.mentions import confirm_mentions
from workbench.text.alias_lines import names_line, tidied_name

Tie = Callable[[Case], str]
"""Does what was asked for with a case, and says what was done."""


class CaseChoosing(QObject):
    """Offers the cases there are, and a new one of the name that was typed."""

    def __init__(self, common: Common, window: QWidget) -> None:
        super().__init__(window)
        self._common = common
        self._project = common.project
        self._window = window

    def ask(self, action_id: str, stretch: Stretch, point: QPoint) -> None:
        """Do one of the actions about cases with words of a text."""
        if action_id == "passage.mention":
            self._ask("Mentions the case", point, lambda it: self._mention(it, stretch))
        else:
            name = tidied_name(self._words(stretch))
            title = f"“{name[:40]}” is an alias of the case"
            self._ask(title, point, lambda it: self._add_alias(it, name))

    def put_in(self, ids: Sequence[DocumentId]) -> None:
        """Put documents into a case."""
        title = f"Put {count_of(len(ids), 'document')} into the case"
        self._ask(title, QCursor.pos(), lambda it: self._put_in(it, ids))

    def _ask(self, title: str, point: QPoint, tie: Tie) -> None:
        popup = ChoicePopup(title, "Find a case, or type a new one", self._window)
        popup.choices.typed.connect(
            lambda typed: popup.choices.add_for_typed(_new_case(typed))
        )
        popup.chosen.connect(lambda wanted: self._tie(wanted, tie))
        popup.open_at(point, [_choice(it) for it in self._project.cases.all()])

    def _tie(self, wanted: CaseId | str, tie: Tie) -> None:
        with self._common.notices.guard():
            with self._project.operation("Change a case") as edit:
                if isinstance(wanted, str):
                    case = edit.cases.get(create_case(self._project, wanted))
                else:
                    case = edit.cases.get(wanted)
                said = tie(case)
                if isinstance(wanted, str):
                    edit.label = f"Create case {quoted(case.name)}"
            self._common.notices.done(f"{said} · {undo_hint()}")

    def _mention(self, case: Case, stretch: Stretch) -> str:
        confirm_mentions(self._project, case.id, [stretch])
        return f"The passage mentions “{case.name}”"

    def _add_alias(self, case: Case, name: str) -> str:
        # A case made in this very step is not seen by reading yet.
        with self._project.operation("Change aliases") as edit:
            known = names_of(edit, case)
        typed = [names_line([it]) for it in (*known, AliasName(name))]
        set_aliases(self._project, case.id, typed)
        return f"“{name}” is an alias of “{case.name}”"

    def _put_in(self, case: Case, ids: Sequence[DocumentId]) -> str:
        add_documents(self._project, case.id, ids)
        return f"Put {count_of(len(ids), 'document')} into “{case.name}”"

    def _words(self, stretch: Stretch) -> str:
        return stretch.span.of(self._project.documents.text(stretch.document_id))


def _choice(case: Case) -> Choice:
    return Choice(case.name, case.kind, case.id)


def _new_case(typed: str) -> list[Choice]:
    return [Choice(f"New case “{typed}”", "", typed, symbol="plus")] if typed else []
