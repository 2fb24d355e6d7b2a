"""Turns what is asked of the alias register into operations, and shows it anew."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QObject, QPoint, QTimer

from ui.aliases.panel import AliasPanel
from ui.common import Common
from ui.jobs import JobHandle
from ui.keymap import undo_hint
from ui.widgets.choice_list import Choice
from ui.widgets.choice_popup import ChoicePopup
from workbench.errors import WorkbenchError
from workbench.jobs import Tracker
from workbench.model.aliases import AliasGroup, AliasName, some_names
from workbench.model.changes import Changes
from workbench.model.ids import AliasGroupId
from workbench.operations.alias_lists import documents_by_name, suggested_groups
from workbench.operations.aliases import (
    add_group,
    change_group,
    remove_groups,
    set_automatic,
    typed_group,
)
from workbench.text.alias_lines import names_line

QUIET_MS = 300
"""Counting begins when nothing has changed for this long."""
COUNTED_KINDS = ("alias_groups", "aliases", "documents", "versions", "zones")


class AliasController(QObject):
    """Serves the tab of aliases."""

    def __init__(self, common: Common, panel: AliasPanel) -> None:
        super().__init__(panel)
        self._project = common.project
        self._notices = common.notices
        self._runner = common.runner
        self._panel = panel
        self._counting: JobHandle | None = None
        self._is_stale = True
        self._quiet = QTimer(self, singleShot=True, interval=QUIET_MS)
        self._quiet.timeout.connect(self._count_if_seen)
        panel.shown.connect(self._count_if_seen)
        panel.submitted.connect(self._take)
        panel.remove_requested.connect(self._remove)
        panel.automatic_requested.connect(self._switch)
        panel.suggestions_requested.connect(self._suggest)
        common.signals.changed.connect(self._follow)
        panel.show_groups(self._project.aliases.groups())
        if self._project.is_read_only:
            panel.show_read_only()

    def _follow(self, changes: Changes) -> None:
        if changes.touches("alias_groups", "aliases"):
            self._panel.show_groups(self._project.aliases.groups())
        if changes.touches(*COUNTED_KINDS):
            self._is_stale = True
            self._quiet.start()

    def _take(self, group_id: AliasGroupId | None, line: str) -> None:
        try:
            typed = typed_group(line)
            if group_id is None:
                group_id = add_group(
                    self._project, typed.names, is_automatic=typed.is_automatic
                )
            else:
                change_group(self._project, group_id, typed)
        except WorkbenchError as error:
            self._panel.entry.complain(str(error))
            return
        self._panel.entry.accept()
        self._panel.choose(group_id)
        self._notices.done(f"Aliases {some_names(typed.names)} · {undo_hint()}")

    def _remove(self, group: AliasGroup) -> None:
        with self._notices.guard():
            remove_groups(self._project, [group.id])
            self._notices.done(
                f"Deleted aliases {some_names(group.names)} · {undo_hint()}"
            )

    def _switch(self, group: AliasGroup, is_automatic: bool) -> None:  # noqa: FBT001
        with self._notices.guard():
            set_automatic(self._project, [group.id], is_automatic=is_automatic)

    def _count_if_seen(self) -> None:
        """Count anew what changed, unless nobody looks."""
        if self._is_stale and self._panel.isVisible():
            self._is_stale = False
            self._count()

    def _count(self) -> None:
        """Count in how many documents each name stands, in a job."""
        if self._counting is not None:
            self._counting.cancel()
        if not self._panel.model.groups:
            return
        project = self._project

        def run(tracker: Tracker) -> Mapping[AliasName, int]:
            with project.reader() as view:
                return documents_by_name(view, tracker)

        self._counting = job = self._runner.start(run, "Counting names")
        job.succeeded.connect(self._show_counts)
        job.finished.connect(lambda: self._forget(job))

    def _show_counts(self, counts: Mapping[AliasName, int]) -> None:
        self._panel.model.show_counts(counts)

    def _forget(self, job: JobHandle) -> None:
        if self._counting is job:
            self._counting = None

    def _suggest(self, point: QPoint) -> None:
        project = self._project

        def run(tracker: Tracker) -> Sequence[tuple[AliasName, AliasName]]:
            with project.reader() as view:
                return suggested_groups(view, tracker)

        job = self._runner.start(run, "Looking for abbreviated names")
        job.succeeded.connect(lambda found: self._offer(found, point))
        job.failed.connect(self._notices.problem)

    def _offer(
        self, found: Sequence[tuple[AliasName, AliasName]], point: QPoint
    ) -> None:
        if not found:
            self._notices.done(
                "No text explains an abbreviation that is not among the aliases"
            )
            return
        if not self._panel.isVisible():
            return
        popup = ChoicePopup("Found in the texts", "Find a name", self._panel)
        popup.chosen.connect(lambda names: self._panel.entry.start(names_line(names)))
        popup.open_at(point, [Choice(some_names(names), "", names) for names in found])
