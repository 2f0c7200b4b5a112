from dataclasses import replace

import pytest

from archive import Archive
from archive.errors import ArchiveError
from tests.archive.pages import capture, described, on


def add(archive, run, page, **changes):
    return archive.add(run, page, described(page, **changes))


def test_a_document_comes_back_as_it_was_described(archive, run):
    page = capture(captured=on(3))
    assert add(archive, run, page) == "new"
    assert archive.get(page.document_id) == described(page)


def test_a_page_comes_back_byte_for_byte_with_all_that_was_known(archive, run):
    page = capture(bytes(range(256)) * 50 + b"\r\n", captured=on(3))
    add(archive, run, page)
    assert archive.original(page.document_id) == page


def test_the_same_bytes_again_change_nothing_and_say_so(archive, run):
    page = capture(captured=on(3))
    add(archive, run, page)
    before = archive.sequence(), archive.stats(), archive.history(page.document_id)
    assert add(archive, run, page) == "same"
    assert archive.seen_again(run, page)
    assert (archive.sequence(), archive.stats(), archive.history(page.document_id)) == before


def test_another_capture_keeps_the_earlier_ones_and_their_ledgers(archive, run):
    old, new = capture(b"old", captured=on(1)), capture(b"new", captured=on(2))
    add(archive, run, old)
    assert add(archive, run, new, removed=()) == "changed"
    assert archive.get(old.document_id).text == "new"
    assert archive.original(old.document_id, old.digest) == old
    assert archive.removed(old.document_id, old.digest) == described(old).removed
    assert archive.removed(old.document_id) == ()
    assert [(r.digest, r.current) for r in archive.history(old.document_id)] == [
        (old.digest, False),
        (new.digest, True),
    ]


@pytest.mark.parametrize(
    "order", [(0, 1, 2), (0, 2, 1), (1, 0, 2), (1, 2, 0), (2, 0, 1), (2, 1, 0)]
)
def test_whatever_the_order_of_ingest_the_last_fetched_bytes_are_current(archive, run, order):
    pages = [
        capture(b"A", captured=on(1)),
        capture(b"B", captured=on(2)),
        capture(b"A", captured=on(3)),
    ]
    for number in order:
        add(archive, run, pages[number])
    document = archive.get(pages[0].document_id)
    assert document.text == "A"
    a, b = archive.history(document.id)
    assert (a.captured, a.seen_last, b.captured, b.seen_last) == (on(1), on(3), on(2), on(2))
    assert document.captured == on(1)


def test_an_older_capture_that_comes_late_is_kept_and_not_current(archive, run):
    new, old = capture(b"new", captured=on(2)), capture(b"old", captured=on(1))
    add(archive, run, new)
    before = archive.sequence()
    assert add(archive, run, old) == "changed"
    assert archive.get(new.document_id).text == "new"
    assert archive.original(new.document_id, old.digest).body == b"old"
    assert archive.sequence() == before + 1


def test_what_comes_without_a_time_is_taken_as_the_newest(archive, run):
    add(archive, run, capture(b"dated", captured=on(2)))
    add(archive, run, capture(b"undated"))
    assert archive.get(capture().document_id).text == "undated"


def test_bytes_that_came_back_are_to_be_prepared_again(archive, run):
    first, second, third = capture(b"A", captured=on(1)), capture(b"B", captured=on(2)), on(3)
    add(archive, run, first)
    add(archive, run, second)
    assert archive.seen_again(run, first)
    assert not archive.seen_again(run, capture(b"A", captured=third))
    assert not archive.seen_again(run, capture(b"C", captured=third))


def test_the_same_bytes_at_two_addresses_are_two_documents_and_one_body(archive, run):
    one, other = capture(url="https://a.example"), capture(url="https://b.example")
    assert add(archive, run, one) == add(archive, run, other) == "new"
    stats = archive.stats()
    assert (stats.documents, stats.captures, stats.bytes_raw) == (2, 2, len(one.body))
    assert archive.copies(one.document_id) == (other.document_id,)
    assert archive.original(other.document_id) == other


def test_documents_without_a_group_are_no_copies_of_each_other(archive, run):
    one, other = capture(url="https://a.example"), capture(url="https://b.example")
    add(archive, run, one, group=None)
    add(archive, run, other, group=None)
    assert archive.copies(one.document_id) == ()


def test_a_document_made_of_other_bytes_is_not_taken(archive, run):
    with pytest.raises(ValueError, match="digests differ"):
        archive.add(run, capture(b"one"), described(capture(b"two")))
    assert archive.stats().captures == 0


