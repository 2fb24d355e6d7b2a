"""The wording of steps, the same in the menu, the history and the notices."""


def counted(verb: str, number: int, noun: str) -> str:
    """Return `Remove document` or `Remove 3 documents`."""
    return f"{verb} {noun}" if number == 1 else f"{verb} {number} {noun}s"


def quoted(name: str, limit: int = 40) -> str:
    """Return a name in quotation marks, cut where it is long."""
    short = name if len(name) <= limit else f"{name[: limit - 1]}…"
    return f"“{short}”"
