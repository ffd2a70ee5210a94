"""Everything about one person as pages to read: on the screen, and in a PDF with page numbers.

The text goes into the document piece by piece, never as markup: what somebody wrote is what is shown.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from PySide6.QtCore import QBuffer, QIODevice, QPointF, QRectF, QSizeF, QUrl
from PySide6.QtGui import (
    QFont,
    QPainter,
    QPdfWriter,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
    QTextFormat,
)

from planner.domain.plain import shown
from planner.queries.about_told import Chapter, Document, Entry, Said
from planner.ui.brief.page import HEIGHT, WIDTH
from planner.ui.brief.paper import DOTS, a4
from planner.ui.brief.type import CAPTION, Face, Paragraph, face_font, paper
from planner.ui.palette import Palette

_TITLE = Face(20, 26, 600, display=True, tracking=-0.015)
_CHAPTER = Face(14, 20, 600)
_DAY = Face(12, 17, 600)
_TEXT, _LABEL = Face(12, 17), Face(12, 17, colour="ink3")
_SHORT, _FEW = 42, 8
_LONGEST = 4_000
_HEADING, _WHOLE = 1, 200.0
_MARGIN = 56.0
_FOOT = 34.0


class PlainDocument(QTextDocument):
    """A document that fetches nothing, whatever it is asked for."""

    def loadResource(self, _kind: int, _name: QUrl | str) -> Any:
        """Nothing."""
        return None


def text_document(document: Document, palette: Palette, scale: float = 1.0) -> QTextDocument:
    """The document in the colours of a palette and the text size of the screen."""
    made = PlainDocument()
    made.setUndoRedoEnabled(False)
    made.setDocumentMargin(0)
    writing = _Writing(made, palette, scale)
    writing.line(document.title, _TITLE, below=2)
    writing.line(document.line, _LABEL, below=6)
    for chapter in document.chapters:
        writing.chapter(chapter)
    return made


class _Writing:
    """Puts lines at the end of a document."""

    def __init__(self, made: QTextDocument, palette: Palette, scale: float) -> None:
        self._cursor = QTextCursor(made)
        self._palette, self._scale = palette, scale
        self._begun = False

    def line(self, text: str, face: Face, *, above: float = 0, below: float = 0, indent: float = 0) -> None:
        """A paragraph."""
        self._block(above, below, indent)
        self._words(shown(text), face)

    def chapter(self, chapter: Chapter) -> None:
        """A heading and its entries."""
        self.line(chapter.title, _CHAPTER, above=18, below=4)
        self._cursor.block().setUserState(_HEADING)
        for entry in chapter.entries:
            self._entry(entry)
        if chapter.note:
            self.line(chapter.note, _LABEL, above=4)

    def _entry(self, entry: Entry) -> None:
        """Its day, what is short in a row, and what is long on lines of its own."""
        self._block(7, 0, 14)
        flows = bool(entry.day) or len(entry.said) <= _FEW
        row = [each for each in entry.said if flows and each.label and len(each.words) <= _SHORT]
        if entry.day:
            self._words(entry.day, _DAY)
        for number, said in enumerate(row):
            self._words(("   " if entry.day else "") if number == 0 else "  ·  ", _LABEL)
            self._said(said)
        for number, said in enumerate(each for each in entry.said if each not in row):
            if entry.day or row or number:
                self._words("\u2028", _TEXT)
            self._said(said)

    def _said(self, said: Said) -> None:
        if said.label:
            self._words(f"{shown(said.label)}  ", _LABEL)
        for number, piece in enumerate(_pieces(shown(said.words))):
            if number:
                self._block(0, 0, 14)
            self._words(piece, _TEXT)

    def _block(self, above: float, below: float, indent: float) -> None:
        form = QTextBlockFormat()
        form.setTopMargin(above * self._scale)
        form.setBottomMargin(below * self._scale)
        form.setLeftMargin(indent * self._scale)
        form.setLineHeight(118, QTextBlockFormat.LineHeightTypes.ProportionalHeight.value)
        if self._begun:
            self._cursor.insertBlock(form)
        else:
            self._cursor.setBlockFormat(form)
        self._begun = True

    def _words(self, text: str, face: Face) -> None:
        form = QTextCharFormat()
        form.setFont(self._font(face))
        form.setForeground(self._palette.named(face.colour))
        self._cursor.insertText(text, form)

    def _font(self, face: Face) -> QFont:
        return face_font(face._replace(size=face.size * self._scale), times=1)


def _pieces(text: str) -> Iterator[str]:
    """A long text in paragraphs, divided at spaces where there are any: Qt lays a line out in the time that
    its whole paragraph takes."""
    while len(text) > _LONGEST:
        at = text.rfind(" ", 1, _LONGEST)
        at = at if at > 0 else _LONGEST
        yield text[:at]
        text = text[at:].lstrip(" ")
    yield text


def about_pdf(document: Document) -> bytes:
    """The document on A4 pages, each with its number."""
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QPdfWriter(buffer)
    writer.setPageLayout(a4())
    writer.setResolution(DOTS)
    writer.setTitle(document.title)
    writer.setCreator("Rapport")
    made = text_document(document, paper())
    _paint(made, writer)
    buffer.close()
    return bytes(buffer.data().data())


def _paint(made: QTextDocument, writer: QPdfWriter) -> None:
    scale = writer.width() / WIDTH
    room = QSizeF(WIDTH - 2 * _MARGIN, HEIGHT - 2 * _MARGIN - _FOOT)
    made.setPageSize(room)
    _keep_headings(made, room.height())
    painter = QPainter(writer)
    number = made.pageCount()
    for page in range(number):
        if page:
            writer.newPage()
        painter.save()
        painter.scale(scale, scale)
        painter.translate(_MARGIN, _MARGIN)
        _number(painter, f"page {page + 1} of {number}", room)
        painter.translate(0, -page * room.height())
        made.drawContents(painter, QRectF(QPointF(0, page * room.height()), room))
        painter.restore()
    painter.end()


def _keep_headings(made: QTextDocument, page: float) -> None:
    """Let no chapter's heading stand alone at the foot of a page."""
    layout, block = made.documentLayout(), made.begin()
    while block.isValid():
        following = block.next()
        if block.userState() == _HEADING and following.isValid():
            head, entry = layout.blockBoundingRect(block), layout.blockBoundingRect(following)
            if entry.height() < _WHOLE and head.top() // page != entry.bottom() // page:
                form = block.blockFormat()
                form.setPageBreakPolicy(QTextFormat.PageBreakFlag.PageBreak_AlwaysBefore)
                QTextCursor(block).setBlockFormat(form)
                # Qt lays out what follows such a change only in part, unless all of it is said to be new.
                made.markContentsDirty(0, made.characterCount())
        block = following


def _number(painter: QPainter, said: str, room: QSizeF) -> None:
    words = Paragraph([(said, CAPTION)], room.width(), 1, align_right=True)
    words.paint(painter, 0, room.height() + _FOOT - 8)
