from __future__ import annotations

import csv
from collections.abc import Iterator, Sequence
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workbench.errors import WorkbenchError
from workbench.exporting.csv_files import write_rows

GOLDEN = Path(__file__).parents[1] / "golden" / "hostile.csv"

HOSTILE = [
    ("plain", 'said "no", twice', "one\r\ntwo"),
    ("minus", "- a dash in the text", -5),
    ("equals", "=1+1", " =HYPERLINK(0)"),
    ("others", "+1", "@SUM(A1)"),
    ("full width", "＝1+1", "\ufeff－1"),
    ("controls", "\ttab", "\rreturn"),
    ("semicolon", "a;=1+1", None),
    ("faces", "\N{NO-BREAK SPACE}a 🙂", "한국"),
]


def read(path: Path) -> list[list[str]]:
    with path.open(encoding="utf-8-sig", newline="") as file:
        return list(csv.reader(file, strict=True))


def test_hostile_rows_are_written_as_in_the_golden_file(tmp_path: Path) -> None:
    path = tmp_path / "out.csv"
    count = write_rows(path, ("kind", "first", "second"), HOSTILE, raw=False)
    assert count == len(HOSTILE)
    assert path.read_bytes() == GOLDEN.read_bytes()


def test_the_file_has_a_bom_and_ends_every_line_with_crlf(tmp_path: Path) -> None:
    path = tmp_path / "out.csv"
    write_rows(path, ("a", "b"), [("1", "2")], raw=False)
    assert path.read_bytes() == b"\xef\xbb\xbfa,b\r\n1,2\r\n"


cells = st.text(
    st.one_of(
        st.sampled_from("=+-@＝＋－＠\t\r\n,;\"' \ufeff\xa0"),
        st.characters(exclude_characters="\0", exclude_categories=("Cs",)),
    )
)
tables = st.integers(1, 4).flatmap(
    lambda width: st.lists(st.lists(cells, min_size=width, max_size=width), min_size=1)
)


@given(rows=tables)
def test_raw_cells_come_back_as_they_were(
    tmp_path_factory: pytest.TempPathFactory, rows: list[list[str]]
) -> None:
    path = tmp_path_factory.mktemp("raw") / "out.csv"
    write_rows(path, rows[0], rows[1:], raw=True)
    assert read(path) == rows


@given(rows=tables)
def test_guarded_cells_never_begin_a_formula_and_lose_nothing(
    tmp_path_factory: pytest.TempPathFactory, rows: list[list[str]]
) -> None:
    path = tmp_path_factory.mktemp("guarded") / "out.csv"
    write_rows(path, rows[0], rows[1:], raw=False)
    for before, after in zip(rows, read(path), strict=True):
        for cell, written in zip(before, after, strict=True):
            assert written.removeprefix("'") == cell or written == cell
            assert written.lstrip("\ufeff \xa0")[:1] not in tuple("=+-@＝＋－＠")
            assert written[:1] not in ("\t", "\r", "\n") or not written


@pytest.mark.parametrize("raw", [True, False])
def test_nul_and_lone_surrogates_become_replacement_characters(
    tmp_path: Path, raw: bool
) -> None:
    path = tmp_path / "out.csv"
    write_rows(path, ("text",), [("a\0b\ud800c",)], raw=raw)
    assert read(path) == [["text"], ["a\ufffdb\ufffdc"]]


@pytest.mark.parametrize("place", ["missing/out.csv", "folder"])
def test_an_unwritable_target_is_a_sentence_and_leaves_nothing(
    tmp_path: Path, place: str
) -> None:
    (tmp_path / "folder").mkdir()
    with pytest.raises(WorkbenchError, match=place):
        write_rows(tmp_path / place, ("a",), [("1",)], raw=False)
    assert list(tmp_path.iterdir()) == [tmp_path / "folder"]


def test_an_export_that_fails_halfway_keeps_the_earlier_file(tmp_path: Path) -> None:
    def rows() -> Iterator[Sequence[object]]:
        yield ("1",)
        raise ValueError

    path = tmp_path / "out.csv"
    path.write_text("earlier", encoding="utf-8")
    with pytest.raises(ValueError):  # noqa: PT011
        write_rows(path, ("a",), rows(), raw=False)
    assert path.read_text(encoding="utf-8") == "earlier"
    assert list(tmp_path.iterdir()) == [path]


def test_a_link_stays_a_link(tmp_path: Path) -> None:
    (tmp_path / "link.csv").symlink_to(tmp_path / "real.csv")
    write_rows(tmp_path / "link.csv", ("a",), [], raw=False)
    assert (tmp_path / "link.csv").is_symlink()
    assert (tmp_path / "real.csv").exists()
