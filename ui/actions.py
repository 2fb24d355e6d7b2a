"""What a person can do, menu by menu, as data; F1 and the preferences show it too."""

from __future__ import annotations

from ui.action_spec import MENUS, ActionSpec, Place, plain
from ui.case_actions import CASE_ACTIONS
from ui.cell_actions import CELL_ACTIONS
from ui.import_actions import IMPORT_ACTIONS
from ui.part_actions import PART_ACTIONS
from ui.tag_actions import TAG_ACTIONS

__all__ = [
    "ACTIONS", "MENUS", "ActionSpec", "Place", "plain", "reader_actions", "spec_of",
]  # fmt: skip

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
    *IMPORT_ACTIONS,
    ActionSpec(
        "project.export", "&Project", "&Export…", ("Ctrl+E",),
        tip="Write passages, notes or a table to a file", icon="upload",
    ),
    ActionSpec(
        "project.verify", "&Project", "&Verify an export…",
        tip="Check every quotation of an exported table against this project",
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
        "edit.find", "&Edit", "&Find in document", ("Ctrl+F",), Place.READER,
        tip="Find words in the document being read", starts_group=True,
    ),
    ActionSpec(
        "edit.search", "&Edit", "&Search all documents", ("Ctrl+K",),
        tip="Search all documents", icon="search",
    ),
    ActionSpec(
        "edit.save_search", "&Edit", "Sa&ve this search…", ("Ctrl+S",),
        tip="Keep the query under a name; what it finds is always counted anew",
        icon="save",
    ),
    ActionSpec(
        "edit.saved_searches", "&Edit", "Save&d searches…", ("Ctrl+Shift+S",),
        tip="Run, rename or remove a search that was saved",
    ),
    ActionSpec(
        "edit.past_searches", "&Edit", "Past searc&hes…", ("Ctrl+H",),
        tip="Search again what was searched before", icon="history",
    ),
    ActionSpec(
        "search.why", "&Edit", "&Why not this document?", ("Ctrl+Shift+Y",),
        tip="Say part by part why the search finds a document, or why not",
        icon="circle-question-mark",
    ),
    ActionSpec(
        "edit.project_note", "&Edit", "&Note on project",
        tip="Write a note on the whole project", icon="sticky-note",
        starts_group=True,
    ),
    ActionSpec(
        "edit.journal", "&Edit", "New &journal entry", ("Ctrl+J",),
        tip="Write down what you did or decided; it keeps its date and time",
        icon="notebook-pen",
    ),
    ActionSpec(
        "edit.preferences", "&Edit", "&Preferences…", ("Ctrl+,",),
        tip="Choose your name, the look, how texts are set, and every key",
        icon="settings", needs_project=False, starts_group=True,
    ),
    ActionSpec(
        "view.documents", "&View", "&All documents", ("Ctrl+Shift+L",),
        tip="Show the documents as a table", icon="list",
    ),
    ActionSpec(
        "view.passages", "&View", "L&ist of passages", ("Ctrl+Shift+P",),
        tip="List the passages, and filter them", icon="text-quote",
    ),
    ActionSpec(
        "view.concordance", "&View", "Concordance of the &hits", ("Ctrl+Shift+K",),
        tip="Show every hit as a line, where hits stand, and the words near them",
        icon="text-search",
    ),
    ActionSpec(
        "view.quotes", "&View", "Quotations and their so&urces", ("Ctrl+Shift+Q",),
        tip="Check each quotation of the text against the other documents",
        icon="quote",
    ),
    ActionSpec(
        "view.batch", "&View", "Batch search of many &queries", ("Ctrl+Shift+B",),
        tip="Count what many queries find in each document", icon="table-2",
    ),
    ActionSpec(
        "view.reuse", "&View", "Matri&x of shared statements", ("Ctrl+Shift+X",),
        tip="See which documents say the same, as a matrix, a network and a list",
    ),
    ActionSpec(
        "view.cases", "&View", "Ca&ses",
        tip="Show the cases with their attributes", icon="list-tree",
    ),
    ActionSpec(
        "view.attributes", "&View", "Attri&butes…",
        tip="Choose what documents and cases are described by",
    ),
    ActionSpec(
        "view.compare", "&View", "&Compare documents", ("Ctrl+\\",),
        tip="Read the chosen documents, or two, side by side, with what they share",
        icon="columns-2",
    ),
    ActionSpec(
        "view.compare_with", "&View", "Compare &with…", ("Ctrl+M",),
        tip="Choose a document to read beside this one",
    ),
    ActionSpec(
        "view.compare_version", "&View", "Earlier text side b&y side…",
        ("Ctrl+Shift+V",), tip="Choose an earlier version to read beside this one",
    ),
    ActionSpec(
        "view.twins", "&View", "&Find twins in the document", ("Ctrl+Shift+M",),
        tip="Show the document beside itself, with what it says twice",
    ),
    ActionSpec(
        "view.review", "&View", "&Review changes", ("Ctrl+R",),
        tip="Look at the passages that a new version changed", icon="square-check",
    ),
    ActionSpec(
        "view.versions", "&View", "&Versions of the text…", ("Shift+V",),
        Place.READER, tip="Read an earlier version of the document", icon="history",
    ),
    ActionSpec(
        "view.split", "&View", "Open in the &other half", ("Ctrl+Shift+\\",),
        tip="Show what is read in a second half beside the first", icon="panel-right",
    ),
    ActionSpec(
        "view.window", "&View", "Open in a &new window", ("Ctrl+Alt+N",),
        tip="Show what is read in a window of its own", icon="external-link",
    ),
    ActionSpec(
        "view.room", "&View", "Ma&ke room for what is open", ("F11",),
        tip="Hide the side panels and the lists below; again brings them back",
    ),
    ActionSpec(
        "view.close_tab", "&View", "Clos&e tab", ("Ctrl+W",), tip="Close this tab"
    ),
    ActionSpec(
        "view.only_tag", "&View", "Show only one ta&g…", ("F",), Place.READER,
        tip="Let the passages of one tag stand out and the others step back",
        icon="funnel", starts_group=True,
    ),
    ActionSpec(
        "view.all_tags", "&View", "Show &passages of all tags", ("Shift+F",),
        Place.READER, tip="Show the passages of all tags alike again",
    ),
    ActionSpec(
        "view.look", "&View", "How the &text is set…", ("Ctrl+Shift+A",),
        Place.READER, tip="Choose letters, size, column, lines, paragraph numbers",
        starts_group=True,
    ),
    ActionSpec(
        "view.larger", "&View", "&Larger text", ("Ctrl+=", "Ctrl++"), Place.READER,
        tip="Make the text being read larger",
    ),
    ActionSpec(
        "view.smaller", "&View", "S&maller text", ("Ctrl+-",), Place.READER,
        tip="Make the text being read smaller",
    ),
    ActionSpec(
        "view.usual", "&View", "Usual text si&ze", ("Ctrl+0",), Place.READER,
        tip="Go back to the usual text size",
    ),
    ActionSpec(
        "view.dark", "&View", "&Dark or light", ("Ctrl+Shift+D",),
        tip="Switch between dark and light", needs_project=False,
        starts_group=True,
    ),
    ActionSpec(
        "go.back", "&Go", "&Back", ("Alt+Left",),
        tip="Go back to the place before", icon="chevron-left",
    ),
    ActionSpec(
        "go.forward", "&Go", "&Forward", ("Alt+Right",),
        tip="Go forward to where you came back from", icon="chevron-right",
    ),
    ActionSpec(
        "go.heading", "&Go", "H&eading or bookmark…", ("Ctrl+Shift+O",),
        tip="Go to a heading or a bookmark of the document", icon="list-tree",
        starts_group=True,
    ),
    ActionSpec(
        "go.page", "&Go", "Pa&ge…", ("Ctrl+G",), Place.READER,
        tip="Go to a page by its number or by its label, such as iv",
    ),
    ActionSpec(
        "view.pages", "&Go", "&Original pages beside the text", ("P",),
        Place.READER, tip="Show the pages of a PDF beside the text, or close them",
        icon="book-open",
    ),
    ActionSpec(
        "view.only_pages", "&Go", "Onl&y the original pages", ("Shift+P",),
        Place.READER, tip="Show the pages of a PDF instead of the text, or both again",
    ),
    ActionSpec(
        "go.bookmarks", "&Go", "Book&marks of all documents…", ("Ctrl+B",),
        tip="Go to a bookmark of any document", icon="bookmark",
    ),
    ActionSpec(
        "go.bookmark", "&Go", "Bookmark this &line", ("B",), Place.READER,
        tip="Put a bookmark on the line, or take it away",
    ),
    ActionSpec(
        "go.next_hit", "&Go", "Next &hit", ("F3",), tip="Go to the next hit",
        starts_group=True,
    ),
    ActionSpec(
        "go.previous_hit", "&Go", "Previous h&it", ("Shift+F3",),
        tip="Go to the hit before",
    ),
    ActionSpec(
        "go.next_passage", "&Go", "&Next passage", ("J",), Place.READER,
        tip="Select the next passage", starts_group=True,
    ),
    ActionSpec(
        "go.previous_passage", "&Go", "&Previous passage", ("K",), Place.READER,
        tip="Select the passage before",
    ),
    ActionSpec(
        "go.next_tab", "&Go", "Next &tab", ("Ctrl+PgDown", "Ctrl+Tab"),
        tip="Go to the tab at the right", starts_group=True,
    ),
    ActionSpec(
        "go.previous_tab", "&Go", "Pre&vious tab", ("Ctrl+PgUp", "Ctrl+Shift+Tab"),
        tip="Go to the tab at the left",
    ),
    ActionSpec(
        "go.next_part", "&Go", "Ne&xt part of the window", ("F6",),
        tip="Go to the library, the tags, the text, the passage or the lists below",
        starts_group=True,
    ),
    ActionSpec(
        "go.previous_part", "&Go", "Previous pa&rt of the window", ("Shift+F6",),
        tip="Go to the part of the window before",
    ),
    ActionSpec(
        "passage.tag", "Pa&ssage", "&Tag…", ("T",), Place.READER,
        tip="Tag the selection or the passage; a new name makes a new tag",
        icon="tag",
    ),
    ActionSpec(
        "passage.tag_again", "Pa&ssage", "Tag &again with the last tag", ("Q",),
        Place.READER, tip="Put the tag used last on the selection",
    ),
    ActionSpec(
        "passage.tag_recent", "Pa&ssage", "Pic&k a recent tag…", ("R",),
        Place.READER, tip="Choose among the tags used last by a digit",
    ),
    ActionSpec(
        "passage.in_vivo", "Pa&ssage", "Tag with its own &words", ("V",),
        Place.READER, tip="Make a tag that is named as the selected words",
    ),
    ActionSpec(
        "passage.untag", "Pa&ssage", "&Remove tag", ("U",), Place.READER,
        tip="Take a tag off the passage",
    ),
    ActionSpec(
        "passage.note", "Pa&ssage", "&Note", ("N",), Place.READER,
        tip="Write a note on the passage", icon="sticky-note", starts_group=True,
    ),
    ActionSpec(
        "passage.cite", "Pa&ssage", "&Cite in a table cell…", ("C",), Place.READER,
        tip="Rest a cell of a comparison table on this passage", icon="quote",
    ),
    ActionSpec(
        "passage.copy_link", "Pa&ssage", "Copy &link", ("Ctrl+Shift+C",),
        Place.READER, tip="Copy a link to the passage, to paste into a note",
        icon="link",
    ),
    ActionSpec(
        "passage.mark", "Pa&ssage", "&Mark without a tag", ("M",), Place.READER,
        tip="Make the selection a passage that can be cited",
    ),
    ActionSpec(
        "passage.remove", "Pa&ssage", "&Delete passage", ("Del",), Place.READER,
        tip="Delete the passage; the text stays", icon="trash-2",
    ),
    ActionSpec(
        "passage.cycle", "Pa&ssage", "Overla&pping passage", ("O",), Place.READER,
        tip="Select the next of the passages that overlap here", starts_group=True,
    ),
    ActionSpec(
        "passage.start", "Pa&ssage", "Move the &beginning", ("[",), Place.READER,
        tip="Move where the passage begins, with Left and Right; Enter keeps it",
    ),
    ActionSpec(
        "passage.end", "Pa&ssage", "Mo&ve the end", ("]",), Place.READER,
        tip="Move where the passage ends, with Left and Right; Enter keeps it",
    ),
    ActionSpec(
        "passage.grow", "Pa&ssage", "&Grow selection", ("W",), Place.READER,
        tip="Select the word, then the sentence, then the paragraph",
    ),
    ActionSpec(
        "passage.shrink", "Pa&ssage", "S&hrink selection", ("Shift+W",), Place.READER,
        tip="Go back to the smaller selection",
    ),
    ActionSpec(
        "passage.similar", "Pa&ssage", "More l&ike this", ("S",), Place.READER,
        tip="List what says something similar to the passage or the sentence",
    ),
    *TAG_ACTIONS,
    ActionSpec(
        "passage.correct", "Pa&ssage", "Corr&ect the words…", ("E",), Place.READER,
        tip="Correct a typo in place; passages go along", icon="pencil",
        starts_group=True,
    ),
    ActionSpec(
        "passage.zone", "Pa&ssage", "No content (&zone)", ("Z",), Place.READER,
        tip="Mark what is selected, or the paragraph, as no content, or as content",
        icon="eye-off",
    ),
    ActionSpec(
        "passage.suggested", "Pa&ssage", "&Suggested zones", ("Shift+Z",), Place.READER,
        tip="Go through what looks like no content",
    ),
    ActionSpec(
        "passage.zones", "Pa&ssage", "Zones of the doc&ument…", ("Ctrl+Alt+Z",),
        Place.READER, tip="List the zones; go to one, or make all content again",
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
    *CASE_ACTIONS,
    *PART_ACTIONS,
    *CELL_ACTIONS,
)  # fmt: skip


_BY_ID = {spec.id: spec for spec in ACTIONS}


def spec_of(action_id: str) -> ActionSpec:
    """Return the action of this id."""
    return _BY_ID[action_id]


def reader_actions() -> list[ActionSpec]:
    """Return what a menu asks the current reader to do."""
    return [it for it in ACTIONS if it.place is Place.READER and it.menu]
