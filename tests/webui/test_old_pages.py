"""Pages of years that are too long ago to be drawn."""

from datetime import date
from pathlib import Path

from archive import Archive
from archive.document import PublicationDate
from indexer.index import open_index
from indexer.search import Searcher
from tests.webui.pages import page as a_page
from tests.webui.test_search_page import page, words
from webui import create_app


def test_the_front_page_tells_the_earliest_year_also_where_no_bar_is_drawn_for_it(
    tmp_path: Path,
) -> None:
    with Archive.create(tmp_path / "archive") as archive:
        run = archive.begin_run("test", ("pages",))
        for year in (1887, 2005, 2022):
            published = PublicationDate(date(year, 5, 1), date(year, 5, 1), "dateline", "")
            archive.add(run, *a_page(f"Of {year}", f"Said in {year}.", published=published))
        archive.finish_run(run)
        engine = open_index(archive)
        soup = page(create_app(Searcher(archive, engine), archive).test_client(), "/")
        engine.close()
    assert "dated from 1887 to 2022" in words(soup, ".holds")[0]
    assert words(soup, ".timeline .as-table tbody th")[0] == "1903"
    assert "1 page of earlier years" in words(soup, ".timeline .aside")[0]
