"""Cues of lines that want something of the reader: to pay, buy, subscribe, comment.

Patterns are English first, then German, French and Spanish, of lines as `plain_line`
returns them.
"""

from __future__ import annotations

from workbench.model.zones import ZoneKind
from workbench.text.cues import Cue, Place, cue

URL = r"(?:https?://|www\.)\S+"
NETWORK = (
    r"(?:facebook|twitter|x|linkedin|instagram|youtube|telegram|whatsapp|tiktok"
    r"|threads|mastodon|bluesky|reddit|pinterest|xing|flipboard|social media"
    r"|google news|e-?mail)"
)
NETWORKS = rf"{NETWORK}(?:(?:,? (?:and|or|und|et|y)|,| [|/·•])? {NETWORK}){{0,9}}"
STORY = r"(?:article|story|stories|post|page|content|text|report|interview)"
_LETTER = (
    r"(?:newsletters?|mailing list|e-?mails?|alerts?|updates|briefings?|bulletins?"
    r"|digest|feed|podcast|inbox|channel|daily|weekly|magazine)\b"
)
_TO_READ_ON = (
    r"(?:unlock|continue (?:reading|with)|keep reading|read on"
    r"|read (?:this|full|more|the (?:rest|full))|(?:see )?the rest of (?:this|the)"
    r"|(?:full|unlimited) access|access (?:to )?(?:this|all|the full))\b"
)

_PAYWALL = cue(
    ZoneKind.PAYWALL, "a line that asks to pay or sign in to read on", Place.ANYWHERE,
    r"(?:please )?(?:sign up|sign in|log ?in|subscribe|register|join|upgrade|start an?"
    rf"|try|create an?|buy|get)\b.{{0,100}}\b(?:to|and|for) {_TO_READ_ON}.{{0,60}}",
    rf"(?:to|want to|keen to) {_TO_READ_ON}.{{0,40}}\b(?:sign|log ?in|subscri|regist"
    r"|join|become|upgrade|purchase|buy|create|start).{0,60}",
    rf"this (?:premium )?{STORY} (?:continues for|is (?:only |exclusively )?"
    r"(?:available |reserved )?(?:only )?(?:for|to))(?: our| paying| registered"
    r"| premium| digital)* (?:subscribers|members)\b.{0,90}",
    r"(?:already|not yet) an? (?:subscriber|member)\b.{0,60}",
    r"(?:for )?(?:subscribers|members)(?: |-)only.{0,30}",
    rf"(?:premium|exclusive|subscriber|subscriber-only) {STORY}",
    r"you(?:'ve| have) (?:reached|used|read)\b.{0,40}\b(?:free|limit)\b.{0,60}",
    r"you have \d+ free articles?.{0,60}",
    r"unlock (?:this|the full|full|unlimited)\b.{0,80}",
    # German
    r"(?:jetzt )?(?:weiterlesen|lesen sie weiter) mit\b.{0,80}",
    r"(?:jetzt |hier )?(?:abo|abonnement) (?:abschließen|bestellen|testen).{0,60}",
    r"(?:dieser|der) (?:artikel|beitrag|text) ist (?:nur )?(?:für|exklusiv).{0,30}"
    r"abonnent\w*.{0,60}",
    r"bereits (?:abonnent|abonniert|registriert)\b.{0,60}",
    # French
    r"(?:cet|l') ?article est (?:réservé|exclusivement)\b.{0,60}abonnés.{0,40}",
    r"(?:il vous reste .{1,20} à lire.{0,40})?la suite est réservée aux abonnés.{0,40}",
    r"(?:déjà|pas encore) abonnée?\b.{0,60}",
    r"abonnez-vous pour (?:lire|accéder|continuer).{0,80}",
    # Spanish
    r"(?:contenido|artículo) (?:exclusivo |solo |reservado )+para (?:suscriptores"
    r"|abonados).{0,40}",
    r"(?:suscríbete|suscríbase|regístrate) para (?:seguir|continuar) leyendo.{0,40}",
    r"¿?ya (?:eres|es) suscriptor.{0,40}",
)  # fmt: skip

