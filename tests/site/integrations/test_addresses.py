"""Which addresses belong to the public internet: the rest is refused before anything is sent."""

import pytest

from fallow_site.integrations.addresses import is_public
from fallow_site.integrations.fetched import SourceUnreachable
from fallow_site.integrations.guard import fetch_guarded

# From the IANA IPv4 and IPv6 Special-Purpose Address Registries, RFC 1918, RFC 3927, RFC 4193,
# RFC 6598; the clouds' metadata addresses from their makers' manuals.
NOT_PUBLIC = (
    "0.0.0.0", "0.1.2.3", "10.0.0.1", "10.255.255.255", "100.64.0.1", "100.100.100.200",
    "100.127.255.255", "127.0.0.1", "127.0.0.53", "127.255.255.254", "168.63.129.16",
    "169.254.0.1", "169.254.169.254", "169.254.170.2", "172.16.0.1", "172.31.255.255",
    "192.0.0.1", "192.0.0.192", "192.0.2.1", "192.88.99.1", "192.168.0.1", "192.168.255.255",
    "198.18.0.1", "198.19.255.255", "198.51.100.7", "203.0.113.9", "224.0.0.1",
    "239.255.255.250", "240.0.0.1", "255.255.255.255",
    "::", "::1", "::127.0.0.1", "::7f00:1", "::ffff:127.0.0.1", "::ffff:10.0.0.1",
    "::ffff:a9fe:a9fe", "::ffff:0:127.0.0.1", "64:ff9b::127.0.0.1", "64:ff9b::10.0.0.1",
    "64:ff9b::a9fe:a9fe", "64:ff9b:1::1", "100::1", "2001::1", "2001:0:7f00:1::1",
    "2001:2::1", "2001:10::1", "2001:db8::1", "2002:7f00:1::1", "2002:a00:1::", "2002:808:808::1",
    "3fff::1", "5f00::1", "fc00::1", "fd00::1", "fd00:ec2::254", "fe80::1", "fe80::1%eth0",
    "febf::1", "fec0::1", "ff02::1", "ff0e::1", "4000::1", "not an address", "",
)  # fmt: skip
PUBLIC = (
    "1.1.1.1", "8.8.8.8", "100.63.255.255", "100.128.0.1", "172.15.255.255", "172.32.0.1",
    "192.0.1.1", "198.17.255.255", "223.255.255.255", "2606:4700::1111", "2a00:1450:4001::1",
    "64:ff9b::8.8.8.8", "::ffff:8.8.8.8",
)  # fmt: skip
# Other ways of writing 127.0.0.1, 10.0.0.1 and 169.254.169.254 that resolvers read (inet_aton(3)).
DISGUISED = (
    "https://2130706433/", "https://0x7f000001/", "https://0x7f.1/", "https://017700000001/",
    "https://0177.0.0.1/", "https://127.1/", "https://127.0.1/", "https://0/",
    "https://167772161/", "https://10.1/", "https://0xa9fea9fe/", "https://2852039166/",
    "https://0251.0376.0251.0376/", "https://localhost/", "https://LOCALHOST/",
    "https://[::1]/", "https://[::ffff:7f00:1]/", "https://[0:0:0:0:0:0:0:1]/",
    "https://[::]/", "https://127.0.0.1:8443/", "https://169.254.169.254/latest/meta-data/",
)  # fmt: skip


@pytest.mark.parametrize("address", NOT_PUBLIC)
def test_an_address_of_no_public_network_is_told(address: str) -> None:
    assert not is_public(address)


@pytest.mark.parametrize("address", PUBLIC)
def test_a_public_address_is_told(address: str) -> None:
    assert is_public(address)


@pytest.mark.parametrize("address", DISGUISED)
def test_a_private_address_is_refused_however_it_is_written(address: str) -> None:
    with pytest.raises(SourceUnreachable, match=r"private network|cannot be read"):
        fetch_guarded(address, headers={})


@pytest.mark.parametrize("found", [["10.0.0.8"], ["8.8.8.8", "10.0.0.8"], ["8.8.8.8", "::1"]])
def test_one_private_address_behind_a_name_is_enough_to_refuse_it(found: list[str]) -> None:
    with pytest.raises(SourceUnreachable, match="private network"):
        fetch_guarded("https://calendar.example/", headers={}, resolve=lambda *_: found)


def test_a_name_that_stands_for_nothing_is_unreachable() -> None:
    with pytest.raises(SourceUnreachable, match="could not be reached"):
        fetch_guarded("https://calendar.example/", headers={}, resolve=lambda *_: [])
