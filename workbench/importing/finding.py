"""Finds the files that an import was asked for."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from workbench.importing.formats import SUFFIXES


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
        is_folder = path.is_dir()
        files = _in_folder(path, folders) if is_folder else [_named(path)]
        for place, file in files:
            is_wanted = not is_folder or _is_read(file.name) or file.is_dir()
            (found if is_wanted else passed_over).setdefault(place, file)
    rest = [file for place, file in passed_over.items() if place not in found]
    return Found(list(found.values()), rest)


def _named(path: Path) -> tuple[str, Path]:
    return os.path.join(os.path.realpath(path.parent), path.name), path  # noqa: PTH118


def _in_folder(folder: Path, seen: set[str]) -> Iterator[tuple[str, Path]]:
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
            waiting += (_placed(entry, place, path) for entry in reversed(entries))


def _placed(
    entry: os.DirEntry[str], place: str, folder: Path
) -> tuple[str, Path, bool]:
    is_folder = entry.is_dir()
    path = folder / entry.name
    if is_folder and entry.is_symlink():
        return os.path.realpath(path), path, True
    return f"{place}{os.sep}{entry.name}", path, is_folder


def _entries(folder: Path) -> list[os.DirEntry[str]]:
    with os.scandir(folder) as entries:
        visible = [entry for entry in entries if not entry.name.startswith(".")]
    return sorted(visible, key=lambda entry: (entry.name.casefold(), entry.name))


def _is_read(name: str) -> bool:
    return os.path.splitext(name)[1].lower() in SUFFIXES  # noqa: PTH122