_ADVERT = cue(
    ZoneKind.ADVERT, "a line that announces an advertisement", Place.ANYWHERE,
    r"advertis?e?ments?|advert|advertorial|paid (?:post|content)",
    r"sponsored(?: content| post| by .{2,40})?|promoted (?:content|by .{2,40})",
    rf"(?:{STORY} continues|continue reading|scroll down|scroll) (?:below|after)"
    r"(?: the| this)?(?: advertisement| ad)?",
    r"scroll (?:down )?to continue(?: reading)?",
    r"skip (?:this )?(?:ad|advertisement)|remove ads|report this ad",
    # German, French, Spanish
    r"anzeige|werbung|werbung überspringen|nach der werbung weiterlesen",
    r"publicité|contenu sponsorisé|la suite après la publicité",
    r"publicidad|anuncio|contenido patrocinado|continúa después de la publicidad",
    longest=80,
)  # fmt: skip

_OFFER = cue(
    ZoneKind.ADVERT, "a line that offers a subscription", Place.ANYWHERE,
    r"subscribe (?:now|today|here)(?: (?:for|to|from|and)\b.{0,90}| ?[:,–—-].{0,90})?",
    r"(?:start|begin|try) (?:your|our|a) (?:free|.{1,12}[- ](?:day|week|month))"
    r"(?: free)? trial\b.{0,60}",
    r"cancel (?:anytime|at any time)|(?:get|enjoy) unlimited access.{0,60}",
    # German, French, Spanish
    r"(?:jetzt|hier) (?:abonnieren|probelesen|kostenlos testen).{0,60}",
    r"abonnez-vous(?: (?:dès|maintenant|à partir).{0,60})?|je m'abonne.{0,40}",
    r"(?:suscríbete|suscríbase)(?: (?:ahora|hoy|desde).{0,60})?",
    longest=120,
)  # fmt: skip

_NEWSLETTER = cue(
    ZoneKind.NEWSLETTER, "a line that asks to subscribe", Place.ANYWHERE,
    r"(?:please |don't forget to )?(?:subscribe|sign up|register) (?:to|for|via)\b"
    rf".{{0,70}}\b{_LETTER}.{{0,80}}",
    r"(?:get|receive|have) (?:our|the latest|all the|breaking)\b.{0,60}"
    r"\b(?:in|to|into) your (?:inbox|mailbox|e-?mail)\b.{0,40}",
    r"(?:join|subscribe to) (?:our|the .{1,40}) (?:mailing list|newsletter).{0,60}",
    r"unsubscribe(?: .{0,60})?|to unsubscribe\b.{0,80}",
    r"you(?:'re| are)? (?:received|receiving) this (?:e-?mail|message) because.{0,100}",
    r"view this e-?mail in your browser.{0,20}",
    r"(?:enter )?your e-?mail address(?: here)?",
    # German
    r"(?:jetzt |hier |unseren? |zum |den )*newsletter (?:jetzt )?(?:kostenlos )?"
    r"(?:abonnieren|bestellen|anmelden).{0,60}",
    r"abonnieren sie (?:unseren|den)\b.{0,40}newsletter.{0,60}",
    # French
    r"(?:abonnez-vous|inscrivez-vous) (?:gratuitement )?à (?:notre|la)\b.{0,40}"
    r"(?:newsletter|lettre|infolettre).{0,60}",
    # Spanish
    r"(?:suscríbete|suscríbase|apúntate|regístrate) (?:gratis )?a (?:nuestr[oa]|la)\b"
    r".{0,40}(?:newsletter|boletín|lista).{0,60}",
)  # fmt: skip

_FOLLOW = cue(
    ZoneKind.NEWSLETTER, "a line that asks to follow the publisher", Place.ANYWHERE,
    r"(?:please )?(?:follow|find|like|join|connect with|stay connected with)"
    rf" (?:us|me|@\w+|[\w ]{{2,30}}) (?:on|via) (?:our )?{NETWORKS}"
    rf"(?: (?:at )?(?:@\w+|{URL})| ?[:–—-] ?\S+)?",
    rf"follow us(?: on \S{{1,30}}(?: \S{{1,30}})?)? ?[:–—-] ?(?:@\w+|{URL})",
    r"follow us|folgen sie uns|suivez-nous|síguenos|síganos",
    rf"(?:folgen sie uns|suivez-nous|síguenos|síganos) (?:auf|bei|sur|en) {NETWORKS}"
    r"\b.{0,60}",
    longest=140,
)  # fmt: skip