def test_a_time_without_a_zone_is_not_taken(archive, run):
    with pytest.raises(ValueError, match="no time zone"):
        add(archive, run, capture(captured=on(1).replace(tzinfo=None)))


def test_a_run_that_was_never_begun_takes_nothing(archive):
    with pytest.raises(ArchiveError):
        add(archive, 99, capture())
    with pytest.raises(ArchiveError):
        archive.pass_over(99, None)
    assert archive.stats().captures == 0


def test_one_batch_may_hold_a_page_and_its_changes(archive, run):
    with archive.batch():
        assert add(archive, run, capture(b"A", captured=on(1))) == "new"
        assert archive.captures.has(capture().document_id, capture(b"A").digest)
        assert add(archive, run, capture(b"A", captured=on(1))) == "same"
        assert add(archive, run, capture(b"B", captured=on(2))) == "changed"
        assert archive.get(capture().document_id).text == "B"
        assert add(archive, run, capture(b"A", captured=on(3))) == "changed"
    assert archive.get(capture().document_id).text == "A"
    assert list(archive.verify()) == []
    assert archive.finish_run(run).changed == 2


def test_a_batch_that_fails_leaves_nothing_of_itself(archive, run):
    def batch():
        with archive.batch():
            add(archive, run, capture())
            archive.get(capture().document_id)
            raise RuntimeError

    add(archive, run, capture(url="https://kept.example"))
    with pytest.raises(RuntimeError):
        batch()
    assert archive.stats().documents == 1
    assert archive.finish_run(run).new == 1


def test_a_failed_write_undoes_its_batch_even_when_its_error_is_caught(archive, run):
    def batch():
        with archive.batch():
            add(archive, run, capture())
            add(archive, 99, capture(url="https://b.example"))
            with pytest.raises(ArchiveError):
                archive.get(capture().document_id)

    with pytest.raises(ArchiveError, match="nothing of it is kept"):
        batch()
    assert archive.stats().documents == 0


def test_each_change_has_the_next_number_and_scan_tells_what_came_after_one(archive, run):
    one, two = capture(url="https://a.example"), capture(url="https://b.example")
    add(archive, run, one)
    add(archive, run, two)
    assert [(n, d.id) for n, d in archive.scan()] == [(1, one.document_id), (2, two.document_id)]
    add(archive, run, capture(b"changed", url="https://a.example"))
    assert [(n, d.text) for n, d in archive.scan(after=2)] == [(3, "changed")]
    assert [n for n, _ in archive.scan()] == [2, 3]
    assert archive.sequence() == 3


def test_many_documents_come_in_the_order_that_they_were_asked_for(archive, run):
    pages = [capture(url=f"https://{n}.example") for n in range(5)]
    for page in pages:
        add(archive, run, page)
    ids = [page.document_id for page in reversed(pages)]
    assert [d.id for d in archive.get_many([ids[0], "absent", *ids[1:], ids[0]])] == [*ids, ids[0]]
    assert archive.get_many([]) == ()


def test_documents_can_come_without_their_ledgers(archive, run):
    page = capture()
    add(archive, run, page)
    (whole,) = archive.get_many([page.document_id])
    assert whole.removed
    assert archive.get_many([page.document_id], ledger=False) == (replace(whole, removed=()),)


def test_scan_goes_on_while_the_archive_changes(archive, run, monkeypatch):
    monkeypatch.setattr("archive.damaged.SCANNED_AT_ONCE", 2)
    for n in range(5):
        add(archive, run, capture(url=f"https://{n}.example"))
    seen = []
    for number, document in archive.scan():
        if number == 1:
            add(archive, run, capture(b"changed", url="https://4.example"))
        seen.append((number, document.url))
    assert seen[-1] == (6, "https://4.example")
    assert len(seen) == 5


def test_ids_are_found_by_how_they_begin(archive, run):
    page = capture()
    add(archive, run, page)
    id = page.document_id
    assert (
        archive.find_ids(id[:4])
        == archive.find_ids(id[:4].upper())
        == archive.find_ids(id)
        == (id,)
    )
    assert archive.find_ids("%") == archive.find_ids("_" * 16) == archive.find_ids("zz") == ()


def test_an_archive_opened_again_has_it_all(archive, run, folder):
    page = capture(captured=on(1))
    add(archive, run, page)
    with Archive.open(folder) as again:
        assert again.get(page.document_id) == described(page)
