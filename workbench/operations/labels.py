"""The wording of steps, the same in the menu, the history and the notices."""


def counted(verb: str, number: int, noun: str) -> str:
    """Return `Remove document` or `Remove 3 documents`."""
    return f"{verb} {noun}" if number == 1 else f"{verb} {number} {noun}s"


def quoted(name: str, limit: int = 40) -> str:
    """Return a name in quotation marks, cut where it is long."""
    short = name if len(name) <= limit else f"{name[: limit - 1]}…"
    return f"“{short}”"


def first_words(text: str, limit: int = 60) -> str:
    """Return a text's beginning as one line, cut at a word where it is long."""
    line = " ".join(text.split())
    if len(line) <= limit:
        return line
    return f"{line[:limit].rpartition(' ')[0] or line[:limit]}…"
