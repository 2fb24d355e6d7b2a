"""Groups of aliases as lines of text, as they are typed and kept in files.

`US! = U.S. = United States` is a group; `!` behind a name makes it case-sensitive, `?`
before the first name keeps the group out of searches that do not ask for it. A line
that begins with `#` is a comment. A backslash takes the meaning from what follows it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from workbench.model.aliases import AliasGroup, AliasLine, AliasName
from workbench.text.folding import folded, letters_of

COMMENT = "#"
ASKED = "?"
EXACTLY = "!"
SEPARATOR = "="

# A character, or a backslash with the character it stands before.
_CHARACTERS = re.compile(r"\\.|.", re.DOTALL)
_SPECIAL = re.compile(r"[\\=]")
_UNWRITABLE = re.compile("[\x00-\x1f\x7f-\x9f\ud800-\udfff]")


def read_line(line: str) -> AliasLine:
    """Read one group; empty names are left out, and there may be none at all."""
    line = line.strip()
    is_asked = line.startswith(ASKED)
    parts: list[list[str]] = [[]]
    for character in _CHARACTERS.findall(line.removeprefix(ASKED)):
        if character == SEPARATOR:
            parts.append([])
        else:
            parts[-1].append(character)
    names = map(_read_name, parts)
    return AliasLine(tuple(it for it in names if it.text), not is_asked)


def read_lines(text: str) -> Iterator[tuple[int, AliasLine]]:
    """Yield each group of a text with the number of its line."""
    for number, line in enumerate(text.split("\n"), 1):
        if line.strip() and not line.lstrip().startswith(COMMENT):
            yield number, read_line(line)


def line_of(group: AliasGroup | AliasLine) -> str:
    """Return the line that reads as this group."""
    line = names_line(group.names)
    return line if group.is_automatic else f"{ASKED} {line}"


def names_line(names: Iterable[AliasName]) -> str:
    """Return the line that reads as a group of these names."""
    line = f" {SEPARATOR} ".join(map(name_as_typed, names))
    return f"\\{line}" if line[:1] in {COMMENT, ASKED} else line


def name_as_typed(name: AliasName) -> str:
    """Return what reads as this name: a case-sensitive one has its mark behind it."""
    typed = _SPECIAL.sub(r"\\\g<0>", name.text)
    if name.is_case_sensitive:
        return typed + EXACTLY
    return f"{typed[:-1]}\\{EXACTLY}" if typed.endswith(EXACTLY) else typed


def tidied_name(text: str) -> str:
    """Return a name with single blanks and nothing that no file could hold."""
    return " ".join(_UNWRITABLE.sub(" ", text).split())


def are_alike(one: AliasName, other: AliasName) -> bool:
    """Tell whether what names one of them could name the other as well.

    Signs and accents do not count, nor does case unless both are case-sensitive.
    """
    if key_of(one.text) != key_of(other.text):
        return False
    are_exact = one.is_case_sensitive and other.is_case_sensitive
    return not are_exact or letters_of(one.text) == letters_of(other.text)


def key_of(text: str) -> str:
    """Return the words of a name without case, accents and signs."""
    words = re.split(r"[\W_]+", folded(text))
    return " ".join(filter(None, words))


def _read_name(characters: Sequence[str]) -> AliasName:
    rest = list(characters)
    while rest and rest[-1].isspace():
        rest.pop()
    is_case_sensitive = bool(rest) and rest[-1] == EXACTLY
    if is_case_sensitive:
        rest.pop()
    # A backslash at the very end stands for itself.
    text = "".join(it[1:] if len(it) > 1 else it for it in rest)
    return AliasName(tidied_name(text), is_case_sensitive)
