"""Commands that mark, tag and list passages."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import click

from workbench.cli.answers import (
    iso,
    json_option,
    one_line,
    show,
    show_columns,
    show_json,
)
from workbench.cli.projects import project_argument, reading, writing
from workbench.errors import InvalidValue
from workbench.model.attributes import Subject
from workbench.model.ids import DocumentId, TagId
from workbench.model.passage_filters import (
    EVERYTHING,
    NEAR,
    AttributeCondition,
    PassageFilter,
    PassageLine,
)
from workbench.model.passages import Passage
from workbench.model.spans import Span
from workbench.model.value_tests import ValueTest
from workbench.operations.attributes import find_attribute
from workbench.operations.filter_words import FilterNames
from workbench.operations.page_labels import PageLabels
from workbench.operations.passage_lists import matching_passages
from workbench.operations.passages import mark_passage
from workbench.operations.tags import create_tag
from workbench.operations.values import checked_date, checked_value
from workbench.views import ProjectView


@click.command("tag")
@project_argument
@click.argument("document")
@click.argument("start", type=click.IntRange(min=0))
@click.argument("end", type=click.IntRange(min=0))
@click.argument("tags", metavar="TAG...", nargs=-1, required=True)
@click.option("--note", default="", metavar="TEXT", help="A note on the passage.")
@json_option
def tag_command(
    *,
    path: Path,
    document: str,
    start: int,
    end: int,
    tags: tuple[str, ...],
    note: str,
    as_json: bool,
) -> None:
    """Mark characters of a document and tag them.

    START and END count code points, END not included. A TAG is a path such as
    `trade/controls`; one that is missing is created.
    """
    if end <= start:
        raise InvalidValue(f"{end} is not after {start}; give an END after START.")
    with writing(path) as project, project.operation("Tag passage") as edit:
        document_id = edit.documents.find(document).id
        tag_ids = [create_tag(project, tag) for tag in tags]
        passage_id = mark_passage(project, document_id, Span(start, end), tag_ids, note)
        quote = edit.passages.get(passage_id).quote
    if as_json:
        show_json({"passage": passage_id, "quote": quote})
    else:
        show(f"Tagged passage {passage_id}.")


@click.command("passages")
@project_argument
@click.option("--document", metavar="DOCUMENT", help="Only those of this document.")
@click.option("--tag", "tags", metavar="TAG", multiple=True, help="With all of these.")
@click.option("--any", "any_tags", metavar="TAG", multiple=True, help="With any.")
@click.option("--not", "no_tags", metavar="TAG", multiple=True, help="With none.")
@click.option("--exact", is_flag=True, help="Do not count tags beneath these.")
@click.option(
    "--overlapping", metavar="TAG", multiple=True, help="Overlapping one with this tag."
)
@click.option(
    "--near",
    metavar="TAG",
    multiple=True,
    help=f"At most {NEAR} characters from another with this tag.",
)
@click.option("--untagged", is_flag=True, help="Without a tag.")
@click.option("--with-note", is_flag=True, help="With a note.")
@click.option("--needs-review", is_flag=True, help="Whose place is to be reviewed.")
@click.option(
    "--attribute",
    "attributes",
    metavar="NAME=VALUE",
    multiple=True,
    help="Of documents with this value; an empty one asks for none.",
)
@click.option("--analyst", default="", metavar="NAME", help="Marked by this analyst.")
@click.option("--tagged-by", default="", metavar="NAME", help="Tagged by this analyst.")
@click.option("--since", default="", metavar="DATE", help="Marked then or later.")
@click.option("--until", default="", metavar="DATE", help="Marked then or before.")
@click.option(
    "--containing", default="", metavar="WORDS", help="In the quote or the note."
)
@json_option
def passages_command(*, path: Path, as_json: bool, **asked: Any) -> None:
    """List the passages; those that meet all that is asked for.

    A TAG is a path and stands for the tags beneath it too. A DATE is 2026-11-01,
    2026-11 or 2026.
    """
    with reading(path) as project:
        wanted = _filter(project, **asked)
        lines = matching_passages(project, wanted)
        listed = _listed(project, lines)
        sentence = FilterNames.of(project).sentence(wanted)
    if as_json:
        show_json(listed)
        return
    if wanted != EVERYTHING:
        show(f"{one_line(sentence, 300)}: {len(listed):,}")
    show_columns(
        ("ID", "DOCUMENT", "PAGE", "START", "END", "TAGS", "QUOTE"),
        [
            (
                found["id"],
                found["name"],
                found["page"],
                found["start"],
                found["end"],
                ", ".join(found["tags"]),
                found["quote"],
            )
            for found in listed
        ],
    )


def _filter(
    view: ProjectView,
    *,
    document: str | None,
    attributes: Sequence[str],
    since: str,
    until: str,
    **asked: Any,
) -> PassageFilter:
    def tag_ids(option: str) -> tuple[TagId, ...]:
        return tuple(view.tags.at_path(path).id for path in asked[option])

    return PassageFilter(
        all_of=tag_ids("tags"),
        any_of=tag_ids("any_tags"),
        none_of=tag_ids("no_tags"),
        with_beneath=not asked["exact"],
        overlapping=tag_ids("overlapping"),
        near=tag_ids("near"),
        is_untagged=asked["untagged"],
        has_note=asked["with_note"],
        needs_review=asked["needs_review"],
        documents=(view.documents.find(document).id,) if document else (),
        attributes=tuple(_condition(view, it) for it in attributes),
        marked_by=asked["analyst"],
        tagged_by=asked["tagged_by"],
        since=checked_date(since),
        until=checked_date(until),
        words=asked["containing"],
    )


def _condition(view: ProjectView, written: str) -> AttributeCondition:
    name, separator, value = written.partition("=")
    if not separator:
        raise InvalidValue(f"“{written}” has no value; write it as NAME=VALUE.")
    attribute = find_attribute(view, Subject.DOCUMENT, name)
    checked = checked_value(attribute, value)
    test = ValueTest.IS if checked else ValueTest.EMPTY
    return AttributeCondition(attribute.id, test, checked)


def _listed(view: ProjectView, lines: Sequence[PassageLine]) -> list[dict[str, Any]]:
    names = {document.id: document.name for document in view.documents.all()}
    pages = PageLabels(view)
    paths = {tag.id: tag.path for tag in view.tags.all()}
    passages = {it.id: it for it in view.passages.some(line.id for line in lines)}
    return [
        {**_passage_json(passages[line.id], names, paths, pages),
         "before": line.before, "after": line.after}
        for line in lines
    ]  # fmt: skip


def _passage_json(
    passage: Passage,
    names: Mapping[DocumentId, str],
    paths: Mapping[TagId, str],
    pages: PageLabels,
) -> dict[str, Any]:
    return {
        "id": passage.id,
        "document": passage.document_id,
        "name": names[passage.document_id],
        "page": pages.of(passage.document_id, passage.span, passage.version),
        "start": passage.span.start,
        "end": passage.span.end,
        "quote": passage.quote,
        "tags": [paths[tag_id] for tag_id in passage.tag_ids],
        "note": passage.note,
        "analyst": passage.analyst,
        "created": iso(passage.created_at),
        "anchor": passage.anchor.value,
    }
