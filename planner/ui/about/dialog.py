"""All that is kept about somebody, to read, and to hand over where they ask for it."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QSize, QStandardPaths, Qt
from PySide6.QtWidgets import QCheckBox, QFileDialog, QTextEdit, QWidget

from planner.actions.exports.about import about_json_bytes, about_text
from planner.actions.exports.safe_files import write_file
from planner.domain import words
from planner.domain.names import first_name
from planner.domain.plain import file_name
from planner.queries.about import Kept, about_person
from planner.queries.about_hidden import kept_hidden
from planner.queries.about_told import Document, document
from planner.queries.message import owner_name
from planner.ui.about.page import about_pdf, text_document
from planner.ui.desk import Desk
from planner.ui.dialogs.dialog import Dialog
from planner.ui.widgets import veil
from planner.ui.widgets.buttons import Button
from planner.ui.widgets.labels import StyledLabel

_PADDING = 18
_FILTERS = {".pdf": "PDF (*.pdf)", ".txt": "Text (*.txt)", ".json": "JSON (*.json)"}


class AboutDialog(Dialog):
    """Shows the whole document. What is marked private is in it only after it was asked for."""

    def __init__(self, desk: Desk, person_id: int, parent: QWidget | None) -> None:
        self._person_id = person_id
        kept = _kept(desk, person_id, private=False)
        self.first = first_name(kept.name)
        title = f"What you keep about {kept.name}"
        super().__init__(desk, title, parent, primary="Save as document …", width=760)
        self.kept = kept
        self.private = QCheckBox(_question(kept).replace("&", "&&"))
        self.private.setFont(desk.theme.font("body"))
        self.private.setVisible(kept.hidden > 0)
        self.text = _Reading()
        self.text.setReadOnly(True)
        self.text.setAccessibleName(title)
        self.json = Button(desk.theme, "Save as JSON …")
        self._fill()
        self.private.toggled.connect(self._ask_again)
        self.json.clicked.connect(lambda: self._ask_where(".json"))
        desk.theme.changed.connect(self._show)
        self._show()

    @property
    def document(self) -> Document:
        """What is shown and saved."""
        return document(self.kept, veil.shown(owner_name(self.desk.library)))

    def save(self) -> None:
        """Ask where the document goes."""
        self._ask_where(".pdf", ".txt")

    def save_to(self, file: Path) -> None:
        """Write the file as its ending says; the file dialog has asked about one that is there."""
        if self.try_to(lambda: write_file(file, [self._bytes(file.suffix.lower())], replace=True), ""):
            said = f"Saved what you keep about {self.first} as {file.name}"
            self.desk.said.emit(said, False)
            self.desk.announced.emit(said)

    def _bytes(self, ending: str) -> bytes:
        if ending == ".json":
            return about_json_bytes(self.kept)
        return about_text(self.document).encode() if ending == ".txt" else about_pdf(self.document)

    def _ask_where(self, *endings: str) -> None:
        dialog = QFileDialog(self, "Save what you keep")
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setNameFilters([_FILTERS[each] for each in endings])
        dialog.setDefaultSuffix(endings[0].removeprefix("."))
        place = QStandardPaths.StandardLocation.DocumentsLocation
        dialog.setDirectory(QStandardPaths.writableLocation(place))
        dialog.selectFile(file_name(f"About {self.kept.name}") + endings[0])
        dialog.fileSelected.connect(lambda chosen: self.save_to(Path(chosen)))
        dialog.open()

    def _ask_again(self, private: bool) -> None:
        self.kept = _kept(self.desk, self._person_id, private=private)
        self._show()

    def _show(self) -> None:
        theme = self.desk.theme
        made = text_document(self.document, theme.palette, theme.text_scale)
        made.setDocumentMargin(theme.px(_PADDING))
        made.setParent(self.text)
        self.text.setDocument(made)
        rows = sum(len(part.rows) for part in self.kept.parts)
        self.hint.setText(f"{words.count(rows, 'row')} in {words.count(len(self.kept.parts), 'table')}")

    def _fill(self) -> None:
        theme = self.desk.theme
        said = (
            f"Every entry of every table that is about {self.first}, and where else the name stands: "
            "for your own eyes, or as an answer where somebody asks what you keep about them."
        )
        self.body.addWidget(StyledLabel(theme, said, "body", "ink2", wrap=True))
        self.body.addWidget(self.private)
        self.body.addWidget(self.text, 1)
        self.cancel.set_words("Close")
        self.foot.insertWidget(2, self.json, 0, Qt.AlignmentFlag.AlignBottom)


class _Reading(QTextEdit):
    """A page to read, as high as there is room."""

    def sizeHint(self) -> QSize:
        """As much as there is."""
        return QSize(600, 2000)


def _kept(desk: Desk, person_id: int, *, private: bool) -> Kept:
    """What is kept about somebody, by initials while names are hidden."""
    kept, names = about_person(desk.library, person_id, desk.today, private=private), veil.names()
    return kept if names is None else kept_hidden(kept, names)


def _question(kept: Kept) -> str:
    entries = words.count(kept.hidden, "entry", "entries")
    return f"Also the {entries} marked private: they are about {first_name(kept.name)} too, and yours to give"
