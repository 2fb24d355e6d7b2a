"""The versions of a document as choices."""

from __future__ import annotations

from collections.abc import Sequence

from ui.widgets.choice_list import Choice
from ui.widgets.moments import readable_date
from workbench.model.documents import Version


def version_choices(versions: Sequence[Version], current: int) -> list[Choice]:
    """Return the versions, the newest first; the value is the number."""
    return [_choice(it, is_current=it.number == current) for it in reversed(versions)]


def _choice(version: Version, *, is_current: bool) -> Choice:
    name = f"Version {version.number}{', the current text' if is_current else ''}"
    day = readable_date(version.made_at.astimezone().date().isoformat())
    return Choice(name, f"{version.change} {day}", version.number)
