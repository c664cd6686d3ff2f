"""Tells public addresses from all others, and finds those that a name stands for.

It knows numbers alone and nothing of what is read there. Its tables follow the two IANA registries
of special-purpose addresses (RFC 6890 and its updates), so that every Python says the same.
"""

import socket
from collections.abc import Callable
from ipaddress import IPv4Address, IPv4Network, IPv6Address, IPv6Network, ip_address

from fallow_site.integrations.fetched import SourceUnreachable

Resolve = Callable[[str, int], list[str]]

NOT_PUBLIC_4 = tuple(
    IPv4Network(text)
    for text in (
        "0.0.0.0/8",  # this host, RFC 791
        "10.0.0.0/8",  # private use, RFC 1918
        "100.64.0.0/10",  # shared by carriers, RFC 6598; one cloud keeps its metadata here
        "127.0.0.0/8",  # loopback, RFC 1122
        "168.63.129.16/32",  # a public number that one cloud's host answers itself
        "169.254.0.0/16",  # link-local, RFC 3927; most clouds keep their metadata here
        "172.16.0.0/12",  # private use, RFC 1918
        "192.0.0.0/24",  # protocol assignments, RFC 6890; one cloud keeps its metadata here
        "192.0.2.0/24",  # documentation, RFC 5737
        "192.88.99.0/24",  # 6to4 relays, RFC 7526
        "192.168.0.0/16",  # private use, RFC 1918
        "198.18.0.0/15",  # benchmarking, RFC 2544
        "198.51.100.0/24",  # documentation, RFC 5737
        "203.0.113.0/24",  # documentation, RFC 5737
        "224.0.0.0/4",  # multicast, RFC 5771
        "240.0.0.0/4",  # reserved, RFC 1112
    )
)
PUBLIC_6 = IPv6Network("2000::/3")  # all that has been given out for global use, RFC 4291
NOT_PUBLIC_6 = tuple(
    IPv6Network(text)
    for text in (
        "2001::/23",  # protocol assignments with Teredo, RFC 2928 and RFC 4380
        "2001:db8::/32",  # documentation, RFC 3849
        "2002::/16",  # 6to4, which can hide any IPv4 address, RFC 7526
        "3fff::/20",  # documentation, RFC 9637
    )
)
HIDES_IPV4 = (
    IPv6Network("::ffff:0:0/96"),  # IPv4-mapped, RFC 4291
    IPv6Network("64:ff9b::/96"),  # NAT64, RFC 6052: how an IPv6-only network reaches IPv4
)


def resolve_addresses(host: str, port: int) -> list[str]:
    """This will ask the machine's resolver, which also reads 2130706433 as 127.0.0.1."""
    try:
        found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    except (OSError, UnicodeError):
        raise unreachable() from None  # the original error may name the host
    return [str(entry[4][0]) for entry in found]


def choose_addresses(found: list[str], *, allow_loopback: bool) -> tuple[str, ...]:
    """This will give all addresses of a name, or refuse it: one that is not public is enough."""
    allowed = [is_public(text) or (allow_loopback and is_loopback(text)) for text in found]
    if not found:
        raise unreachable()
    if not all(allowed):
        raise SourceUnreachable(
            "The source's address leads into a private network.",
            "Use the address that its provider shares publicly.",
        )
    return tuple(found)


def is_public(text: str) -> bool:
    """This will tell whether an IP address belongs to the public internet."""
    address = _read(text)
    if address is None:
        return False
    if isinstance(address, IPv4Address):
        return not any(address in network for network in NOT_PUBLIC_4)
    if any(address in network for network in HIDES_IPV4):
        return is_public(str(IPv4Address(int(address) & 0xFFFFFFFF)))
    return address in PUBLIC_6 and not any(address in network for network in NOT_PUBLIC_6)


def is_loopback(text: str) -> bool:
    address = _read(text)
    return address is not None and address.is_loopback


def _read(text: str) -> IPv4Address | IPv6Address | None:
    try:
        return ip_address(text)
    except ValueError:
        return None


def unreachable() -> SourceUnreachable:
    return SourceUnreachable(
        "The source could not be reached.",
        "Check the address at its provider; Fallow tries again within the hour.",
    )
