"""What every answer carries, so that a browser keeps nothing and asks nobody else."""

import re
import secrets

from flask import Flask, Response, abort, g, request

from facilitator.house import house_of

_HOST = re.compile(r"([A-Za-z0-9.-]+|\[[0-9A-Fa-f:.]+\])(:\d+)?")
_UNUSED = (
    "accelerometer",
    "browsing-topics",
    "camera",
    "display-capture",
    "geolocation",
    "gyroscope",
    "magnetometer",
    "microphone",
    "midi",
    "payment",
    "usb",
)
_ALWAYS = {
    "X-Content-Type-Options": "nosniff",
    "Cross-Origin-Resource-Policy": "same-origin",
}
_PAGES = {
    "Referrer-Policy": "no-referrer",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Permissions-Policy": ", ".join(f"{feature}=()" for feature in _UNUSED),
}


def join(app: Flask) -> None:
    """Every answer of the app carries the headers, and no other site can post to it."""
    behind_https = house_of(app).settings.behind_https

    @app.after_request
    def add_headers(response: Response) -> Response:
        response.headers.update(_ALWAYS)
        if behind_https:
            response.headers["Strict-Transport-Security"] = "max-age=31536000"
        # A page is never kept. `assets` says how long a static file may be; it is no page, and
        # thirty of them would carry the long headers a slow phone waits for.
        if request.endpoint == "static":
            response.headers["Content-Security-Policy"] = "default-src 'none'"
        else:
            response.headers.update(_PAGES)
            response.headers["Content-Security-Policy"] = content_policy()
            response.headers["Cache-Control"] = "no-store"
        return response

    app.before_request(stop_foreign_posts)
    app.jinja_env.globals["csp_nonce"] = csp_nonce


def csp_nonce() -> str:
    """The nonce of this answer's own inline scripts."""
    if "csp_nonce" not in g:
        g.csp_nonce = secrets.token_urlsafe(16)
    return str(g.csp_nonce)


def content_policy() -> str:
    """Scripts and styles of our own only; sockets to this host only; never inside a frame."""
    # Older Safari doesn't count a socket as 'self'.
    host = request.host if _HOST.fullmatch(request.host) else ""
    sockets = f" ws://{host} wss://{host}" if host else ""
    return "; ".join(
        (
            "default-src 'none'",
            f"script-src 'self' 'nonce-{csp_nonce()}'",
            "style-src 'self'",
            "img-src 'self' data:",
            f"connect-src 'self'{sockets}",
            "form-action 'self'",
            "base-uri 'none'",
            "frame-ancestors 'none'",
        )
    )


def stop_foreign_posts() -> None:
    """A post that began on another site is answered with 403, whatever it carries."""
    if request.method in {"GET", "HEAD", "OPTIONS"}:
        return
    # Our own forms say `Origin: null`, because no page here tells its address to anyone. For
    # them Sec-Fetch-Site answers the question, and the CSRF token in any case.
    origin = request.headers.get("Origin", "null")
    site = request.headers.get("Sec-Fetch-Site", "same-origin")
    from_here = origin == "null" or origin.partition("://")[2] == request.host
    if not from_here or site not in {"same-origin", "none"}:
        abort(403)
