"""How long an import of 10,000 people takes beside reading alone: `python -m tests.benchmarks.imports`."""

from __future__ import annotations

import sys
import tempfile
import time
from datetime import UTC, date, datetime
from pathlib import Path

from planner.actions.imports import files as import_files
from planner.exchange.reader import read_file_bytes
from planner.library import Library

TODAY = date(2026, 9, 15)
NOW = datetime(2026, 9, 15, 7, 0, tzinfo=UTC)


def cards(count: int) -> bytes:
    """An address book with two e-mails and a number each, a fifth of them with an address and a note."""
    return "".join(_card(number) for number in range(count)).encode()


def _card(number: int) -> str:
    more = "ADR;TYPE=WORK:;;Rua Augusta 1;Lisbon;;1100;Portugal\r\nNOTE:Met at the fair\r\n"
    return (
        f"BEGIN:VCARD\r\nVERSION:3.0\r\nUID:card-{number}\r\nN:Ferreira{number};Ana;;;\r\n"
        f"FN:Ana Ferreira{number}\r\nORG:Contoso {number % 500}\r\nTITLE:Buyer\r\n"
        f"EMAIL;TYPE=WORK:ana{number}@contoso.example\r\nEMAIL;TYPE=HOME:a.ferreira{number}@home.example\r\n"
        f"TEL;TYPE=CELL:+351 910 {number:06d}\r\n{'' if number % 5 else more}END:VCARD\r\n"
    )


def main(count: int) -> None:
    """Print the seconds of reading alone, of review and saving, of the same import again, and the ratios."""
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "contacts.vcf"
        file.write_bytes(cards(count))
        with Library(Path(folder) / "library.rapport", clock=lambda: NOW) as library:
            begin = time.perf_counter()
            read_file_bytes(file.read_bytes(), until=TODAY, zone="UTC")
            parse = time.perf_counter() - begin
            print(f"{count:,} people; reading alone {parse:.2f} s")
            for what in ("first import", "same again"):
                begin = time.perf_counter()
                review = import_files.review(library, [file], today=TODAY)
                reviewed = time.perf_counter() - begin
                done = import_files.save(library, review, now=NOW)
                took = time.perf_counter() - begin
                print(
                    f"{what}: review {reviewed:.2f} s, saving {took - reviewed:.2f} s,"
                    f" {took / parse:.1f} times reading alone"
                    f" ({done.people_added:,} added, {done.people_unchanged:,} unchanged)"
                )


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 10_000)
