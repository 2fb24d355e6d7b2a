"""How the options of a search are kept: as JSON, only what is not usual."""

from __future__ import annotations

import json
from dataclasses import fields
from typing import Any

from workbench.model.search import SearchOptions

_USUAL = SearchOptions()


def pack_options(options: SearchOptions) -> str:
    """Return options as the file keeps them; the same options, the same text."""
    return json.dumps(
        {
            field.name: getattr(options, field.name)
            for field in fields(options)
            if getattr(options, field.name) != getattr(_USUAL, field.name)
        }
    )


def unpack_options(packed: str) -> SearchOptions:
    """Return the options that were packed; what is not known is as usual.

    A later version may know options and values that this one does not. What is no
    JSON object raises `TypeError` or `ValueError`.
    """
    try:
        kept = json.loads(packed)
    except RecursionError:  # deeper than any options, and than Python can read
        return _USUAL
    if not isinstance(kept, dict):
        raise TypeError("options are an object")
    return SearchOptions(
        **{
            field.name: _known(kept[field.name], getattr(_USUAL, field.name))
            for field in fields(_USUAL)
            if field.name in kept
        }
    )


def _known(value: Any, usual: Any) -> Any:
    if isinstance(usual, bool):
        return value if isinstance(value, bool) else usual
    try:
        return type(usual)(value)
    except (TypeError, ValueError):
        return usual
