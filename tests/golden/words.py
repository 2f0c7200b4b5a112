"""Prose apart from structure: the words of an answer stand in `words/`, a mark in their place.

A sentence that is worded anew changes one line there, wherever it is told.
"""

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

MARK = "‹words›"

# Keys whose values are sentences, or names that code gives to evidence.
PROSE = frozenset(
    {
        "charset_evidence",
        "date_evidence",
        "description",
        "evidence",
        "finder",
        "flags",
        "known_from",
        "mend",
        "not_understood",
        "other_copies",
        "reason",
        "remains",
        "summary",
        "understood",
        "warnings",
    }
)
# Objects that count by sentences, and a list that does so under "name".
COUNTED = frozenset({"passed_over_for", "refused_for"})
NAMED = "refused"
# Objects known by all of these keys, and which of them are prose there: a problem of the API, a
# fault that `fonds verify` finds.
KNOWN_BY = {
    frozenset({"type", "title", "status", "detail"}): frozenset({"title", "detail"}),
    frozenset({"what", "where", "mend"}): frozenset({"what"}),
}


@dataclass
class Words:
    """The sentences of one answer, in the order in which it tells them."""

    told: list[str] = field(default_factory=list)

    def apart(self, sentence: str) -> str:
        """What stands for a sentence in the structure."""
        if not sentence:
            return ""
        self.told.append(sentence)
        return MARK

    def without(self, value: object, *, prose: bool = False) -> object:
        """A JSON value with a mark for every sentence."""
        if isinstance(value, dict):
            more = (prose for known, prose in KNOWN_BY.items() if value.keys() >= known)
            keys = PROSE.union(*more)
            return {name: self.of_key(name, item, name in keys) for name, item in value.items()}
        if isinstance(value, list):
            return [self.without(item, prose=prose) for item in value]
        return self.apart(value) if prose and isinstance(value, str) else value

    def of_key(self, name: str, value: object, prose: bool) -> object:
        """The value of a key."""
        if name in COUNTED and isinstance(value, dict):
            return [{self.apart(sentence): count} for sentence, count in value.items()]
        if name == NAMED and isinstance(value, list) and all("name" in item for item in value):
            return [{**item, "name": self.apart(item["name"])} for item in value]
        return self.without(value, prose=prose)

    def json_lines(self, text: str) -> str:
        """JSON Lines with marks; a line that Python would write otherwise stays as it is."""
        return "".join(self.json_line(line) for line in text.splitlines(keepends=True))

    def json_line(self, line: str) -> str:
        """One of them."""
        value = json.loads(line)
        if json.dumps(value, ensure_ascii=False) + "\n" != line:
            return line
        return json.dumps(self.without(value), ensure_ascii=False) + "\n"

    def lines(self, text: str) -> str:
        """A text with a mark for every line."""
        return "".join(f"{self.apart(line)}\n" for line in text.splitlines())


def read(path: Path) -> dict[str, dict[str, list[int]]]:
    """Sentence to case to its places there, 1 for the first; nothing where no such file is yet."""
    return json.loads(path.read_text("utf-8")) if path.exists() else {}


def of_case(path: Path, case: str) -> list[str]:
    """The sentences that a case is to tell, in their order."""
    found = read(path).items()
    placed = [(place, sentence) for sentence, told in found for place in told.get(case, ())]
    return [sentence for _, sentence in sorted(placed)]


def written(answers: Mapping[str, Words]) -> str:
    """The file of the words of all cases: a line for each sentence."""
    told: dict[str, dict[str, list[int]]] = {}
    for case, words in answers.items():
        for place, sentence in enumerate(words.told, 1):
            told.setdefault(sentence, {}).setdefault(case, []).append(place)
    lines = (
        f"{json.dumps(sentence, ensure_ascii=False)}: {json.dumps(told[sentence])}"
        for sentence in sorted(told)
    )
    return "{\n" + ",\n".join(lines) + "\n}\n"
