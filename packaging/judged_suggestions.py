"""Judges what is suggested for cells, beside plain BM25 over the same sentences.

Right means: as judged by reading; `judged_suggestions.toml` on the sample corpus, which
the weights were tuned on, and `judged_suggestions_held_out.toml` on texts of which
neither a word nor an answer was looked at while tuning.
"""

from __future__ import annotations

import math
import sys
import tempfile
import time
import tomllib
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from bench import report

from workbench.model.ids import ColumnId, DocumentId, RowId, TableId
from workbench.model.links import Stretch
from workbench.model.spans import Span
from workbench.model.tables import ColumnKind, ColumnType
from workbench.operations.cases import add_documents, create_case
from workbench.operations.importing import import_paths
from workbench.operations.sample import build_sample
from workbench.operations.suggestions import suggestions
from workbench.operations.tables import add_column, add_row, create_table
from workbench.project import Project
from workbench.search.indexing.folding import words_of
from workbench.text.sentences import sentences

FOLDER = Path(__file__).parent
SAMPLE = FOLDER / "judged_suggestions.toml"
HELD_OUT = FOLDER / "judged_suggestions_held_out.toml"
FIRST = 3
"""What a person sees without looking for more."""


@dataclass(frozen=True, slots=True)
class Question:
    """A cell to fill, and fragments of the sentences that are right for it, if any."""

    row: str
    documents: tuple[str, ...]
    column: str
    question: str
    type: ColumnType
    right: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Judgment:
    """How near the first right answer is to the top, and how often it is first.

    `silent` is the part of the questions without an answer for which none is given.
    """

    mean_reciprocal_rank: float
    first: float
    silent: float


Answering = Callable[[Project, Question], Sequence[Stretch]]


def read_questions(path: Path = SAMPLE) -> list[Question]:
    """Return the judged questions of a file."""
    rows = tomllib.loads(path.read_text("utf-8"))["question"]
    return [
        Question(
            it["row"],
            tuple(it["documents"]),
            it["column"],
            it["question"],
            ColumnType(it.get("type", "text")),
            tuple(it["right"]),
        )
        for it in rows
    ]


def judged(
    project: Project, questions: Iterable[Question], answering: Answering
) -> Judgment:
    """Score an answer to every question; what is not among the first three is wrong."""
    answers = [(it, answering(project, it)[:FIRST]) for it in questions]
    ranks = [_rank(given, _places(project, it)) for it, given in answers if it.right]
    unanswered = [not given for it, given in answers if not it.right]
    return Judgment(
        sum(1 / it for it in ranks if it) / len(ranks),
        sum(it == 1 for it in ranks) / len(ranks),
        sum(unanswered) / len(unanswered),
    )


def by_suggestions(project: Project, question: Question) -> list[Stretch]:
    """Answer as the program does, in a table made for the question."""
    place = _cell_for(project, question)
    found = suggestions(project, *place, limit=FIRST)
    project.undo()
    return [Stretch(it.document_id, it.span) for it in found]


def by_bm25(project: Project, question: Question) -> list[Stretch]:
    """Answer with plain BM25: the words of question and names, as they are written."""
    asked = words_of(f"{question.column} {question.question} {question.row}")
    places = [
        Stretch(own, span)
        for own in _documents(project, question)
        for span in sentences(
            project.documents.text(own), project.documents.blocks(own)
        )
    ]
    counts = [
        Counter(words_of(it.span.of(project.documents.text(it.document_id))))
        for it in places
    ]
    known = Counter(word for it in counts for word in it)
    length = sum(it.total() for it in counts) / len(counts)

    def score(own: Counter[str]) -> float:
        return sum(
            math.log(1 + (len(counts) - known[it] + 0.5) / (known[it] + 0.5))
            * own[it] * 2.2 / (own[it] + 1.2 * (0.25 + 0.75 * own.total() / length))
            for it in set(asked) & own.keys()
        )  # fmt: skip

    order = sorted(range(len(places)), key=lambda at: (-score(counts[at]), at))
    return [places[at] for at in order]


def _documents(project: Project, question: Question) -> list[DocumentId]:
    return [project.documents.find(it).id for it in question.documents]


def _cell_for(project: Project, question: Question) -> tuple[TableId, RowId, ColumnId]:
    with project.operation("Ask"):
        table_id = create_table(project, "Judged")
        case_id = create_case(project, f"Judged: {question.row}")
        add_documents(project, case_id, _documents(project, question))
        return (
            table_id,
            add_row(project, table_id, question.row, None, case_id),
            add_column(project, table_id, question.column,
                       question=question.question, kind=ColumnKind(question.type)),
        )  # fmt: skip


def _places(project: Project, question: Question) -> list[Stretch]:
    """Return where the right fragments stand."""
    found = []
    for own in _documents(project, question):
        text = project.documents.text(own)
        for fragment in question.right:
            at = text.find(fragment)
            if at >= 0:
                found.append(Stretch(own, Span(at, at + len(fragment))))
    if len(found) != len(question.right):
        raise ValueError(f"{question.right} are not all in {question.documents}")
    return found


def _rank(answers: Iterable[Stretch], right: Sequence[Stretch]) -> int:
    """Return the rank of the first answer that touches what is right; 0 for none."""
    for rank, answer in enumerate(answers, 1):
        if any(
            answer.document_id == it.document_id and answer.span.overlaps(it.span)
            for it in right
        ):
            return rank
    return 0


def compare(project: Project, questions: Sequence[Question]) -> None:
    """Print how good suggestions are, beside plain BM25, and how long one takes."""
    plain = judged(project, questions, by_bm25)
    start = time.perf_counter()
    ours = judged(project, questions, by_suggestions)
    took = (time.perf_counter() - start) / len(questions)
    answered = sum(bool(it.right) for it in questions)
    report(f"mean reciprocal rank of {answered}, plain BM25",
           plain.mean_reciprocal_rank, "")  # fmt: skip
    ratio = ours.mean_reciprocal_rank / plain.mean_reciprocal_rank
    report(f"mean reciprocal rank of {answered}, suggestions",
           ours.mean_reciprocal_rank, "", ratio, "of plain")  # fmt: skip
    report("the first is right, plain BM25", plain.first, "")
    report("the first is right, suggestions", ours.first, "")
    report(f"nothing said to {len(questions) - answered} without an answer",
           ours.silent, "")  # fmt: skip
    report("one cell, with making and undoing its table", took * 1e3, "ms")


def main() -> None:
    """Compare on the sample corpus, and on what nothing was tuned on."""
    with tempfile.TemporaryDirectory() as scratch:
        print("what to cite in an empty cell, as judged by reading: sample corpus")
        with Project.create(Path(scratch) / "sample.workbench") as project:
            build_sample(project)
            compare(project, read_questions(SAMPLE))
        print("the same, on texts that nothing was tuned on")
        with Project.create(Path(scratch) / "held out.workbench") as project:
            import_paths(project, sorted((FOLDER / "held_out").glob("*.txt")))
            compare(project, read_questions(HELD_OUT))


if __name__ == "__main__":
    main()
