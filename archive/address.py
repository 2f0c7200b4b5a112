"""One spelling for the addresses of one page.

What cannot change which page is meant is folded away: the scheme's and host's case, http or
https, "www.", default ports, fragments, tracking parameters, dot segments, a trailing slash,
needless percent-escapes. What might name another page stays: an escaped slash (%2F), escapes
that are no UTF-8, the order of parameters, user names, the "#!" of pages drawn by script.
"""

import re
import unicodedata
from ipaddress import AddressValueError, IPv6Address
from urllib.parse import SplitResult, unquote_plus, urlsplit

DEFAULT_PORTS = {80, 443}
WEB_SCHEMES = ("http", "https")

# Parameters that say who sent the reader, never which page it is.
TRACKING_PREFIXES = ("utm_", "mc_", "pk_", "hsa_")
TRACKING_PARAMETERS = frozenset(
    {"fbclid", "gclid", "dclid", "msclkid", "yclid", "igshid", "twclid", "ref_src", "cmpid", "_ga"}
)

# RFC 3986, sections 2.3 and 3.3: what stands unescaped in a path; section 3.4 for queries.
UNRESERVED = r"A-Za-z0-9._~\-"
IN_PATH = re.compile(rf"%[0-9A-Fa-f]{{2}}|[^{UNRESERVED}!$&'()*+,;=:@/]")
IN_QUERY = re.compile(rf"%[0-9A-Fa-f]{{2}}|[^{UNRESERVED}!$&'()*+,;=:@/?]")
IS_UNRESERVED = re.compile(f"[{UNRESERVED}]")

# What no host name holds; a punycode label that hides one is left as it is.
HOST_ENDS = frozenset("/?#@:[]%\\.")
NOT_IN_HOST = re.compile(r"[\s\x00-\x20\x7f]")


def canonical_url(url: str) -> str:
    """The one spelling; what is no http(s) address or cannot be split is returned stripped.

    Never raises; canonical_url(canonical_url(url)) == canonical_url(url).

    >>> canonical_url("HTTP://www.City.example:80/news/?utm_source=x&id=4#top")
    'https://city.example/news?id=4'
    """
    url = url.strip()
    try:
        parts = urlsplit(url)
        host, port = parts.hostname, parts.port
    except ValueError:
        return url
    name = host_name(host or "")
    if parts.scheme not in WEB_SCHEMES or not name or NOT_IN_HOST.search(name):
        return url
    user, at, _ = parts.netloc.rpartition("@")
    place = escaped(user, IN_PATH) + at + name
    if port is not None and port not in DEFAULT_PORTS:
        place += f":{port}"
    return f"https://{place}{path_of(parts)}{query_of(parts)}{script_page(parts)}"


def safe_address(url: str | None) -> str | None:
    """An address that may leave as one, in a link, a feed or a reference; else None.

    http or https with a host, and nothing in it that cannot be seen. The one guard of all ways out:
    a "javascript:" or "data:" address acts where it is followed.
    """
    if not url or not url.isprintable():
        return None
    try:
        parts = urlsplit(url)
        _ = parts.port
    except ValueError:
        return None
    return url if parts.scheme in WEB_SCHEMES and parts.hostname else None


def host_name(host: str) -> str:
    """A host in lower case without "www." or a final dot; IPv6 short and in brackets.

    Internationalized names are given as people read them: "xn--montral-fya.example" and
    "Montréal.example" are one.
    """
    if ":" in host:
        address, percent, zone = host.partition("%")
        try:
            return f"[{IPv6Address(address).compressed}{percent}{zone}]"
        except AddressValueError:
            return f"[{host}]"
    host = ".".join(decoded_label(label) for label in folded(host).split("."))
    host = host.rstrip(".")
    while host.startswith("www.") and "." in host[4:]:
        host = host[4:]
    return host


def folded(host: str) -> str:
    """Lower case, compatibility forms as one, the ideographic full stop as a dot."""
    host = unicodedata.normalize("NFKC", unicodedata.normalize("NFKC", host).lower())
    return host.replace("\u3002", ".")


def decoded_label(label: str) -> str:
    """The name that a punycode label stands for, where it is a sound one; else the label."""
    if not label.startswith("xn--"):
        return label
    try:
        name = label[4:].encode("ascii").decode("punycode")
        again = name.encode("punycode").decode("ascii")
    except (UnicodeError, OverflowError):
        return label
    sound = again == label[4:] and folded(name) == name and not name.isascii()
    return name if sound and HOST_ENDS.isdisjoint(name) else label


def path_of(parts: SplitResult) -> str:
    """The path with its dot segments resolved, without a trailing slash."""
    kept: list[str] = []
    for segment in escaped(parts.path, IN_PATH).split("/")[1:]:
        if segment == "..":
            del kept[-1:]
        elif segment != ".":
            kept.append(segment)
    return "".join(f"/{segment}" for segment in kept).rstrip("/")


def query_of(parts: SplitResult) -> str:
    """The parameters that choose the page, in their order, with their "?"; or nothing."""
    pairs = [escaped(pair, IN_QUERY) for pair in parts.query.split("&") if pair]
    kept = "&".join(pair for pair in pairs if not is_tracking(unquote_plus(pair.split("=")[0])))
    return f"?{kept}" if kept else ""


def script_page(parts: SplitResult) -> str:
    """The fragment where it names a page ("#!/news/4"), else nothing."""
    return f"#{escaped(parts.fragment, IN_QUERY)}" if parts.fragment.startswith("!") else ""


def escaped(text: str, pattern: re.Pattern[str]) -> str:
    """Text with escapes in one form: needless ones undone, missing ones made, hex in capitals."""
    return pattern.sub(one_form, text)


def one_form(found: re.Match[str]) -> str:
    """An escape or a character that needs one, as it should be written."""
    what = found.group()
    if len(what) == 3:
        character = chr(int(what[1:], 16))
        return character if IS_UNRESERVED.fullmatch(character) else what.upper()
    return "".join(f"%{byte:02X}" for byte in raw_bytes(what))


def raw_bytes(text: str) -> bytes:
    """UTF-8; a lone surrogate gives the byte it was read from, else its own three bytes."""
    try:
        return text.encode("utf-8", "surrogateescape")
    except UnicodeEncodeError:
        return text.encode("utf-8", "surrogatepass")


def is_tracking(parameter: str) -> bool:
    """Whether a URL parameter only tells where the reader came from."""
    name = parameter.lower()
    return name in TRACKING_PARAMETERS or name.startswith(TRACKING_PREFIXES)
