"""What people read about the program is true."""

import os
import re
import shlex
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import click
import pytest
from click.testing import CliRunner

from ui.actions import ACTIONS, MENUS
from workbench.cli import commands
from workbench.operations.sample import build_sample
from workbench.project import Project

ROOT = Path(__file__).parents[2]
README = (ROOT / "README.md").read_text(encoding="utf-8")
GUIDE = (ROOT / "resources/guide/guide.md").read_text(encoding="utf-8")
PAGES = sorted(
    path
    for pattern in ("*.md", "packaging/*.md", "resources/**/*.md", "corpus/README.md")
    for path in ROOT.glob(pattern)
)
LINK = re.compile(r"\]\(([^)\s#]+)(?:#[^)]*)?\)")


def plain(text: str) -> str:
    return text.replace("&", "")


def keys_in(page: str) -> set[str]:
    ranges = re.findall(r"`([\w+]*)(\d)`–`\1(\d)`", page)
    counted = {
        f"{before}{n}"
        for before, low, high in ranges
        for n in range(int(low), int(high) + 1)
    }
    return counted | set(re.findall(r"`([^`\n]+)`", page))


def examples_of(page: str) -> list[str]:
    blocks = re.findall(r"```\w*\n(.*?)```", page, re.DOTALL)
    lines = [line for block in blocks for line in block.splitlines()]
    return [line for line in lines if line.startswith("workbench ")]


def queries_of_guide() -> list[str]:
    table = GUIDE.split("## Search")[1].split("\n## ")[0]
    cells = re.findall(r"^\| (`.*?) \|", table, re.MULTILINE)
    return [query for cell in cells for query in re.findall(r"`([^`]+)`", cell)]


def names_of_commands(group: click.Group = commands, before: str = "") -> Iterator[str]:
    for name, command in group.commands.items():
        if isinstance(command, click.Group):
            yield from names_of_commands(command, f"{before}{name} ")
        else:
            yield before + name


@pytest.mark.parametrize("path", PAGES, ids=lambda it: str(it.relative_to(ROOT)))
def test_links_lead_to_files(path: Path) -> None:
    links = LINK.findall(path.read_text(encoding="utf-8"))
    local = [it for it in links if not it.startswith(("http:", "https:"))]
    assert [it for it in local if not (path.parent / it).exists()] == []


@pytest.mark.parametrize("path", PAGES, ids=lambda it: str(it.relative_to(ROOT)))
def test_files_named_in_code_marks_exist(path: Path) -> None:
    named = re.findall(
        r"`((?:workbench|ui|tests|resources)/[\w/.]*)`", path.read_text()
    )
    assert [it for it in named if not (ROOT / it).exists()] == []


def test_every_picture_is_shown_to_the_reader() -> None:
    pictures = {it.name for it in (ROOT / "resources/pictures").glob("*.png")}
    shown = {Path(it).name for it in LINK.findall(README) if it.endswith(".png")}
    scenes = {f"{name}-{look}.png" for name in ("window", "table")
              for look in ("light", "dark")}  # fmt: skip
    assert pictures == shown == scenes


@pytest.mark.parametrize("spec", ACTIONS, ids=lambda it: it.id)
def test_the_guide_names_the_key_of_every_action(spec) -> None:
    missing = set(spec.keys) - keys_in(GUIDE)
    assert not missing


def test_the_menus_of_the_guide_exist() -> None:
    entries = {f"{plain(it.menu)} > {plain(it.text)}" for it in ACTIONS}
    menus = {plain(name) for name in MENUS}
    for named in re.findall(r"\*\*([^*\n]+ > [^*\n]+)\*\*", GUIDE + README):
        assert named in entries
    for named in re.findall(r"\*\*(\w+)\*\* menu", GUIDE + README):
        assert named in menus


def test_the_readme_names_every_command() -> None:
    named = set(re.findall(r"`([a-z][a-z -]*)`", README))
    assert set(names_of_commands()) - named == set()


def test_the_readme_names_every_target_of_make() -> None:
    phony = re.search(r"^\.PHONY: (.*)$", (ROOT / "Makefile").read_text(), re.MULTILINE)
    assert phony
    assert [it for it in phony[1].split() if f"`make {it}`" not in README] == ["clean"]


@pytest.mark.parametrize("page", ["README.md", "resources/guide/guide.md"])
def test_the_examples_work_in_the_order_they_stand(
    page: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    shutil.copy(ROOT / "README.md", tmp_path)
    (tmp_path / "papers").mkdir()
    (tmp_path / "papers/one.txt").write_text("A working group met.\n")
    examples = examples_of((ROOT / page).read_text(encoding="utf-8"))
    assert len(examples) >= 5
    for example in examples:
        done = CliRunner().invoke(commands, shlex.split(example)[1:])
        assert done.exit_code == 0, f"{example}: {done.output}"
        assert done.output or "-o" in example


@pytest.fixture(scope="module")
def sample(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Project]:
    with Project.create(tmp_path_factory.mktemp("sample") / "it.workbench") as project:
        build_sample(project)
        yield project


@pytest.mark.parametrize("query", queries_of_guide())
def test_the_queries_of_the_guide_find_something(sample: Project, query: str) -> None:
    assert sample.search(query).total


def test_what_make_run_does_without_a_screen_can_begin() -> None:
    words = [sys.executable, "-c", "import headless"]
    folders = f"{ROOT / 'packaging'}{os.pathsep}{ROOT}"
    done = subprocess.run(
        words, env=os.environ | {"PYTHONPATH": folders}, check=False,
        capture_output=True, text=True,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
