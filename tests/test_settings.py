"""Settings outlive the program; a broken file costs the choices, never the start."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workbench.errors import UnreadableFile, WorkbenchError
from workbench.settings import (
    ENTRIES,
    USUAL,
    Settings,
    login_name,
    read_settings,
    settings_path,
    usual_analyst,
    write_settings,
)

JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=5),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(st.sampled_from([*ENTRIES, "keys", "a"]), inner, max_size=4)
    ),
)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "made when needed" / "settings.json"


def test_what_is_written_is_read_again(path: Path) -> None:
    chosen = Settings(
        analyst="Ada L.", look="dark", font="sans", size=20, measure="wide",
        line_height=170, numbers=True, keys={"passage.tag": ("G",), "edit.undo": ()},
    )  # fmt: skip
    write_settings(path, chosen)
    assert read_settings(path) == chosen
    assert [it.name for it in path.parent.iterdir()] == ["settings.json"]


def test_without_a_file_everything_is_usual(path: Path) -> None:
    assert read_settings(path) == USUAL


def test_only_what_differs_is_kept(path: Path) -> None:
    write_settings(path, Settings(size=18))
    assert json.loads(path.read_text()) == {"size": 18}


@pytest.mark.parametrize(
    "content",
    [b"", b"{", b"\xff\xfe\x00", b"[" * 200_000, b'{"size": 18}' + b" " * 1_000_001],
    ids=["empty", "cut off", "no text", "deep", "huge"],
)
def test_a_broken_file_is_told_in_one_sentence(path: Path, content: bytes) -> None:
    path.parent.mkdir()
    path.write_bytes(content)
    with pytest.raises(UnreadableFile, match="could not be read, so the usual ones"):
        read_settings(path)


@given(JSON)
def test_whatever_stands_in_the_file_every_value_is_possible(
    tmp_path_factory: pytest.TempPathFactory, content: object
) -> None:
    path = tmp_path_factory.getbasetemp() / "any.json"
    path.write_text(json.dumps(content))
    settings = read_settings(path)
    for name, entry in ENTRIES.items():
        value = getattr(settings, name)
        assert type(value) is type(getattr(USUAL, name))
        assert entry.accepts(value)
    assert all(isinstance(it, str) for keys in settings.keys.values() for it in keys)


def test_a_value_out_of_bounds_leaves_the_others(path: Path) -> None:
    path.parent.mkdir()
    path.write_text('{"size": 900, "look": "pink", "numbers": 1, "measure": "wide"}')
    assert read_settings(path) == Settings(measure="wide")


def test_a_folder_that_takes_no_file_is_told(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    with pytest.raises(WorkbenchError, match="could not be saved"):
        write_settings(tmp_path / "file" / "settings.json", Settings(size=18))


def test_the_command_line_writes_the_same_name_as_the_window(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("sys.platform", "linux")
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path))
    assert usual_analyst() == login_name()
    write_settings(settings_path(), Settings(analyst="Ada L."))
    assert usual_analyst() == "Ada L."
    settings_path().write_text("{")
    assert usual_analyst() == login_name()
