"""Every menu entry and shortcut, as data."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMainWindow, QMenu

from ui.resources import icon

MENUS = ("&Project", "&Edit", "&View", "&Passage", "T&able", "&Help")


@dataclass(frozen=True, slots=True)
class ActionSpec:
    """One thing a person can do.

    `keys` work anywhere in the window; `reader_keys` only while a reader has the
    focus, which sees to them itself, so that typing elsewhere stays typing.
    """

    id: str
    menu: str
    text: str
    keys: tuple[str, ...] = ()
    reader_keys: tuple[str, ...] = ()
    tip: str = ""
    icon: str = ""
    needs_project: bool = True
    starts_group: bool = False
    in_menus: bool = True


ACTIONS = (
    ActionSpec(
        "project.new", "&Project", "&New project…", ("Ctrl+Shift+N",),
        tip="Make an empty project file", icon="folder-plus", needs_project=False,
    ),
    ActionSpec(
        "project.open", "&Project", "&Open project…", ("Ctrl+O",),
        tip="Open a project file", icon="folder-open", needs_project=False,
    ),
    ActionSpec(
        "project.sample", "&Project", "Open the &sample project",
        tip="Open the sample project, which is made when it is not there yet",
        needs_project=False,
    ),
    ActionSpec(
        "project.import_files", "&Project", "&Import files…", ("Ctrl+I",),
        tip="Bring in text, Markdown and HTML files", icon="download",
        starts_group=True,
    ),
    ActionSpec(
        "project.import_folder", "&Project", "Import &folder…", ("Ctrl+Shift+I",),
        tip="Bring in every readable file of a folder",
    ),
    ActionSpec(
        "project.export", "&Project", "&Export as CSV…", ("Ctrl+E",),
        tip="Write passages, notes or a table to a CSV file", icon="upload",
    ),
    ActionSpec(
        "project.close", "&Project", "&Close project", ("Ctrl+Shift+W",),
        tip="Close the project; everything is saved already", starts_group=True,
    ),
    ActionSpec(
        "project.quit", "&Project", "&Quit", ("Ctrl+Q",),
        tip="Close the window", needs_project=False,
    ),
    ActionSpec(
        "edit.undo", "&Edit", "&Undo", ("Ctrl+Z",), tip="Take the last step back",
        icon="undo-2",
    ),
    ActionSpec(
        "edit.redo", "&Edit", "&Redo", ("Ctrl+Shift+Z", "Ctrl+Y"),
        tip="Do the step that was taken back again", icon="redo-2",
    ),
    ActionSpec(
        "edit.project_note", "&Edit", "&Note on project",
        tip="Write a note on the whole project", icon="sticky-note",
        starts_group=True,
    ),
    ActionSpec(
        "view.search", "&View", "&Search", ("Ctrl+K",), ("/",),
        tip="Search all documents", icon="search",
    ),
    ActionSpec(
        "view.next_hit", "&View", "Next &hit", ("F3",), tip="Go to the next hit"
    ),
    ActionSpec(
        "view.previous_hit", "&View", "&Previous hit", ("Shift+F3",),
        tip="Go to the hit before",
    ),
    ActionSpec(
        "view.find", "&View", "&Find in document", reader_keys=("Ctrl+F",),
        tip="Find words in the document being read",
    ),
    ActionSpec(
        "view.documents", "&View", "&All documents", ("Ctrl+Shift+L",),
        tip="Show the documents as a table", icon="list", starts_group=True,
    ),
    ActionSpec(
        "view.compare", "&View", "&Compare two documents", ("Ctrl+\\",),
        tip="Read two documents side by side", icon="columns-2",
    ),
    ActionSpec(
        "view.next_tab", "&View", "&Next tab", ("Ctrl+PgDown", "Ctrl+Tab"),
        tip="Go to the tab at the right",
    ),
    ActionSpec(
        "view.previous_tab", "&View", "Pre&vious tab",
        ("Ctrl+PgUp", "Ctrl+Shift+Tab"), tip="Go to the tab at the left",
    ),
    ActionSpec(
        "view.close_tab", "&View", "Close &tab", ("Ctrl+W",), tip="Close this tab"
    ),
    ActionSpec(
        "view.next_part", "&View", "Ne&xt part of the window", ("F6",),
        tip="Go to the library, the tags, the text, the passage or the lists below",
        starts_group=True,
    ),
    ActionSpec(
        "view.previous_part", "&View", "P&revious part of the window", ("Shift+F6",),
        tip="Go to the part of the window before",
    ),
    ActionSpec(
        "view.larger", "&View", "&Larger text", reader_keys=("Ctrl+=", "Ctrl++"),
        tip="Make the text being read larger", starts_group=True,
    ),
    ActionSpec(
        "view.smaller", "&View", "S&maller text", reader_keys=("Ctrl+-",),
        tip="Make the text being read smaller",
    ),
    ActionSpec(
        "view.usual", "&View", "&Usual text size", reader_keys=("Ctrl+0",),
        tip="Go back to the usual text size",
    ),
    ActionSpec(
        "view.copy", "&Edit", "&Copy", reader_keys=("Ctrl+C",),
        tip="Copy the selected text, character for character", in_menus=False,
    ),
    ActionSpec(
        "view.dark", "&View", "&Dark or light", ("Ctrl+Shift+D",),
        tip="Switch between dark and light", needs_project=False,
    ),
    ActionSpec(
        "passage.tag", "&Passage", "&Tag…", reader_keys=("T",),
        tip="Tag the selection or the passage; a new name makes a new tag",
        icon="tag",
    ),
    ActionSpec(
        "passage.tag_again", "&Passage", "Tag &again with the last tag",
        reader_keys=("Q",), tip="Put the tag used last on the selection",
    ),
    ActionSpec(
        "passage.untag", "&Passage", "&Remove tag", reader_keys=("U",),
        tip="Take a tag off the passage",
    ),
    ActionSpec(
        "passage.note", "&Passage", "&Note", reader_keys=("N",),
        tip="Write a note on the passage", icon="sticky-note",
    ),
    ActionSpec(
        "passage.cite", "&Passage", "&Cite in a table cell…", reader_keys=("C",),
        tip="Rest a cell of a comparison table on this passage", icon="quote",
    ),
    ActionSpec(
        "passage.mark", "&Passage", "&Mark without a tag", reader_keys=("M",),
        tip="Make the selection a passage that can be cited",
    ),
    ActionSpec(
        "passage.remove", "&Passage", "&Delete passage", reader_keys=("Del",),
        tip="Remove the passage; the text stays", icon="trash-2",
    ),
    ActionSpec(
        "passage.next", "&Passage", "Ne&xt passage", reader_keys=("J",),
        tip="Select the next passage", starts_group=True,
    ),
    ActionSpec(
        "passage.previous", "&Passage", "&Previous passage", reader_keys=("K",),
        tip="Select the passage before",
    ),
    ActionSpec(
        "passage.cycle", "&Passage", "&Overlapping passage", reader_keys=("O",),
        tip="Select the next of the passages that overlap here",
    ),
    ActionSpec(
        "passage.grow", "&Passage", "&Grow selection", reader_keys=("W",),
        tip="Select the word, then the sentence, then the paragraph",
    ),
    ActionSpec(
        "passage.shrink", "&Passage", "S&hrink selection", reader_keys=("Shift+W",),
        tip="Go back to the smaller selection",
    ),
    *(
        ActionSpec(
            f"passage.tag_{number}", "&Passage", f"Tag with tag number {number}",
            reader_keys=(str(number),), in_menus=False,
            tip="Put one of the first nine tags of the tree on the selection",
        )
        for number in range(1, 10)
    ),
    ActionSpec(
        "table.new", "T&able", "&New comparison table…", ("Ctrl+T",),
        tip="Make a table whose cells rest on cited passages", icon="table",
    ),
    ActionSpec(
        "help.keys", "&Help", "&Keys", ("F1",), tip="Show every key",
        icon="keyboard", needs_project=False,
    ),
    ActionSpec(
        "help.guide", "&Help", "&Guide", ("Shift+F1",), tip="Read how things are done",
        icon="book-open", needs_project=False,
    ),
)  # fmt: skip


_BY_ID = {spec.id: spec for spec in ACTIONS}


def spec_of(action_id: str) -> ActionSpec:
    """Return the action of this id."""
    return _BY_ID[action_id]


def reader_actions() -> list[ActionSpec]:
    """Return what a reader does itself, while it has the focus or on being asked."""
    return [it for it in ACTIONS if it.reader_keys and not it.keys and it.in_menus]


def install(
    window: QMainWindow, handlers: Mapping[str, Callable[[], object]]
) -> tuple[dict[str, QAction], dict[str, QMenu]]:
    """Build the menus; return the actions by id and the menus by name."""
    menus = {name: window.menuBar().addMenu(name) for name in MENUS}
    actions = {}
    for spec in ACTIONS:
        if not spec.in_menus:
            continue
        if spec.starts_group:
            menus[spec.menu].addSeparator()
        actions[spec.id] = _action(window, spec, handlers[spec.id])
        menus[spec.menu].addAction(actions[spec.id])
    return actions, menus


def _action(
    window: QMainWindow, spec: ActionSpec, handler: Callable[[], object]
) -> QAction:
    action = QAction(menu_text(spec), window)
    action.setObjectName(spec.id)
    action.setShortcuts([QKeySequence(keys) for keys in spec.keys])
    action.setStatusTip(spec.tip)
    if spec.icon:
        action.setIcon(icon(spec.icon))
    action.triggered.connect(lambda _checked=False: handler())
    return action


def menu_text(spec: ActionSpec) -> str:
    """Return the entry's text, with the reader's key where it has one."""
    # After a tab a menu shows what follows as if it were the shortcut.
    return f"{spec.text}\t{spec.reader_keys[0]}" if spec.reader_keys else spec.text
