"""Where a request comes from, as far as a limit needs to know."""

from ipaddress import IPv6Address, ip_address, ip_network

from flask import request


def address_of_request() -> str:
    """The network a limit counts for: an IPv4 address, or the /64 that one household has."""
    return network_of(request.remote_addr or "")


def network_of(address: str) -> str:
    try:
        parsed = ip_address(address)
    except ValueError:
        return "unknown"
    if isinstance(parsed, IPv6Address):
        return str(ip_network((parsed, 64), strict=False))
    return str(parsed)
