"""Rules about the code itself."""

import ast
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
MODULES = sorted([*ROOT.glob("workbench/**/*.py"), *ROOT.glob("ui/**/*.py")])
BANNED = {"data", "info", "manager", "helper", "util", "utils", "misc",
          "tmp", "obj", "colour"}  # fmt: skip
# Qt's own names, which an override has to keep.
ALLOWED = {"data", "setData", "mimeData", "dropMimeData", "itemData"}


def test_the_binding_keeps_none_alive() -> None:
    from PySide6.QtCore import QObject

    thing = QObject()
    before = sys.getrefcount(None)
    for _ in range(200):
        thing.setObjectName("x")
    assert sys.getrefcount(None) > before - 100


@pytest.mark.parametrize("path", MODULES, ids=lambda it: str(it.relative_to(ROOT)))
def test_modules_and_functions_stay_small(path: Path) -> None:
    text = path.read_text()
    assert text.count("\n") <= 400
    for node in ast.walk(ast.parse(text)):
        if isinstance(node, ast.FunctionDef):
            assert (node.end_lineno or 0) - node.lineno < 40, node.name


@pytest.mark.parametrize("path", MODULES, ids=lambda it: str(it.relative_to(ROOT)))
def test_names_say_something(path: Path) -> None:
    names = set()
    for node in ast.walk(ast.parse(path.read_text())):
        if isinstance(node, ast.FunctionDef | ast.ClassDef):
            names.add(node.name)
        elif isinstance(node, ast.arg):
            names.add(node.arg)
        elif isinstance(node, ast.Name) and isinstance(node.ctx, ast.Store):
            names.add(node.id)
    bad = {it for it in names - ALLOWED if BANNED & set(it.lower().split("_"))}
    assert not bad


def test_starting_the_window_loads_nothing_heavy() -> None:
    script = (
        "import sys, ui.app;"
        "heavy = {'sqlite_utils', 'whoosh', 'chardet', 'selectolax', 'markdown_it',"
        " 'asyncio', 'click', 'rapidfuzz', 'xlsxwriter'} & set(sys.modules);"
        "sys.exit(repr(heavy) if heavy else 0)"
    )
    done = subprocess.run(
        [sys.executable, "-c", script], cwd=ROOT, capture_output=True, text=True,
        check=False,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
