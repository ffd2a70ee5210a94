"""Pieces of which tables are made, to be put together in any order."""

from __future__ import annotations

PIECES = [
    *(b",", b";", b"\t", b'"', b'""', b'",', b',"', b"\n", b"\r\n", b"\r", b"sep=;\n", b" ::: ", b"* "),
    *(b"Name", b"First Name", b"Vorname", b"Nachname", b"E-Mail", b"E-mail 1 - Value", b"E-mail 1 - Label"),
    *(b"Phone 1 - Value", b"Address 1 - City", b"Business Street", b"Birthday", b"Geburtstag", b"Notes"),
    *(b"Labels", b"Birth Month", b"Birth Day", b"Time zone", b"Photo", b"URL", b"Title", b"Connected On"),
    *(b"ana@x.example", b"+351 910", b"4.9E+12", b"0/0/00", b"31.12.1999", b"12/31/99", b"April 1, 1604"),
    *(b"javascript:alert(1)", b"Europe/Lisbon", b"../../etc/passwd", b"Ferreira, Ana", b"(she/her)"),
    *(
        b"\x00",
        b"\xff",
        b"\xc3",
        b"\xc3\xa9",
        b"\xe9",
        b"\xef\xbb\xbf",
        b"\xff\xfe",
        b"\xe2\x80\xa8",
        b"\x85",
    ),
]
