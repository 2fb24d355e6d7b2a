"""How moves inside a comparison become places to come back to."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import AbstractContextManager, nullcontext
from dataclasses import dataclass

Move = Callable[[], AbstractContextManager[None]]


@dataclass(frozen=True, slots=True)
class Ways:
    """`jump` is entered around every jump, `walk` around each step of a walk.

    All steps of a walk through pairs are one way back; by themselves they are none.
    """

    jump: Move = nullcontext
    walk: Move = nullcontext
