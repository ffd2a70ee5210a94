"""The meeting brief on the screen: the page as it will be on paper, and beside it what was left out."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QStandardPaths, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QVBoxLayout, QWidget

from planner.actions.exports.safe_files import write_file
from planner.domain import words
from planner.domain.plain import file_name
from planner.queries.meeting_brief import meeting_brief
from planner.ui.brief.page import Page, pages
from planner.ui.brief.paper import pdf
from planner.ui.brief.preview import Preview
from planner.ui.brief.private_list import PrivateList
from planner.ui.desk import Desk
from planner.ui.dialogs.dialog import Dialog
from planner.ui.widgets.buttons import Button, IconButton
from planner.ui.widgets.labels import StyledLabel
from planner.ui.widgets.segment import Choice, Segment

_WIDTH, _SIDE = 960, 264
_ONE, _EACH = "one", "each"


class BriefDialog(Dialog):
    """A brief about people: of a plan, or of the next conversation with them.

    Several are on one page `together`, or have a page each. + and − zoom, 0 shows the whole page, Ctrl P
    prints.
    """

    def __init__(
        self,
        desk: Desk,
        people: Sequence[int],
        parent: QWidget | None,
        *,
        plan_id: int = 0,
        together: bool = True,
    ) -> None:
        self._people, self._plan_id = tuple(people), plan_id
        brief = meeting_brief(desk.library, self._people, desk.today, plan_id=plan_id)
        names = words.in_a_row([each.name for each in brief.people[:3]])
        several = len(brief.people)
        who = names if several <= 3 else words.count(several, "person", "people")
        super().__init__(desk, f"Meeting brief: {who}", parent, primary="Save as PDF …", width=_WIDTH)
        self._brief = brief
        self.preview = Preview(desk.theme)
        self.private = PrivateList(desk, brief)
        self.how = Segment(desk.theme, (Choice(_ONE, "One page"), Choice(_EACH, "A page each")))
        self.how.choose(_ONE if together else _EACH)
        self.how.setVisible(several > 1)
        self.print = Button(desk.theme, "Print …", icon="print")
        self.percent = StyledLabel(desk.theme, "", "label", "ink2")
        self._fill(desk)
        self.private.ticked.connect(self._ask_again)
        self.how.chosen.connect(lambda _key: self._show())
        self.print.clicked.connect(self._print)
        self.preview.zoomed.connect(lambda zoom: self.percent.setText(words.percent(zoom)))
        self._show()
        self.preview.setFocus()

    @property
    def pages(self) -> list[Page]:
        """What would be printed now."""
        return pages(self._brief, together=self.how.current == _ONE)

    def save(self) -> None:
        """Ask where to, and write the PDF there."""
        dialog = QFileDialog(self, "Save the brief")
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setNameFilter("PDF (*.pdf)")
        dialog.setDefaultSuffix("pdf")
        place = QStandardPaths.StandardLocation.DocumentsLocation
        dialog.setDirectory(QStandardPaths.writableLocation(place))
        dialog.selectFile(self.proposed_name())
        dialog.fileSelected.connect(lambda chosen: self.save_to(Path(chosen)))
        dialog.open()

    def save_to(self, file: Path) -> None:
        """Write the PDF and close; say why where that cannot be done. The file dialog has asked already."""
        data = pdf(self.pages, self.windowTitle())
        if self.try_to(lambda: write_file(file, [data], replace=True), ""):
            self.desk.said.emit(f"Saved the brief as {file.name}", False)
            self.desk.announced.emit(f"Saved the brief as {file.name}")

    def proposed_name(self) -> str:
        """'Brief Beatrix Keller, Wed 16 September 2026.pdf'."""
        who = self.windowTitle().removeprefix("Meeting brief: ")
        return file_name(f"Brief {who}, {self._brief.day}") + ".pdf"

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Zoom, and print."""
        if event.matches(QKeySequence.StandardKey.Print):
            self._print()
        elif event.key() in (Qt.Key.Key_Plus, Qt.Key.Key_Equal):
            self.preview.zoom_by(1)
        elif event.key() == Qt.Key.Key_Minus:
            self.preview.zoom_by(-1)
        elif event.key() == Qt.Key.Key_0:
            self.preview.fit_page()
        else:
            super().keyPressEvent(event)

    def _ask_again(self) -> None:
        """The page with what was ticked."""
        self._brief = meeting_brief(
            self.desk.library,
            self._people,
            self.desk.today,
            plan_id=self._plan_id,
            added=self.private.keys,
        )
        self._show()

    def _show(self) -> None:
        shown = self.pages
        self.preview.show_pages(shown)
        self.hint.setText("One page A4" if len(shown) == 1 else f"{len(shown)} pages A4")

    def _print(self) -> None:
        from planner.ui.brief.printing import ask_and_print

        ask_and_print(self.pages, self)

    def _fill(self, desk: Desk) -> None:
        side = QVBoxLayout()
        side.setSpacing(14)
        when = ", ".join(filter(None, (self._brief.day, self._brief.hours)))
        side.addWidget(StyledLabel(desk.theme, when, "body", "ink2", wrap=True))
        side.addWidget(self.how, 0, Qt.AlignmentFlag.AlignLeft)
        side.addWidget(self.private, 1)
        side.addLayout(self._zooming(desk))
        ground = QWidget()
        ground.setFixedWidth(desk.theme.px(_SIDE))
        side.setContentsMargins(0, 0, 0, 0)
        ground.setLayout(side)
        row = QHBoxLayout()
        row.setSpacing(20)
        row.addWidget(self.preview, 1)
        row.addWidget(ground)
        self.body.addLayout(row)
        self.cancel.set_words("Close")
        self.foot.insertWidget(2, self.print, 0, Qt.AlignmentFlag.AlignBottom)

    def _zooming(self, desk: Desk) -> QHBoxLayout:
        smaller = IconButton(desk.theme, "minus", "Smaller", keys="−")
        larger = IconButton(desk.theme, "plus", "Larger", keys="+")
        whole = Button(desk.theme, "Whole page", "quiet", small=True)
        smaller.clicked.connect(lambda: self.preview.zoom_by(-1))
        larger.clicked.connect(lambda: self.preview.zoom_by(1))
        whole.clicked.connect(self.preview.fit_page)
        row = QHBoxLayout()
        row.setSpacing(4)
        for each in (smaller, self.percent, larger):
            row.addWidget(each)
        row.addStretch(1)
        row.addWidget(whole)
        return row
