"""Numbers as texts write them: `1,200`, `3.2 million`, `736bn`, `twenty`."""

from __future__ import annotations

from decimal import Decimal

_UNITS = """
zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen
fifteen sixteen seventeen eighteen nineteen
"""
_ONES = _UNITS.split()
_TENS = ["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"]
_WORDS = {
    **{word: number for number, word in enumerate(_ONES)},
    **{word: 20 + 10 * number for number, word in enumerate(_TENS)},
    **{
        f"{ten}-{one}": 20 + 10 * number + unit
        for number, ten in enumerate(_TENS)
        for unit, one in enumerate(_ONES[1:10], 1)
    },
    "a hundred": 100, "one hundred": 100, "a dozen": 12, "dozen": 12,
}  # fmt: skip
_SCALES = {
    "hundred": 100, "thousand": 1000, "k": 1000, "lakh": 10**5, "million": 10**6,
    "mn": 10**6, "m": 10**6, "crore": 10**7, "billion": 10**9, "bn": 10**9,
    "b": 10**9, "trillion": 10**12, "tn": 10**12,
}  # fmt: skip

DIGITS = r"(?:\d{1,3}(?:,\d{2,3}){1,5}|\d{1,15})(?:\.\d{1,4})?(?!\d|[.,]\d)"
"""A number in digits; what stands before it is for the user of the pattern."""
WORDS = (
    "(?:a|one) hundred|(?:a )?dozen"
    rf"|(?:{'|'.join(_TENS)})(?:-(?:{'|'.join(_ONES[1:10])}))?"
    rf"|{'|'.join(sorted(_ONES, key=len, reverse=True))}"
)
SCALE = r"(?:trillion|billion|million|thousand|crore|lakh|bn|tn|mn)"
SHORT_SCALE = r"(?:bn|tn|mn|[mbk])"


def amount(number: str, scale: str = "") -> Decimal:
    """Return the value of digits or a word that the patterns above match."""
    plain = " ".join(number.lower().split())
    value = Decimal(_WORDS[plain] if plain in _WORDS else plain.replace(",", ""))
    return value * _SCALES.get(scale.strip().lower(), 1)


def written(value: Decimal) -> str:
    """Return a value without exponent and needless zeros."""
    return f"{value.normalize():f}"
