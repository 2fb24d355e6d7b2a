"""What pages call the parts that are no article, in their classes and ids."""

from __future__ import annotations

from functools import lru_cache
from typing import Final

from workbench.model.zones import ZoneKind


def _words(names: str) -> frozenset[frozenset[str]]:
    """Return sets of words; words joined by `+` must all be there."""
    return frozenset(frozenset(it.split("+")) for it in names.split())


COOKIES: Final = _words(
    "cookie cookies consent gdpr dsgvo cookiebot cybot onetrust didomi usercentrics cmp"
    " cookiebanner cookieconsent cookielaw"
)
COMMENTS: Final = _words(
    "comments commentlist commentform disqus livefyre comment+form comment+list"
    " comment+respond comment+section comment+thread comment+area comment+box respond"
    " kommentare kommentarbereich commentaires comentarios commenti komentarze"
    " kommentarer"
)
NEWSLETTERS: Final = _words(
    "newsletter newsletters mailchimp mc4wp mailinglist mailing+list signup sign+up"
    " subscribe subscription+form abonnieren infolettre boletin rundbrief"
)
ADVERTS: Final = _words(
    "ad ads adslot adunit adbox adsbygoogle advert adverts advertisement dfp sponsored"
    " sponsor sponsors promo promos promoted taboola outbrain anzeige anzeigen werbung"
    " publicidad publicite reklama reklame ad+slot ad+container ad+unit"
)
PAYWALLS: Final = _words("paywall regwall pay+wall registration+wall piano+offer")
SHARES: Final = _words(
    "share sharing sharebar sharebuttons sharedaddy socialshare social socials shariff"
    " addthis addtoany a2a teilen partage partager compartir follow+us social+media"
)
RELATED: Final = _words(
    "related recommended recommendations recirc recirculation teaser teasers teaserlist"
    " popular mostread trending most+read most+viewed more+stories more+news read+next"
    " read+more up+next see+more next+article more+on crosslinks similar+articles"
    " verwandte weiterlesen relacionados relacionadas liés connexes latest"
)
LINKS: Final = _words(
    "nav navbar navigation menu menus submenu megamenu topnav subnav sidenav mainnav"
    " navi breadcrumb breadcrumbs crumbs breadcrumbtrail pagination pager paging"
    " skiplink skiplinks skip+link skip+links tagcloud tags tagi sitemap topbar"
    " language+switcher lang+switcher languages langswitch servicenav metanav toolbar"
)
SEARCHES: Final = _words("search searchform searchbox suche recherche buscador ricerca")
SITE: Final = _words(
    "sidebar widget widgets footer colophon masthead imprint copyright site+header"
    " page+footer site+footer site+info banner login signin user+menu logo"
    " back+top totop rail right+rail marginal fußzeile pied"
)
KEPT: Final = _words(
    "footnote footnotes endnote endnotes fn references bibliography citation citations"
    " sources transcript annex appendix abstract infobox factbox pullquote quote"
    " caption figure byline author timeline correction corrections attachments"
    " downloads methodology glossary notes quellen fußnoten anmerkungen anhang"
)
"""What belongs to an article, however many links it has."""

KINDS: Final = (
    (COOKIES, ZoneKind.OTHER),
    (COMMENTS, ZoneKind.COMMENTS),
    (PAYWALLS, ZoneKind.PAYWALL),
    (NEWSLETTERS, ZoneKind.NEWSLETTER),
    (ADVERTS, ZoneKind.ADVERT),
    (SHARES, ZoneKind.NAVIGATION),
    (RELATED, ZoneKind.NAVIGATION),
    (LINKS, ZoneKind.NAVIGATION),
    (SEARCHES, ZoneKind.NAVIGATION),
)
"""The first that an element is called by says what it is."""


@lru_cache(4096)
def is_called(names: frozenset[str], group: frozenset[frozenset[str]]) -> bool:
    """Tell whether the words of an element have those of any name in a group.

    >>> is_called(frozenset({"site", "footer"}), SITE)
    True
    """
    return any(words <= names for words in group)
