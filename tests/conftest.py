"""What every test may ask for: a fresh project, files to import, goldens."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from hypothesis import settings

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from workbench.model.ids import DocumentId
from workbench.operations.importing import import_paths
from workbench.operations.sample import build_sample
from workbench.project import Project

# A busy machine is no fault of the program, nor is a find of luck one of the change
# that is being tested: only `make fuzz` throws dice.
settings.register_profile("steady", deadline=None, derandomize=True)
settings.register_profile("random", deadline=None)
settings.load_profile("steady")

ImportText = Callable[..., DocumentId]


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption(
        "--update-golden", action="store_true", help="write what the tests produce"
    )
    parser.addoption(
        "--random", action="store_true", help="let property tests try what is new"
    )


def pytest_configure(config: pytest.Config) -> None:
    if config.getoption("--random"):
        settings.load_profile("random")


@pytest.fixture
def project(tmp_path: Path) -> Iterator[Project]:
    """An empty project in a file of its own."""
    with Project.create(tmp_path / "project.workbench", analyst="ana") as project:
        yield project


@pytest.fixture(scope="session")
def sample(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The file of the sample project, to be copied and not to be written to."""
    path = tmp_path_factory.mktemp("sample") / "sample.workbench"
    with Project.create(path, analyst="ana") as project:
        build_sample(project)
    return path


@pytest.fixture
def path(sample: Path, tmp_path: Path) -> Path:
    """A project's file, which is the sample where a module does not say another."""
    return Path(shutil.copy(sample, tmp_path / "study.workbench"))


@pytest.fixture
def import_text(project: Project, tmp_path: Path) -> ImportText:
    """Import a text as a document: `import_text("some text", name="memo")`."""
    folder = tmp_path / "files"
    folder.mkdir()

    def import_it(text: str, name: str = "memo", suffix: str = ".txt") -> DocumentId:
        path = folder / f"{name}{suffix}"
        path.write_bytes(text.encode())
        (outcome,) = import_paths(project, [path])
        assert outcome.document_id is not None, outcome
        return outcome.document_id

    return import_it


@pytest.fixture
def golden(request: pytest.FixtureRequest) -> Callable[[str, bytes], None]:
    """Compare with a kept file: `golden("passages.csv", content)`."""

    def check(name: str, content: bytes) -> None:
        path = Path(__file__).parent / "golden" / name
        if request.config.getoption("--update-golden"):
            path.write_bytes(content)
        assert content == path.read_bytes(), f"{name} differs; see --update-golden"

    return check
