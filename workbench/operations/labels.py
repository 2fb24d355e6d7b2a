"""The wording of steps, the same in the menu, the history and the notices."""


def counted(verb: str, number: int, noun: str) -> str:
    """Return `Delete document` or `Delete 3 documents`."""
    return f"{verb} {noun}" if number == 1 else f"{verb} {number} {noun}s"


def quoted(name: str, limit: int = 40) -> str:
    """Return a name in quotation marks, cut where it is long."""
    return f"“{_cut(name, limit)}”"


def quoted_place(place: str, limit: int = 48) -> str:
    """Return a cell's `row › column` in quotation marks; both are told if it is cut."""
    row, between, column = place.rpartition(" › ")
    column = _cut(column, limit // 2)
    return f"“{_cut(row, limit - len(column) - len(between))}{between}{column}”"


def _cut(name: str, limit: int) -> str:
    return name if len(name) <= limit else f"{name[: limit - 1]}…"


def first_words(text: str, limit: int = 60, more: str = "…") -> str:
    """Return the whole words that a text begins with, on one line.

    `more` follows where there are more; a text of blanks has no words.
    """
    # No more than needed: the text may be a whole book.
    line = " ".join(text[: 4 * limit].split())
    if len(line) <= limit:
        return line
    room = limit - len(more)
    return f"{line[: room + 1].rpartition(' ')[0] or line[:room]}{more}"
