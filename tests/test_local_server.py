"""The tests' own server ends, whatever its visitors do."""

import http.server
import socket
import time

from local_server import local_server
from patience import patient, slowness


def test_a_visitor_who_does_not_leave_keeps_nothing_waiting():
    begun = time.monotonic()
    with local_server(http.server.SimpleHTTPRequestHandler) as place:
        host, port = place.split(":")
        half_sent = socket.create_connection((host, int(port)))
        half_sent.sendall(b"GET / HTTP/1.0\r\nX: ")
        time.sleep(0.2)
    half_sent.close()
    assert time.monotonic() - begun < patient(5)


def test_patience_grows_with_slowness_alone():
    assert 1 <= slowness() <= 10
    assert patient(30) == 30 * slowness()
