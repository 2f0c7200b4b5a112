"""An account as JSON, as `fonds why --json` and the API give it."""

from indexer.phrasebook import told
from indexer.why.account import Account, Clause, Passage, Reason, Standing
from indexer.wire import Json, removed_json, snippet_json


def account_json(account: Account, code: str = "en") -> dict[str, Json]:
    """A whole account; `clause` is null for an empty query, which finds everything.

    code: the language of its sentences; `account.understood` is in the one it was made in
    """
    return {
        "id": account.id,
        "title": account.title,
        "query": account.query,
        "understood": account.understood,
        "holds": account.holds,
        "clause": None if account.clause is None else clause_json(account.clause, code),
    }


def clause_json(clause: Clause, code: str = "en") -> dict[str, Json]:
    """A clause with those that it is made of."""
    return {
        "kind": clause.kind.value,
        "typed": clause.typed,
        "scope": clause.scope.value,
        "holds": clause.holds,
        "standings": [standing_json(standing) for standing in clause.standings],
        "reasons": [reason_json(reason, code) for reason in clause.reasons],
        "clauses": [clause_json(each, code) for each in clause.clauses],
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


def reason_json(reason: Reason, code: str = "en") -> dict[str, Json]:
    """A reason: a name for programs, a sentence for people."""
    return {
        "because": reason.because.value,
        "text": told(reason.message, reason.values, code).text,
        "standings": [standing_json(standing) for standing in reason.standings],
    }
