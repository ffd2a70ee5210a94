"""P7: a replaced or vanished file is noticed; places that are odd are known."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from pathlib import Path

import pytest

from planner.actions.people import PersonForm, add_person
from planner.domain.errors import DisplacedError
from planner.library import Library
from planner.library.place import is_on_a_network, synchronised_by
from tests.conftest import NOW


def add(library: Library, name: str) -> None:
    add_person(library, PersonForm(name=name), today=NOW.date())


def replaced(path: Path, folder: Path) -> None:
    with Library(folder / "other.rapport", clock=lambda: NOW) as other:
        add(other, "Somebody Else")
    (folder / "other.rapport").replace(path)


def removed(path: Path, _folder: Path) -> None:
    path.unlink()


def moved(path: Path, folder: Path) -> None:
    path.rename(folder / "elsewhere.rapport")


@pytest.mark.parametrize("harm", [replaced, removed, moved])
def test_nothing_is_written_and_a_copy_holds_everything(
    harm: Callable[[Path, Path], None], library: Library, tmp_path: Path
) -> None:
    add(library, "Ana")
    harm(library.path, tmp_path)
    before = library.path.read_bytes() if library.path.exists() else None
    erase = partial(library.erase, [library.value("SELECT id FROM person")])
    for work in (lambda: add(library, "Luca"), library.undo, library.redo, erase):
        with pytest.raises(DisplacedError, match="since it was opened"):
            work()
    assert (library.path.read_bytes() if library.path.exists() else None) == before
    copy = library.back_up("", tmp_path / "copy.rapport")
    with Library(copy, clock=lambda: NOW) as saved:
        assert [row[0] for row in saved.rows("SELECT name FROM person")] == ["Ana"]
        assert saved.problems() == []
        add(saved, "Luca")


@pytest.mark.parametrize("harm", [replaced, removed, moved])
def test_a_thread_that_comes_later_reads_nothing_else_and_makes_no_new_file(
    harm: Callable[[Path, Path], None], library: Library, tmp_path: Path
) -> None:
    add(library, "Ana")
    harm(library.path, tmp_path)
    before = library.path.read_bytes() if library.path.exists() else None
    heard: list[DisplacedError] = []
    library.displaced = heard.append
    with ThreadPoolExecutor(1) as later:
        read = later.submit(lambda: list(library.rows("SELECT name FROM person")))
        with pytest.raises(DisplacedError, match="since it was opened"):
            read.result()
    assert len(heard) == 1
    assert (library.path.read_bytes() if library.path.exists() else None) == before
    assert [row[0] for row in library.rows("SELECT name FROM person")] == ["Ana"]


@pytest.mark.parametrize(
    ("folder", "service"),
    [
        ("/home/ana/Dropbox/private", "Dropbox"),
        ("/Users/ana/Library/Mobile Documents/com~apple~CloudDocs", "iCloud Drive"),
        ("/home/ana/OneDrive - Acme/notes", "OneDrive"),
        ("/home/ana/Documents", None),
        ("/home/ana/dropbox-was-here", None),
    ],
)
def test_folders_that_are_synchronised_are_known_by_their_names(folder: str, service: str | None) -> None:
    assert synchronised_by(Path(folder) / "my.rapport") == service


def test_a_network_drive_is_known_by_the_deepest_mount() -> None:
    mounts = [
        "/dev/sda1 / ext4 rw 0 0",
        "server:/home /mnt/home nfs4 rw 0 0",
        "/dev/sdb1 /mnt/home/stick vfat rw 0 0",
        "//nas/share /mnt/our\\040share cifs rw 0 0",
    ]
    assert is_on_a_network(Path("/mnt/home/ana/my.rapport"), mounts)
    assert is_on_a_network(Path("/mnt/our share/my.rapport"), mounts)
    assert not is_on_a_network(Path("/mnt/home/stick/my.rapport"), mounts)
    assert not is_on_a_network(Path("/home/ana/my.rapport"), mounts)
    assert is_on_a_network(Path("//nas/share/my.rapport"), [])
