"""Cues of a page's furniture: its links, buttons, notices, footers.

Patterns are English first, then German, French and Spanish, of lines as `plain_line`
returns them.
"""

from __future__ import annotations

from workbench.model.zones import ZoneKind
from workbench.text.cues import Cue, Place, cue
from workbench.text.zone_requests import NETWORK, NETWORKS, STORY

_MENU_ITEM = (
    r"(?:home|home ?page|menu|main menu|search|site ?map|about|about us|contact us"
    r"|faqs?|help|news|log ?in|sign in|log out|register|sign up|subscribe|my account"
    r"|careers|privacy|privacy (?:policy|notice|statement)|accessibility|rss"
    r"|rss feeds?|terms|terms (?:of (?:use|service)|and conditions|& conditions)"
    r"|disclaimer|cookies|cookie (?:policy|settings|preferences|notice)|legal notice"
    r"|do not sell my personal information|imprint|advertise|advertise with us"
    r"|newsletters?|help center|print|share|tweet|pin it|copy link|save|bookmark"
    r"|comments?|more|next|previous|close|loading|download pdf|listen"
    rf"|{NETWORK}"
    r"|startseite|suche|suchen|anmelden|einloggen|registrieren|mein konto|über uns"
    r"|impressum|datenschutz(?:erklärung)?|agb|kontakt|barrierefreiheit|drucken"
    r"|teilen|merken|cookie-einstellungen|karriere|mediadaten|hilfe"
    r"|accueil|recherche|rechercher|connexion|se connecter|s'inscrire|mon compte"
    r"|mentions légales|plan du site|contactez-nous|qui sommes-nous|imprimer|partager"
    r"|politique de confidentialité|gestion des cookies|cgu|cgv|enregistrer"
    r"|inicio|buscar|iniciar sesión|regístrate|mi cuenta|aviso legal|quiénes somos"
    r"|mapa del sitio|política de (?:privacidad|cookies)|imprimir|compartir|guardar)"
)
_BETWEEN_ITEMS = r"[ |/·•>›»,-]+"
_HOME = r"(?:home|startseite|accueil|inicio)"
_YOU_ARE_HERE = r"(?:you are here|sie sind hier|vous êtes ici|está aquí)"

SKIP_LINKS = cue(
    ZoneKind.NAVIGATION, "links that skip to a part of the page", Place.ANYWHERE,
    r"(?:skip|jump) (?:directly )?(?:to (?:the )?|past |over )?(?:main |primary |page "
    r"|site |left |right |section |article |global )*(?:content|navigation|nav|menu"
    r"|search|footer|sidebar|header)\b(?: (?:skip|jump) to .{1,80})?",
    r"(?:direkt |springe |springen sie |weiter )?zu[rm] (?:haupt)?(?:inhalt|navigation"
    r"|menü|suche)(?: springen| wechseln)?",
    r"(?:aller|passer|accéder) (?:directement )?(?:au (?:contenu|menu)"
    r"|à la (?:navigation|recherche))(?: principale?)?",
    r"(?:saltar|ir|pasar) al? (?:contenido|menú|la navegación)(?: principal)?",
)  # fmt: skip

_BACK_LINKS = cue(
    ZoneKind.NAVIGATION, "a link to the top of the page", Place.ANYWHERE,
    r"(?:back|return) to (?:the )?top(?: of (?:the )?page)?",
    r"nach oben|zum seitenanfang|zurück zum anfang",
    r"(?:retour en )?haut de (?:la )?page|volver arriba",
    longest=40,
)  # fmt: skip

_BUTTON = cue(
    ZoneKind.NAVIGATION, "a button of the page", Place.ANYWHERE,
    r"print (?:this(?: (?:page|article|story|release))?|page|article|friendly.{0,20}"
    r"|without (?:\w+ ){0,4}(?:navigation|menus?|images|graphics))",
    r"(?:printable|printer[- ]friendly|print) (?:page|version|format|view)",
    rf"(?:e-?mail|share|tweet|save|bookmark) this(?: {STORY}| on {NETWORKS}"
    rf"| {STORY} (?:on|via) {NETWORKS})?",
    rf"(?:share|teilen|partager|compartir) (?:on|via|with|auf|sur|en) {NETWORKS}",
    r"(?:text|font) size.{0,30}|(?:increase|decrease|reset) (?:text|font) size",
    r"listen to this (?:article|story).{0,20}|copy link(?: to clipboard)?",
    # German
    r"(?:diese |den )?(?:seite|artikel|beitrag) (?:aus)?drucken",
    r"druckansicht|druckversion|(?:artikel|beitrag|seite) (?:teilen|versenden|merken)",
    # French, Spanish
    r"imprimer (?:cette page|l'article|cet article)|version imprimable",
    r"partager (?:cet article|l'article|cette page)",
    r"imprimir (?:esta página|artículo)|versión (?:imprimible|para imprimir)",
    r"compartir (?:este artículo|esta noticia)",
    longest=100,
)  # fmt: skip

