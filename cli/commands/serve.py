"""`fonds serve`: the site, on this machine alone unless told otherwise."""

import errno
import logging
from typing import Annotated

import typer

from archive.setting_values import is_site
from cli.failing import UsageFault
from cli.options import ArchiveDir, open_archive
from cli.output import say

DEFAULT_PORT = 8000
LOCAL = ("127.0.0.1", "localhost", "::1")
THREADS = 8


def command(
    context: typer.Context,
    host: Annotated[str, typer.Option(help="The address to listen at.")] = "127.0.0.1",
    port: Annotated[int, typer.Option(min=0, max=65535, help="0 takes a free one.")] = DEFAULT_PORT,
    public_url: Annotated[
        str, typer.Option(help="How the site is called outside, behind a proxy.")
    ] = "",
    archive: ArchiveDir = None,
) -> None:
    """Serve the site until Ctrl-C."""
    from waitress.server import create_server

    from indexer.following import follow
    from indexer.index import open_index
    from indexer.search import Searcher
    from webui import create_app
    from webui.cut_off import is_news
    from webui.sent import MOST_READ_BYTES

    if not is_site(public_url):
        raise UsageFault(f"{public_url} is no address of a site; say https:// and a host")
    with open_archive(context, archive) as opened:
        engine = open_index(opened, wait=False)
        try:
            searcher = Searcher(opened, engine)
            searcher.warm()
            app = create_app(searcher, opened, public_url, host)
            server = create_server(
                app,
                host=host,
                port=port,
                threads=THREADS,
                ident=None,
                clear_untrusted_proxy_headers=False,  # ProxyStep knows whom to believe
                max_request_body_size=MOST_READ_BYTES,
                inbuf_overflow=MOST_READ_BYTES,  # what is sent stays in memory,
                outbuf_overflow=MOST_READ_BYTES,  # and so does the page about it
            )
        except OSError as error:
            engine.close()
            raise UsageFault(why_not_there(host, port, error)) from error
        except ValueError as error:  # waitress, of an address that it cannot look up
            engine.close()
            raise UsageFault(
                f"{host} is no address of this machine; try --host 127.0.0.1"
            ) from error
        if host not in LOCAL:
            say(f"Anyone who reaches {host} can read this archive.")
        shown = f"[{host}]" if ":" in host else host
        bound = getattr(server, "effective_port", port)
        logging.getLogger("waitress").addFilter(is_news)
        following = follow(opened, engine, searcher)
        say(f"Fonds is at http://{shown}:{bound}/ (Ctrl-C stops it)")
        try:
            server.run()
        finally:
            following.close()
            server.close()
            engine.close()


def why_not_there(host: str, port: int, error: OSError) -> str:
    """Why we cannot listen, and what to do."""
    if error.errno == errno.EADDRINUSE:
        return f"port {port} is in use; try --port {port + 1 if port < 65535 else 0}"
    if error.errno == errno.EACCES:
        return f"port {port} is not for everyone; try --port {DEFAULT_PORT}"
    return f"{host}:{port}: {error.strerror or error}; try --host 127.0.0.1"
