"""Text answers travel compressed when the browser can read that."""

import gzip
from functools import lru_cache

from flask import Flask, Response, request

MIN_BYTES = 500
_TEXT = {
    "application/json",
    "application/manifest+json",
    "image/svg+xml",
    "text/css",
    "text/html",
    "text/javascript",
    "text/plain",
}


def join(app: Flask) -> None:
    """Every text answer of at least 500 bytes is compressed for those who accept gzip."""
    app.after_request(compress)


def compress(response: Response) -> Response:
    if response.mimetype not in _TEXT:
        return response
    response.vary.add("Accept-Encoding")
    if (
        response.status_code == 304
        or "Content-Encoding" in response.headers
        or "Content-Range" in response.headers
        or not request.accept_encodings["gzip"]
    ):
        return response
    response.direct_passthrough = False
    plain = response.get_data()
    if len(plain) < MIN_BYTES:
        return response
    # A static file is compressed once, thoroughly; a page on its way out, quickly.
    static = request.endpoint == "static"
    response.set_data(_thoroughly(plain) if static else gzip.compress(plain, 5, mtime=0))
    response.headers["Content-Encoding"] = "gzip"
    etag, _ = response.get_etag()
    if etag:
        response.set_etag(etag, weak=True)
    return response


@lru_cache(maxsize=256)
def _thoroughly(plain: bytes) -> bytes:
    return gzip.compress(plain, 9, mtime=0)
