"""The site, made around an open searcher and archive."""

import logging
from datetime import date
from types import TracebackType
from typing import TYPE_CHECKING, Any

from flask import Flask

from archive import Archive
from archive.origins import public_origin
from archive.settings import Settings
from webui.absolute import PUBLIC_URL
from webui.api import api
from webui.api.docs_page import api_docs
from webui.assets import version_assets
from webui.citations import pages as citing_pages
from webui.corrections import correction_words, field_name
from webui.coverage_page import pages as coverage_pages
from webui.dates import day_words, moment_words, published_words
from webui.differences_page import pages as differences_pages
from webui.document_page import pages as document_pages
from webui.export import exports
from webui.facet_page import pages as facet_pages
from webui.failures import register as register_failures
from webui.feed import feed_address, feeds
from webui.gate.gate import EXTENSION as GATE
from webui.gate.gate import Gate, check_reader, reader
from webui.gate.hosts import Hosts, HostStep
from webui.gate.login import pages as login_pages
from webui.gate.proxies import ProxyStep
from webui.lists import pages as lists_pages
from webui.logged import SAFE, kinds, places
from webui.methods_page import pages as methods_pages
from webui.opensearch import opensearch
from webui.pieces import passage_pieces, pieces
from webui.quotation import pages as quotation_pages
from webui.rendered import pages as rendered_pages
from webui.rooms import EXTENSION, open_rooms
from webui.safety import language_tag, outward, protect
from webui.search_page import pages as search_pages
from webui.sent import bound_forms
from webui.speaking import (
    OWN_NAMES,
    LanguageStep,
    language,
    others,
    tell_language,
    without_language,
)
from webui.trends_page import pages as trends_pages
from webui.upkeep import let_be_listed, upkeep
from webui.why_page import pages as why_pages
from webui.words import (
    because,
    clauses,
    decimal,
    heading,
    language_name,
    listing,
    n,
    noun,
    number,
    percent,
    place_label,
    semicolon,
    shown,
    t,
    value_label,
)
from webui.writable import Writable

if TYPE_CHECKING:
    from indexer.search import Searcher

type_of_error = type[BaseException] | None
log = logging.getLogger(__name__)

BLUEPRINTS = (
    search_pages,
    facet_pages,
    document_pages,
    citing_pages,
    differences_pages,
    rendered_pages,
    why_pages,
    api,
    api_docs,
    exports,
    feeds,
    opensearch,
    coverage_pages,
    trends_pages,
    methods_pages,
    lists_pages,
    quotation_pages,
    login_pages,
    upkeep,
)


class Site(Flask):
    """Flask, except that a fault is logged without the words that a reader typed.

    A file has one address, whatever language the page speaks that asks for it.
    """

    def url_for(self, /, endpoint: str, **values: Any) -> str:
        """The address of a route in the language of this request."""
        url = super().url_for(endpoint, **values)
        return without_language(url) if endpoint == "static" else url

    def log_exception(
        self,
        exc_info: tuple[type_of_error, BaseException | None, TracebackType | None]
        | tuple[None, None, None],
    ) -> None:
        """Log the kind and place of an error; its message may hold a query."""
        _, error, trace = exc_info
        lines = [kinds(error) if error else "unknown error", *places(trace)]
        log.error("%s", "\n".join(lines), extra={SAFE: True})


def create_app(
    searcher: "Searcher", archive: Archive, public_url: str = "", listens_at: str = "127.0.0.1"
) -> Flask:
    """Build the site. It opens and closes nothing: the caller owns searcher and archive.

    public_url: how the site is called outside; empty: as the archive's settings say
    listens_at: the address at which it is served: who reaches it decides which hosts it answers
    """
    app = Site(__name__)
    app.config[PUBLIC_URL] = public_url or archive.settings.public_url
    app.response_class = Writable
    app.extensions[EXTENSION] = open_rooms(searcher, archive)
    app.extensions[GATE] = Gate(archive)
    app.url_map.strict_slashes = False
    app.url_map.merge_slashes = False  # by a redirect that does not know how the site is called
    app.jinja_env.trim_blocks = app.jinja_env.lstrip_blocks = True
    app.jinja_env.globals.update(template_words(archive))
    app.jinja_env.filters.update(
        published=published_words,
        day=day_words,
        moment=moment_words,
        number=number,
        decimal=decimal,
        percent=percent,
        listing=listing,
        said=shown,
        place=place_label,
        clauses=clauses,
        outward=outward,
        public_origin=public_origin,
        lang=language_tag,
        pieces=pieces,
        passage=passage_pieces,
        correction=correction_words,
    )
    for blueprint in BLUEPRINTS:
        app.register_blueprint(blueprint)
    register_failures(app)
    version_assets(app)
    app.after_request(let_be_listed)  # these run last to first
    protect(app)
    app.before_request(check_reader)
    bound_forms(app)
    app.after_request(tell_language)
    take_steps(app, archive.settings, listens_at)
    return app


def take_steps(app: Flask, settings: Settings, listens_at: str) -> None:
    """Put the steps before the app: whence a request comes, for which host, in which language."""
    public_url = str(app.config[PUBLIC_URL])
    own = {rule.rule[1:].partition("/")[0] for rule in app.url_map.iter_rules()} | {*OWN_NAMES}
    spoken = LanguageStep(app.wsgi_app, settings.language)
    named = HostStep(spoken, Hosts(listens_at, public_url, settings.hosts))
    first = ProxyStep(named, public_url, settings.trusted_proxies, frozenset(own))
    app.wsgi_app = first  # type: ignore[method-assign]


def template_words(archive: Archive) -> dict[str, Any]:
    """What every template may call."""
    return {
        "archive_name": lambda: archive.settings.title,
        "feed_address": feed_address,
        "ui_language": language,
        "reader": reader,
        "other_languages": others,
        "t": t,
        "n": n,
        "noun": noun,
        "field_name": field_name,
        "because": because,
        "heading": heading,
        "language_name": language_name,
        "value_label": value_label,
        "semicolon": semicolon,
        "today": lambda: day_words(date.today()),
    }
