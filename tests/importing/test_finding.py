"""Folders are searched once, in order, without walking in circles."""

from pathlib import Path

from workbench.importing.finding import files_in, find_files
from workbench.model.folders import FolderChoice


def grown(folder: Path, *names: str) -> None:
    for name in names:
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("Tides.")


def names(folder: Path, paths: list[Path]) -> list[str]:
    return [path.relative_to(folder).as_posix() for path in paths]


def test_a_folder_gives_its_supported_visible_files_in_order(tmp_path: Path) -> None:
    grown(tmp_path, "b.txt", "A.md", "c/z.HTML", "c/a.htm", "d.txt")
    grown(tmp_path, "x.png", ".hidden.txt", ".git/a.txt", "Makefile")
    found = names(tmp_path, find_files([tmp_path]).files)
    assert found == ["A.md", "b.txt", "c/a.htm", "c/z.HTML", "d.txt"]
    passed_over = names(tmp_path, find_files([tmp_path]).passed_over)
    assert passed_over == ["Makefile", "x.png"]


def test_what_is_named_outright_is_not_passed_over(tmp_path: Path) -> None:
    grown(tmp_path, "x.png", "y.png")
    found = find_files([tmp_path, tmp_path / "x.png"])
    assert names(tmp_path, found.files) == ["x.png"]
    assert names(tmp_path, found.passed_over) == ["y.png"]


def test_files_named_outright_are_always_returned(tmp_path: Path) -> None:
    grown(tmp_path, "x.png", ".hidden.txt")
    asked = [tmp_path / "x.png", tmp_path / ".hidden.txt", tmp_path / "missing.txt"]
    assert find_files(asked).files == asked


def test_nothing_is_found_twice(tmp_path: Path) -> None:
    grown(tmp_path, "a/1.txt", "a/2.txt", "b.txt")
    asked = [tmp_path / "a/2.txt", tmp_path / "a", tmp_path, tmp_path / "a/../b.txt"]
    assert names(tmp_path, find_files(asked).files) == ["a/2.txt", "a/1.txt", "b.txt"]


def test_links_are_followed_but_not_in_circles(tmp_path: Path) -> None:
    grown(tmp_path, "in/a.txt", "out/b.txt")
    (tmp_path / "in/loop").symlink_to(tmp_path / "in")
    (tmp_path / "in/more").symlink_to(tmp_path / "out")
    found = names(tmp_path, find_files([tmp_path / "in"]).files)
    assert found == ["in/a.txt", "in/more/b.txt"]


def test_a_link_to_nowhere_is_returned_to_be_reported(tmp_path: Path) -> None:
    (tmp_path / "a.txt").symlink_to(tmp_path / "gone.txt")
    assert find_files([tmp_path]).files == [tmp_path / "a.txt"]


def test_a_loop_of_links_is_returned_to_be_reported(tmp_path: Path) -> None:
    grown(tmp_path, "a.txt")
    (tmp_path / "b.txt").symlink_to("c.txt")
    (tmp_path / "c.txt").symlink_to("b.txt")
    found = find_files([tmp_path])
    assert names(tmp_path, found.files) == ["a.txt", "b.txt", "c.txt"]
    choice = FolderChoice(str(tmp_path), has_subfolders=False)
    assert [it.name for it, _ in files_in(choice)] == ["a.txt", "b.txt", "c.txt"]


def test_a_path_that_no_system_knows_is_returned_to_be_reported() -> None:
    asked = [Path("/" + "y" * 4_000 + ".txt")]
    assert find_files(asked).files == asked
