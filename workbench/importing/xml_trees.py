"""Parses XML from strangers, and walks it however deep it is nested."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, Final
from xml.etree.ElementTree import ParseError

from defusedxml.common import DefusedXmlException
from defusedxml.ElementTree import fromstring

from workbench.errors import UnreadableFile

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

DEEPEST: Final = 5_000


def parse_xml(content: bytes, file_name: str) -> Element:
    """Return the root element; `UnreadableFile` for what is damaged or unsafe.

    A document type declaration is refused, whatever it says: with it go entities that
    grow without bound or name other files.
    """
    try:
        root: Element = fromstring(content, forbid_dtd=True)
    except DefusedXmlException as error:
        raise UnreadableFile(
            f"{file_name} declares entities of its own, as an attack would and no"
            " program that writes documents does; save it again with such a program."
        ) from error
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


def _is_too_deep(root: Element) -> bool:
    """Tell by whole layers, as calls within calls would not go that deep."""
    layer: list[Element] = [root]
    for _ in range(DEEPEST):
        layer = [child for element in layer for child in element]
        if not layer:
            return False
    return True


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
    found: Iterable[Element] = () if element is None else children(element, name)
    return next(iter(found), None)


def attribute(element: Element | None, name: str) -> str:
    """Return the value of an attribute by its local name, empty where there is none."""
    if element is None:
        return ""
    named = (value for key, value in element.items() if local_name(key) == name)
    return next(named, "")


def text_of(element: Element | None) -> str:
    """Return all text in an element, its blanks single."""
    return "" if element is None else " ".join("".join(element.itertext()).split())
