"""The charsets that a card may declare.

Any other name is passed over: Python's own list also holds codecs that are slow on hostile text.
"""

from __future__ import annotations

_SAME = (
    *(f"iso8859-{part}" for part in (2, 3, 4, 5, 6, 7, 8, 10, 11, 13, 14, 15, 16)),
    *(f"cp{page}" for page in (437, 850, 852, 866, 874, 932, 949, 950, *range(1250, 1259))),
    *("utf-8", "utf-16", "utf-16-le", "utf-16-be", "koi8-r", "koi8-u", "big5", "gb18030"),
    *("euc-jp", "iso2022-jp", "mac-roman"),
)
_OTHER_NAMES = {
    "cp1252": ("iso-8859-1", "latin1", "us-ascii", "ascii"),
    "cp1254": ("iso-8859-9", "latin5"),
    "cp932": ("shift_jis", "sjis", "x-sjis", "windows-31j"),
    "cp949": ("euc-kr", "ks_c_5601-1987"),
    "gb18030": ("gb2312", "gbk"),
    "cp874": ("tis-620",),
    "mac-roman": ("macintosh",),
}


def _bare(name: str) -> str:
    return "".join(letter for letter in name.lower() if letter.isalnum())


_CODECS = {
    **{_bare(name): name for name in _SAME},
    **{_bare(name): codec for codec, names in _OTHER_NAMES.items() for name in names},
    **{f"windows{page}": f"cp{page}" for page in range(1250, 1259)},
}
_SEVERAL_BYTES = frozenset(
    {"cp932", "cp949", "cp950", "gb18030", "big5", "euc-jp", "iso2022-jp", "utf-16", "utf-16-le", "utf-16-be"}
)


def named_codec(name: str) -> str:
    """Python's codec for a charset that a file may be written in, or '' for any other name."""
    return _CODECS.get(_bare(name), "")


def is_of_several_bytes(codec: str) -> bool:
    """Whether most letters of a codec are written in more than one byte."""
    return codec in _SEVERAL_BYTES


def text_of(raw: bytes, declared: str = "", otherwise: str = "cp1252") -> str:
    """The bytes as text: UTF-8 where they are, else as declared, else `otherwise`, else Windows-1252.

    Text of a single-byte charset is hardly ever valid UTF-8 by accident, and programs often declare one and
    write UTF-8; the charsets of several bytes are taken at their word.
    """
    codec = _CODECS.get(_bare(declared), "utf-8") if declared else "utf-8"
    order = (codec, "utf-8") if codec in _SEVERAL_BYTES else ("utf-8", codec)
    for each in (*order, otherwise, "cp1252"):
        try:
            return raw.decode(each)
        except UnicodeError:
            continue
    return raw.decode("latin-1")
