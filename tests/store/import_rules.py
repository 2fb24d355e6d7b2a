"""What the undo machine brings in: folders of papers, marked pages, sheets, letters."""

from __future__ import annotations

import contextlib
from functools import cache
from pathlib import Path

from hypothesis import strategies as st
from hypothesis.stateful import rule

from tests.paged_files import marked, pdf_of
from tests.store.undo_rules import PICK, Rules
from workbench.errors import WorkbenchError
from workbench.model.folders import FolderChoice
from workbench.operations import encodings, folders, importing, versions
from workbench.operations.folders import look_through

ENCODINGS = ("cp1252", "koi8-r", "iso-8859-5")
LETTER = "The café at the harbor met in May.\r\n\r\nNaïve zebras — two sides."


@cache
def report(number: int, comment: str) -> bytes:
    pages = (
        ["The two sides met in May.", f"Zebra {number}."],
        [],
        ["They left before the end of June."],
    )
    return marked(pdf_of(*pages), (number % 2, comment))


class ImportRules(Rules):
    """Brings in a folder that changes, and reads letters in other encodings."""

    root: Path

    @rule(pick=PICK, comment=st.sampled_from(["", "why?", "Ask Ida."]))
    def bring_in_folder(self, pick: int, comment: str) -> None:
        folder = self.root / "papers"
        folder.mkdir(exist_ok=True)
        (folder / f"report {pick % 2}.pdf").write_bytes(report(pick % 3, comment))
        answer = f"The two sides met {pick % 3} times in May and will meet in June"
        (folder / "answers.csv").write_text(f"Answer,Depth\n{answer},{pick % 4}\n")
        (folder / f"letter {pick % 5}.txt").write_bytes(LETTER.encode("cp1252"))
        choice = FolderChoice(str(folder), ("*.pdf",) if pick % 3 else ())
        coming = look_through(self.project, choice).coming
        importing.import_folder(self.project, choice, coming)
        self.settle()

    @rule(pick=PICK)
    def forget_folder(self, pick: int) -> None:
        if known := self.project.folders.all():
            folders.forget_folder(self.project, known[pick % len(known)].id)
        self.settle()

    @rule(pick=PICK)
    def bring_in_letter(self, pick: int) -> None:
        path = self.root / f"{self.new_name()}.txt"
        path.write_bytes(f"{pick} {LETTER}".encode("cp1252"))
        importing.import_paths(self.project, [path])
        self.settle()

    @rule(pick=PICK, encoding=st.sampled_from(ENCODINGS))
    def read_anew(self, pick: int, encoding: str) -> None:
        if found := self.project.documents.all():
            own = found[pick % len(found)].id
            with contextlib.suppress(WorkbenchError):
                encodings.change_encoding(self.project, own, encoding)
        self.settle()

    @rule(pick=PICK, comment=st.sampled_from(["why?", "Who says?"]))
    def renew_report(self, pick: int, comment: str) -> None:
        paged = [it for it in self.project.documents.all() if "report" in it.name]
        if paged:
            path = self.root / "later report.pdf"
            path.write_bytes(report(pick % 3, comment))
            own = paged[pick % len(paged)].id
            with contextlib.suppress(WorkbenchError):
                versions.replace_document(self.project, own, path)
        self.settle()
