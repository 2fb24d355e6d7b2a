"""XML is parsed only where it declares nothing, and walked however deep it is."""

from __future__ import annotations

import pytest

from workbench.errors import UnreadableFile
from workbench.importing.xml_trees import (
    DEEPEST,
    Passing,
    attribute,
    child,
    children,
    parse_xml,
    steps,
    text_of,
)


def refusal(content: bytes) -> str:
    with pytest.raises(UnreadableFile) as caught:
        parse_xml(content, "a.docx")
    assert str(caught.value).startswith("a.docx ")
    assert str(caught.value).endswith(".")
    return str(caught.value)


@pytest.mark.parametrize(
    "content",
    [
        b'<!DOCTYPE a [<!ENTITY x "y">]><a>&x;</a>',
        b'<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]><a>&x;</a>',
        b'<?xml version="1.0"?><!-- --><!DOCTYPE a SYSTEM "http://x/y.dtd"><a/>',
        "<?xml version='1.0' encoding='utf-16'?><!DOCTYPE a><a/>".encode("utf-16"),
    ],
)
def test_declarations_are_refused(content: bytes) -> None:
    assert "declares entities of its own" in refusal(content)


@pytest.mark.parametrize(
    "content",
    [
        b"", b"<a>", b"<a>&x;</a>", b"<a>\0</a>", b"<a>&#xFFFE;</a>", b"<a>\xff</a>",
        b'<?xml version="1.0" encoding="klingon"?><a/>',
        b'<?xml version="1.0" encoding="rot13"?><a/>',
        b"<a/><!DOCTYPE a>",
    ],
)  # fmt: skip
def test_damage_is_told(content: bytes) -> None:
    assert "its XML cannot be read" in refusal(content)


def test_depth_has_a_limit() -> None:
    def nested(depth: int) -> bytes:
        return b"<a>" * depth + b"</a>" * depth

    root = parse_xml(nested(DEEPEST), "a.docx")
    assert sum(1 for _ in steps(root, lambda *_: False)) == 2 * DEEPEST
    assert "nests more than 5,000 elements" in refusal(nested(DEEPEST + 1))


def test_a_walk_passes_each_element_in_order() -> None:
    root = parse_xml(b"<a><b>x<c/></b><n:d xmlns:n='urn:n'><c/></n:d></a>", "a.docx")
    walked = [(name, how) for _, name, how in steps(root, lambda _, name: name == "d")]
    assert walked == [
        ("a", Passing.IN), ("b", Passing.IN), ("c", Passing.IN), ("c", Passing.OUT),
        ("b", Passing.OUT), ("d", Passing.PAST), ("a", Passing.OUT),
    ]  # fmt: skip


def test_names_are_asked_without_their_namespaces() -> None:
    root = parse_xml(b"<a xmlns:n='urn:n'><n:b n:k='v'> x\n y</n:b><b/></a>", "a.docx")
    first = child(root, "b")
    assert attribute(first, "k") == "v"
    assert attribute(first, "z") == attribute(None, "k") == ""
    assert text_of(first) == "x y"
    assert child(root, "z") is child(None, "b") is None
    assert len(list(children(root, "b", "c"))) == 2
