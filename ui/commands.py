"""What the entries of the menus do; `ui.actions` has their words and keys."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from ui.actions import reader_actions
from ui.notices import Notices
from ui.reader.panel import ReaderPanel
from ui.workspace import Workspace
from workbench.errors import WorkbenchError
from workbench.model.notes import NoteOn, NoteTarget

Command = Callable[[], object]
InWorkspace = Callable[[Workspace], object]

IN_WORKSPACE: Mapping[str, InWorkspace] = {
    "project.import_files": lambda it: it.imports.import_files_dialog(it.window()),
    "project.import_folder": lambda it: it.folders.ask(),
    "project.import_again": lambda it: it.folders.open_again(),
    "project.references": lambda it: it.references.ask(),
    "project.export": lambda it: it.exports.open_form(it.center.current_table_id()),
    "project.verify": lambda it: it.exports.verifying.ask(),
    "edit.undo": lambda it: it.turner.undo(),
    "edit.redo": lambda it: it.turner.redo(),
    "edit.search": lambda it: it.start_search(),
    "edit.save_search": lambda it: it.bottom.kept.save(),
    "edit.saved_searches": lambda it: it.bottom.kept.open_saved(),
    "edit.past_searches": lambda it: it.bottom.kept.open_past(),
    "search.why": lambda it: it.explain_document(),
    "edit.project_note": lambda it: it.going.to_note(NoteTarget(NoteOn.PROJECT)),
    "edit.journal": lambda it: it.going.to_note(NoteTarget(NoteOn.JOURNAL)),
    "project.replace": lambda it: it.revising.replace_document(),
    "project.encoding": lambda it: it.revising.change_encoding(),
    "view.review": lambda it: it.center.versions.open_review(),
    "view.documents": lambda it: it.open_documents(),
    "view.cases": lambda it: it.bottom.open_list(it.bottom.cases),
    "view.passages": lambda it: it.bottom.open_list(it.bottom.passages),
    "view.concordance": lambda it: it.bottom.open_list(it.bottom.concordance),
    "view.quotes": lambda it: it.bottom.open_list(it.bottom.quotes),
    "view.batch": lambda it: it.center.batches.open(),
    "view.reuse": lambda it: it.center.reuse.open(),
    "view.attributes": lambda it: it.describing.open(),
    "view.compare": lambda it: it.compare(),
    "view.compare_with": lambda it: it.center.comparisons.ask_with(_read(it)),
    "view.compare_version": lambda it: it.center.comparisons.ask_version(_read(it)),
    "view.twins": lambda it: it.center.comparisons.open_twins(_read(it)),
    "view.close_tab": lambda it: it.close_current_tab(),
    "view.split": lambda it: it.center.split(),
    "view.room": lambda it: it.make_room(),
    "view.window": lambda it: it.center.open_window(),
    "go.back": lambda it: it.center.travel.back(),
    "go.forward": lambda it: it.center.travel.forward(),
    "go.heading": lambda it: it.ways.open_headings(),
    "go.bookmarks": lambda it: it.ways.open_bookmarks(),
    "go.next_hit": lambda it: it.results.next_hit(),
    "go.previous_hit": lambda it: it.results.previous_hit(),
    "go.next_check": lambda it: it.checking.step(1),
    "go.previous_check": lambda it: it.checking.step(-1),
    "go.next_tab": lambda it: it.center.step_tab(1),
    "go.previous_tab": lambda it: it.center.step_tab(-1),
    "view.aliases": lambda it: it.center.aliases.open(),
    "tags.alias": lambda it: it.center.aliases.add_from(it.center.current_reader()),
    "tags.find": lambda it: it.find_tag(),
    "tags.import": lambda it: it.tags.import_requested.emit(),
    "tags.export": lambda it: it.tags.export_requested.emit(),
    "tags.matrix": lambda it: it.center.matrices.open(),
    "table.new": lambda it: it.ask_for_table(),
}


def all_commands(
    own: Mapping[str, Command],
    workspace: Callable[[], Workspace | None],
    notices: Notices,
) -> dict[str, Command]:
    """Return what each action does: the window's own, its workspace's, its reader's.

    While no project is open, only the window's own do something.
    """

    def command(act: InWorkspace) -> Command:
        def run() -> None:
            current = workspace()
            if current is not None:
                with notices.guard():
                    act(current)

        return run

    in_reader = {spec.id: _in_reader(spec.id) for spec in reader_actions()}
    acts = {**IN_WORKSPACE, **in_reader}
    return {**own, **{action_id: command(act) for action_id, act in acts.items()}}


def _read(workspace: Workspace) -> ReaderPanel | None:
    return workspace.center.current_reader()


def _in_reader(action_id: str) -> InWorkspace:
    def act(workspace: Workspace) -> None:
        reader = workspace.center.current_reader()
        if reader is None:
            raise WorkbenchError("Open a document first; then this works in it.")
        reader.perform(action_id)

    return act
