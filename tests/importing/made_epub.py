"""Books, made by hand: new and old, with and without the pages of a printed book."""

from __future__ import annotations

from tests.importing.office_parts import chapter, epub

_XHTML = "application/xhtml+xml"
_ABOUT = (
    "<dc:title>Tides</dc:title><dc:creator>Lee</dc:creator><dc:date>2022</dc:date>"
    "<dc:language>en</dc:language><dc:identifier>9780306406157</dc:identifier>"
)
_NCX = (
    '<!DOCTYPE ncx PUBLIC "-//NISO//DTD ncx 2005-1//EN" "ncx-2005-1.dtd"><ncx>'
    "<pageList><pageTarget><navLabel><text>1</text></navLabel>"
    '<content src="c1.xhtml#p1"/></pageTarget></pageList></ncx>'
)


def made() -> dict[str, bytes]:
    """Return files by their names."""
    return {"new.epub": _new(), "old.epub": _old(), "small.epub": _book(["<p>x</p>"])}


def _book(bodies: list[str], more: str = "", **parts: str) -> bytes:
    names = [f"c{at}.xhtml" for at in range(len(bodies))]
    manifest = "".join(
        f'<item id="{it}" href="{it}" media-type="{_XHTML}"/>' for it in names
    )
    spine = "".join(f'<itemref idref="{it}"/>' for it in names)
    chapters = dict(zip(names, map(chapter, bodies), strict=True))
    return epub(_ABOUT, manifest + more, f"<spine>{spine}</spine>", chapters | parts)


def _new() -> bytes:
    prose = "<p>Ebb and flow, <i>day</i> by day. </p>" * 40
    bodies = [
        f'<h1>Chapter {at}</h1>{prose}<span epub:type="pagebreak" title="{at}"/>{prose}'
        f"<blockquote><p>Said {at}</p></blockquote>"
        for at in range(6)
    ]
    nav = chapter(
        '<nav epub:type="toc"><ol><li><a href="c0.xhtml">C</a></li></ol></nav>'
    )
    more = f'<item id="n" href="nav.xhtml" media-type="{_XHTML}" properties="nav"/>'
    return _book(bodies, more, **{"nav.xhtml": nav})


def _old() -> bytes:
    more = '<item id="x" href="toc.ncx" media-type="application/x-dtbncx+xml"/>'
    bodies = [
        "<h2>Front</h2>",
        '<p>One<a id="p1"/> two</p><table><tr><td>a</td></tr></table>',
    ]
    return _book(bodies, more, **{"toc.ncx": _NCX})
