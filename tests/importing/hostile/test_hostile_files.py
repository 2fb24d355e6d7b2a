"""Files made to do harm: each costs itself, with one sentence, and nothing else."""

from __future__ import annotations

import os
import socket
import sys
import threading
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.importing.hostile.packed import (
    XML_PARTS,
    Parts,
    docx,
    epub,
    odt,
    packed,
    xlsx,
)
from workbench.importing.formats import SUFFIXES
from workbench.model.imports import ImportOutcome, ImportStatus
from workbench.operations.checking import check
from workbench.operations.importing import import_paths
from workbench.project import Project

Import = Callable[..., list[ImportOutcome]]

SENTENCE = 500

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="pipes and links")


@pytest.fixture
def bring_in(project: Project, tmp_path: Path) -> Import:
    """Import files between two sound ones, which must come in whatever those are."""

    def bring_in(*paths: Path) -> list[ImportOutcome]:
        neighbors = [tmp_path / "before.txt", tmp_path / "behind.txt"]
        for neighbor in neighbors:
            neighbor.write_text(f"The tide {neighbor.stem}.")
        report = import_paths(project, [neighbors[0], *paths, neighbors[1]])
        sound = [it for it in report if Path(it.path) in neighbors]
        assert [it.status for it in sound] == [ImportStatus.IMPORTED] * 2
        outcomes = [it for it in report if it not in sound]
        assert {it.path for it in outcomes} == {str(it) for it in paths}
        come_in = sum(it.status is ImportStatus.IMPORTED for it in outcomes)
        assert project.documents.count() == 2 + come_in
        assert check(project) == []
        return outcomes

    return bring_in


def refused(outcomes: list[ImportOutcome]) -> str:
    """Return why a file was refused: one sentence that names it."""
    (outcome,) = outcomes
    return sentence(outcome)


def sentence(outcome: ImportOutcome) -> str:
    """Return why a file was refused: one sentence that begins with its name."""
    error = outcome.error
    # A file of references is no document, whatever is wrong with it.
    left_out = {ImportStatus.FAILED, ImportStatus.PASSED_OVER}
    assert outcome.status in left_out, outcome
    assert outcome.document_id is None
    assert Path(outcome.path).name in error
    assert error.endswith(".")
    assert "\n" not in error
    assert len(error) < SENTENCE
    assert "Traceback" not in error
    return error


def written(folder: Path, name: str, content: bytes) -> Path:
    path = folder / name
    path.write_bytes(content)
    return path


# Files that are none ------------------------------------------------------------------


def test_empty_files(tmp_path: Path, bring_in: Import) -> None:
    paths = [written(tmp_path, f"a{suffix}", b"") for suffix in SUFFIXES]
    assert all(" is empty;" in sentence(it) for it in bring_in(*paths))


@pytest.mark.parametrize("length", [1, 5000])
def test_nothing_but_nuls(tmp_path: Path, bring_in: Import, length: int) -> None:
    nuls = bytes(length)
    for outcome in bring_in(*(written(tmp_path, f"a{it}", nuls) for it in SUFFIXES)):
        sentence(outcome)


def test_a_picture_under_every_name(tmp_path: Path, bring_in: Import) -> None:
    picture = b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 20
    for outcome in bring_in(*(written(tmp_path, f"a{it}", picture) for it in SUFFIXES)):
        sentence(outcome)


def test_a_directory_with_the_name_of_a_text(project: Project, tmp_path: Path) -> None:
    (tmp_path / "a.txt").mkdir()
    assert import_paths(project, [tmp_path / "a.txt"]) == []


def test_a_named_pipe(tmp_path: Path, bring_in: Import) -> None:
    os.mkfifo(tmp_path / "a.txt")
    assert "is not a regular file" in refused(bring_in(tmp_path / "a.txt"))


def test_a_socket(tmp_path: Path, bring_in: Import) -> None:
    path = tmp_path / "a.txt"
    with socket.socket(socket.AF_UNIX) as listening:
        listening.bind(str(path))
        assert "is not a regular file" in refused(bring_in(path))


@pytest.mark.parametrize("device", ["/dev/zero", "/dev/tty", "/dev/random"])
def test_a_device(tmp_path: Path, bring_in: Import, device: str) -> None:
    (tmp_path / "a.txt").symlink_to(device)
    assert "is not a regular file" in refused(bring_in(tmp_path / "a.txt"))


def test_links_in_a_circle(tmp_path: Path, bring_in: Import) -> None:
    (tmp_path / "a.txt").symlink_to(tmp_path / "b.txt")
    (tmp_path / "b.txt").symlink_to(tmp_path / "a.txt")
    assert "could not be read (" in refused(bring_in(tmp_path / "a.txt"))


