"""More like this: the passages of a project that are nearest to one of them."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import accumulate
from typing import Final, NamedTuple

from workbench.errors import InvalidValue
from workbench.jobs import Tracker
from workbench.model.ids import DocumentId
from workbench.model.reuse import Similar
from workbench.model.spans import Span
from workbench.search.indexing.folding import words_of
from workbench.search.indexing.rows import content_of
from workbench.text.resemblance import Resemblance
from workbench.text.sentences import sentences_in
from workbench.views import ProjectView

MOST_SENTENCES: Final = 5
"""Of a longer passage, the counterpart is sought in so many sentences at a time."""
PARAGRAPHS: Final = 60
"""So many paragraphs are looked into for each passage wanted."""
