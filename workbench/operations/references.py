"""Letting bibliographies say what documents are: title, authors, date, source."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from pathlib import Path

from workbench.errors import UnreadableFile
from workbench.importing.finding import leads_to_folder
from workbench.importing.workers import Refused
from workbench.jobs import Tracker
from workbench.model.documents import Document, ParsedDocument
from workbench.model.ids import DocumentId
from workbench.model.references import (
    Matching,
    MatchReason,
    Reference,
    ReferenceFile,
    ReferenceMatch,
    UnsureReference,
)
from workbench.operations.labels import quoted
from workbench.operations.reference_facts import values_by_name, with_reference
from workbench.operations.reference_files import (
    bibliographies_among,
    must_have_references,
    read_bibliographies,
)
from workbench.operations.reference_matching import (
    Described,
    Fitting,
    ReferenceIndex,
    identities,
)
from workbench.views import ProjectView

Claims = dict[Reference, list[tuple[MatchReason, DocumentId]]]


class References:
    """The references of an import: the documents they know come in as they say.

    `paths` are the files they are in, which are no documents; `problems` sentences
    about what of them is broken and which documents more than one of them fits.
    """

    def __init__(
        self, files: Sequence[ReferenceFile] = (), refused: Sequence[Refused] = ()
    ) -> None:
        paths = [it.path for it in files] + [it.path for it in refused]
        self.paths = frozenset(paths)
        self.problems = [*(it.reason for it in refused), *problems_of(files)]
        self._index = ReferenceIndex(files) if files else None

    def of(self, parsed: ParsedDocument) -> Reference | None:
        """Return the one reference that describes what was read from a file."""
        found = self._index.find(_of_parsed(parsed)) if self._index else None
        if found is None:
            return None
        if not found.is_sure:
            self.problems.append(_told_unsure(parsed.name, found))
            return None
        return found.references[0]

    def described(self, parsed: ParsedDocument) -> ParsedDocument:
        """Return a document as its reference describes it; without one, as it is."""
        reference = self.of(parsed)
        return parsed if reference is None else with_reference(parsed, reference)


def references_beside(paths: Iterable[Path]) -> References:
    """Read the files of references among these files and in these folders.

    JSON and RDF that is of another kind is left alone.
    """
    files, refused = _read(list(bibliographies_among(paths)))
    return References(files, [it for it in refused if must_have_references(it.path)])


def read_all_references(paths: Sequence[Path]) -> list[ReferenceFile]:
    """Read these files, and those in these folders; `UnreadableFile` for nothing."""
    asked = [it for it in paths if not leads_to_folder(it)]
    inside = bibliographies_among(it for it in paths if leads_to_folder(it))
    files, refused = _read([*asked, *inside])
    refused = [
        it for it in refused if it.path in asked or must_have_references(it.path)
    ]
    if refused and not files:
        raise UnreadableFile(refused[0].reason)
    if not files:
        raise UnreadableFile(
            "There are no references in RIS, BibTeX, CSL-JSON or Zotero RDF; choose a"
            " file or a folder that has some."
        )
    return [*files, *(ReferenceFile(it.path, (), (it.reason,)) for it in refused)]


def match(
    view: ProjectView, files: Sequence[ReferenceFile], tracker: Tracker | None = None
) -> Matching:
    """Tell which documents the references of these files describe."""
    index = ReferenceIndex(files)
    claims: Claims = defaultdict(list)
    unsure: list[UnsureReference] = []
    documents = view.documents.all()
    values = values_by_name(view)
    for number, document in enumerate(documents):
        (tracker or Tracker()).advance(number, len(documents), document.name)
        found = index.find(_of_document(view, document, values.get(document.id, {})))
        if found is None:
            continue
        if found.is_sure:
            claims[found.references[0]].append((found.reason, document.id))
        else:
            unsure += [
                UnsureReference(it, (document.id,), found.reason)
                for it in found.references
            ]
    matches, contested = _settled(claims)
    unsure = [*contested, *unsure]
    known = {it.reference for it in matches} | {it.reference for it in unsure}
    return Matching(
        tuple(sorted(matches, key=lambda it: it.document_id)),
        tuple(unsure),
        tuple(_unmatched(files, known)),
        tuple(problems_of(files)),
    )


def problems_of(files: Iterable[ReferenceFile]) -> list[str]:
    """Return what is broken in files of references, each with its file's name."""
    return [f"{file.path.name}: {it}" for file in files for it in file.problems]


def _read(paths: Sequence[Path]) -> tuple[list[ReferenceFile], list[Refused]]:
    found = list(read_bibliographies(paths))
    files = [it for it in found if isinstance(it, ReferenceFile)]
    return files, [it for it in found if isinstance(it, Refused)]


def _settled(claims: Claims) -> tuple[list[ReferenceMatch], list[UnsureReference]]:
    """Let each reference go to whom it fits best; two who fit alike are not sure.

    Only a reference that names its files can be for several of them.
    """
    matches, unsure = [], []
    order = list(MatchReason)
    for reference, claimed in claims.items():
        reason = min((it for it, _ in claimed), key=order.index)
        ids = [document_id for it, document_id in claimed if it is reason]
        if len(ids) == 1 or reason is MatchReason.PATH:
            matches += [ReferenceMatch(it, reference, reason) for it in ids]
        else:
            unsure.append(UnsureReference(reference, tuple(ids), reason))
    return matches, unsure


def _unmatched(
    files: Iterable[ReferenceFile], known: set[Reference]
) -> list[Reference]:
    """Return the references of works that are not known, each work once."""
    seen = {identity for it in known for identity in identities(it)}
    unmatched = []
    for reference in (it for file in files for it in file.references):
        its = identities(reference)
        if reference not in known and seen.isdisjoint(its):
            unmatched.append(reference)
            seen |= its
    return unmatched


def _of_parsed(parsed: ParsedDocument) -> Described:
    return Described(
        parsed.path, parsed.title, dict(parsed.values), lambda: parsed.text
    )


def _of_document(
    view: ProjectView, document: Document, values: dict[str, str]
) -> Described:
    return Described(
        document.path,
        document.title,
        values,
        lambda: view.documents.text(document.id),
    )


def _told_unsure(name: str, found: Fitting) -> str:
    names = " or ".join(quoted(it.name) for it in found.references[:3])
    return (
        f"{quoted(name)} could be {names} ({found.reason}); choose with Fill in from"
        " references… in the menu Project."
    )
