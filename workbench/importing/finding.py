"""Finds the files that an import was asked for."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from pathlib import Path

SUFFIXES = {
    ".txt": "plain", ".text": "plain",
    ".md": "markdown", ".markdown": "markdown",
    ".html": "html", ".htm": "html", ".xhtml": "html",
}  # fmt: skip
"""The supported endings of file names, and the format that each stands for."""


def find_files(paths: Iterable[Path]) -> list[Path]:
    """Return the files at these paths, folders replaced by the files in them.

    In a folder, sorted by name, only supported and visible files count; links are
    followed, each folder once. A file named outright is always returned, also if it
    cannot be read, so that the import report tells what is wrong with it. The same
    holds for a folder that cannot be opened.
    """
    found: dict[str, Path] = {}
    folders: set[str] = set()
    for path in paths:
        files = _in_folder(path, folders) if path.is_dir() else [_named(path)]
        for place, file in files:
            found.setdefault(place, file)
    return list(found.values())


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
        wanted = [entry for entry in entries if _is_wanted(entry)]
    return sorted(wanted, key=lambda entry: (entry.name.casefold(), entry.name))


def _is_wanted(entry: os.DirEntry[str]) -> bool:
    if entry.name.startswith("."):
        return False
    return os.path.splitext(entry.name)[1].lower() in SUFFIXES or entry.is_dir()  # noqa: PTH122
