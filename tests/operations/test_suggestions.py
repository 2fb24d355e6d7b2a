"""What to cite in an empty cell: the row's own documents, the best first, and why."""

from __future__ import annotations

import pytest

from packaging_path import judged_suggestions as judging
from tests.conftest import ImportText
