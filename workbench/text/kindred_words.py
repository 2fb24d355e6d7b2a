"""Words that questions use, and those that stand for them in answers, in English.

A question asks for the *start*, its answer says *launched*. Only families that belong
to no subject: what is special to one is for the alias register. The words before a
colon ask, and stand for each other; those behind it only answer: *Under Secretary* is
no answer to who takes *part*, *under* is one to what the *parent* is.
"""

from __future__ import annotations

from typing import Final

_FAMILIES: Final = """
start begin began launch establish found create inaugurate commence originate :
    set since convene open announce
end close terminate expire conclude dissolve abolish : until
meeting meet met convene session gather summit conference : held
aim goal purpose objective mission intend : seek ensure promote task mandate further
level rank tier : senior minister secretary director undersecretary vice deputy
lead led head chair leader preside cochair : minister secretary director
parent umbrella belong subsidiary : under establish create
member participant party join comprise consist :
private business industry company firm : stakeholder
interested : stakeholder
enforcement enforce license licensing : violation penalty compliance inspection
check inspection : inspect
cost price pay spend budget fund funding expense :
amount total sum value worth :
agreement agree treaty accord memorandum pact arrangement : sign
sign signatory signature : conclude
result outcome achieve : produce deliver
reason because cause due why :
method approach procedure process measure :
place location venue city : host
frequency often : annually twice monthly yearly quarterly regularly times
topic subject theme issue scope matter area : cover
risk threat danger concern challenge :
change amend revise update reform alter :
increase rise rose grow grew growth : up
decrease fall fell decline drop reduce : down
oppose criticize object reject : against warn
support welcome endorse favor back :
plan intend propose schedule : will next
duty obligation require commit : must shall undertake
right entitle permit allow : may
law act statute regulation rule legal : article basis
deadline due : until later by
respond response answer reaction reply :
"""


def _kin() -> dict[str, tuple[str, ...]]:
    kin: dict[str, dict[str, None]] = {}
    for line in _FAMILIES.replace("\n    ", " ").split("\n"):
        asking, _, answering = line.partition(":")
        family = [*asking.split(), *answering.split()]
        for word in asking.split():
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
