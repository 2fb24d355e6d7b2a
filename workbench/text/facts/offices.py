"""Words by which a text says what office a person holds."""

from __future__ import annotations

import re

RANKS = (
    "Deputy Assistant Secretary", "Principal Deputy Assistant Secretary",
    "Assistant Secretary", "Under Secretary", "Undersecretary", "Deputy Secretary",
    "Secretary-General", "Secretary General", "Secretary", "Deputy Prime Minister",
    "Prime Minister", "Deputy Minister", "Vice Minister", "Assistant Minister",
    "State Minister", "Minister", "Vice President", "President",
    "Vice Premier", "Premier", "Deputy Director-General", "Deputy Director General",
    "Director-General", "Director General", "Deputy Director", "Executive Director",
    "Director", "Vice Chairman", "Vice Chair", "Chairman", "Chairwoman", "Chairperson",
    "Chair", "Chancellor", "Governor", "Mayor", "Senator", "Representative",
    "Congressman", "Congresswoman", "Ambassador", "Deputy Commissioner", "Commissioner",
    "Spokesperson", "Spokesman", "Spokeswoman", "Chief Executive Officer",
    "Chief Executive", "Special Envoy", "Envoy", "Professor", "Attorney General",
    "General Counsel", "Judge", "Administrator", "Deputy Administrator",
)  # fmt: skip
RANK = "|".join(sorted(map(re.escape, RANKS), key=len, reverse=True))

_FIELDS = """
Administration Affairs Agriculture Aid Business Climate Commerce Communications
Compliance Controls Cooperation Culture Defense Defence Development Digital Economic
Economy Education Employment Energy Enforcement Enterprise Environment European
Export Exports Finance Fisheries Foreign Growth Health Home Homeland Housing Human
Immigration Industrial Industries Industry Information Innovation Interior
International Intelligence Investment Investments Justice Labor Labour Land Legal
Licensing Management Market Markets National Monetary Nuclear Oversight Planning
Policy Ports Press Procurement Public Regulation Relations Research Resources
Sanctions Science Sciences Security Services Shipping Small Social Sport State
Strategic Strategy Supply Tax Technology Telecommunications Trade Transport
Transportation Treasury Urban Veterans Water Welfare Works
"""
_FIRST_WORDS = """
A An And As At But By For From He Her His I If In It Its Mr Mrs Ms Dr Of On Or Our
She So That The Their Then There These They This Those To Under We When Where While
Who With You After Before Since Until Though Although Also Both Some Several Many
Most No Not Now Only
"""
_OTHER_WORDS = """
Department Ministry Bureau Office Agency Commission Committee Council Group Bank
Board Court House Senate Congress Assembly Parliament Government Union Nations
States Kingdom Republic United White New South North East West Street Times Post
News Journal Daily University Institute Center Centre Company Corporation Working
Dialogue Guidelines Section Article Press Release Monday Tuesday Wednesday Thursday
Friday Saturday Sunday January February March April May June July August September
October November December Deputy Vice Assistant Secretary Minister President Prime
Director General Chief Officer Acting Former Chairman Ambassador
Speaker
"""
PORTFOLIO = frozenset(_FIELDS.split())
"""Words that say of what somebody is minister."""
BEGINNINGS = frozenset(_FIRST_WORDS.split())
"""Words that have a capital only where they begin a sentence."""
NOT_NAMES = PORTFOLIO | BEGINNINGS | frozenset(_OTHER_WORDS.split())
"""Words that no name of a person has."""

_NATION = re.compile(
    r"(?:U\.S\.|US|UK|U\.K\.|EU|[A-Z]{2,6}|[A-Z][a-z]+(?:ese|ish|ian|an|i|ch|ss|eek|ai)"
    r"|Dutch|Czech|Korea|China|Japan|America|Commerce|(?:United|South|North|New)"
    r"|States|Kingdom|Republic|Acting|Former|Foreign)'?(?:s)?"
)


def is_modifier(word: str) -> bool:
    """Tell whether a capitalized word before an office belongs to it."""
    return word in PORTFOLIO or _NATION.fullmatch(word) is not None
