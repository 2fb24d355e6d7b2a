"""Damaged files of every format, through the workers: a document or one sentence.

`WORKBENCH_FUZZ` says how many of each format, 10,000 if nothing else is said.
"""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path

import pytest

from tests.importing.fuzzing import damaged, sound_files
from workbench.importing.workers import Asked, Refused, Workers
from workbench.model.documents import ParsedDocument
from workbench.model.sheets import ROW_MEDIA_TYPE

FILES = sound_files()
COUNT = int(os.environ.get("WORKBENCH_FUZZ", "10000"))
FEW = 60


@pytest.fixture(scope="module")
def workers() -> Iterator[Workers]:
    with Workers() as workers:
        yield workers


def judge(name: str, answer: list[ParsedDocument] | Refused) -> str:
    """Return in a word what became of a file; fails for what must not come out."""
    if isinstance(answer, Refused):
        assert name in answer.reason, answer
        assert answer.reason.endswith("."), answer
        assert "\n" not in answer.reason, answer
        assert len(answer.reason) < 400, answer
        assert answer.cause != "unsound", answer
        return answer.cause.partition(":")[0] or "refused"
    for document in answer:
        assert_sound(document)
    return "read"


def assert_sound(document: ParsedDocument) -> None:
    """Check what the readers promise beyond what the program insists on."""
    text = document.text
    as_written = document.media_type in {"text/plain", "text/markdown"}
    assert not set("\0" if as_written else "\0\ufffe\uffff") & set(text)
    assert document.name
    assert document.title
    for block in document.blocks:
        words = block.span.of(text)
        assert words
        assert words == words.strip(), repr(words)
    # What is kept as it was written may end its lines in any way.
    is_ours = not as_written and document.media_type != ROW_MEDIA_TYPE
    for one, other in pairwise(document.blocks if is_ours else ()):
        assert "\n" in text[one.span.end : other.span.start] or len(one.span) > 9000
    assert [it.number for it in document.pages] == [
        number for number, _ in enumerate(document.pages, 1)
    ]


def fuzzed(workers: Workers, suffix: str, count: int) -> Counter[str]:
    files = FILES[suffix]
    sound = [Asked(Path(name), content=content) for name, content in files.items()]
    before = list(workers.read(sound))
    names: list[str] = []

    def asking() -> Iterator[Asked]:
        for name, content in damaged(files, count):
            names.append(name)
            yield Asked(Path(name), content=content)

    ends = Counter(
        judge(names[number], answer)
        for number, answer in enumerate(workers.read(asking()))
    )
    assert ends.total() == count
    assert list(workers.read(sound)) == before
    return ends


@pytest.mark.parametrize("suffix", FILES)
def test_sound_files_are_read(workers: Workers, suffix: str) -> None:
    for name, content in FILES[suffix].items():
        assert judge(name, workers.read_one(Asked(Path(name), content=content)))


@pytest.mark.parametrize("suffix", FILES)
def test_a_few_damaged_files(workers: Workers, suffix: str) -> None:
    fuzzed(workers, suffix, FEW)


@pytest.mark.fuzz
@pytest.mark.parametrize("suffix", FILES)
def test_many_damaged_files(workers: Workers, suffix: str) -> None:
    print(suffix, dict(fuzzed(workers, suffix, COUNT).most_common()))
