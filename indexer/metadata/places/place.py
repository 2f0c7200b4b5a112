"""A decided name as the Place that travels on."""

from math import exp

from archive.document import Place
from indexer.metadata.places.atlas import atlas
from indexer.metadata.places.decide import Decided
from indexer.metadata.places.page import Page
from indexer.metadata.places.sense import Sense

# How fast a better fit than the next namesake becomes certainty.
MARGIN_SLOPE = 1.5
MOST_REASONS = 2


def place_of(page: Page, items: list[Decided]) -> Place:
    """The place that these groups of mentions name; confidence is the best group's."""
    mentions = [mention for item in items for mention in item.group.mentions]
    spans = sorted({(m.start - page.text_starts, m.end - page.text_starts) for m in mentions})
    best = max(items, key=lambda item: item.odds)
    choice = best.choice
    certain = 1 / (1 + exp(-MARGIN_SLOPE * choice.margin))
    reasons = list(dict.fromkeys(reason for mention in mentions for reason in mention.reasons))
    if choice.evidence not in reasons:
        reasons.insert(0, choice.evidence)
    return plain_place(
        choice.sense,
        mentions=len(mentions),
        spans=tuple(span for span in spans if span[0] >= 0),
        confidence=round(min(best.odds, certain), 3),
        evidence="; ".join(reasons[: MOST_REASONS + 1]),
    )


def plain_place(
    sense: Sense,
    *,
    mentions: int = 1,
    spans: tuple[tuple[int, int], ...] = (),
    confidence: float = 1.0,
    evidence: str = "",
) -> Place:
    """The place of a sense, its region and country by name."""
    known = atlas()
    region = known.regions.get((sense.country, sense.region)) if sense.kind != "country" else None
    country = known.countries.get(sense.country)
    return Place(
        geonames_id=sense.geonames_id,
        name=sense.name,
        kind=sense.kind,
        region=region.name if region else None,
        country=country.name if country else sense.country,
        mentions=mentions,
        spans=spans,
        confidence=confidence,
        evidence=evidence,
    )
