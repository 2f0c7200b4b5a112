"""Every name that can stand in the ledger beside a line: rules, and what decides besides them."""

from dataclasses import dataclass

from indexer.cleaning.cleaned import JUDGED
from indexer.cleaning.overrides import OVERRIDE
from indexer.cleaning.repeated import NAME as REPEATED
from indexer.cleaning.rules import AFTER_OTHERS, RULES

# The deciders whose scores say how likely a line was to be text, so that some are more doubtful.
WITH_LIKELIHOOD = frozenset({JUDGED})


@dataclass(frozen=True, slots=True)
class Decider:
    """A name of the ledger.

    reason:     why it takes a line, in a sentence
    known_from: where we know such lines from
    """

    name: str
    reason: str
    known_from: str


DECIDERS: tuple[Decider, ...] = (
    *(Decider(rule.name, rule.reason, rule.source) for rule in (*RULES, *AFTER_OTHERS)),
    Decider(
        REPEATED,
        "Its source repeats it on many pages.",
        "counted on the source's own pages; `fonds reprocess` counts again",
    ),
    Decider(
        JUDGED,
        "By its looks, words, neighbours and place it is more likely furniture than text.",
        "a small model, learned from pages whose text people marked",
    ),
    Decider(OVERRIDE, "The archivist ordered it.", "overrides.toml of the archive"),
)


def decider(name: str) -> Decider | None:
    """The decider of that name, or None: an earlier version's, or a slip of the pen."""
    return next((one for one in DECIDERS if one.name == name), None)
