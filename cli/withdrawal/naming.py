"""The pages that somebody names: by ids, by an address, by a source."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from cli.commands.show import whole_id
from cli.failing import UsageFault

if TYPE_CHECKING:
    from archive import Archive


@dataclass(frozen=True, slots=True)
class Named:
    """The ids of pages that were named, each once, in the order in which they were."""

    ids: tuple[str, ...]


def named_pages(archive: "Archive", typed: list[str], url: str | None, source: str | None) -> Named:
    """Every page that is named. Raise UsageFault where there is none, DocumentNotFound."""
    if not (typed or url is not None or source is not None):
        raise UsageFault("name pages by their ids, or with --url PREFIX or --source NAME")
    ids = [whole_id(archive, one) for one in typed]
    if url is not None:
        if not is_address(url):
            raise UsageFault(f'"{url}" begins no address; type http:// or https:// and a host')
        ids += found(archive.withdrawals.at_address(url.strip()), f"no address begins with {url}")
    if source is not None:
        told = f'no page is of the source "{source}"; `fonds stats` lists sources'
        ids += found(archive.withdrawals.of_source(source.strip()), told)
    return Named(tuple(dict.fromkeys(ids)))


def is_address(typed: str) -> bool:
    """Whether this can begin addresses of one site at most: a scheme and a host."""
    scheme, _, rest = typed.strip().partition("://")
    return scheme in ("http", "https") and rest.strip("/") != ""


def found(ids: tuple[str, ...], otherwise: str) -> tuple[str, ...]:
    """The ids. Raise UsageFault where there are none."""
    if not ids:
        raise UsageFault(otherwise)
    return ids
