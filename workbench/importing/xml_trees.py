"""Parses XML from strangers, and walks it however deep it is nested."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import suppress
from enum import Enum, auto
from functools import lru_cache
from typing import Final, Never

# Safe after `_refuse_declarations`; defusedxml's own parser takes 2.5 times as long,
# since it has to build its trees in Python.
from xml.etree.ElementTree import Element, ParseError, fromstring
from xml.parsers.expat import ExpatError, ParserCreate

from workbench.errors import UnreadableFile

DEEPEST: Final = 5_000


class _RootReached(Exception):
    """Where declarations end."""


def parse_xml(content: bytes, file_name: str) -> Element:
    """Return the root element; `UnreadableFile` for what is damaged or unsafe.

    A document type declaration is refused, whatever it says: with it go entities that
    grow without bound or name other files.
    """
    try:
        _refuse_declarations(content, file_name)
        root = fromstring(content)  # noqa: S314
    except (ParseError, ValueError, LookupError) as error:
        raise UnreadableFile(
            f"{file_name} is damaged (its XML cannot be read); get it again from where"
            " it came from."
        ) from error
    if _is_too_deep(root):
        raise UnreadableFile(
            f"{file_name} nests more than {DEEPEST:,} elements in each other; open it"
            " in the program that made it and save it as text."
        )
    return root


def _refuse_declarations(content: bytes, file_name: str) -> None:
    """Parse up to the root element, before which alone anything can be declared."""

    def refuse(*_: object) -> Never:
        raise UnreadableFile(
            f"{file_name} declares entities of its own, as an attack would and no"
            " program that writes documents does; save it again with such a program."
        )

    def stop(*_: object) -> Never:
        raise _RootReached

    parser = ParserCreate()
    parser.StartDoctypeDeclHandler = refuse
    parser.StartElementHandler = stop
    with suppress(_RootReached, ExpatError):
        parser.Parse(content, True)  # noqa: FBT003


def _is_too_deep(root: Element) -> bool:
    """Tell by whole layers, as calls within calls would not go that deep."""
    layer: list[Element] = [root]
    for _ in range(DEEPEST):
        layer = [child for element in layer for child in element]
        if not layer:
            return False
    return True


class Passing(Enum):
    """How a walk passes an element: into it, out of it, or past it."""

    IN = auto()
    OUT = auto()
    PAST = auto()


Step = tuple[Element, str, Passing]


def steps(root: Element, is_skipped: Callable[[Element, str], bool]) -> Iterator[Step]:
    """Yield all elements with their local names, on the way in and on the way out.

    Those that `is_skipped` says are only passed, with all that is in them.
    """
    yield root, local_name(root.tag), Passing.IN
    open_elements = [(root, iter(root))]
    while open_elements:
        element, rest = open_elements[-1]
        inner = next(rest, None)
        if inner is None:
            open_elements.pop()
            yield element, local_name(element.tag), Passing.OUT
            continue
        name = local_name(inner.tag)
        if is_skipped(inner, name):
            yield inner, name, Passing.PAST
        else:
            yield inner, name, Passing.IN
            open_elements.append((inner, iter(inner)))


@lru_cache(4096)
def local_name(name: str) -> str:
    """Return the name of a tag or attribute without its namespace.

    >>> local_name("{urn:x}body")
    'body'
    """
    return name.rpartition("}")[2]


def children(element: Element, *names: str) -> Iterator[Element]:
    """Yield the children of these local names, in order."""
    return (child for child in element if local_name(child.tag) in names)


def child(element: Element | None, name: str) -> Element | None:
    """Return the first child of a local name; None has no children."""
    if element is not None:
        for inner in element:
            if local_name(inner.tag) == name:
                return inner
    return None


def attribute(element: Element | None, name: str) -> str:
    """Return the value of an attribute by its local name, empty where there is none."""
    if element is not None:
        for key, value in element.items():
            if local_name(key) == name:
                return value
    return ""


def text_of(element: Element | None) -> str:
    """Return all text in an element, its blanks single."""
    return "" if element is None else " ".join("".join(element.itertext()).split())
