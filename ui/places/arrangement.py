"""How the tabs stand in halves and windows, so that they come back after a restart."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from ui.places.place import Tab, TabKind


@dataclass(frozen=True, slots=True)
class Kept:
    """A tab with the offset of the first line in view, or of one in each pane."""

    tab: Tab
    offset: int = 0
    panes: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Strip:
    """Tabs beside each other; `geometry` is that of their own window, in base64."""

    tabs: tuple[Kept, ...]
    current: int = 0
    geometry: str = ""


@dataclass(frozen=True, slots=True)
class Arrangement:
    """The halves of the window with their widths, and the windows beside it.

    `front` is the number of the half that was read in last.
    """

    halves: tuple[Strip, ...] = ()
    windows: tuple[Strip, ...] = ()
    widths: tuple[int, ...] = ()
    front: int = 0


def to_json(arrangement: Arrangement) -> str:
    """Write an arrangement down."""
    return json.dumps(
        {
            "halves": [_written(strip) for strip in arrangement.halves],
            "windows": [_written(strip) for strip in arrangement.windows],
            "widths": arrangement.widths,
            "front": arrangement.front,
        }
    )


def from_json(text: str) -> Arrangement | None:
    """Read what `to_json` wrote; None when a person or a newer program changed it."""
    try:
        written = json.loads(text)
        return Arrangement(
            halves=tuple(map(_strip, written["halves"])),
            windows=tuple(map(_strip, written["windows"])),
            widths=tuple(map(int, written["widths"])),
            front=int(written["front"]),
        )
    except (ValueError, TypeError, KeyError, AttributeError):
        return None


def _written(strip: Strip) -> dict[str, Any]:
    return {
        "tabs": [_tab(it) for it in strip.tabs],
        "current": strip.current,
        "geometry": strip.geometry,
    }


def _tab(kept: Kept) -> dict[str, Any]:
    return {
        "kind": kept.tab.kind.value,
        "ids": kept.tab.ids,
        "offset": kept.offset,
        "panes": kept.panes,
    }


def _strip(written: Mapping[str, Any]) -> Strip:
    return Strip(
        tabs=tuple(map(_kept, written["tabs"])),
        current=int(written["current"]),
        geometry=str(written["geometry"]),
    )


def _kept(written: Mapping[str, Any]) -> Kept:
    tab = Tab(TabKind(written["kind"]), tuple(map(int, written["ids"])))
    # Earlier releases did not write the panes down.
    panes = tuple(max(0, int(it)) for it in written.get("panes", ()))
    return Kept(tab, max(0, int(written["offset"])), panes)
