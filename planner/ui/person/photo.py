"""A person's photo, decoded with care: it came from somebody else's address book."""

from __future__ import annotations

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QSize, Qt
from PySide6.QtGui import QImageReader, QPixmap

MOST_SIDE = 512
_MOST_MEGABYTES = 64
_MOST_BYTES = 8 * 1024 * 1024


def decode_photo(data: bytes | None) -> QPixmap | None:
    """The picture, at most 512 px wide and high; None where there is none or it cannot be read."""
    if not data or len(data) > _MOST_BYTES:
        return None
    QImageReader.setAllocationLimit(_MOST_MEGABYTES)
    buffer = QBuffer()
    buffer.setData(QByteArray(data))
    buffer.open(QIODevice.OpenModeFlag.ReadOnly)
    reader = QImageReader(buffer)
    reader.setAutoTransform(True)
    size = reader.size()
    if not size.isValid() or size.width() * size.height() * 4 > _MOST_MEGABYTES * 1024 * 1024:
        return None
    most = QSize(MOST_SIDE, MOST_SIDE)
    if size.width() > MOST_SIDE or size.height() > MOST_SIDE:
        reader.setScaledSize(size.scaled(most, Qt.AspectRatioMode.KeepAspectRatio))
    image = reader.read()
    return None if image.isNull() else QPixmap.fromImage(image)
