"""An account of a query and a document as a person reads it: a tree of clauses, with passages."""

from typing import TYPE_CHECKING

from cli.output import console, one_line
from cli.speaking import said, tell

if TYPE_CHECKING:
    from rich.text import Text

    from indexer.why import Account, Clause, Passage, Reason, Standing

STEP = "  "
BELOW = "     "  # under the clause's own words, after "yes  "


def print_account(account: "Account") -> None:
    """The verdict, what was understood, then each clause."""
    out = console()
    page = f"{account.id}  {one_line(account.title)}"
    if account.holds:
        out.print(tell("The query finds {page}", page=page))
    else:
        out.print(tell("The query does not find {page}", page=page))
    out.print(tell("Understood: {query}", query=one_line(account.understood)))
    if account.clause is None:
        out.print(tell("An empty query finds every page."))
    else:
        out.print()
        print_clause(account.clause, "")


def print_clause(clause: "Clause", indent: str) -> None:
    """One clause, its evidence, then those that it is made of."""
    from rich.text import Text

    from indexer.why.labels import label

    out = console()
    sign = Text("yes", "green") if clause.holds else Text("no", "red")
    sign = Text(f"{tell(sign.plain):<{len(BELOW)}}", sign.style)
    head = Text(indent).append_text(sign).append(one_line(clause.typed), "bold")
    out.print(head.append(f"   {said(label(clause.kind, clause.scope))}", "dim"))
    for standing in clause.standings:
        print_standing(standing, indent + BELOW)
    for reason in clause.reasons:
        print_reason(reason, indent + BELOW)
    for each in clause.clauses:
        print_clause(each, indent + STEP)


def print_reason(reason: "Reason", indent: str) -> None:
    """A sentence, and the places that it speaks of."""
    console().print(f"{indent}{one_line(tell(reason.message, **dict(reason.values)))}")
    for standing in reason.standings:
        print_standing(standing, indent)


def print_standing(standing: "Standing", indent: str) -> None:
    """The part, how often, and the first places."""
    from indexer.why.labels import PARTS

    out, part = console(), PARTS[standing.part]
    if not standing.times:
        part = said(part)
    elif standing.times == 1:
        part = tell("{part}, once", part=part)
    else:
        part = tell("{part}, {count} times", part=part, count=standing.times)
    out.print(f"{indent}{part}", style="dim")
    for passage in standing.passages:
        out.print(shown(passage, indent + STEP))
        if passage.line is not None:
            line = passage.line
            by = tell("line {number}, removed by {rule}", number=line.number, rule=line.rule)
            out.print(f"{indent}{STEP}{one_line(f'{by}: {said(line.reason)}')}", style="dim")


def shown(passage: "Passage", indent: str) -> "Text":
    """The passage with its marks in bold."""
    from rich.text import Text

    from cli.hits import marked

    snippet = passage.snippet
    return Text(indent).append_text(marked(snippet.text, snippet.marks, "bold"))
