"""Writes docs/cleaning.md from the table of rules: `python docs/generate/cleaning.py`."""

import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
PAGE = ROOT / "docs" / "cleaning.md"

INTRODUCTION = """\
# Cleaning: what goes, and why

Fonds keeps a page's own words and takes out what its site put around them. Each line that goes is
kept in the ledger with the rule that took it and the reason; removed lines stay searchable with
`removed:`. Kept and removed lines together restore the page, in order.

How a page is cleaned:

1. It is read as lines. HTML gives one line for each block of text, and says of each line what its
   tags say: the landmark and the kind of area it lies in, how much of it is link text, whether it
   is hidden. Flattened text gives its lines as they are.
2. Each line is shown to the rules below, in this order; the first that fires takes it. The same
   rules serve HTML and flattened text. Rules that rest on tags find nothing in flattened text.
3. Lines that no word decided are judged: a small learned model (`indexer/cleaning/judge/`) says
   from the line's shape, its words, its neighbours, its tags and its page how likely it is to be
   text, and the choice of lines that promises the best balance is kept. What rules know from tags
   alone is evidence here, and the judge can overrule it. A line that the judge takes stands in
   the ledger as "judged-furniture" with what is plain to see of it and its likelihood; a line
   that is kept without being sure carries its likelihood. It judges twice: each line by itself,
   then anew by what the first judgement made of the lines around it. From text that an extractor
   has thinned already only what is surely no text goes. Pages of fewer than 30 lines are not
   judged.
   Where that would take more than {share:.0%} of the running text of a long page, the page is
   judged again in pieces of about {piece:,} characters, cut between lines, each with the {around}
   lines above and below it in view; the verdicts are joined. Likelihoods collapse with a page's
   length, and a statute or an agenda is text from end to end.
   A name that speaks ("THE CLERK:" above a sentence, or one that returns) stays, whatever rules
   and judge say of its looks.
   Then the page's structure is heard. Where at least half of the lines are numbered ("(a)", "2.1",
   "Art. 4"), rows that end in an amount, labels with a value, or end as sentences do, and rules
   found hardly any furniture, those lines stay, and up to {plain} plain ones in a row between them.
   On every page, lines of one form stay together where most of them do ("Carried." here as there),
   and so do a line or two between kept ones; where the judge would take hardly anything and rules
   took at most one line, it takes nothing. What is mostly link, lies in an area of furniture or was
   taken by a rule does not stay for its structure.
4. Lines that the page's source repeats on its other pages go as "repeated-on-site", where they
   stand in blocks; [reprocess.md](reprocess.md) tells how that is learned.
5. What is left is repaired: Unicode NFC, plain spaces, no soft hyphens and no invisible characters,
   one blank line between paragraphs.

When a rule is unsure, the line stays. Where the rules would take every line, all lines stay and the
page is flagged "cleaning left nothing". Of a page with more than {limit:,} lines, the rules look at
the first and last {half:,}; it is flagged too. What an archivist ordered of a source's lines wins
over all of it: [overrides.md](overrides.md) tells how to find a wrong rule and mend what it did.

This page is made from the rules (`python docs/generate/cleaning.py`); do not edit it by hand.

## The rules
"""


def document() -> str:
    """The page as it should be."""
    from indexer.cleaning.judge.judge import MOST_TEXT_TAKEN
    from indexer.cleaning.judge.pieces import LINES_AROUND, PIECE_CHARACTERS
    from indexer.cleaning.judge.structured import MOST_PLAIN
    from indexer.cleaning.line import MAX_RULED_LINES
    from indexer.cleaning.rules import AFTER_OTHERS, RULES

    introduction = INTRODUCTION.format(
        limit=2 * MAX_RULED_LINES,
        half=MAX_RULED_LINES,
        share=MOST_TEXT_TAKEN,
        piece=PIECE_CHARACTERS,
        around=LINES_AROUND,
        plain=MOST_PLAIN,
    )
    parts = [introduction]
    for rule in (*RULES, *AFTER_OTHERS):
        parts.append(f"### {rule.name}\n\n{rule.reason}\n\nSource: {rule.source}.\n")
        parts.append("Takes:\n\n" + "\n".join(shown(example) for example in rule.taken) + "\n")
        parts.append("Leaves:\n\n" + "\n".join(shown(example) for example in rule.left) + "\n")
    return "\n".join(parts)


def shown(example: str) -> str:
    """An example as an item of a list, its lines parted by a stroke."""
    return f"- `{example.lstrip('@').replace(chr(10), ' ⏎ ')}`"


if __name__ == "__main__":
    sys.path.insert(0, str(ROOT))
    PAGE.write_text(document(), encoding="utf-8")
    print(f"wrote {PAGE.relative_to(ROOT)}")
