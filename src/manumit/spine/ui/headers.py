"""Response headers that keep a page's content where it belongs."""

from collections.abc import Callable

from django.conf import settings
from django.http import HttpRequest
from django.http.response import HttpResponseBase

PERMISSIONS = (
    "accelerometer=(), autoplay=(), camera=(), display-capture=(), encrypted-media=(), fullscreen=(self), "
    "geolocation=(), gyroscope=(), hid=(), idle-detection=(), interest-cohort=(), magnetometer=(), microphone=(), "
    "midi=(), payment=(), picture-in-picture=(), screen-wake-lock=(), serial=(), usb=(), xr-spatial-tracking=(), "
    "publickey-credentials-create=(self), publickey-credentials-get=(self)"
)


def content_security_policy() -> str:
    """Return the one policy of every page.

    Everything comes from here: no inline script or style, no `data:` image, nothing framed. Forms post here; the quick
    exit and an outside sign-in provider are the other addresses, because browsers check a form's redirects too.
    """
    places = [origin(address) for address in (settings.MANUMIT_EXIT_ADDRESS, *settings.MANUMIT_SIGN_IN_ADDRESSES)]
    forms = " ".join(["'self'", *filter(None, places)])
    return f"default-src 'self'; object-src 'none'; base-uri 'none'; frame-ancestors 'none'; form-action {forms}"


def origin(address: str) -> str:
    """Return scheme and host of `address`; empty for one that has none."""
    scheme, _, rest = address.partition("://")
    return f"{scheme}://{rest.partition('/')[0]}" if rest else ""


class HeadersMiddleware:
    """Sets the headers once, on every response, error pages included."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self.get_response = get_response
        self.fixed = {
            "Content-Security-Policy": content_security_policy(),
            "Permissions-Policy": PERMISSIONS,
            "Referrer-Policy": settings.SECURE_REFERRER_POLICY,
            "X-Frame-Options": "DENY",
            "X-Robots-Tag": "noindex, nofollow",
            "Cross-Origin-Opener-Policy": "same-origin",
            "Cross-Origin-Resource-Policy": "same-origin",
        }

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        """Answer `request` with the headers; a page is never stored unless its view allowed it by name."""
        response = self.get_response(request)
        for name, value in self.fixed.items():
            response.headers[name] = value
        response.headers.setdefault("Cache-Control", "no-store")
        return response
