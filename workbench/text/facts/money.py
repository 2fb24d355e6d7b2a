"""Sums of money."""

from __future__ import annotations

import re
from collections.abc import Iterator

from workbench.model.facts import Fact, FactKind
from workbench.model.spans import Span
from workbench.text.facts.about import about
from workbench.text.facts.quantities import DIGITS, SCALE, SHORT_SCALE, amount, written
from workbench.text.facts.reading import Reading

_BY_SIGN = {
    "US$": "USD", "U.S.$": "USD", "A$": "AUD", "C$": "CAD", "HK$": "HKD", "$": "USD",
    "€": "EUR", "£": "GBP", "¥": "JPY", "₩": "KRW", "₹": "INR", "Rs.": "rupees",
    "Rs": "rupees",
}  # fmt: skip
_CODES = "USD|EUR|GBP|JPY|CNY|KRW|INR|PKR|CHF|AUD|CAD|HKD|SEK|NOK|DKK"
_BY_NAME = {
    "dollar": "USD", "euro": "EUR", "pound": "GBP", "yen": "JPY", "won": "KRW",
    "yuan": "CNY", "renminbi": "CNY", "rupee": "rupees", "franc": "francs",
    "crown": "crowns", "krone": "crowns", "krona": "crowns", "peso": "pesos",
    "ruble": "rubles",
}  # fmt: skip
_DOLLAR_OF = {
    "australian": "AUD",
    "canadian": "CAD",
    "hong kong": "HKD",
    "singapore": "SGD",
}
_GUESSED = {"$": "“$” read as US dollars", "dollar": "read as US dollars"}

_SIGN = "|".join(sorted(map(re.escape, _BY_SIGN), key=len, reverse=True))
_NUMBER = rf"(?P<number>{DIGITS})(?![\d%]|[.,]\d)"
_SCALED = rf"(?: ?(?P<scale>{SCALE})\b|(?P<short>{SHORT_SCALE})\b)?"
_SIGNED = re.compile(
    rf"(?<![\w$€£])(?P<sign>{_SIGN}|(?:{_CODES})\b) ?(?P<number>{DIGITS})"
    rf"{_SCALED}(?![\w%])"
)
_NAMED = re.compile(
    rf"(?<![\w.,/$€£-])(?P<number>{DIGITS}){_SCALED}(?: |-)"
    r"(?:(?P<country>US|U\.S\.|[Aa]merican|[A-Z][a-z]+(?: [A-Z][a-z]+)?) )?"
    rf"(?:(?P<name>{'|'.join(_BY_NAME)})(?:s|er|or)?|(?P<code>{_CODES}))(?!\w|-)"
)


def money(reading: Reading) -> Iterator[Fact]:
    """Yield the sums of a leveled text; the value is `USD 55000000000` or `rupees 9`.

    A sign or name that several countries use is read as the commonest one, which the
    rule then says, or left as the name.
    """
    for found in reading.fresh(_SIGNED, has_digits=True):
        sign = found["sign"]
        yield _fact(found, _BY_SIGN.get(sign, sign), _GUESSED.get(sign, ""))
    for found in reading.fresh(_NAMED, has_digits=True):
        country = (found["country"] or "").lower()
        name = found["name"] or ""
        currency = found["code"] or _DOLLAR_OF.get(country, _BY_NAME.get(name, ""))
        yield _fact(found, currency, "" if country else _GUESSED.get(name, ""))


def _fact(found: re.Match[str], currency: str, rule: str) -> Fact:
    value = amount(found["number"], found["scale"] or found["short"] or "")
    span = Span(*found.span())
    said = f"{currency} {written(value)}"
    return Fact(
        FactKind.MONEY, span, found[0], said, about(found.string, span), rule=rule
    )
