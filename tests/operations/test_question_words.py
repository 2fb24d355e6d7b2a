"""The words of a column's name and question, and how long it takes to read them."""

from __future__ import annotations

import pytest

from workbench.model.ids import ColumnId
from workbench.model.tables import Column
from workbench.operations.question_words import QuestionWords
from workbench.project import Project


def asked(project: Project, name: str, question: str = "") -> str:
    return QuestionWords(project, Column(ColumnId(1), name, question)).asked


@pytest.mark.parametrize(
    ("name", "question", "words"),
    [
        ("Meetings", "How often do the ministers meet?",
         "meetings OR often OR ministers OR meet"),
        ("End-use", "", ""),
        ("Ship-builders", "Which ship-builders?", "ship OR builders"),
    ],
)  # fmt: skip
def test_the_words_that_say_something_are_asked(
    project: Project, name: str, question: str, words: str
) -> None:
    assert asked(project, name, question) == words


@pytest.mark.parametrize(
    "question", ["w" * 1_000_000, "w" * 1_000_000 + "-", "w--" * 300_000]
)
def test_a_name_of_another_hand_is_read_once_over(
    project: Project, question: str
) -> None:
    """Looked through anew from each of its letters, it would take an hour."""
    assert asked(project, "Meetings", question).split(" OR ")[0] == "meetings"
