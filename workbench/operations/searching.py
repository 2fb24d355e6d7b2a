"""Narrowing a search: a condition is put behind its query, and taken out again.

The query is all there is: nothing else says what a search was narrowed by.
"""

from __future__ import annotations

from workbench.search.reading.narrowing import has_condition, narrowed, widened

__all__ = ["has_condition", "narrowed", "widened"]
