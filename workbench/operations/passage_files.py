"""Give passages out of the project as CSV, with a file that vouches for it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from datetime import UTC, datetime
from decimal import Decimal
from pathlib import Path

from workbench.exporting.csv_files import write_into
from workbench.exporting.provenance_files import provenance_lines, signed
from workbench.exporting.whole_files import new_text_file
from workbench.model.attributes import Attribute, AttributeType, Subject
from workbench.model.cells import Standing
from workbench.model.ids import AttributeId, TagId
from workbench.model.passages import AnchorState, Passage
from workbench.model.provenance import PASSAGES, Provenance, RecordedQuote
from workbench.model.table_reports import ReportedDocument
from workbench.operations.reported_places import CONTEXT, ReportedPlaces
from workbench.operations.table_reports import program
from workbench.operations.vouching import vouched_path
from workbench.views import ProjectView
