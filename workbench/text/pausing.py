"""Lets long work be cancelled: what is gone through item by item is paused at each."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import TypeVar

Item = TypeVar("Item")

Pause = Callable[[], None]
"""Called every few milliseconds of work; it may raise to cancel."""


def no_pause() -> None:
    """Go on without a pause."""


def paused(items: Iterable[Item], pause: Pause) -> Iterator[Item]:
    """Yield the items, and pause before each."""
    for item in items:
        pause()
        yield item