_SIGN_IN = cue(
    ZoneKind.NAVIGATION, "links to sign in", Place.ANYWHERE,
    r"(?:sign|log) ?in ?(?:[/|·•,]|or) ?(?:register|sign ?up|join"
    r"|create (?:an )?account)(?: now| here| free)?",
    r"(?:anmelden|einloggen) ?(?:[/|·•]|oder) ?registrieren",
    r"(?:se connecter|connexion) ?(?:[/|·•]|ou) ?(?:s'inscrire|inscription"
    r"|créer un compte)",
    r"(?:iniciar sesión|entrar) ?(?:[/|·•]|o) ?(?:registrarse|regístrate)",
    longest=60,
)  # fmt: skip

_MENU = cue(
    ZoneKind.NAVIGATION, "a menu", Place.EDGE,
    rf"{_MENU_ITEM}(?:{_BETWEEN_ITEMS}{_MENU_ITEM}){{1,15}}",
    rf"{_HOME}\b.{{0,120}}\b(?:sign in|log ?in|register|search|contact(?: us)?"
    r"|about us|anmelden|kontakt|suche|connexion|buscar)",
    rf"(?:{_YOU_ARE_HERE} ?:? ?)?{_HOME} ?[>›»/→] ?.{{2,120}}|{_YOU_ARE_HERE} ?:.+",
)  # fmt: skip

_MENU_LINE = cue(
    ZoneKind.NAVIGATION, "a menu", Place.COMPANY, _MENU_ITEM, longest=40
)  # fmt: skip

_OTHER_STORY = cue(
    ZoneKind.NAVIGATION, "a link to another story", Place.ANYWHERE,
    r"(?:read (?:more|also|next)|also read|more on this) ?[:|–—-] ?(?!https?:).{3,140}",
    r"(?:read|show|see|load|view) more|continue reading",
    r"(?:previous|next) (?:article|post|story)(?: ?[:|–—-].{2,100})?",
    # German, French, Spanish
    r"(?:lesen sie (?:auch|dazu)|mehr dazu|mehr zum thema) ?[:|–—-] ?.{3,140}",
    r"mehr lesen|weiterlesen|mehr anzeigen",
    r"(?:à lire aussi|lire aussi|à lire) ?[:|–—-] ?.{3,140}|lire la suite|lire plus",
    r"(?:lea también|lee también|le puede interesar) ?[:|–—-] ?.{3,140}",
    r"leer más|seguir leyendo",
)  # fmt: skip

_COOKIES = cue(
    ZoneKind.OTHER, "a cookie notice", Place.ANYWHERE,
    r"(?:we|our partners|(?:this|our) (?:web ?)?site|[\w.-]{2,30}\.\w{2,3})"
    r"(?: and our partners| also)? uses? cookies\b.*",
    r"(?:accept|reject|allow|manage|refuse)(?: all| only necessary)? cookies",
    r"(?:cookie|consent|privacy) (?:settings|preferences)",
    r"manage (?:consent|preferences)",
    r"by (?:continuing|using|clicking|browsing)\b.{0,80}\b(?:agree|accept|consent)\b"
    r".{0,60}\bcookies?\b.*",
    # German
    r"(?:wir (?:verwenden|nutzen|setzen)|diese (?:web)?(?:site|seite) (?:verwendet"
    r"|nutzt|benutzt)) cookies\b.*|(?:alle )?cookies (?:akzeptieren|ablehnen)",
    # French
    r"(?:nous utilisons|(?:ce|notre) site utilise)(?: des)? cookies\b.*",
    r"(?:accepter|refuser) (?:tous )?les cookies|tout (?:accepter|refuser)",
    # Spanish
    r"(?:utilizamos|usamos|este sitio(?: web)? (?:utiliza|usa)) cookies\b.*",
    r"(?:aceptar|rechazar) (?:todas )?(?:las )?cookies",
    longest=900,
)  # fmt: skip

