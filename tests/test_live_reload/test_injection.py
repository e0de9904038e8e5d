"""The script is added to what is served, in the right place."""

import pytest

from dev_server.live_reload.inject import inject

TAG = b'<script src="/__livereload/reload.js" data-version="v1"></script>\n'


@pytest.mark.parametrize(
    ("page", "expected"),
    [
        (b"<body><p>x</p></body></html>", b"<body><p>x</p>" + TAG + b"</body></html>"),
        (b"<BODY>x</BODY >", b"<BODY>x" + TAG + b"</BODY >"),
        (b"<!-- </body> --><body>x</body>", b"<!-- </body> --><body>x" + TAG + b"</body>"),
        ("<body>É</body>".encode(), "<body>É".encode() + TAG + b"</body>"),
        (b"<p>no body</p>", b"<p>no body</p>" + TAG),
        (b"", TAG),
    ],
)
def test_the_script_stands_before_the_last_end_of_body(page, expected):
    assert inject(page, "v1") == expected
