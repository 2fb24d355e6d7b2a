"""What a person chooses for all projects, kept in one small file."""

from __future__ import annotations

import getpass
import json
import os
import sys
from collections.abc import Mapping
from dataclasses import dataclass, field, fields, replace
from enum import Enum, StrEnum
from pathlib import Path
from typing import Any, TypeVar

from workbench.errors import UnreadableFile, WorkbenchError

FOLDER = "research-workbench"
NAME = "settings.json"
LARGEST = 1_000_000
LONGEST = 100

Value = bool | int | str
T = TypeVar("T", bool, int, str)
Keys = Mapping[str, tuple[str, ...]]


class Look(StrEnum):
    """The colors of the window."""

    SYSTEM = "system"
    LIGHT = "light"
    DARK = "dark"


class Group(Enum):
    """The pages on which settings are shown."""

    GENERAL = "General"
    READING = "Reading"


@dataclass(frozen=True, slots=True)
class Entry:
    """What is shown of a setting, and which values it takes.

    Numbers lie between `least` and `most`; a text with `choices` is one of them.
    """

    group: Group
    label: str
    explanation: str = ""
    choices: tuple[str, ...] = ()
    least: int = 0
    most: int = 0
    unit: str = ""

    def accepts(self, value: Value) -> bool:
        """Tell whether a value of the right type is one that it takes."""
        if isinstance(value, bool):
            return True
        if isinstance(value, int):
            return self.least <= value <= self.most
        if self.choices:
            return value in self.choices
        return len(value) <= LONGEST and (value.isprintable() or not value)


def _setting(entry: Entry, *, usual: T) -> T:
    """Declare a setting; the dataclass sees its usual value."""
    declared: T = field(default=usual, metadata={"entry": entry})
    return declared


_NAME = Entry(
    Group.GENERAL,
    "Your name",
    "Stands beside what you do. When it is empty, your login name does.",
)
_LOOK = Entry(Group.GENERAL, "Look", choices=tuple(Look))
_FONT = Entry(Group.READING, "Letters", choices=("serif", "sans", "mono"))
_SIZE = Entry(Group.READING, "Size", least=11, most=32, unit="px")
_MEASURE = Entry(
    Group.READING, "Width of the column", choices=("narrow", "normal", "wide")
)
_LINES = Entry(Group.READING, "Height of a line", least=100, most=250, unit="%")
_NUMBERS = Entry(Group.READING, "Number the paragraphs in the margin")


@dataclass(frozen=True, slots=True)
class Settings:
    """Every choice; `keys` are those put in the place of an action's usual ones."""

    analyst: str = _setting(_NAME, usual="")
    look: str = _setting(_LOOK, usual=Look.SYSTEM.value)
    font: str = _setting(_FONT, usual="serif")
    size: int = _setting(_SIZE, usual=16)
    measure: str = _setting(_MEASURE, usual="normal")
    line_height: int = _setting(_LINES, usual=150)
    numbers: bool = _setting(_NUMBERS, usual=False)
    keys: Keys = field(default_factory=dict)


ENTRIES: Mapping[str, Entry] = {
    it.name: it.metadata["entry"] for it in fields(Settings) if it.metadata
}
USUAL = Settings()


def settings_path() -> Path:
    """Return where this person's settings are kept on this system."""
    home = Path.home()
    if sys.platform == "win32":
        return Path(os.environ.get("LOCALAPPDATA", home)) / FOLDER / NAME
    if sys.platform == "darwin":
        return home / "Library" / "Preferences" / FOLDER / NAME
    return Path(os.environ.get("XDG_CONFIG_HOME") or home / ".config") / FOLDER / NAME


def login_name() -> str:
    """Return the name this person is logged in under, or a stand-in."""
    try:
        return getpass.getuser()
    except (OSError, KeyError, ImportError):  # no such user, no such module
        return "analyst"


def usual_analyst() -> str:
    """Return who works here when nobody is named: as in the settings, or the login."""
    try:
        return read_settings(settings_path()).analyst or login_name()
    except UnreadableFile:
        return login_name()


def read_settings(path: Path) -> Settings:
    """Read what was chosen; a value that cannot be is passed over.

    Raises `UnreadableFile` when the file cannot be understood at all.
    """
    try:
        if not path.exists():
            return USUAL
        if path.stat().st_size > LARGEST:
            raise ValueError
        chosen = json.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError, RecursionError) as error:
        raise UnreadableFile(
            f"Your settings in {path} could not be read, so the usual ones are used."
            " Mend or remove that file; the next change in the preferences replaces it."
        ) from error
    return _settings_of(chosen if isinstance(chosen, dict) else {})


def write_settings(path: Path, settings: Settings) -> None:
    """Keep what differs from the usual; the file is never half written."""
    values = {
        name: getattr(settings, name)
        for name in (*ENTRIES, "keys")
        if getattr(settings, name) != getattr(USUAL, name)
    }
    unfinished = path.with_name(f"{path.name}.new")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        unfinished.write_text(json.dumps(values, indent=2), encoding="utf-8")
        unfinished.replace(path)
    except OSError as error:
        raise WorkbenchError(
            f"Your settings could not be saved in {path}; they last until you close"
            " the window."
        ) from error


def _settings_of(chosen: Mapping[str, object]) -> Settings:
    values: dict[str, Any] = {
        name: chosen[name]
        for name, entry in ENTRIES.items()
        if name in chosen and _fits(chosen[name], getattr(USUAL, name), entry)
    }
    return replace(USUAL, **values, keys=_keys_of(chosen.get("keys")))


def _fits(value: object, usual: Value, entry: Entry) -> bool:
    if isinstance(value, bool | int | str) and type(value) is type(usual):
        return entry.accepts(value)
    return False


def _keys_of(chosen: object) -> dict[str, tuple[str, ...]]:
    if not isinstance(chosen, dict):
        return {}
    return {
        str(action): tuple(it for it in keys if isinstance(it, str))
        for action, keys in chosen.items()
        if isinstance(keys, list)
    }
