"""One file becomes one parsed document, or one sentence that says why not."""

import hashlib
import os
import pickle
import sys
from pathlib import Path

import pytest

from workbench.errors import UnreadableFile
from workbench.importing import readers
from workbench.importing.readers import read_file


def refusal(path: Path) -> str:
    with pytest.raises(UnreadableFile) as caught:
        read_file(path)
    sentence = str(caught.value)
    assert "\n" not in sentence
    assert sentence.endswith(".")
    return sentence


def written(folder: Path, name: str, content: bytes = b"Tides rise.\r\n") -> Path:
    path = folder / name
    path.write_bytes(content)
    return path


@pytest.mark.parametrize(
    ("name", "media_type"),
    [
        ("a.txt", "text/plain"),
        ("a.TEXT", "text/plain"),
        ("a.md", "text/markdown"),
        ("a.markdown", "text/markdown"),
        ("a.html", "text/html"),
        ("a.HTM", "text/html"),
        ("a.xhtml", "text/html"),
    ],
)
def test_the_ending_tells_the_format(
    tmp_path: Path, name: str, media_type: str
) -> None:
    assert read_file(written(tmp_path, name))[0].media_type == media_type


def test_a_document_carries_its_original(tmp_path: Path) -> None:
    content = "  Ebb\xa0and flow. \r\n".encode()
    [document] = read_file(written(tmp_path, "tide.2022.txt", content))
    assert document.name == document.title == "tide.2022"
    assert document.path == str(tmp_path / "tide.2022.txt")
    assert document.original == content == document.text.encode()
    assert document.sha256 == hashlib.sha256(content).hexdigest()


@pytest.mark.parametrize("name", ["a.txt", "a.md", "a.html"])
def test_a_document_can_cross_to_another_process(tmp_path: Path, name: str) -> None:
    [document] = read_file(written(tmp_path, name, b"# Tides\n\nEbb and flow.\n"))
    assert pickle.loads(pickle.dumps(document)) == document


def test_what_is_missing_empty_or_a_folder_is_told(tmp_path: Path) -> None:
    assert refusal(tmp_path / "a.txt").startswith("a.txt is not there any more;")
    assert refusal(written(tmp_path, "b.txt", b"")).startswith("b.txt is empty;")
    assert refusal(tmp_path).endswith("is a folder; import the files in it.")


def test_other_formats_are_told_by_their_ending(tmp_path: Path) -> None:
    way = "which is not read; save it as PDF, .docx or plain text."
    assert refusal(written(tmp_path, "a.png")) == f"a.png is a .png file, {way}"
    assert refusal(written(tmp_path, "Makefile")) == f"Makefile has no ending, {way}"
    assert "save it as .docx in Word" in refusal(written(tmp_path, "a.doc"))


def test_a_file_is_read_as_what_it_is(tmp_path: Path) -> None:
    [document] = read_file(written(tmp_path, "a.txt", rb"{\rtf1 Tides rise.}"))
    assert (document.media_type, document.text) == ("application/rtf", "Tides rise.")
    assert document.warnings[0] == "It was read as a rich text, which it is."


def test_a_file_that_is_not_what_it_is_called_is_refused(tmp_path: Path) -> None:
    said = refusal(written(tmp_path, "a.pdf", b"Tides rise."))
    assert said.startswith("a.pdf is not a PDF, whatever its name says;")


def test_a_named_pipe_is_refused_without_waiting_for_it(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.txt")
    assert "is not a regular file" in refusal(tmp_path / "pipe.txt")


def test_links_in_a_circle_are_refused(tmp_path: Path) -> None:
    (tmp_path / "a.txt").symlink_to(tmp_path / "b.txt")
    (tmp_path / "b.txt").symlink_to(tmp_path / "a.txt")
    assert refusal(tmp_path / "a.txt").startswith("a.txt could not be read (")


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read everything")
def test_a_locked_file_is_refused(tmp_path: Path) -> None:
    path = written(tmp_path, "a.txt")
    path.chmod(0)
    assert refusal(path).startswith("You have no permission to read a.txt;")


def test_too_large_a_file_is_refused_unread(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    with path.open("wb") as file:
        file.truncate(readers.LARGEST_FILE + 1)
    assert "a.txt has 200 MB and at most 200 can be imported" in refusal(path)


def test_binary_files_are_refused_in_every_format(tmp_path: Path) -> None:
    for name in ("a.txt", "a.md", "a.html"):
        path = written(tmp_path, name, b"\x7fELF\0\0\1\2")
        assert refusal(path).startswith(f"{name} looks like a binary file;")


@pytest.mark.skipif(sys.platform != "linux", reason="only there names are any bytes")
def test_a_name_that_is_no_text_is_shown_with_a_mark(tmp_path: Path) -> None:
    path = written(tmp_path, os.fsdecode(b"ti\xffde.txt"))
    [document] = read_file(path)
    assert document.name == "ti\ufffdde"
    document.path.encode()


def test_a_path_with_a_nul_is_refused() -> None:
    assert "could not be read" in refusal(Path("a\0b.txt"))
