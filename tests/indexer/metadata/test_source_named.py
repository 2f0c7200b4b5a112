from archive.source_names import SourceName, SourceNames, folded
from archive.supplied import SaidBy, supplied_by
from indexer.metadata import describe

POST = SourceName("The Harbour Post", ("HP Online", "harbourpost.example"))
NAMES = SourceNames({folded(name): POST for name in (POST.name, *POST.aliases)})
PAGE = "<html><head>{}</head><body><h1>The ferry stays</h1></body></html>"


def source(head="", **given):
    return describe(html=PAGE.format(head), names=NAMES, **given).source


def test_a_page_that_names_an_alias_has_the_sources_one_name_and_quotes_the_alias():
    found = source('<meta property="og:site_name" content="HP online">')
    assert (found.value, found.quote) == ("The Harbour Post", "HP online")
    assert found.finder == "meta og:site_name, named in sources.toml"


def test_a_page_of_an_alias_host_has_the_sources_name_whatever_it_says():
    head = '<meta property="og:site_name" content="Harbour Post Weekend">'
    found = source(head, url="https://www.harbourpost.example/a")
    assert (found.value, found.quote) == ("The Harbour Post", "www.harbourpost.example"[4:])


def test_what_a_manifest_states_goes_by_its_one_name():
    assert (
        source(supplied=supplied_by(SaidBy.MANIFEST, source="harbourpost.example")).value
        == "The Harbour Post"
    )


def test_a_manifest_wins_over_the_table_of_hosts():
    found = source(
        supplied=supplied_by(SaidBy.MANIFEST, source="Quay Post"),
        url="https://harbourpost.example/a",
    )
    assert (found.value, found.finder) == ("Quay Post", "manifest")


def test_a_source_that_is_written_as_the_table_has_it_keeps_its_evidence():
    found = source('<meta property="og:site_name" content="The Harbour Post">')
    assert found.finder == "meta og:site_name"
