"""P15: the network is out of reach, for the tests themselves and, harder, for a program they start.

`unshare --map-root-user --net python -m tests.offline ARGUMENTS` runs pytest where there is no network at all
but the one of this computer with itself.
"""

from __future__ import annotations

import ctypes
import ipaddress
import platform
import struct
import sys
from typing import Any


class NetworkUsedError(AssertionError):
    """Something asked for a host that is not this computer."""


def stay_on_this_computer() -> None:
    """From now on Python in this process reaches no host but this one; for good, there is no way back."""
    sys.addaudithook(_hear)


def _hear(event: str, about: tuple[Any, ...]) -> None:
    if not event.startswith("socket."):
        return
    if event in ("socket.connect", "socket.sendto", "socket.sendmsg"):
        address = about[1]
        host = address[0] if isinstance(address, tuple) else "localhost"  # else a path, or connected before
    elif event in ("socket.getaddrinfo", "socket.gethostbyname"):
        host = about[0]
    else:
        return
    if not _is_here(host):
        raise NetworkUsedError(f"{event} was called for {host!r}")


def _is_here(host: object) -> bool:
    if host in (None, "", b"", "localhost", b"localhost"):
        return True
    try:
        return ipaddress.ip_address(host.decode() if isinstance(host, bytes) else str(host)).is_loopback
    except ValueError:
        return False


_ALLOW, _KILL = 0x7FFF0000, 0x80000000
_SOCKET_CALL = {"x86_64": 41, "aarch64": 198}
_NO_NEW_PRIVILEGES, _SECCOMP, _FILTER = 38, 22, 2
_NUMBER_AT, _FAMILY_AT, _UNIX = 0, 16, 1


def die_at_a_socket() -> None:
    """From now on the kernel kills this process, and whatever it starts, where it opens any socket that is
    not one of files of this computer: whoever asks, Python, Qt or a library in C. Linux alone."""
    load, equal, answer = 0x20, 0x15, 0x06
    rules = (
        (load, 0, 0, _NUMBER_AT),
        (equal, 0, 2, _SOCKET_CALL[platform.machine()]),
        (load, 0, 0, _FAMILY_AT),
        (equal, 0, 1, _UNIX),
        (answer, 0, 0, _ALLOW),
        (answer, 0, 0, _KILL),
    )
    # a call that is not socket() jumps to the first answer, a family that is not AF_UNIX to the second
    packed = b"".join(struct.pack("HBBI", *rule) for rule in rules)
    code = ctypes.create_string_buffer(packed, len(packed))
    program = struct.pack("HxxxxxxP", len(rules), ctypes.addressof(code))
    c = ctypes.CDLL(None, use_errno=True)
    for call in ((_NO_NEW_PRIVILEGES, 1, 0, 0, 0), (_SECCOMP, _FILTER, program, 0, 0)):
        if c.prctl(*call):
            raise OSError(ctypes.get_errno(), "the system refuses to watch its own calls")


_SET_FLAGS, _UP_AND_RUNNING = 0x8914, 0x41


def speak_with_yourself() -> None:
    """Let this computer reach itself in a network that leads nowhere else, which begins without even that."""
    import fcntl
    import socket

    with socket.socket() as any_socket:
        fcntl.ioctl(any_socket, _SET_FLAGS, struct.pack("16sh14s", b"lo", _UP_AND_RUNNING, b""))
    found = [name for _, name in socket.if_nameindex()]
    if found != ["lo"]:
        raise SystemExit(f"There is a network here: {', '.join(found)}.")


if __name__ == "__main__":
    import pytest

    speak_with_yourself()
    sys.exit(pytest.main(sys.argv[1:]))
