"""One campaign: how far it reached, and how we know."""

from utils.ui import campaign_evidence, campaign_parts, campaigns, cards, doors, layout, safety
from utils.ui.page import page

with page("campaigns", "Campaigns"):
    top, choices, left, right, below = layout.statistics()
    with choices:
        campaign = campaigns.campaign()
        view = campaigns.view(campaign)
    drawn = campaign_parts.drawing(view)
    with top:
        cards.campaign(campaign, campaign_evidence.answer(campaign, drawn))
        safety.note(campaign, campaign.region)
    with left:
        campaign_parts.picture(view, drawn)
    with right:
        campaign_parts.counts(view)
        doors.open_to(doors.of_campaign(view, drawn[1] if drawn else None))
    with below:
        campaign_evidence.limits(campaign)
        campaign_evidence.rungs(campaign)
        campaign_evidence.studied(campaign)
        campaign_parts.source(view, drawn)
