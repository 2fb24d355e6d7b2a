"""Near-copies inside a document of a project."""

from __future__ import annotations

from tests.conftest import ImportText
from tests.text.comparing.test_twinning import BETWEEN, BRIDGE, HARBOR
from workbench.model.spans import Span
from workbench.model.zones import ZoneKind
from workbench.operations.comparing import compare_documents
from workbench.operations.twins import find_twins
from workbench.operations.zones import mark_zone
from workbench.project import Project


def test_a_document_beside_itself_shows_its_twins(
    project: Project, import_text: ImportText
) -> None:
    document_id = import_text(HARBOR + BETWEEN + BRIDGE)
    [section] = find_twins(project, document_id)
    assert compare_documents(project, document_id, document_id) == [*section.pairs]
    assert len(section.pairs) == 3


def test_what_is_marked_as_a_zone_has_no_twin(
    project: Project, import_text: ImportText
) -> None:
    text = HARBOR + BETWEEN + BRIDGE
    document_id = import_text(text)
    zone = Span(text.index(BRIDGE), len(text))
    mark_zone(project, document_id, zone, ZoneKind.OTHER)
    assert find_twins(project, document_id) == []
