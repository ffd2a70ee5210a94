"""Reads PDFs back: their pages, their size on paper, and their words as somebody copies them out."""

from __future__ import annotations

import io

from pypdf import PdfReader

A4 = (595, 842)


class Pdf:
    """A PDF that was read back."""

    def __init__(self, data: bytes) -> None:
        self.reader = PdfReader(io.BytesIO(data))
        self.pages = len(self.reader.pages)
        boxes = [page.mediabox for page in self.reader.pages]
        self.sizes = {(round(box.width), round(box.height)) for box in boxes}
        self.text = " ".join(" ".join(page.extract_text().split()) for page in self.reader.pages)

    def fonts(self) -> dict[str, bool]:
        """Every font by name, and whether it is in the file."""
        found = {}
        for page in self.reader.pages:
            for font in page["/Resources"]["/Font"].values():
                inner = font.get_object()["/DescendantFonts"][0].get_object()
                described = inner["/FontDescriptor"].get_object()
                found[str(inner["/BaseFont"])] = "/FontFile2" in described or "/FontFile3" in described
        return found