_OWN_PAGES = cue(
    ZoneKind.NEWSLETTER, "a line that leads to the publisher's own pages", Place.EDGE,
    rf"(?:get|receive|join|try)\b.{{0,60}}\b{_LETTER}.{{0,40}}\b(?:{URL}|free"
    r"|every \w+|inbox)",
    r"(?:visit|read|see|discover|find|explore)\b(?: us| our)?.{0,30}\b(?:more|for more"
    rf"|us at|website|site)\b.{{0,80}}[: ]{URL}",
    rf"mehr (?:dazu|infos?|informationen) (?:auf|unter)\b.{{0,40}}{URL}",
)  # fmt: skip

_COMMENTS = cue(
    ZoneKind.COMMENTS, "a part of a comment form", Place.ANYWHERE,
    r"(?:leave|post|write|add|submit) (?:a|your) (?:reply|comment|response).{0,30}",
    r"please enter (?:your|a valid|an?) (?:comment|name|e-?mail)\b.{0,40}",
    r"you have entered an incorrect e-?mail address.{0,30}",
    r"your e-?mail address will not be published.{0,60}",
    r"required fields are marked.{0,10}",
    r"save my (?:name|e-?mail)\b.{0,100}",
    r"notify me of (?:new|follow-?up) (?:comments|posts).{0,40}",
    r"be the first to (?:comment|reply).{0,20}|cancel reply|comments are closed",
    r"(?:you must|you need to|please|sign in|log in)(?: be logged in| log ?in| sign in"
    r"| register)* to (?:post a )?(?:comment|reply).{0,20}",
    r"(?:show|view|read|load) (?:all |more |the )?(?:\d+ )?comments?(?: \(\d+\))?",
    r"join the (?:conversation|discussion)",
    # German
    r"schreibe?n?(?: sie)? (?:einen|ihren|deinen) kommentar",
    r"kommentar (?:schreiben|verfassen|hinterlassen|abschicken)",
    r"antwort hinterlassen|antworten abbrechen|erforderliche felder sind.{0,30}",
    r"(?:deine|ihre|die) e-mail-adresse wird nicht veröffentlicht.{0,80}",
    # French
    r"(?:laisser|laissez|ajouter|poster) (?:un|votre) commentaire.{0,20}",
    r"votre adresse (?:e-?mail|courriel|de messagerie) ne sera pas publiée.{0,80}",
    r"les champs obligatoires sont.{0,40}",
    r"enregistrer mon nom.{0,100}|annuler la réponse",
    # Spanish
    r"(?:deja|dejar|escribe|añade|publicar) (?:un|tu|una) (?:comentario|respuesta)",
    r"tu dirección de correo electrónico no será publicada.{0,80}",
    r"los campos (?:obligatorios|requeridos|necesarios) están marcados.{0,20}",
    r"cancelar (?:la )?respuesta|guarda mi nombre.{0,100}",
)  # fmt: skip

_FIELDS = cue(
    ZoneKind.COMMENTS, "a part of a comment form", Place.COMPANY,
    r"(?:your )?(?:name|e-?mail|website|comment|message)"
    r"(?: \(?(?:required|optional)\)?)?",
    r"\d+ (?:comments?|replies|kommentare?|commentaires?|comentarios?)",
    r"comments?(?: \(\d+\))?|reply|submit|kommentare|commentaires|comentarios",
    longest=40,
)  # fmt: skip

REQUESTS: tuple[Cue, ...] = (
    _PAYWALL, _ADVERT, _OFFER, _NEWSLETTER, _FOLLOW, _OWN_PAGES, _COMMENTS, _FIELDS,
)  # fmt: skip

_RECEIVES = (
    r"\b(?:subscribers?|members|readers|you)\b(?: will| can| also)?"
    r" (?:receives?|gets?|enjoys?|gains?|have)\b"
)
_PRODUCT = (
    r"\b(?:e-?mails?|editions?|newsletters?|digest|inbox|archives?|website|app|pdf"
    r"|access|coverage)\b"
)
SERVICE = (_RECEIVES, _PRODUCT, r"\b(?:our|your)\b")
"""Patterns that a paragraph in praise of the publisher's service has, all of them."""
