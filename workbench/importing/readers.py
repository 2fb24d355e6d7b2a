"""Reads one file, whatever its format; the first door of every import."""

from __future__ import annotations

import hashlib
import os
import stat
from collections.abc import Callable
from pathlib import Path

from workbench.errors import UnreadableFile
from workbench.importing.contents import Contents
from workbench.importing.finding import SUFFIXES, find_files
from workbench.importing.html_files import read_html
from workbench.importing.markdown_files import read_markdown
from workbench.importing.plain import read_plain
from workbench.model.documents import ParsedDocument

__all__ = ["find_files", "read_file"]

LARGEST_FILE = 200_000_000
_READERS: dict[str, Callable[[bytes, str], Contents]] = {
    "plain": read_plain,
    "markdown": read_markdown,
    "html": read_html,
}


def read_file(path: Path) -> ParsedDocument:
    """Return what is in a file; raises `UnreadableFile` that says why it cannot."""
    name = _shown(path.name)
    try:
        _check(path, name)
        content = path.read_bytes()
    except FileNotFoundError:
        raise UnreadableFile(
            f"{name} is not there any more; look where it was moved to."
        ) from None
    except PermissionError:
        raise UnreadableFile(
            f"You have no permission to read {name}; ask its owner for it."
        ) from None
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or error
        raise UnreadableFile(
            f"{name} could not be read ({reason}); copy it elsewhere and try again."
        ) from error
    if not content:
        raise UnreadableFile(f"{name} is empty; there is nothing in it to import.")
    return _document(path, content)


def _check(path: Path, name: str) -> None:
    """Refuse what must not even be opened: a pipe would never answer."""
    status = path.stat()
    if stat.S_ISDIR(status.st_mode):
        os.scandir(path).close()  # a locked folder is refused as such
        raise UnreadableFile(f"{name} is a folder; import the files in it.")
    if not stat.S_ISREG(status.st_mode):
        raise UnreadableFile(
            f"{name} is not a regular file; save its contents as one and import that."
        )
    if path.suffix.lower() not in SUFFIXES:
        kind = f"is a {path.suffix} file" if path.suffix else "has no ending"
        raise UnreadableFile(f"{name} {kind}; this version reads .txt, .md and .html.")
    if status.st_size > LARGEST_FILE:
        raise UnreadableFile(
            f"{name} has {status.st_size / 1e6:,.0f} MB and at most"
            f" {LARGEST_FILE / 1e6:,.0f} can be imported; split it into several files."
        )


def _document(path: Path, content: bytes) -> ParsedDocument:
    contents = _READERS[SUFFIXES[path.suffix.lower()]](content, _shown(path.name))
    stem = _shown(path.stem)
    return ParsedDocument(
        name=stem,
        path=_shown(os.path.abspath(path)),  # noqa: PTH100 - a link stays a link
        media_type=contents.media_type,
        encoding=contents.encoding,
        original=content,
        sha256=hashlib.sha256(content).hexdigest(),
        text=contents.text,
        blocks=contents.blocks,
        title=contents.title or stem,
        date=contents.date,
        source=contents.source,
        warnings=contents.warnings,
    )


def _shown(name: str) -> str:
    """Return a file's name as text; bytes that are none become a replacement mark."""
    return os.fsencode(name).decode("utf-8", "replace")