def test_a_folder_that_holds_itself(project: Project, tmp_path: Path) -> None:
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "again").symlink_to(tmp_path / "in")
    written(tmp_path / "in", "a.txt", b"The tide.")
    (outcome,) = import_paths(project, [tmp_path / "in"])
    assert outcome.status is ImportStatus.IMPORTED


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read everything")
def test_no_permission(tmp_path: Path, bring_in: Import) -> None:
    path = written(tmp_path, "a.txt", b"The tide.")
    path.chmod(0)
    assert "You have no permission to read" in refused(bring_in(path))


def test_a_file_of_two_gigabytes(tmp_path: Path, bring_in: Import) -> None:
    for suffix in (".txt", ".pdf", ".docx"):
        with (tmp_path / f"a{suffix}").open("wb") as file:
            file.truncate(2_000_000_000)
    assert "has 2,000 MB and at most 200" in refused(bring_in(tmp_path / "a.txt"))


def test_a_file_that_changes_while_it_is_read(tmp_path: Path, bring_in: Import) -> None:
    path = written(tmp_path, "a.txt", b"The tide rises.\n" * 4_000_000)
    is_over = threading.Event()

    def grow() -> None:
        with path.open("ab", buffering=0) as file:
            while not is_over.wait(0.001):
                file.write(b"It falls.\n")

    growing = threading.Thread(target=grow)
    growing.start()
    try:
        assert "was changed while it was read" in refused(bring_in(path))
    finally:
        is_over.set()
        growing.join()


# Archives -----------------------------------------------------------------------------

ARCHIVES = {".docx": docx, ".odt": odt, ".epub": epub, ".xlsx": xlsx}


def archives(folder: Path, parts: Parts | bytes) -> list[Path]:
    """Write one archive of each kind, with these parts or with this as its XML."""
    return [
        written(
            folder,
            f"a{suffix}",
            make({XML_PARTS[suffix]: parts} if isinstance(parts, bytes) else parts),
        )
        for suffix, make in ARCHIVES.items()
    ]


def test_bombs_of_blanks(tmp_path: Path, bring_in: Import) -> None:
    bombs = archives(tmp_path, b"<x>" + b" " * 60_000_000 + b"</x>")
    assert all(it.stat().st_size < 100_000 for it in bombs)
    for outcome in bring_in(*bombs):
        assert "unpacks to far more than a document holds" in sentence(outcome)


def test_parts_that_lie_about_their_size(tmp_path: Path, bring_in: Import) -> None:
    blanks = 20_000_000
    bombs = archives(tmp_path, b"<x>" + b" " * blanks + b"</x>")
    for bomb in bombs:
        said, true = (it.to_bytes(4, "little") for it in (1000, blanks + 7))
        bomb.write_bytes(bomb.read_bytes().replace(true, said))
    for outcome in bring_in(*bombs):
        sentence(outcome)


def test_more_parts_than_a_document_has(tmp_path: Path, bring_in: Import) -> None:
    parts = {f"part{number}.xml": b"" for number in range(10_001)}
    for outcome in bring_in(*archives(tmp_path, parts)):
        assert "more than 10,000 parts" in sentence(outcome)


@pytest.mark.parametrize("name", ["../../escaped.txt", "/escaped.txt", "C:\\x.txt"])
def test_parts_that_lead_elsewhere(tmp_path: Path, bring_in: Import, name: str) -> None:
    for outcome in bring_in(*archives(tmp_path, {name: b"escaped"})):
        assert "a part with a misleading name" in sentence(outcome)
    assert not [it for it in tmp_path.parent.rglob("*escaped.txt*") if it.is_file()]
    assert not Path("/escaped.txt").exists()


@pytest.mark.filterwarnings("ignore:Duplicate name")
def test_two_parts_of_one_name(tmp_path: Path, bring_in: Import) -> None:
    paths = archives(tmp_path, {})
    for path in paths:
        with zipfile.ZipFile(path, "a") as archive:
            archive.writestr(XML_PARTS[path.suffix], b"<other/>")
    for outcome in bring_in(*paths):
        assert "a part with a misleading name" in sentence(outcome)


def test_archives_cut_short(tmp_path: Path, bring_in: Import) -> None:
    paths = archives(tmp_path, {})
    for path in paths:
        path.write_bytes(path.read_bytes()[:-30])
    for outcome in bring_in(*paths):
        sentence(outcome)


def test_sound_archives_come_in(tmp_path: Path, bring_in: Import) -> None:
    """What is refused above is not refused for being made here."""
    for outcome in bring_in(*archives(tmp_path, {})):
        assert outcome.status is ImportStatus.IMPORTED, outcome


def test_an_archive_in_an_archive_is_left_alone(
    tmp_path: Path, bring_in: Import
) -> None:
    bomb = packed({"zeros": bytes(100_000_000)})
    [outcome] = bring_in(written(tmp_path, "a.docx", docx({"word/x.zip": bomb})))
    assert outcome.status is ImportStatus.IMPORTED


