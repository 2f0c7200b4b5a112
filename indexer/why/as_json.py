"""An account as JSON, as `fonds why --json` and the API give it."""

from indexer.why.account import Account, Clause, Passage, Reason, Standing
from indexer.wire import Json, removed_json, snippet_json


def account_json(account: Account) -> dict[str, Json]:
    """A whole account; `clause` is null for an empty query, which finds everything."""
    return {
        "id": account.id,
        "title": account.title,
        "query": account.query,
        "understood": account.understood,
        "holds": account.holds,
        "clause": None if account.clause is None else clause_json(account.clause),
    }


def clause_json(clause: Clause) -> dict[str, Json]:
    """A clause with those that it is made of."""
    return {
        "kind": clause.kind.value,
        "typed": clause.typed,
        "scope": clause.scope.value,
        "holds": clause.holds,
        "standings": [standing_json(standing) for standing in clause.standings],
        "reasons": [reason_json(reason) for reason in clause.reasons],
        "clauses": [clause_json(each) for each in clause.clauses],
    }


def standing_json(standing: Standing) -> dict[str, Json]:
    """Where something stands in one part of the page."""
    return {
        "part": standing.part.value,
        "times": standing.times,
        "passages": [passage_json(passage) for passage in standing.passages],
    }


def passage_json(passage: Passage) -> dict[str, Json]:
    """A passage; of a removed line, with the line, in which `offset` counts."""
    line = None if passage.line is None else removed_json(passage.line)
    return {**snippet_json(passage.snippet), "line": line}


def reason_json(reason: Reason) -> dict[str, Json]:
    """A reason: a name for programs, a sentence for people."""
    return {
        "because": reason.because.value,
        "text": reason.text,
        "standings": [standing_json(standing) for standing in reason.standings],
    }
