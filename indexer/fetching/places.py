"""Which machine a name stands for, and whether it may be asked."""

import socket
from collections.abc import Callable
from ipaddress import IPv4Address, IPv6Address, IPv6Network, ip_address

from indexer.fetching.asked import NotBrought

Address = IPv4Address | IPv6Address
# The addresses of a host at a port. Raise OSError.
Resolve = Callable[[str, int], list[str]]

# In these an IPv4 address is packed into the last 32 bits (RFC 6052, section 2.1; RFC 4291, 2.5.5).
HOLD_IPV4_LAST = (
    IPv6Network("64:ff9b::/96"),
    IPv6Network("64:ff9b:1::/48"),
    IPv6Network("::/96"),
)


# Where clouds tell their machines secrets, besides link-local addresses: AWS over IPv6, Alibaba.
CLOUD_DATA = frozenset({"fd00:ec2::254", "100.100.100.200"})
BROADCAST = "255.255.255.255"


def resolve(host: str, port: int) -> list[str]:
    """What the system says. Raise OSError."""
    found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    return list(dict.fromkeys(str(entry[4][0]) for entry in found))


def addresses_of(host: str, port: int, *, allow_private: bool, resolve: Resolve) -> list[str]:
    """Where to connect for a host: every address that it has, checked. Raise NotBrought.

    One address that is not public spoils all: such names are made to lead astray. The caller
    connects to what this gives, and asks no name again, so the answer cannot change meanwhile.
    """
    try:
        found = resolve(host, port)
    except (OSError, UnicodeError) as error:
        raise NotBrought("No machine has this name, or none could be asked for it.") from error
    if not found:
        raise NotBrought("No machine has this name.")
    for written in found:
        address = ip_address(written.partition("%")[0])
        if is_never_asked(address):
            raise NotBrought(f"It leads to {written}, where no page lives; it is never asked.")
        if not allow_private and not is_public(address):
            raise NotBrought(
                f"It leads to {written}, which is not of the public Internet; "
                "--allow-private brings it all the same."
            )
    return found


def is_never_asked(address: Address) -> bool:
    """Whether no page can live there: the data service of a cloud machine, all machines, none."""
    if isinstance(address, IPv6Address):
        inner = address.ipv4_mapped or address.sixtofour or packed_ipv4(address)
        if inner is not None:
            return is_never_asked(inner)
    nowhere = address.is_unspecified or address.is_multicast or address.is_link_local
    return nowhere or str(address) in CLOUD_DATA or str(address) == BROADCAST


def is_public(address: Address) -> bool:
    """Whether an address is of the public Internet, and of one machine."""
    if isinstance(address, IPv6Address):
        inner = address.ipv4_mapped or address.sixtofour or packed_ipv4(address)
        if inner is not None:
            return is_public(inner)
        if address.teredo is not None or address.is_site_local:
            return False
    return address.is_global and not address.is_multicast and not address.is_reserved


def packed_ipv4(address: IPv6Address) -> IPv4Address | None:
    """The IPv4 address that a translator would connect to."""
    if any(address in network for network in HOLD_IPV4_LAST):
        return IPv4Address(int(address) & 0xFFFFFFFF)
    return None