# XML ----------------------------------------------------------------------------------

DECLARATIONS = {
    "another file": '<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]>',
    "the network": '<!DOCTYPE x SYSTEM "http://127.0.0.1:9/x.dtd" [<!ENTITY e "">]>',
    "laughs": "<!DOCTYPE x [<!ENTITY a0 'ha'>"
    + "".join(f"<!ENTITY a{n} '{f'&a{n - 1};' * 10}'>" for n in range(1, 12))
    + "<!ENTITY e '&a11;'>]>",
}


@pytest.mark.parametrize("declares", sorted(DECLARATIONS))
def test_entities_of_its_own(tmp_path: Path, bring_in: Import, declares: str) -> None:
    xml = f"{DECLARATIONS[declares]}<x>&e;</x>".encode()
    for outcome in bring_in(*archives(tmp_path, xml)):
        assert "root:" not in sentence(outcome)


def test_xml_nested_beyond_reason(tmp_path: Path, bring_in: Import) -> None:
    xml = b"<x>" * 200_000 + b"</x>" * 200_000
    for outcome in bring_in(*archives(tmp_path, xml)):
        sentence(outcome)


# Nesting in other formats -------------------------------------------------------------

NESTED = {
    "a.html": b"<div>" * 300_000 + b"text",
    "b.html": b"<b><i>" * 100_000 + b"text",
    "c.html": b"<table><tr><td>" * 50_000 + b"text",
    "a.md": b"> " * 100_000 + b"text",
    "b.md": b"".join(b" " * (2 * n) + b"- x\n" for n in range(2000)),
    "c.md": b"[" * 100_000 + b"text",
    "d.md": b"*a **b " * 50_000,
    "a.rtf": b"{\\rtf1 " + b"{" * 500_000 + b"text",
    "a.json": b"[" * 500_000,
    "a.bib": b"@book{x, title=" + b"{" * 500_000,
    "a.eml": b"".join(
        b'Content-Type: multipart/mixed; boundary="%d"\n\n--%d\n' % (n, n)
        for n in range(3000)
    )
    + b"\ntext",
    "b.eml": b"Content-Type: message/rfc822\n\n" * 3000 + b"\ntext",
    "c.eml": b"Subject: " + b"=?utf-8?q?a?= " * 100_000 + b"\n\ntext",
    "a.pdf": b"%PDF-1.4\n1 0 obj" + b"[" * 1_000_000 + b"\ntrailer<</Root 1 0 R>>",
    "a.csv": b'"' * 1_000_001,
    "b.csv": b"," * 1_000_000,
    "a.txt": b"x" * 5_000_000,
}


@pytest.mark.parametrize("name", sorted(NESTED))
def test_what_is_nested_beyond_reason_comes_in_or_is_refused(
    tmp_path: Path, bring_in: Import, name: str
) -> None:
    outcome, *_ = bring_in(written(tmp_path, name, NESTED[name]))
    if outcome.status is not ImportStatus.IMPORTED:
        sentence(outcome)


# The network --------------------------------------------------------------------------


@pytest.mark.parametrize("name", ["a.html", "a.mhtml", "a.eml", "a.md", "a.docx"])
def test_nothing_is_fetched(tmp_path: Path, bring_in: Import, name: str) -> None:
    with socket.create_server(("127.0.0.1", 0)) as listening:
        address = f"http://127.0.0.1:{listening.getsockname()[1]}/x"
        page = (
            f'<html><head><link rel="stylesheet" href="{address}">'
            f'<base href="{address}"><script src="{address}"></script></head>'
            f'<body><p>The tide.</p><img src="{address}"><iframe src="{address}">'
            f'</iframe><object data="{address}"></object>'
            f'<img src="file:///etc/passwd"></body></html>'
        )
        mail = f"From: a@b.c\nMIME-Version: 1.0\nContent-Type: text/html\n\n{page}\n"
        link = (
            '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/'
            'relationships"><Relationship Id="r1" TargetMode="External" Type="http://'
            "schemas.openxmlformats.org/officeDocument/2006/relationships/"
            f'attachedTemplate" Target="{address}"/></Relationships>'
        )
        contents = {
            "a.html": page.encode(),
            "a.mhtml": mail.encode(),
            "a.eml": mail.encode(),
            "a.md": f"![tide]({address})\n\n{page}".encode(),
            "a.docx": docx({"word/_rels/document.xml.rels": link.encode()}),
        }
        [outcome] = bring_in(written(tmp_path, name, contents[name]))
        assert outcome.status is ImportStatus.IMPORTED, outcome
        listening.setblocking(False)
        with pytest.raises(BlockingIOError):
            listening.accept()
