"""Whether an element inside an article looks like what it is called."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Final

from workbench.importing import html_words
from workbench.importing.html_parts import Part

_MOSTLY, _PARTLY = 0.5, 0.25
_SHORT = 200
_ADVERT = 300
_REQUEST = 800
_NOTICE = 2500
_FEW_PROSE = 200
_BOXES = frozenset({"div", "section", "aside", "center", "figure"})


def is_linked(part: Part) -> bool:
    """Tell whether a part is links and buttons more than anything else."""
    tally = part.tally
    is_bar = tally.characters <= _SHORT and not tally.prose
    return tally.link_share >= _MOSTLY or (is_bar and _asks(part))


def _asks(part: Part) -> bool:
    return part.tally.links + part.tally.controls > 0


def _is_request(part: Part) -> bool:
    return part.tally.characters <= _REQUEST and _asks(part)


def _is_notice(part: Part) -> bool:
    return part.tally.characters <= _NOTICE and _asks(part)


def _is_advert(part: Part) -> bool:
    return part.tag in _BOXES and part.tally.characters <= _ADVERT


def _comes_late(part: Part) -> bool:
    """Tell whether there is something above that could be commented on."""
    return part.before.prose >= _FEW_PROSE and _asks(part)


def _leads_elsewhere(part: Part) -> bool:
    tally = part.tally
    is_list = tally.links > 1 and tally.link_share >= _PARTLY and not tally.prose
    return is_linked(part) or is_list


LOOKS: Final[Mapping[frozenset[frozenset[str]], Callable[[Part], bool]]] = {
    html_words.COOKIES: _is_notice,
    html_words.COMMENTS: _comes_late,
    html_words.PAYWALLS: _is_request,
    html_words.NEWSLETTERS: _is_request,
    html_words.ADVERTS: _is_advert,
    html_words.SHARES: is_linked,
    html_words.RELATED: _leads_elsewhere,
    html_words.LINKS: is_linked,
    html_words.SEARCHES: is_linked,
}
"""By the group of names, what the element must look like."""
