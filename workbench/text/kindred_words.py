"""Words that questions and their answers use for each other, in English.

A question asks for the *start*, its answer says *launched*. Only families that belong
to no subject: what is special to one is for the alias register.
"""

from __future__ import annotations

from typing import Final

_FAMILIES: Final = """
start begin began launch establish found create set inaugurate commence originate since
end close terminate expire conclude dissolve abolish until
meeting meet met convene held session gather summit conference
aim goal purpose objective mission intend seek ensure promote task mandate
level rank tier senior minister secretary director undersecretary vice deputy
lead led head chair leader preside cochair minister secretary director
parent under umbrella belong subsidiary part establish
member participant party join comprise consist
private business industry company stakeholder firm
enforcement enforce licensing license violation penalty compliance inspection
cost price pay spend budget fund funding expense
amount total sum value worth
agreement agree treaty accord memorandum pact sign arrangement
sign signatory signature conclude
result outcome achieve produce deliver
reason because cause due why
method approach procedure process measure
place location venue host city
frequency often annually twice monthly yearly quarterly regularly times
topic subject theme issue scope cover matter area
risk threat danger concern challenge
change amend revise update reform alter
increase rise rose grow grew growth up
decrease fall fell decline drop reduce down
oppose criticize object reject against warn
support welcome endorse favor back
plan intend will propose schedule next
duty obligation must shall require commit undertake
right entitle may permit allow
legal law act statute regulation rule article basis
deadline due date until later by
response respond answer reaction reply
"""


def _kin() -> dict[str, tuple[str, ...]]:
    kin: dict[str, dict[str, None]] = {}
    for line in _FAMILIES.split("\n"):
        family = line.split()
        for word in family:
            others = dict.fromkeys(it for it in family if it != word)
            kin.setdefault(word, {}).update(others)
    return {word: tuple(others) for word, others in kin.items()}


_KIN: Final = _kin()
_ENDINGS: Final = ("s", "ed", "d", "es", "ing", "ings")


def kin_of(word: str) -> tuple[str, ...]:
    """Return the words that may stand in an answer for a word of the question."""
    for ending in ("", *_ENDINGS):
        if word.endswith(ending):
            stem = word[: len(word) - len(ending)]
            found = _KIN.get(stem) or _KIN.get(f"{stem}e")
            if found:
                return found
    return ()
