"""The rules of cleaning, in the order in which they are asked: the first that fires wins."""

from indexer.cleaning.rules import (
    calls,
    comments,
    consent,
    evidence,
    footers,
    layout,
    navigation,
    notices,
    prompts,
    related,
    sharing,
    shop,
)

# What words know for certain comes first: their reasons say most. Markup comes last.
RULES = (
    *notices.RULES,
    *navigation.RULES,
    *consent.RULES,
    *sharing.RULES,
    *calls.RULES,
    *prompts.RULES,
    *related.RULES,
    *comments.RULES,
    *footers.RULES,
    *shop.RULES,
    *layout.RULES,
    *evidence.RULES,
)

# Asked in a second round, when it is known what the others took.
AFTER_OTHERS = (*navigation.AFTER_OTHERS, *notices.AFTER_OTHERS)
