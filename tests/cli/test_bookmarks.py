"""What the command line says of bookmarks."""

from __future__ import annotations

from typing import Any

from workbench.model.spans import Span
from workbench.operations.bookmarks import add_bookmark
from workbench.project import Project

Line = Any


def test_bookmarks_are_listed_by_document_and_place(line: Line) -> None:
    launch, reply = (it["id"] for it in line.json("documents"))
    with Project.open(line.project) as project:
        add_bookmark(project, reply, Span(45, 78), "Meetings")
        add_bookmark(project, launch, Span(35, 48))
        add_bookmark(project, launch, Span(0, 5))
    assert line.json("bookmarks") == [
        {"document": launch, "start": 0, "text": "Seoul", "name": "Seoul"},
        {
            "document": launch,
            "start": 35,
            "text": "- Exports\xa0gre",
            "name": "- Exports gre",
        },
        {
            "document": reply,
            "start": 45,
            "text": "The group meets twice a year.\n",
            "name": "Meetings",
        },
    ]
    assert "Meetings" in line.done("bookmarks").stdout


def test_a_project_without_bookmarks_has_an_empty_list(empty: Line) -> None:
    assert empty.json("bookmarks") == []
