"""The worker process draws pages of PDFs, of which it keeps some open."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Sequence
from typing import Any, Final

import pypdfium2 as pdfium

from workbench.errors import UnreadableFile
from workbench.importing.pdf_opening import open_pdf
from workbench.importing.pdf_pictures import render

_OPEN_PDFS: Final = 2


class Drawing:
    """Draws pages, and keeps the PDFs that were drawn from last."""

    def __init__(self) -> None:
        self._open: OrderedDict[str, pdfium.PdfDocument] = OrderedDict()

    def answer(
        self, wanted: Sequence[Any], blobs: Sequence[bytes]
    ) -> tuple[list[object], list[bytes]]:
        """Return the message that answers: a picture, or why there is none."""
        key, page, scale = wanted
        try:
            if blobs:
                self._keep(key, open_pdf(blobs[0], "The document"))
            if key not in self._open:
                return ["unknown"], []
            self._open.move_to_end(key)
            picture = render(self._open[key], page, scale)
        except UnreadableFile as error:
            return ["refused", str(error)], []
        return ["picture", picture.width, picture.height], [picture.pixels]

    def _keep(self, key: str, document: pdfium.PdfDocument) -> None:
        self._open[key] = document
        if len(self._open) > _OPEN_PDFS:
            _, oldest = self._open.popitem(last=False)
            oldest.close()
