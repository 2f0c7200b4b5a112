"""Whoosh's terms and postings in bulk: made by a sort, joined, packed, read again term by term."""

from itertools import accumulate, chain

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from indexer.engines.whoosh_engine.bulk import (
    Bulk,
    Growing,
    joined,
    of_terms,
    of_words,
    renumbered,
)
from indexer.engines.whoosh_engine.lexicon import Known, Lexicon, LexiconWriter
from indexer.engines.whoosh_engine.packing import packed
from indexer.engines.whoosh_engine.postings import unpack

# By term, the places of each document that holds it: what a bulk says, in the plainest form.
Plain = dict[str, dict[int, list[int]]]

WORDS = st.sampled_from(["a", "b", "ba", "é", "漢", "\U0001f600", "\ud800", "z" * 300])
DOCUMENTS = st.lists(st.lists(WORDS, max_size=8), max_size=6)


def numbered(documents: list[list[str]], first: int = 0) -> Bulk:
    """The postings of some documents, one number apart."""
    names = sorted(set(chain(*documents)), reverse=True)
    words = np.array([names.index(word) for word in chain(*documents)], np.uint32)
    docs = np.array(range(first, first + 2 * len(documents), 2), np.uint32)
    return of_words(words, np.array([*map(len, documents)], np.uint32), docs, names)


def said_by(documents: list[list[str]], first: int = 0) -> Plain:
    plain: Plain = {}
    for number, words in enumerate(documents):
        for place, word in enumerate(words):
            plain.setdefault(word, {}).setdefault(first + 2 * number, []).append(place)
    return plain


def plainly(found: Bulk) -> Plain:
    assert found.terms == sorted(set(found.terms))
    plain: Plain = {}
    begins = [0, *accumulate(found.counts.tolist())]
    for number, term in enumerate(found.terms):
        rows = range(found.starts[number], found.starts[number + 1])
        plain[term] = {
            int(found.docs[row]): found.positions[begins[row] : begins[row + 1]].tolist()
            for row in rows
        }
        assert list(plain[term]) == sorted(plain[term])
    return plain


@settings(max_examples=200, deadline=None)
@given(DOCUMENTS)
def test_every_word_of_every_document_is_where_it_was_said(documents: list[list[str]]) -> None:
    assert plainly(numbered(documents)) == said_by(documents)


@settings(max_examples=200, deadline=None)
@given(DOCUMENTS, DOCUMENTS, st.integers(0, 63))
def test_joining_keeps_the_living_documents_under_new_numbers(
    new: list[list[str]], old: list[list[str]], lives: int
) -> None:
    size = 2 * len(old)
    live = np.array([bool(lives >> number & 1) for number in range(size)], bool)
    numbers = (np.cumsum(live) + 99).astype(np.uint32)
    found = joined([numbered(new), renumbered(numbered(old), live, numbers)])
    expected = said_by(new)
    for term, places in said_by(old).items():
        for doc, where in places.items():
            if live[doc]:
                expected.setdefault(term, {})[int(numbers[doc])] = where
    assert plainly(found) == expected


@settings(max_examples=200, deadline=None)
@given(DOCUMENTS, st.sampled_from([0, 200, 70_000]))
def test_what_is_packed_is_read_again_term_by_term(documents: list[list[str]], first: int) -> None:
    found = numbered(documents, first)
    read: Plain = {}
    for term, data in zip(found.terms, packed(found), strict=True):
        postings = unpack(b"before" + data, len(b"before"), positions=True)
        places = np.split(postings.positions, np.cumsum(postings.counts)[:-1])
        docs = postings.docs.tolist()
        read[term] = {doc: where.tolist() for doc, where in zip(docs, places, strict=True)}
    assert read == said_by(documents, first)


def test_values_without_places_are_packed_too() -> None:
    value, other = Growing(), Growing()
    for doc in (3, 300, 70_000):
        value.add(doc)
    other.add(5)
    found = of_terms({"b": value, "a": other})
    postings = [unpack(data, 0, positions=True) for data in packed(found)]
    assert [each.docs.tolist() for each in postings] == [[5], [3, 300, 70_000]]
    assert [each.positions.tolist() for each in postings] == [[], []]


@settings(max_examples=200, deadline=None)
@given(st.dictionaries(st.sampled_from(["one", "two"]), st.frozensets(WORDS)), WORDS)
def test_a_lexicon_finds_each_term_and_no_other(
    fields: dict[str, frozenset[str]], prefix: str
) -> None:
    writer = LexiconWriter()
    held = {
        name: [Known(term, 7 * number, number) for number, term in enumerate(sorted(terms))]
        for name, terms in fields.items()
    }
    for name, terms in held.items():
        offsets, documents = [each.offset for each in terms], [each.documents for each in terms]
        writer.add(name, [each.term for each in terms], offsets, documents)
    lexicon = Lexicon(writer.to_bytes())
    for name in ("one", "two", "three"):
        terms = held.get(name, [])
        assert [*lexicon.beginning(name)] == terms
        begun = [known for known in terms if known.term.startswith(prefix)]
        assert [*lexicon.beginning(name, prefix)] == begun
        assert lexicon.find(name, prefix) == next((k for k in terms if k.term == prefix), None)
    assert [*lexicon.offsets()] == [known.offset for terms in held.values() for known in terms]
