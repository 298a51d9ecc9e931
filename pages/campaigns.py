"""One campaign: how far it reached, and how we know."""

from utils.language import say
from utils.ui import campaign_evidence, campaigns, cards, explore, layout
from utils.ui.page import page

with page("campaigns", "Campaigns"):
    top, choices, left, right, below = layout.statistics()
    with choices:
        campaign = campaigns.campaign()
    with top:
        cards.title(say("How far did {campaign} reach?", campaign=campaign.title))
    # what stands above comes first, or it would push down what is there already
    known, source = below.container(), below.container()
    with choices:
        explore.campaign(campaign, top, left, right, source)
    with known:
        campaign_evidence.limits(campaign)
        campaign_evidence.rungs(campaign)
        campaign_evidence.studied(campaign)
