"""Which keys an action may have, and what two actions may not share."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from PySide6.QtCore import QKeyCombination, Qt
from PySide6.QtGui import QKeySequence

from ui.actions import ACTIONS, MENUS, ActionSpec, Place, plain

Keys = Mapping[str, Sequence[str]]

_PORTABLE = QKeySequence.SequenceFormat.PortableText
_NATIVE = QKeySequence.SequenceFormat.NativeText
_INSIDE = {
    Place.READER: Place.COMPARE,
    Place.FACTS: Place.COMPARE,
    Place.EVIDENCE: Place.TABLE,
    Place.CELL: Place.TABLE,
    Place.SUGGESTIONS: Place.TABLE,
    Place.CELL_HISTORY: Place.TABLE,
}
# Elsewhere there is nothing to type into: letters are free to be keys.
_TYPING = frozenset({Place.WINDOW, Place.TABLE, Place.CELL, Place.CITING})
_TYPED = Qt.KeyboardModifier.ShiftModifier | Qt.KeyboardModifier.KeypadModifier
_FIRST_UNTYPED = 0x01000000
_MOVING = frozenset({
    Qt.Key.Key_Escape, Qt.Key.Key_Tab, Qt.Key.Key_Backtab, Qt.Key.Key_Return,
    Qt.Key.Key_Enter, Qt.Key.Key_Space, Qt.Key.Key_Left, Qt.Key.Key_Right,
    Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_Home, Qt.Key.Key_End,
    Qt.Key.Key_PageUp, Qt.Key.Key_PageDown,
})  # fmt: skip
_DELETING = frozenset({Qt.Key.Key_Backspace, Qt.Key.Key_Delete})
_OF_MENUS = {f"Alt+{it[it.index('&') + 1].upper()}": plain(it) for it in MENUS}
_OF_FIELDS = ("Ctrl+A", "Ctrl+C", "Ctrl+V", "Ctrl+X")


def normal(key: str) -> str:
    """Return a key as it is written in files, empty when it is none or several."""
    sequence = QKeySequence(key, _PORTABLE)
    is_one = sequence.count() == 1 and _pressed(key).key() != Qt.Key.Key_unknown
    return sequence.toString(_PORTABLE) if is_one else ""


def readable(key: str) -> str:
    """Return a key as it is written on this system."""
    return QKeySequence(key, _PORTABLE).toString(_NATIVE)


def objection(key: str, place: Place) -> str:
    """Return the sentence that says why a key cannot work at a place, or nothing."""
    if not normal(key):
        return "This is not a key that can be used; press another."
    bare = _bare(key)
    reason = ""
    if bare in _MOVING:
        reason = "moves and opens everywhere; press another key"
    elif menu := _OF_MENUS.get(normal(key)):
        reason = f"opens the {menu} menu; press another key"
    elif place in _TYPING and bare is not None and _types(bare):
        reason = "is for typing there; add Ctrl or Alt to it"
    elif place in _TYPING and normal(key) in _OF_FIELDS:
        reason = "belongs to text fields; press another key"
    return reason and f"{readable(key)} {reason}."


def meet(one: Place, other: Place) -> bool:
    """Tell whether a key pressed at one place may be heard at the other too.

    While a cell is written its keys are taken before the window hears them, as those
    of text fields are: `Ctrl+B` makes bold there, whatever it does elsewhere.
    """
    is_of_window = Place.WINDOW in (one, other) and Place.CELL not in (one, other)
    is_same = one is other or is_of_window
    return is_same or _INSIDE.get(one) is other or _INSIDE.get(other) is one


def holders(key: str, spec: ActionSpec, in_force: Keys) -> list[ActionSpec]:
    """Return the other actions that have this key where it would be heard too."""
    return [
        other
        for other in ACTIONS
        if key in in_force.get(other.id, ())
        and other is not spec
        and meet(other.place, spec.place)
    ]


def keys_in_force(chosen: Keys) -> dict[str, tuple[str, ...]]:
    """Return the keys of all actions: those chosen before the usual ones.

    Chosen keys come from a file, so what cannot work is passed over; a usual key
    gives way to a chosen one.
    """
    found: dict[str, tuple[str, ...]] = {}
    for spec in sorted(ACTIONS, key=lambda it: it.id not in chosen):
        wanted = chosen.get(spec.id, spec.keys)
        found[spec.id] = tuple(_usable(wanted, spec, found))
    return found


def _usable(wanted: Sequence[str], spec: ActionSpec, taken: Keys) -> Iterator[str]:
    for key in dict.fromkeys(normal(it) for it in wanted):
        if not objection(key, spec.place) and not holders(key, spec, taken):
            yield key


def described(spec: ActionSpec) -> str:
    """Return an action's words for a sentence: its text, and where it is heard."""
    text = plain(spec.text).rstrip("…")
    where = "" if spec.place is Place.WINDOW else f" ({spec.place.value.lower()})"
    return f"“{text}”{where}"


def _pressed(key: str) -> QKeyCombination:
    # The stubs do not know that a sequence can be indexed.
    first: QKeyCombination = QKeySequence(key, _PORTABLE)[0]  # type: ignore[index]
    return first


def _bare(key: str) -> Qt.Key | None:
    """Return the key alone if nothing or only Shift is held with it."""
    pressed = _pressed(key)
    return None if pressed.keyboardModifiers() & ~_TYPED else pressed.key()


def _types(bare: Qt.Key) -> bool:
    return bare < _FIRST_UNTYPED or bare in _DELETING
