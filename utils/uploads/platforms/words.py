"""Headings in Spanish, Portuguese, French and German, as the platforms write them.

Where a platform's own wording was not seen, this is a plain dictionary. A heading that is not
here is not guessed: the file then goes through the guided match.
"""

from __future__ import annotations

import unicodedata

TRANSLATIONS: dict[str, tuple[str, ...]] = {
    "date": ("fecha", "data", "datum"),
    "post text": (
        "texto del post", "texto de la publicación", "texto do post", "texte du post",
        "texte de la publication", "post-text", "text des posts", "beitragstext",
    ),
    "post link": (
        "enlace del post", "enlace de la publicación", "link do post", "lien du post",
        "lien de la publication", "post-link", "link zum post",
    ),
    "post id": (
        "id del post", "id de la publicación", "id do post", "identificação da publicação",
        "id du post", "id de publication", "post-id", "beitrags-id",
    ),
    "impressions": ("impresiones", "impressões", "impressionen"),
    "likes": (
        "me gusta", "curtidas", "gostos", "j'aime", "j’aime", "mentions j'aime",
        "mentions j’aime", "gefällt mir", "gefällt-mir-angaben", "„gefällt mir“-angaben",
    ),
    "engagements": (
        "interacciones", "engajamentos", "interações", "interactions", "interaktionen",
    ),
    "bookmarks": (
        "guardados", "elementos guardados", "marcadores", "itens salvos", "salvamentos",
        "signets", "lesezeichen",
    ),
    "saves": ("guardados", "veces guardado", "salvamentos", "enregistrements", "gespeichert"),
    "shares": (
        "compartidos", "veces compartido", "veces que se compartió", "compartilhamentos",
        "partilhas", "partages", "geteilt", "geteilte inhalte", "mal geteilt",
    ),
    "replies": ("respuestas", "respostas", "réponses", "antworten"),
    "reposts": ("republicaciones", "republicações", "republications"),
    "comments": ("comentarios", "comentários", "commentaires", "kommentare"),
    "views": ("visualizaciones", "vistas", "reproducciones", "visualizações", "vues", "aufrufe"),
    "reach": ("alcance", "couverture", "portée", "reichweite"),
    "reactions": ("reacciones", "reações", "réactions", "reaktionen"),
    "publish time": (
        "hora de publicación", "horário de publicação", "hora da publicação",
        "heure de publication", "veröffentlichungszeit", "zeitpunkt der veröffentlichung",
    ),
    "post type": (
        "tipo de publicación", "tipo de post", "tipo de publicação", "type de publication",
        "beitragstyp", "beitragsart",
    ),
    "permalink": ("enlace permanente", "link permanente", "permalien", "lien permanent"),
    "description": ("descripción", "descrição", "beschreibung"),
    "title": ("título", "titre", "titel"),
    "account username": (
        "nombre de usuario de la cuenta", "nome de usuário da conta",
        "nom d'utilisateur du compte", "nom d’utilisateur du compte", "konto-benutzername",
    ),
    "page name": (
        "nombre de la página", "nome da página", "nom de la page", "name der seite", "seitenname",
    ),
    "video title": (
        "título del video", "título del vídeo", "título do vídeo", "titre de la vidéo",
        "videotitel",
    ),
    "video link": (
        "enlace del video", "enlace del vídeo", "link do vídeo", "lien de la vidéo", "videolink",
    ),
    "video publish time": (
        "hora de publicación del video", "hora de publicación del vídeo",
        "horário de publicação do vídeo", "heure de publication de la vidéo",
        "veröffentlichungszeitpunkt des videos",
    ),
    "content": ("contenido", "conteúdo", "contenu", "inhalte"),
    "watch time (hours)": (
        "tiempo de visualización (horas)", "tempo de exibição (horas)",
        "durée de visionnage (heures)", "wiedergabezeit (stunden)",
    ),
    "day": ("día", "dia", "jour", "tag"),
    "week": ("semana", "semaine", "woche"),
    "month": ("mes", "mês", "mois", "monat"),
    "hashtags": ("etiquetas",),
    "network": ("red", "red social", "rede", "réseau", "netzwerk"),
}  # fmt: skip
"""English heading -> the same in other languages."""

TOTALS = frozenset(
    (
        "total", "totals", "grand total", "total general", "total geral", "total général",
        "totales", "totais", "totale", "totaux", "soma", "suma",
        "gesamt", "gesamtsumme", "summe", "insgesamt",
    )
)  # fmt: skip
"""How the first cell of a row of totals reads."""


def plain(text: str) -> str:
    """A heading for comparing: no mark of byte order, one width, one case, single spaces."""
    same = unicodedata.normalize("NFKC", text).replace("\ufeff", "").casefold()
    return " ".join(same.split())


def english(heading: str) -> frozenset[str]:
    """What a heading may be in English, itself included, all in lower case."""
    name = plain(heading)
    return frozenset((name, *_ENGLISH.get(name, ())))


_ENGLISH: dict[str, list[str]] = {}
for _key, _others in TRANSLATIONS.items():
    for _other in _others:
        _ENGLISH.setdefault(_other, []).append(_key)
