"""Which codec reads what files call their encoding, by name or by number."""

from __future__ import annotations

import codecs

_NO_CHARSETS = frozenset({"idna", "punycode", "undefined", "oem", "mbcs"})
# Mails in one of these say less than what they use: programs read the larger one.
_LARGER_CHARSETS = {
    "iso8859-1": "cp1252", "iso8859-9": "cp1254", "ascii": "cp1252",
    "gb2312": "gb18030", "gbk": "gb18030", "shift_jis": "cp932", "euc_kr": "cp949",
    "iso2022_jp": "iso2022_jp_ext",
}  # fmt: skip


def charset_named(name: str) -> str:
    """Return the codec that a charset's name stands for, empty for none.

    >>> charset_named("ISO-8859-1"), charset_named("x-unknown"), charset_named("hex")
    ('cp1252', '', '')
    """
    try:
        found = codecs.lookup(name.strip("'\" ")).name
        "".encode(found)
    except (LookupError, ValueError):
        return ""
    if found in _NO_CHARSETS or "escape" in found:
        return ""
    return _LARGER_CHARSETS.get(found, found)


def codepage_named(page: int) -> str:
    """Return the codec of a Windows code page, empty for none.

    >>> codepage_named(1251), codepage_named(65001), codepage_named(0)
    ('cp1251', 'utf-8', '')
    """
    named = {65001: "utf-8", 20127: "cp1252", 20866: "koi8-r", 21866: "koi8-u",
             10000: "mac-roman", 936: "gb18030", 54936: "gb18030", 52936: "hz",
             51932: "euc_jp", 51949: "cp949", 50220: "iso2022_jp",
             50221: "iso2022_jp_ext", 50222: "iso2022_jp_3",
             50225: "iso2022_kr"}  # fmt: skip
    if 28591 <= page <= 28606:
        return charset_named(f"iso8859-{page - 28590}")
    return named.get(page) or (charset_named(f"cp{page}") if page else "")
