"""What a worker sends is the document it read, or it is refused."""

from __future__ import annotations

import hashlib
import json
import random
import struct
from dataclasses import MISSING, fields
from io import BytesIO

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workbench.importing import worker_messages
from workbench.importing.worker_documents import (
    UNSOUND,
    pack_document,
    unpack_document,
)
from workbench.importing.worker_messages import receive, send
from workbench.model.documents import Block, BlockKind, ParsedDocument
from workbench.model.pages import Annotation, Page
from workbench.model.spans import Span
from workbench.model.zones import ZoneKind

WORDS = st.text(
    st.characters(exclude_categories=["Cs"], exclude_characters="\0"), max_size=8
)
BLOBS = st.binary(max_size=20)
POINTS = st.floats(0, 1e6)
LARGEST = 2**32 - 1

DOCUMENT = ParsedDocument(
    name="tide",
    path="/seas/tide.pdf",
    media_type="application/pdf",
    encoding="utf-8",
    original=b"%PDF\0\xff",
    sha256=hashlib.sha256(b"%PDF\0\xff").hexdigest(),
    text="Ebb 😀\n\nand flow",
    blocks=(
        Block(Span(0, 5), BlockKind.HEADING, 2, ZoneKind.OTHER),
        Block(Span(7, 15), BlockKind.LIST_ITEM),
    ),
    words=3,
    title="Tides",
    date="2022-10-07",
    source="The Sea",
    values=(("Author", "Lee, Ann"), ("Language", "en")),
    pages=(
        Page(1, "iv", Span(0, 5), 595.25, 842, b"boxes"),
        Page(2, "", Span(5, 15)),
    ),
    annotations=(Annotation(Span(0, 3), "why?", "Bo"), Annotation(Span(0, 15))),
    sketch=b"\1\2\3",
    warnings=("Page 3 has no text.",),
)


@st.composite
def documents(draw: st.DrawFn) -> ParsedDocument:
    text = draw(WORDS)

    def spans(*, may_overlap: bool = False) -> list[Span]:
        places = st.integers(0, len(text))
        if may_overlap:
            pairs = draw(st.lists(st.tuples(places, places), max_size=4))
            return [Span(*sorted(it)) for it in pairs]
        ends = sorted(draw(st.lists(places, max_size=8)))
        return [Span(*it) for it in zip(ends[::2], ends[1::2], strict=False)]

    original = draw(BLOBS)
    return ParsedDocument(
        *(draw(WORDS) for _ in range(4)),
        original,
        hashlib.sha256(original).hexdigest(),
        text,
        tuple(
            Block(
                span,
                draw(st.sampled_from(BlockKind)),
                draw(st.integers(0, 255)),
                draw(st.sampled_from([None, *ZoneKind])),
            )
            for span in spans()
        ),
        draw(st.integers(0, len(text))),
        draw(WORDS),
        draw(st.sampled_from(["", "2022", "2022-10", "2022-10-07"])),
        draw(WORDS),
        tuple(draw(st.lists(st.tuples(WORDS, WORDS), max_size=3))),
        tuple(
            Page(number, draw(WORDS), span, draw(POINTS), draw(POINTS), draw(BLOBS))
            for number, span in enumerate(spans(), 1)
        ),
        tuple(
            Annotation(span, draw(WORDS), draw(WORDS))
            for span in spans(may_overlap=True)
            if len(span)
        ),
        draw(BLOBS),
        tuple(draw(st.lists(WORDS, max_size=3))),
    )


def carried(plain: object, blobs: list[bytes]) -> ParsedDocument:
    pipe = BytesIO()
    send(pipe, plain, blobs)
    pipe.seek(0)
    return unpack_document(*receive(pipe))


@given(documents())
def test_any_document_comes_back_as_it_was(document: ParsedDocument) -> None:
    assert carried(*pack_document(document)) == document


def test_nothing_of_a_document_is_left_behind() -> None:
    for field in fields(ParsedDocument):
        # So that the next field that is added here is carried too, or this fails.
        assert field.default is MISSING or getattr(DOCUMENT, field.name), field.name
    assert carried(*pack_document(DOCUMENT)) == DOCUMENT


def lie(at: list[int], value: object) -> ParsedDocument:
    plain, blobs = json.loads(json.dumps(pack_document(DOCUMENT)[0])), []
    inner = plain
    for index in at[:-1]:
        inner = inner[index]
    inner[at[-1]] = value
    blobs = pack_document(DOCUMENT)[1]
    return carried(plain, blobs)


