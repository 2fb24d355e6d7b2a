"""The answers to choose from, packed as JSON.

SQLite calls more valid than Python reads, such as what a NUL ends: what may stand in a
file is decided by reading it.
"""

from __future__ import annotations

import json
from collections.abc import Sequence


def pack_choices(choices: Sequence[str]) -> str:
    """Return choices as the file keeps them."""
    return json.dumps(list(choices), ensure_ascii=False)


def unpack_choices(packed: str) -> tuple[str, ...]:
    """Return the choices that were packed; `ValueError` where there are none."""
    try:
        found = json.loads(packed)
    except RecursionError as error:
        raise ValueError(packed) from error
    if not isinstance(found, list) or not all(isinstance(it, str) for it in found):
        raise ValueError(packed)
    return tuple(found)
