"""What the archive tells of itself: refusals, counts, rules, runs; and what goes wrong."""

from webui.api.shape import (
    COUNT,
    CURSOR,
    Many,
    Maybe,
    Plain,
    Record,
    count,
    day,
    moment,
    number,
    text,
)
from webui.api.shapes.document import REASON
from webui.api.shapes.page import DIGEST, DOCUMENT_ID
from webui.words import later

REFUSAL = Record(
    "Refusal",
    later("A page that could not be taken, and why."),
    {
        "origin": text(later("Where it was read from.")),
        "reason": REASON,
        "mend": text(later("What to do about it.")),
        "offset": Maybe(COUNT, later("Where the fault is in the origin, in bytes.")),
        "digest": Maybe(DIGEST),
        "first_seen": moment(),
        "last_seen": moment(),
        "run": Plain("integer", later("The last run that met it.")),
    },
)
REFUSALS = Record(
    "Refusals",
    later("Refused pages, in the order in which they were first met."),
    {"total": COUNT, "refusals": Many(REFUSAL), "next": CURSOR},
)
COUNTED = Record("Counted", later("A name and how many pages."), {"name": text(), "count": COUNT})
STATS = Record(
    "Stats",
    later("What the archive holds, corrections laid over."),
    {
        "documents": COUNT,
        "captures": COUNT,
        "refusals": COUNT,
        "removed_lines": count(later("Lines that were removed from all captures.")),
        "bytes_raw": count(later("The pages as they came, in bytes.")),
        "bytes_stored": count(later("The same as they are kept, in bytes.")),
        "languages": Many(COUNTED, later("Main languages, most pages first.")),
        "sources": Many(COUNTED, later("Sources, most pages first.")),
        "unsourced": count(later("Pages whose source is unknown.")),
        "exact_dates": count(later("Pages dated to the day.")),
        "ranged_dates": count(later("Pages dated to a range of days.")),
        "undated": count(later("Pages without a date.")),
        "first_date": Maybe(day(), later("The earliest day that any page can be of.")),
        "last_date": Maybe(day(), later("The latest day.")),
        "withdrawn": count(later("Pages that were withdrawn for good.")),
        "hidden": count(later("Pages that are hidden for a time.")),
        "redacted": count(later("Pages in which words were blacked out.")),
    },
)
SAMPLE = Record(
    "Sample",
    later("A line that a rule took, once however often it took it."),
    {
        "text": text(later("How it begins.")),
        "cut": count(later("How many characters more it has.")),
        "times": count(later("How often the rule took it.")),
        "document": DOCUMENT_ID,
        "number": Plain("integer", later("The line's number in the original."), least=1),
        "reason": REASON,
        "score": Maybe(number("", 0, 1), later("The share or likelihood that this rests on.")),
    },
)
RULE = Record(
    "Rule",
    later("What one rule took."),
    {
        "rule": text(later("The name of the rule.")),
        "lines": COUNT,
        "documents": COUNT,
        "words": COUNT,
        "samples": Many(SAMPLE),
    },
)
RUN = Record(
    "Run",
    later("One time that pages were brought in or made again, and what became of them."),
    {
        "id": Plain("integer"),
        "started": moment(),
        "finished": Maybe(moment(), later("Null while it goes on, or where it was cut off.")),
        "new": COUNT,
        "changed": COUNT,
        "same": COUNT,
        "refused": COUNT,
        "passed_over": COUNT,
    },
)
METHODS = Record(
    "Methods",
    later("How this archive was made."),
    {
        "stats": STATS,
        "rules": Many(RULE, later("The rules that removed lines.")),
        "refused": Many(COUNTED, later("Reasons of refusals, most pages first.")),
        "runs": Many(RUN, later("Oldest first.")),
        "fonds": text(later("The version of Fonds.")),
        "analysis": Plain("integer", later("The version of how words are made of text.")),
        "engine": text(later("Which engine answers.")),
    },
)
SUGGESTION = Record(
    "Suggestion",
    later("How what was typed may go on."),
    {
        "kind": text(values=("word", "phrase", "place", "source", "author", "title")),
        "label": text(later("What the kind is called.")),
        "text": text(later("What is suggested.")),
        "mark": Many(COUNT, later("Where what was typed stands in it."), 2, 2),
        "count": count(later("Pages that have it; about so many for words.")),
        "query": Maybe(text(), later("What the search box may hold then.")),
        "url": text(later("The address that it leads to."), form="uri-reference"),
    },
)
SUGGESTIONS = Record(
    "Suggestions",
    later("How what was typed may go on."),
    {"query": text(later("What was typed.")), "suggestions": Many(SUGGESTION)},
)
PROBLEM = Record(
    "Problem",
    later("What went wrong, as problem details (RFC 9457)."),
    {
        "type": text(later("What kind of problem it is; it does not change."), form="uri"),
        "title": text(),
        "status": Plain("integer", later("The same as the status of the answer.")),
        "detail": text(later("What is wrong, in a sentence.")),
        "mend": text(later("What to do, in a sentence.")),
        "position": count(later("Where a query goes wrong, in characters.")),
        "parameter": text(later("The parameter at fault.")),
    },
    frozenset({"mend", "position", "parameter"}),
)
