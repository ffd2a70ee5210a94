"""Pieces of which mail is made, to be put together in any order."""

from __future__ import annotations

PIECES = [
    *(b"\nFrom ana@x.example Tue Sep 15 08:00:00 2026\n", b"\nFrom -\n", b"\n\nFrom ", b">From ", b"From "),
    *(
        b"From: ",
        b"To: ",
        b"Cc: ",
        b"Date: ",
        b"Subject: ",
        b"Message-ID: ",
        b"Received: ; ",
        b"List-Id: x\n",
    ),
    *(
        b"Precedence: bulk\n",
        b"Auto-Submitted: ",
        b"X-Gmail-Labels: ",
        b"X-Mozilla-Status: ",
        b"Delivered-To: ",
    ),
    *(b"Content-Type: multipart/mixed; boundary=x\n", b"--x\n", b"--x--\n", b"Content-Type: text/html\n"),
    *(b"Content-Transfer-Encoding: base64\n", b"Content-Transfer-Encoding: quoted-printable\n", b"charset="),
    *(b"=?utf-8?Q?=C3=A9?=", b"=?utf-8?B?w6k=?=", b"=?", b"?=", b"?Q?", b"=?x?b?", b"=C3", b"utf-7", b"idna"),
    *(b"Ana <ana@x.example>", b"me@y.example", b'"', b"(", b")", b"<", b">", b",", b";", b":", b"\\", b"@"),
    *(b"15 Sep 2026 08:00:00 +0200", b"Tue Sep 15 08:00:00 2026", b"99 Xxx 9999 99:99", b"+9999", b"1970"),
    *(
        b"\n",
        b"\r\n",
        b"\r",
        b" ",
        b"\t",
        b"\x00",
        b"\xff",
        b"\xc3",
        b"\xc3\xa9",
        b"\xef\xbb\xbf",
        b"&#99999999;",
    ),
]
