"""Where a condition on passages is put together, all of it by typing."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta

from PySide6.QtCore import QPoint, Signal
from PySide6.QtWidgets import QWidget

from ui.described.fields import Condition, Field, field_of
from ui.described.filter_popup import FilterPopup
from ui.widgets.asking_popup import AskingPopup
from ui.widgets.choice_list import Choice
from ui.widgets.moments import readable_date
from workbench.errors import InvalidValue
from workbench.model.attributes import Attribute
from workbench.model.ids import AttributeId
from workbench.model.passage_filters import NEAR, AttributeCondition, PassageFilter
from workbench.model.tags import Tag
from workbench.operations.values import checked_date

ATTRIBUTE = "attribute"
TAG_FIELDS = {
    "all_of": ("Tagged", "has this tag"),
    "any_of": ("Tagged with any of", "has one of several"),
    "none_of": ("Not tagged", "has not this tag"),
    "overlapping": ("Overlapping", "shares words with another"),
    "near": ("Near", f"{NEAR} characters at most"),
}
ANALYST_FIELDS = {
    "marked_by": ("Marked by", "analyst"),
    "tagged_by": ("Tagged by", "analyst"),
}
DATE_FIELDS = {"since": ("Marked since", "date"), "until": ("Marked until", "date")}
SWITCHES = (
    Choice("Without a tag", "", PassageFilter(is_untagged=True)),
    Choice("With a note", "", PassageFilter(has_note=True)),
    Choice("To be reviewed", "place uncertain", PassageFilter(needs_review=True)),
)
BENEATH = Choice("Tags beneath left out", "", PassageFilter(with_beneath=False))
MOST_TAGS_TYPED = 6


@dataclass(frozen=True, slots=True)
class Offers:
    """What there is to make conditions of; `values` count those of each attribute."""

    tags: Sequence[Tag] = ()
    analysts: Sequence[str] = ()
    attributes: Sequence[Attribute] = ()
    values: Mapping[AttributeId, Counter[str]] = field(default_factory=dict)


class ConditionPopup(AskingPopup):
    """Offers kinds of conditions, then what they can be about.

    Typing the name of a tag at once offers the passages that have it.
    """

    asked = Signal(object)  # PassageFilter

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setFixedSize(360, 340)
        self.values = FilterPopup(self._count_values, parent)
        self._offers = Offers()
        self._field = ""
        self._kinds: Mapping[str, tuple[str, str]] = {}
        self.choices.typed.connect(self._offer_typed)
        self.choices.chosen.connect(self._choose)
        self.values.asked.connect(self._ask_attribute)

    def open_at(self, point: QPoint, offers: Offers) -> None:
        """Offer the kinds of conditions for which there is something."""
        self._offers = offers
        self._field = ""
        tags = TAG_FIELDS if offers.tags else {}
        self._kinds = {**tags, **ANALYST_FIELDS, **DATE_FIELDS}
        if offers.attributes:
            self._kinds[ATTRIBUTE] = ("Document attribute", "value")
        asking = [
            Choice(f"{name}…", fact, key) for key, (name, fact) in self._kinds.items()
        ]
        switches = [*SWITCHES, BENEATH] if tags else SWITCHES
        choices = [*asking[:5], *switches, *asking[5:]]
        self.ask("Show only passages", "Condition, or the name of a tag", choices)
        self.begin_at(point)

    def _choose(self, chosen: PassageFilter | str) -> None:
        if isinstance(chosen, PassageFilter):
            self.close()
            self.asked.emit(chosen)
            return
        if chosen == ATTRIBUTE:
            self.close()
            fields = [field_of(it) for it in self._offers.attributes]
            self.values.open_at(self.pos(), fields)
            return
        self._field = chosen
        kind = "Date: 2026-11-01, 2026-11 or 2026" if chosen in DATE_FIELDS else "Name"
        self.ask(self._kinds[chosen][0], kind, self._choices_of(chosen))

    def _choices_of(self, name: str) -> list[Choice]:
        if name in TAG_FIELDS:
            return [
                Choice(it.path, f"{it.passages:,}", _one(name, (it.id,)))
                for it in self._offers.tags
            ]
        if name in ANALYST_FIELDS:
            return [Choice(it, "", _one(name, it)) for it in self._offers.analysts]
        return [
            Choice(words, readable_date(day), _one(name, day)) for words, day in _days()
        ]

    def _offer_typed(self, typed: str) -> None:
        if not typed:
            return
        if not self._field:
            words = typed.casefold().split()
            tags = [it for it in self._offers.tags if _has(it, words)]
            self.choices.add_for_typed(
                [
                    Choice(f"Tagged {it.path}", f"{it.passages:,}", _tagged(it))
                    for it in tags[:MOST_TAGS_TYPED]
                ]
            )
        elif self._field in DATE_FIELDS:
            self._offer_date(typed)

    def _offer_date(self, typed: str) -> None:
        try:
            day = checked_date(typed)
        except InvalidValue:
            return
        name = DATE_FIELDS[self._field][0]
        words = f"{name} {readable_date(day)}"
        self.choices.add_for_typed([Choice(words, "", _one(self._field, day))])

    def _count_values(self, asked: Field) -> Counter[str]:
        attribute_id = asked.attribute_id or AttributeId(0)
        grouped: Counter[str] = Counter()
        for text, count in self._offers.values.get(attribute_id, Counter()).items():
            grouped[asked.group_of(text)] += count
        return grouped

    def _ask_attribute(self, condition: Condition) -> None:
        attribute_id = condition.field.attribute_id
        if attribute_id is not None:
            asked = AttributeCondition(attribute_id, condition.test, condition.text)
            self.asked.emit(PassageFilter(attributes=(asked,)))


def _one(name: str, value: object) -> PassageFilter:
    given: dict[str, object] = {name: value}
    return PassageFilter(**given)  # type: ignore[arg-type]


def _tagged(tag: Tag) -> PassageFilter:
    return PassageFilter(all_of=(tag.id,))


def _has(tag: Tag, words: Sequence[str]) -> bool:
    return all(word in tag.path.casefold() for word in words)


def _days() -> list[tuple[str, str]]:
    today = date.today()  # noqa: DTZ011 - as the person's clock says
    return [
        ("Today", today.isoformat()),
        ("A week ago", (today - timedelta(days=7)).isoformat()),
        ("A month ago", (today - timedelta(days=30)).isoformat()),
        ("This year", f"{today.year}"),
    ]