_ALL_RIGHTS = (
    r"(?:all rights reserved|alle rechte vorbehalten|tous droits réservés"
    r"|todos los derechos reservados)"
)
_COPYRIGHT = cue(
    ZoneKind.OTHER, "a copyright line", Place.ANYWHERE,
    rf"(?:©|\(c\)|copyright)(?: ©)? ?\d{{4}}.{{0,60}}\b{_ALL_RIGHTS}|{_ALL_RIGHTS}",
)  # fmt: skip
_COPYRIGHT_AT_EDGE = cue(
    ZoneKind.OTHER, "a copyright line", Place.EDGE,
    r"(?:©|\(c\)|copyright) ?(?:©|\(c\))? ?(?:by )?\d{4}.{0,160}|© ?.{2,160}",
    rf".{{0,120}}\b{_ALL_RIGHTS}\b.{{0,80}}",
    longest=240,
)  # fmt: skip

_NAME = r"(?!(?:this|that|it|there|he|she)\b)[\w&'. -]{2,50}"
_PUBLISHER = cue(
    ZoneKind.OTHER, "a line that names the publisher", Place.EDGE,
    rf"{_NAME} is (?:an?|part of the) [\w&'. -]{{2,50}} (?:publication|website)",
    rf"{_NAME} is published (?:by|daily|weekly|monthly)\b.{{0,50}}",
    longest=100,
)  # fmt: skip

_IMAGE = cue(
    ZoneKind.OTHER, "the description of an image", Place.UNDER_LINKS,
    r"(?:photo(?:graph)?|image|picture|logo|banner|illustration|bild|foto|imagen)"
    r" ?[:–—-] ?.{3,120}",
    r"(?:[\w'-]+ ){0,6}(?:seal|logo|montage|banner|emblem|masthead|photo|image)\b"
    r".{0,30}\b(?:illustrating|showing|depicting|of|with)\b.{0,80}",
)  # fmt: skip

_BROWSER = cue(
    ZoneKind.OTHER, "a message of the browser", Place.ANYWHERE,
    r"(?:please )?enable javascript\b.{0,80}|javascript (?:is|must be)\b.{0,80}",
    r"your browser does not support\b.{0,80}",
    r"(?:this )?(?:site|page) requires javascript.{0,60}",
)  # fmt: skip

_PAGE_NUMBER = cue(
    ZoneKind.OTHER, "a page number", Place.ANYWHERE,
    r"(?:page|seite|página) \d{1,4} ?(?:of|von|sur|de|/) ?\d{1,4}",
    longest=30,
)  # fmt: skip

FURNITURE: tuple[Cue, ...] = (
    SKIP_LINKS, _BACK_LINKS, _BUTTON, _SIGN_IN, _MENU, _MENU_LINE, _OTHER_STORY,
    _COOKIES, _COPYRIGHT, _COPYRIGHT_AT_EDGE, _PUBLISHER, _IMAGE, _BROWSER,
    _PAGE_NUMBER,
)  # fmt: skip

OPENS_TEASERS = (
    r"must[- ]reads?|most (?:popular|read|viewed|shared|recent)(?: stories| articles)?"
    r"|related(?: (?:articles?|stor(?:y|ies)|posts?|news|content|coverage|topics?))?"
    r"|you (?:may|might)(?: also)? (?:like|enjoy|be interested in).{0,20}"
    r"|recommended (?:for you|articles|stories|reading)|trending(?: now| stories)?"
    r"|(?:latest|recent|popular|top|more) (?:news|stories|articles|posts|headlines)"
    r"|more (?:from|on) .{2,50}|editors?'?s? picks?|don't miss|up next"
    r"|read (?:next|also)|(?:around|from) the web|in case you missed it"
    r"|what to read next"
    # German
    r"|das könnte (?:sie|dich|ihnen|dir) auch (?:interessieren|gefallen)|meistgelesen"
    r"|(?:ähnliche|verwandte|weitere) (?:artikel|beiträge|themen|meldungen|nachrichten)"
    r"|mehr zum thema|auch interessant|lesen sie auch"
    # French
    r"|(?:à )?lire aussi|articles? (?:similaires|liés|connexes|recommandés)"
    r"|(?:les )?(?:articles )?(?:les )?plus lus|sur le même (?:sujet|thème)"
    r"|vous aimerez (?:aussi|peut-être).{0,20}|dans la même rubrique"
    # Spanish
    r"|(?:también )?te puede(?: también)? interesar|lo más (?:leído|visto)|lea también"
    r"|(?:artículos|noticias|entradas) (?:relacionad[oa]s|recientes)"
)
"""A pattern of lines above a list of other stories."""
