"""What a deck can be taken away as: slides, a handout, posts, an evidence pack, the figures."""

from __future__ import annotations

from collections.abc import Callable

import streamlit as st

from utils import wording
from utils.claims.deck import Deck as Specs
from utils.claims.deck import to_text
from utils.export import csv, door, handout, pack, posts, slides
from utils.export.counting import PLATFORMS
from utils.export.deck import Deck, ExportError, Made
from utils.language import later, say
from utils.model import Claim
from utils.ui import address, choose, deck, leave, load, point, tongue
from utils.ui.clock import today
from utils.ui.text import plain
from utils.wording import Context

PAPERS = {"A4": "A4", "Letter": later("US Letter")}


def show(claims: tuple[Claim, ...]) -> None:
    """Every form in which this deck may leave, or why it may not."""
    if not claims:
        return
    st.subheader(say("Take it along"), anchor=False)
    made = bundle(deck.held(), claims)
    try:
        door.checked(made)
    except ExportError as error:
        st.warning(plain(str(error)))
        return
    _files(made)
    _links(made)
    _posts(made)


def _files(made: Deck) -> None:
    row = st.columns(4, vertical_alignment="bottom")
    with row[0]:
        st.link_button(
            say("Present it"),
            slides_address(deck.held()),
            icon=":material/slideshow:",
            type="primary",
            width="stretch",
        )
        st.link_button(
            say("Notes, for a second window"),
            slides_address(deck.held(), notes=True),
            icon=":material/notes:",
            width="stretch",
        )
    with row[1]:
        _file(say("Slides (PPTX)"), "slides", lambda: slides.build(made), _name(made, "pptx"))
    with row[2]:
        paper = choose.one("paper", say("Paper"), list(PAPERS), "A4", lambda one: say(PAPERS[one]))
        _file(
            say("Handout (DOCX)"),
            "handout",
            lambda: handout.build(made, "Letter" if paper == "Letter" else "A4"),
            _name(made, "docx"),
        )
    with row[3]:
        _file(say("Evidence pack (ZIP)"), "pack", lambda: pack.build(made), _name(made, "zip"))


def _links(made: Deck) -> None:
    """Addresses that last: one that names these figures, and one for a page of somebody's own."""
    specs = deck.held()
    with st.expander(say("Links that last, and a frame for your own website")):
        st.markdown(
            say("This link names the figures of today and says when they have changed since.")
        )
        st.code(deck.frozen(specs), language=None, wrap_lines=True)
        st.markdown(say("This shows the deck inside another page, source and interval included."))
        frame = leave.framed(slides_address(specs, bars=True), made.title or "Talking points")
        st.code(frame, language=None, wrap_lines=True)


def _file(label: str, key: str, build: Callable[[], Made], name: str) -> None:
    """A file that is made when somebody presses the button, and kept nowhere."""
    st.download_button(
        label,
        data=lambda: build().content,
        file_name=name,
        on_click="ignore",
        icon=":material/download:",
        width="stretch",
        key=f"take-{key}",
    )


def _name(made: Deck, ending: str) -> str:
    return csv.file_name(made.title[:60] or "talking-points", made.date.isoformat(), ending=ending)


def _posts(made: Deck) -> None:
    """One post a claim for the platform chosen, counted as the platform counts."""
    names = {one.id: one.name for one in PLATFORMS}
    picked = choose.one(
        "platform",
        say("As posts for"),
        ["", *names],
        "",
        lambda id: names[id] if id else say("No platform"),
    )
    for one in posts.build(made) if picked else ():
        if one.platform in (picked, names[picked]):
            st.code(one.text, language=None, wrap_lines=True)
            left_out = (
                say(" Left out: {parts}.", parts=", ".join(one.dropped)) if one.dropped else ""
            )
            count = say("{length} of {limit} characters.", length=one.length, limit=one.limit)
            st.caption(plain(count + left_out))


def slides_address(specs: Specs, notes: bool = False, bars: bool = False) -> str:
    """Where the deck is shown full-frame: `embed` takes Streamlit's own ``bars`` away."""
    view = {
        "deck": [to_text(specs)],
        "embed": [] if bars else ["true"],
        "notes": ["1"] if notes else [],
        tongue.NAME: tongue.named(),
    }
    return address.link(view, "/present")


def bundle(specs: Specs, claims: tuple[Claim, ...]) -> Deck:
    """The deck with all that an export needs to know about its claims."""
    return Deck(
        title=specs.title,
        ask=specs.ask,
        claims=claims,
        cards=load.series(),
        places=load.places(),
        links={one.spec: address.link({"point": [one.spec]}, deck.PATH) for one in claims},
        link=address.link({"deck": [to_text(specs)]}, deck.PATH),
        helplines=load.helplines(),
        snapshot=load.snapshot_id(),
        date=today(),
        hashtags=_hashtags(claims),
        licences=load.licence_texts(),
        blocked=_blocked(specs, claims),
    )


def _hashtags(claims: tuple[Claim, ...]) -> tuple[str, ...]:
    """The first hashtag of each campaign that the claims speak of."""
    known = load.campaigns()
    named = [known[part] for one in claims for part in one.spec.split(":")[1:3] if part in known]
    return tuple(dict.fromkeys(one.hashtags[0] for one in named if one.hashtags))


def _blocked(specs: Specs, claims: tuple[Claim, ...]) -> tuple[str, ...]:
    """Words of the person's own that may not leave, each with its reason."""
    suicide = any(one.about_suicide for one in claims)
    context = Context(about_suicide=suicide, helpline=True, hopeful=True)
    found = [
        (name, one)
        for name, text in (("title", specs.title), ("ask", specs.ask))
        for one in wording.blocked(wording.check(text, context=context))
    ]
    return tuple(f"The {name} says “{one.matched}”. {one.reason}" for name, one in found)


def claims() -> tuple[Claim, ...]:
    """The claims of the deck at hand that can be made, in their order."""
    made = (point.claim(str(spec)) for spec in deck.held().specs)
    return tuple(one for one in made if isinstance(one, Claim))
