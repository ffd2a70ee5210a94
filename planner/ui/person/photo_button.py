"""The avatar of a person's page: a photo is dropped on it, pasted, or chosen from its menu."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QMimeData, QPoint, QRectF, QSize, Qt
from PySide6.QtGui import (
    QAction,
    QContextMenuEvent,
    QDragEnterEvent,
    QDropEvent,
    QGuiApplication,
    QImage,
    QImageWriter,
    QPainter,
    QPaintEvent,
    QPixmap,
)
from PySide6.QtWidgets import QFileDialog, QMenu, QSizePolicy, QWidget

from planner.actions.photos import remove_photo, set_photo
from planner.domain.names import first_name
from planner.queries.person import PersonPage
from planner.ui import icons
from planner.ui.desk import Desk
from planner.ui.person.photo import decode_photo
from planner.ui.widgets.avatar import paint_avatar
from planner.ui.widgets.enter_button import EnterButton

_SIZE = 72
_ENDINGS = frozenset({".jpg", ".jpeg", ".png", ".gif", ".webp", ".bmp"})
_NONE = "There is no picture to paste. Copy one first."


class PhotoButton(EnterButton):
    """The disc with ring and initials or photo; a click opens what can be done with the photo."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk.theme, parent)
        self._desk = desk
        self._page: PersonPage | None = None
        self._photo: QPixmap | None = None
        self.setAcceptDrops(True)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setProperty("focusRadius", _SIZE // 2)
        self.clicked.connect(self._open_menu)

    def show_page(self, page: PersonPage) -> None:
        """Show a person."""
        self._page, self._photo = page, decode_photo(page.photo)
        said = "photo" if self._photo is not None else "no photo yet"
        self.setAccessibleName(f"{page.standing.name}, {said}. Opens what can be done with it")
        self.update()

    @property
    def photo(self) -> QPixmap | None:
        """The photo that is shown, None for initials."""
        return self._photo

    def take(self, data: bytes) -> None:
        """Keep a picture as the photo."""
        if self._page is not None:
            person = self._page.standing
            keep = partial(set_photo, self._desk.library, person.person_id, data)
            self._desk.done(keep, f"Changed the photo of {first_name(person.name)}")

    def take_file(self, path: Path) -> None:
        """Keep the picture in a file as the photo."""
        try:
            data = path.read_bytes()
        except OSError:
            self._desk.failed.emit(f"{path.name} cannot be read.")
            return
        self.take(data)

    def paste(self) -> None:
        """Take what is on the clipboard."""
        self._take_data(QGuiApplication.clipboard().mimeData())

    def remove(self) -> None:
        """Show initials again."""
        if self._page is not None:
            person = self._page.standing
            gone = partial(remove_photo, self._desk.library, person.person_id)
            self._desk.done(gone, f"Removed the photo of {first_name(person.name)}")

    def menu(self) -> QMenu:
        """What can be done with the photo."""
        menu = QMenu(self)
        doings = [
            ("Choose a picture …", "folder", self._choose),
            ("Paste a picture\tCtrl V", "copy", self.paste),
        ]
        if self._photo is not None:
            doings.append(("Remove the photo", "trash", self.remove))
        for words, icon, act in doings:
            action = QAction(icons.icon(icon, self.theme.palette.ink2), words, menu)
            action.triggered.connect(lambda _on=False, act=act: act())
            menu.addAction(action)
        return menu

    def sizeHint(self) -> QSize:
        """A square."""
        side = self.theme.px(_SIZE)
        return QSize(side, side)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the disc."""
        if self._page is None:
            return
        standing = self._page.standing
        painter = QPainter(self)
        paint_avatar(
            *(painter, QRectF(self.rect()), standing.initials, standing.hue, self.theme.palette),
            photo=self._photo,
        )
        painter.end()

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """The same as a click."""
        self._open_menu()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Take pictures that are dragged as such, from a browser for instance; files come by the window."""
        if event.mimeData().hasImage():
            event.setDropAction(Qt.DropAction.CopyAction)
            event.accept()

    def dropEvent(self, event: QDropEvent) -> None:
        """Take the picture."""
        event.setDropAction(Qt.DropAction.CopyAction)
        event.accept()
        self._take_data(event.mimeData())

    def _take_data(self, data: QMimeData) -> None:
        image = data.imageData() if data.hasImage() else None
        files = [Path(url.toLocalFile()) for url in data.urls() if url.isLocalFile()]
        if isinstance(image, QImage) and not image.isNull():
            self.take(_png(image))
        elif found := picture_of(files):
            self.take_file(found)
        else:
            self._desk.failed.emit(_NONE)

    def _choose(self) -> None:
        endings = " ".join(f"*{each}" for each in sorted(_ENDINGS))
        chosen, _ = QFileDialog.getOpenFileName(self, "Choose a picture", "", f"Pictures ({endings})")
        if chosen:
            self.take_file(Path(chosen))

    def _open_menu(self) -> None:
        menu = self.menu()
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(self.mapToGlobal(QPoint(0, self.height() + 2)))


def picture_of(files: Sequence[Path]) -> Path | None:
    """The one file where it is a picture by its name."""
    return files[0] if len(files) == 1 and files[0].suffix.casefold() in _ENDINGS else None


def _png(image: QImage) -> bytes:
    data = QByteArray()
    buffer = QBuffer(data)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    QImageWriter(buffer, QByteArray(b"png")).write(image)
    return bytes(data.data())
