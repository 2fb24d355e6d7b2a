"""Finds the files that an import was asked for."""

from __future__ import annotations

import fnmatch
import os
import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import Enum
from pathlib import Path

from workbench.importing.formats import SUFFIXES
from workbench.model.folders import FolderChoice


class Place(Enum):
    """What is made of a file in a folder."""

    WANTED = "wanted"
    LEFT_OUT = "left out"
    OTHER = "of a kind that is not read"


@dataclass(frozen=True, slots=True)
class Found:
    """The files to import, and those in folders that are of no kind that is read."""

    files: list[Path]
    passed_over: list[Path]


def find_files(paths: Iterable[Path]) -> Found:
    """Find the files at these paths, folders replaced by the files in them.

    In a folder, sorted by name, only visible files count, and those of kinds that are
    not read are passed over; links are followed, each folder once. A file named
    outright is always among the files, also if it cannot be read, so that the import
    report tells what is wrong with it. The same holds for a folder that cannot be
    opened.
    """
    found: dict[str, Path] = {}
    passed_over: dict[str, Path] = {}
    folders: set[str] = set()
    for path in paths:
        is_folder = leads_to_folder(path)
        files = _in_folder(path, folders) if is_folder else [_named(path)]
        for place, file in files:
            is_wanted = not is_folder or _is_read(file.name) or leads_to_folder(file)
            (found if is_wanted else passed_over).setdefault(place, file)
    rest = [file for place, file in passed_over.items() if place not in found]
    return Found(list(found.values()), rest)


def files_in(choice: FolderChoice) -> Iterator[tuple[Path, Place]]:
    """Yield what a folder holds, in order, and what the choice makes of each."""
    root = Path(choice.path)
    include, exclude = _matcher(choice.include), _matcher(choice.exclude)
    for _, path in _in_folder(root, set(), has_subfolders=choice.has_subfolders):
        inner = os.path.relpath(path, root)
        if exclude(inner) or (choice.include and not include(inner)):
            yield path, Place.LEFT_OUT
        elif _is_read(path.name) or leads_to_folder(path):
            yield path, Place.WANTED
        else:
            yield path, Place.OTHER


def _matcher(patterns: Sequence[str]) -> Callable[[str], bool]:
    """Return what tells whether a path inside a folder fits any of the patterns."""
    if not patterns:
        return lambda _: False
    shapes = "|".join(fnmatch.translate(_shell_form(it)) for it in patterns)
    fits = re.compile(shapes, re.IGNORECASE).match

    def is_matched(inner: str) -> bool:
        inner = inner.replace(os.sep, "/")
        return bool(fits(inner) or fits(inner.rpartition("/")[2]))

    return is_matched


def _shell_form(pattern: str) -> str:
    """Return a pattern with the slashes of paths; a folder stands for all in it."""
    pattern = pattern.strip().replace("\\", "/").removeprefix("./")
    return f"{pattern}*" if pattern.endswith("/") else pattern


def _named(path: Path) -> tuple[str, Path]:
    return os.path.join(os.path.realpath(path.parent), path.name), path  # noqa: PTH118


def _in_folder(
    folder: Path, seen: set[str], *, has_subfolders: bool = True
) -> Iterator[tuple[str, Path]]:
    """Yield each file with its place: the path that is the same by whichever link."""
    waiting = [(os.path.realpath(folder), folder, True)]
    while waiting:
        place, path, is_folder = waiting.pop()
        if not is_folder:
            yield place, path
        elif place not in seen:
            seen.add(place)
            try:
                entries = _entries(path)
            except OSError:
                yield place, path
                continue
            waiting += (
                _placed(entry, place, path)
                for entry in reversed(entries)
                if has_subfolders or not leads_to_folder(entry)
            )


def _placed(
    entry: os.DirEntry[str], place: str, folder: Path
) -> tuple[str, Path, bool]:
    is_folder = leads_to_folder(entry)
    path = folder / entry.name
    if is_folder and entry.is_symlink():
        return os.path.realpath(path), path, True
    return f"{place}{os.sep}{entry.name}", path, is_folder


def leads_to_folder(path: Path | os.DirEntry[str]) -> bool:
    """Tell whether a path leads to a folder; a loop of links leads nowhere."""
    try:
        return path.is_dir()
    except OSError:
        return False


def _entries(folder: Path) -> list[os.DirEntry[str]]:
    with os.scandir(folder) as entries:
        visible = [entry for entry in entries if not entry.name.startswith(".")]
    return sorted(visible, key=lambda entry: (entry.name.casefold(), entry.name))


def _is_read(name: str) -> bool:
    return os.path.splitext(name)[1].lower() in SUFFIXES  # noqa: PTH122