@pytest.mark.parametrize(
    ("at", "value"),
    [
        ([0], "abcdefg"),
        ([0], {name: name for name in "abcdefg"}),
        ([0, 0], 5),
        ([0, 4], "half \ud800"),
        ([0, 4], "nu\0l"),
        ([0, 5], "soon"),
        ([0, 5], "٢٠٢٢"),
        ([1], -1),
        ([1], 10**30),
        ([1], "3"),
        ([2], [["Author"]]),
        ([2], [["Author", None]]),
        ([3], "warning"),
        ([3], [["warning"]]),
        ([4], ["iv"]),
        ([4], ["iv", "v", "vi"]),
        ([5], []),
        ([5], [["why?", 1], ["", ""]]),
    ],
)
def test_texts_and_numbers_that_are_none_are_refused(
    at: list[int], value: object
) -> None:
    with pytest.raises(UNSOUND):
        lie(at, value)


PAGES = struct.Struct("<IIIdd")
FIRST = (1, 0, 5, 9.0, 9.0)


@pytest.mark.parametrize(
    ("at", "blob"),
    [
        (1, b"\xff"),
        (1, b"a\0b"),
        (1, b"too short for its blocks"[:3]),
        (3, b"not a block"),
        (3, struct.pack("<IIBBB", 5, 4, 0, 0, 0)),
        (3, struct.pack("<IIBBB", 0, LARGEST, 0, 0, 0)),
        (3, struct.pack("<IIBBB", 0, 1, 99, 0, 0)),
        (3, struct.pack("<IIBBB", 0, 1, 0, 0, 99)),
        (3, struct.pack("<IIBBB", 3, 5, 0, 0, 0) * 2),
        (4, PAGES.pack(*FIRST)),
        (4, PAGES.pack(*FIRST) * 2),
        (4, PAGES.pack(0, 0, 5, 9, 9) + PAGES.pack(2, 5, 9, 9, 9)),
        (4, PAGES.pack(*FIRST) + PAGES.pack(2, 3, 9, 9, 9)),
        (4, PAGES.pack(*FIRST) + PAGES.pack(2, 5, 9, float("nan"), 9)),
        (4, PAGES.pack(*FIRST) + PAGES.pack(2, 5, 9, -1, 9)),
        (4, PAGES.pack(*FIRST) + PAGES.pack(2, 5, 9, 9, float("inf"))),
        (5, struct.pack("<IIII", 0, 1, 4, 3)),
        (5, struct.pack("<IIII", 0, 1, 0, 99)),
    ],
)
def test_places_that_are_none_are_refused(at: int, blob: bytes) -> None:
    plain, blobs = pack_document(DOCUMENT)
    blobs[at] = blob
    with pytest.raises(UNSOUND):
        carried(plain, blobs)


def test_what_is_no_document_is_refused() -> None:
    for plain in (None, 5, [], {}, "document", [[]] * 6, [[""] * 7, 0, [], [], [], []]):
        for blobs in ([], [b""] * 5):
            with pytest.raises(UNSOUND):
                carried(plain, blobs)


def message(head: bytes, behind: bytes = b"") -> BytesIO:
    return BytesIO(struct.pack("<I", len(head)) + head + behind)


@pytest.mark.parametrize(
    "head",
    [
        b"",
        b"{}",
        b"[]",
        b"[1]",
        b"[1, 2]",
        b"[1, [2.0]]",
        b"[1, [true]]",
        b"[1, [-1]]",
        b"[1, [5, -1]]",
        b"[1, [1000000001]]",
        b"[1, [" + b"9" * 5000 + b"]]",
        b"[" * 100_000,
        b"\xff\xfe",
        b"not json",
    ],
)
def test_what_is_no_message_is_refused(head: bytes) -> None:
    with pytest.raises(ValueError, match=r"."):
        receive(message(head, b"x" * 100))


def test_a_message_is_whole_or_none() -> None:
    pipe = BytesIO()
    send(pipe, ["texts"], [b"one", b"two"])
    whole = pipe.getvalue()
    assert receive(BytesIO(whole)) == (["texts"], [b"one", b"two"])
    for length in range(len(whole)):
        with pytest.raises((EOFError, struct.error)):
            receive(BytesIO(whole[:length]))


def test_too_long_a_message_is_refused_unread(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(worker_messages, "MOST_JSON", 10)
    with pytest.raises(ValueError, match="too long"):
        receive(message(b"[1, []]" + b" " * 10))


def test_bytes_changed_by_chance_are_refused_or_a_sound_document() -> None:
    pipe = BytesIO()
    send(pipe, *pack_document(DOCUMENT))
    chance = random.Random(7)
    for _ in range(20_000):
        content = bytearray(pipe.getvalue())
        for _ in range(chance.randrange(1, 4)):
            content[chance.randrange(len(content))] = chance.randrange(256)
        try:
            found = unpack_document(*receive(BytesIO(content)))
        except (*UNSOUND, EOFError):
            continue
        assert all(it.span.end <= len(found.text) for it in found.blocks)
        found.text.encode()
