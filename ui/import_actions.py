"""What brings documents in, and what is known of them, in the menu Project."""

from __future__ import annotations

from ui.action_spec import ActionSpec

IMPORT_ACTIONS = (
    ActionSpec(
        "project.import_files", "&Project", "&Import files…", ("Ctrl+I",),
        tip="Bring in PDF, Word, web pages, mail, sheets and texts", icon="download",
        starts_group=True,
    ),
    ActionSpec(
        "project.import_folder", "&Project", "Import &folder…", ("Ctrl+Shift+I",),
        tip="See what a folder holds and bring it in",
    ),
    ActionSpec(
        "project.import_again", "&Project", "Import a&gain…", ("Ctrl+Alt+I",),
        tip="See what is new, changed or missing in a folder that was imported",
    ),
    ActionSpec(
        "project.references", "&Project", "Fi&ll in from references…",
        tip="Let a bibliography (RIS, BibTeX, CSL-JSON) say title, authors and date",
    ),
    ActionSpec(
        "project.replace", "&Project", "&Replace by a new version…", ("Ctrl+Shift+R",),
        tip="Give the document being read another text; its passages go along",
        icon="file-up",
    ),
    ActionSpec(
        "project.encoding", "&Project", "Rea&d in another encoding…",
        tip="Choose how the letters of the document being read were written down",
    ),
)  # fmt: skip
