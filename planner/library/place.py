"""Where a library's file lies: whether it is still the same file, and what is odd about its place."""

from __future__ import annotations

import sys
from collections.abc import Iterable
from pathlib import Path

from planner.domain.errors import DisplacedError

_SYNCHRONISED = {
    "dropbox": "Dropbox",
    "onedrive": "OneDrive",
    "mobile documents": "iCloud Drive",
    "icloud drive": "iCloud Drive",
    "google drive": "Google Drive",
    "my drive": "Google Drive",
    "nextcloud": "Nextcloud",
    "owncloud": "ownCloud",
    "pcloud drive": "pCloud",
    "sync.com": "Sync",
    "magentacloud": "MagentaCLOUD",
}
_NETWORK = frozenset(
    {
        "nfs",
        "nfs4",
        "cifs",
        "smb",
        "smb2",
        "smb3",
        "smbfs",
        "afpfs",
        "9p",
        "fuse.sshfs",
        "davfs",
        "fuse.davfs2",
    }
)


class SamePlace:
    """Remembers which file was opened, to notice when another one, or none, lies in its place."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._file = _identity(path)

    def check(self) -> None:
        """Raises DisplacedError where the file was removed, moved or replaced since it was opened."""
        found = _identity(self._path)
        if found == self._file:
            return
        happened = "is no longer there" if found is None else "was replaced by another file"
        raise DisplacedError(
            f"“{self._path.name}” {happened} since it was opened. This change was not saved, so that nothing "
            "is mixed up; everything saved before is still held here. Save a copy now, then open that copy."
        )


def _identity(path: Path) -> tuple[int, int] | None:
    try:
        found = path.stat()
    except OSError:
        return None
    return found.st_dev, found.st_ino


def synchronised_by(path: Path) -> str | None:
    """The service that synchronises the folder, as far as its name tells, or None."""
    for part in (each.casefold() for each in path.parent.absolute().parts):
        for word, service in _SYNCHRONISED.items():
            # a firm's OneDrive is called “OneDrive - Acme”
            if part == word or part.startswith((f"{word} -", f"{word} (")):
                return service
    return None


def is_on_a_network(path: Path, mounts: Iterable[str] | None = None) -> bool:
    """Whether the file lies on a network drive, as far as the system tells.

    `mounts` are lines as in Linux' table of mounts; None reads that of this computer.
    """
    if str(path).startswith(("\\\\", "//")):
        return True
    if sys.platform == "win32":
        import ctypes

        remote = 4
        return bool(ctypes.windll.kernel32.GetDriveTypeW(f"{path.absolute().drive}\\") == remote)
    return _kind_of_mount(path.absolute(), _mounts() if mounts is None else mounts) in _NETWORK


def _mounts() -> list[str]:
    try:
        return Path("/proc/self/mounts").read_text(encoding="utf-8", errors="replace").splitlines()
    except OSError:
        return []


def _kind_of_mount(path: Path, mounts: Iterable[str]) -> str:
    deepest, kind = 0, ""
    for line in mounts:
        parts = line.split()
        if len(parts) < 3:
            continue
        where = Path(parts[1].replace("\\040", " "))
        if path.is_relative_to(where) and len(where.parts) >= deepest:
            deepest, kind = len(where.parts), parts[2]
    return kind


def odd_place(path: Path) -> str:
    """What a person should know about where a library lies: a sentence, or ''."""
    service = synchronised_by(path)
    if service is not None:
        return (
            f"“{path.name}” lies in a folder that {service} synchronises. That is safe while it is open on "
            "one computer at a time; a copy from elsewhere would be noticed. Safer: keep it outside, and "
            "only its backups there."
        )
    if is_on_a_network(path):
        return (
            f"“{path.name}” lies on a network drive, where a lost connection can cost the last moments. "
            "Everything saved is checked when it is read. Safer: keep it on this computer, and only its "
            "backups there."
        )
    return ""
