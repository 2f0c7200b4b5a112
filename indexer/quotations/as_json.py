"""A checked quotation as JSON."""

from indexer.quotations.checking import Check, Checked
from indexer.quotations.passage import Passage
from indexer.wire import DIGITS, Json, published_json


def checked_json(checked: Checked) -> dict[str, Json]:
    """As `fonds quote --json` gives it."""
    return check_json(checked.whole) | {
        "standing": checked.standing.value,
        "quoted_words": [check_json(check) for check in checked.quoted],
        "sentences": [check_json(check) for check in checked.sentences],
        "parts_left_out": checked.left_out,
    }


def check_json(check: Check) -> dict[str, Json]:
    """One text; `verdict` is "word for word", "nearly" or "nowhere"."""
    verdict = "word for word" if check.exact else "nearly" if check.near else "nowhere"
    return {
        "quotation": check.text,
        "verdict": verdict,
        "pages": check.pages,
        "complete": not check.too_late,
        "passages": [passage_json(passage) for passage in check.passages],
    }


def passage_json(passage: Passage) -> dict[str, Json]:
    """Where it stands; `parts` are both sides with what differs."""
    return {
        "id": passage.id,
        "title": passage.title,
        "url": passage.url,
        "source": passage.source,
        "language": passage.language,
        "published": published_json(passage.published),
        "where": passage.where.value,
        "start": passage.start,
        "end": passage.end,
        "removed_lines": [
            {"number": line.number, "rule": line.rule, "reason": line.reason}
            for line in passage.lines
        ],
        "similarity": round(passage.similarity, DIGITS),
        "word_for_word": passage.exact,
        "parts": [
            {"kind": part.kind.value, "quoted": part.quoted, "page": part.page}
            for part in passage.parts
        ],
        "before": passage.before,
        "after": passage.after,
    }
