"""The texts read a moment ago are kept, and no more of them than there is room for."""

from __future__ import annotations

import pytest

from tests.conftest import ImportText
from workbench.project import Project
from workbench.store import texts


def test_old_texts_make_room_for_new_ones(
    project: Project, import_text: ImportText, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(texts, "CACHED_CHARACTERS", 25)
    ids = [import_text(f"ten chars{number}", name=f"n{number}") for number in range(4)]
    cache = texts.TextCache(project._reading)
    versions = [project.documents.get(it).version_id for it in ids]
    for version_id in [*versions, versions[3], versions[0]]:
        assert cache.text(version_id).startswith("ten chars")
    assert list(cache._texts) == [versions[3], versions[0]]
    assert cache._characters == sum(map(len, cache._texts.values()))


def test_a_text_longer_than_the_room_is_kept_while_it_is_read(
    project: Project, import_text: ImportText, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(texts, "CACHED_CHARACTERS", 5)
    document_id = import_text("longer than five")
    cache = texts.TextCache(project._reading)
    version_id = project.documents.get(document_id).version_id
    assert cache.text(version_id) is cache.text(version_id)


def test_one_block_is_that_of_all(project: Project, import_text: ImportText) -> None:
    document_id = import_text("One.\n\nTwo.\n\nThree.")
    blocks = project.documents.blocks(document_id)
    for number, block in enumerate(blocks):
        assert project.documents.block(document_id, number) == block
    assert project.documents.block(document_id, len(blocks)) is None
