"""Reads the RDF in which Zotero exports its items with their files."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final
from xml.etree.ElementTree import Element, ParseError

from defusedxml import ElementTree
from defusedxml.common import DefusedXmlException

from workbench.importing.references.bibtex_names import joined_name
from workbench.importing.references.making import make_reference
from workbench.model.references import Reference, ReferenceKind

_RDF: Final = "{http://www.w3.org/1999/02/22-rdf-syntax-ns#}"
_Z: Final = "{http://www.zotero.org/namespaces/export#}"
_DC: Final = "{http://purl.org/dc/elements/1.1/}"
_TERMS: Final = "{http://purl.org/dc/terms/}"
_BIB: Final = "{http://purl.org/net/biblio#}"
_LINK: Final = "{http://purl.org/rss/1.0/modules/link/}"
_FOAF: Final = "{http://xmlns.com/foaf/0.1/}"
_VALUE: Final = f"{_RDF}value"
_KINDS: Final = {
    "journalArticle": ReferenceKind.ARTICLE, "magazineArticle": ReferenceKind.ARTICLE,
    "preprint": ReferenceKind.ARTICLE,
    "newspaperArticle": ReferenceKind.NEWS, "book": ReferenceKind.BOOK,
    "bookSection": ReferenceKind.CHAPTER, "encyclopediaArticle": ReferenceKind.CHAPTER,
    "dictionaryEntry": ReferenceKind.CHAPTER,
    "conferencePaper": ReferenceKind.PAPER, "report": ReferenceKind.REPORT,
    "thesis": ReferenceKind.THESIS, "webpage": ReferenceKind.WEB_PAGE,
    "blogPost": ReferenceKind.WEB_PAGE, "bill": ReferenceKind.LAW,
    "statute": ReferenceKind.LAW, "case": ReferenceKind.LAW,
    "hearing": ReferenceKind.LAW,
}  # fmt: skip
_NO_WORK: Final = frozenset({"attachment", "note", "annotation"})
Resources = dict[str, Element]


def is_zotero_rdf(text: str) -> bool:
    """Tell whether a text is RDF of Zotero's."""
    return "zotero.org/namespaces/export#" in text[:4_000]


def read_zotero_rdf(text: str) -> tuple[list[Reference], list[str]]:
    """Return the references; `ValueError` for what is no XML, or has entities."""
    try:
        root = ElementTree.fromstring(text.encode("utf-8"), forbid_dtd=True)
    except (ParseError, DefusedXmlException) as error:
        raise ValueError(str(error)) from error
    resources = {about: it for it in root if (about := it.get(f"{_RDF}about"))}
    items = [it for it in root if it.findtext(f"{_Z}itemType", "attachment")
             not in _NO_WORK]  # fmt: skip
    return [_reference(it, resources) for it in items], []


def _reference(item: Element, resources: Resources) -> Reference:
    container = _resource(item.find(f"{_TERMS}isPartOf"), resources)
    publisher = item.find(f"{_DC}publisher/{_FOAF}Organization/{_FOAF}name")
    identifiers = [*_identifiers(item), *_identifiers(container)]
    return make_reference(
        _KINDS.get(item.findtext(f"{_Z}itemType", ""), ReferenceKind.OTHER),
        title=item.findtext(f"{_DC}title", ""),
        names=map(_name, item.iterfind(f"{_BIB}authors/{_RDF}Seq/{_RDF}li/*")),
        dates=[item.findtext(f"{_DC}date", "")],
        container=_text(container, f"{_DC}title"),
        publisher="" if publisher is None else publisher.text or "",
        language=item.findtext(f"{_Z}language", ""),
        url=next((it for it in identifiers if "://" in it), ""),
        doi=next((it for it in identifiers if it.startswith("DOI")), ""),
        files=list(_files(item, resources)),
        keywords=_keywords(item),
        key=item.findtext(f"{_Z}citationKey", ""),
    )


def _resource(link: Element | None, resources: Resources) -> Element | None:
    """Return what a link holds or points to."""
    if link is None:
        return None
    return next(iter(link), resources.get(link.get(f"{_RDF}resource", "")))


def _text(element: Element | None, path: str) -> str:
    return "" if element is None else element.findtext(path, "")


def _identifiers(element: Element | None) -> Iterator[str]:
    for it in [] if element is None else element.iterfind(f"{_DC}identifier"):
        yield (it.text or "").strip() or it.findtext(f"{_TERMS}URI/{_VALUE}", "")


def _name(person: Element) -> str:
    given = person.findtext(f"{_FOAF}givenName") or person.findtext(f"{_FOAF}givenname")
    return joined_name(person.findtext(f"{_FOAF}surname", ""), given or "")


def _keywords(item: Element) -> list[str]:
    subjects = item.findall(f"{_DC}subject")
    return [it.findtext(f".//{_VALUE}") or it.text or "" for it in subjects]


def _files(item: Element, resources: Resources) -> Iterator[str]:
    for link in item.iterfind(f"{_LINK}link"):
        attachment = resources.get(link.get(f"{_RDF}resource", ""))
        if attachment is not None:
            for tag in (f"{_Z}path", f"{_RDF}resource"):
                named = attachment.find(tag)
                if named is not None:
                    yield named.get(f"{_RDF}resource", "") or named.text or ""
