"""OpenDocument texts: by odfdo, and by hand for what it cannot write."""

from __future__ import annotations

from io import BytesIO

import odfdo

from tests.importing.office_parts import odt, repacked

_STYLES = (
    '<style:style style:name="P1" style:family="paragraph"'
    ' style:parent-style-name="Quotations"><style:paragraph-properties'
    ' fo:break-before="page"/></style:style>'
)


def made() -> dict[str, bytes]:
    """Return files by their names."""
    return {"report.odt": _report(), "reviewed.odt": _reviewed(), "empty.odt": odt("")}


def _report() -> bytes:
    document = odfdo.Document("text")
    document.body.clear()
    document.meta.title = "Export controls"
    document.body.append(odfdo.Header(1, "Export controls"))
    for part in range(30):
        document.body.append(odfdo.Paragraph(f"Rule {part} is\tin  force. " * 12))
        document.body.append(odfdo.List([f"Point {part}", "Another"]))
    table = odfdo.Table("Sales", width=3, height=3)
    for place in ((0, 0), (1, 1), (2, 2)):
        table.set_value(place, "chips")
    document.body.append(table)
    file = BytesIO()
    document.save(file)
    return repacked(file.getvalue())


def _reviewed() -> bytes:
    note = (
        "<text:note><text:note-citation>1</text:note-citation><text:note-body>"
        "<text:p>See there.</text:p></text:note-body></text:note>"
    )
    comment = (
        '<office:annotation office:name="c"><dc:creator>Ann</dc:creator>'
        "<text:p>Why?</text:p></office:annotation>"
    )
    box = "<draw:frame><draw:text-box><text:p>In</text:p></draw:text-box></draw:frame>"
    changes = (
        "<text:tracked-changes><text:changed-region><text:deletion><text:p>old</text:p>"
        "</text:deletion></text:changed-region></text:tracked-changes>"
    )
    body = (
        f'{changes}<text:h text:outline-level="2">Tides</text:h>'
        f"<text:p>The {comment}tide"
        f'<office:annotation-end office:name="c"/>{note}{box}</text:p>'
        '<text:p text:style-name="P1">Said<text:s text:c="2"/>so</text:p>'
    )
    return odt(body, _STYLES, meta="<dc:title>Tides</dc:title>")
