"""In which charset bytes are written that do not say so: programs of old hardly ever do."""

from __future__ import annotations

import re

from planner.exchange.charsets import is_of_several_bytes, named_codec

_MOST_LOOKED_AT = 32_768
_WINDOWS = ("cp1252", "cp1250", "cp1254")
_OLD = ("mac_roman", "cp850")
"""Pages for the same letters in other places, the likeliest first."""

_FEWEST_OF_SEVERAL_BYTES = 6

_OTHER_SCRIPTS = ("cp1251", "cp1253", "cp1255", "cp1256", "koi8_r", "cp932", "cp949", "cp950", "gb18030")
_WESTERN = "äöüßàáâãåæçèéêëìíîïñòóôõøùúûšžœ“”„‘’–—…€"
_LETTERS = {"cp1250": "ąćęłńóśźżčďěňřšťůžýáéíöőúüűăâîşţäô", "cp1254": "çğıİöşüâ"}
_BEYOND_ASCII = re.compile(rb"([A-Za-z]?)[\x80-\xff]+([A-Za-z]?)")
_INSIDE_A_WORD = re.compile(r"(?<=[^\W\d_])[^\x00-\x7f’]|[^\x00-\x7f’](?=[^\W\d_])")


def likely_page(data: bytes) -> str:
    """The charset whose letters make most sense; for Latin letters that is a question of which are usual."""
    lines = data[: 8 * _MOST_LOOKED_AT].splitlines()
    sample = b"\n".join(line for line in lines if not line.isascii())[:_MOST_LOOKED_AT]
    sample = sample or data[-_MOST_LOOKED_AT:]
    return _other_script(sample) or _latin(sample)


def _other_script(sample: bytes) -> str:
    """The charset of text in no Latin letters, or ''."""
    from charset_normalizer import from_bytes  # loads language tables: only where nothing else tells

    best = from_bytes(sample, cp_isolation=[*_WINDOWS, *_OLD, *_OTHER_SCRIPTS]).best()
    if best is None or best.encoding not in _OTHER_SCRIPTS:
        return ""
    beyond_ascii = sum(byte > 0x7F for byte in sample)
    found = named_codec(best.encoding)
    if is_of_several_bytes(found):
        return found if beyond_ascii >= _FEWEST_OF_SEVERAL_BYTES and _fits(sample, found) else ""
    return "" if _is_among_latin(sample) else found


def _is_among_latin(sample: bytes) -> bool:
    """Whether most letters beyond ASCII stand in a word with others of ASCII, as only Latin ones do."""
    runs = _BEYOND_ASCII.findall(sample)
    return 2 * sum(bool(before or after) for before, after in runs) >= len(runs)


def _latin(sample: bytes) -> str:
    windows = max(_WINDOWS, key=lambda page: (_sense(sample, page), -_WINDOWS.index(page)))
    if _sense(sample, windows) > 0:
        return windows
    return max((windows, *_OLD), key=lambda page: _sense(sample, page))


def _fits(sample: bytes, codec: str) -> bool:
    try:
        sample[:-3].decode(codec)
    except UnicodeDecodeError as error:  # a sample may end within a character
        return error.start > len(sample) - 8
    return True


def _sense(sample: bytes, page: str) -> int:
    """Usual letters of the page's languages count for it; symbols and capitals inside words against it."""
    text = sample.decode(page, "replace")
    usual = _LETTERS.get(page, _WESTERN)
    score = sum(letter in usual or letter.lower() in usual for letter in text if letter > "\x7f")
    for match in _INSIDE_A_WORD.finditer(text):
        letter = match[0]
        before, after = text[match.start() - 1 : match.start()], text[match.end() : match.end() + 1]
        out_of_place = letter.isupper() and (before.islower() or (before.isalpha() and after.islower()))
        score -= 3 * (not letter.isalpha() or out_of_place)
    return score
