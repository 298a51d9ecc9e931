"""What is known about a text besides its words; everything unknown is left at its default."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Context:
    """What kind of text is checked. With no context, only rules that need none apply.

    artefact: the text is all that leaves (a page, a deck, a post), so what is missing counts.
    about_suicide: it is about suicide or self-harm even where these words do not say so.
    helpline, hopeful, pictured: a helpline, a sentence of help, or an icon array stands beside it.
    cross_panel: it speaks of reach and of a statistic, so no cause may be said (S11).
    study: it states a published effect that carries its citation, so S11 lets it.
    claim: it states a figure of its own and must name the period (P01).
    screen: a survey screen or self-report, no diagnosis. self_selected: whoever chose to answer.
    place_level: places were counted, not persons. modelled, provisional: status of the figure.
    search_index: an index of searches, no count.
    shares_of_all: its shares are all of one whole group, none is a share of another.
    tested: a documented test stands behind it. unclear: the difference may be chance.
    campaigns: names of campaigns, each of which counts as reach wherever it stands.
    spoken: it is read aloud. sample: people asked, 0 if unknown. clarity: a stored score on the
    CDC Clear Communication Index, 0 to 100, `None` if nobody scored it.
    """

    artefact: bool = False
    about_suicide: bool = False
    helpline: bool = False
    hopeful: bool = False
    pictured: bool = False
    cross_panel: bool = False
    study: bool = False
    claim: bool = False
    screen: bool = False
    self_selected: bool = False
    place_level: bool = False
    modelled: bool = False
    provisional: bool = False
    search_index: bool = False
    shares_of_all: bool = False
    tested: bool = False
    unclear: bool = False
    campaigns: tuple[str, ...] = ()
    spoken: bool = False
    sample: int = 0
    clarity: float | None = None


UNKNOWN = Context()
"""Nothing is known but the words."""
