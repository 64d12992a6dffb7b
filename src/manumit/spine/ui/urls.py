"""Addresses of the screens that belong to no module."""

from django.conf import settings
from django.urls import path

from . import work_urls
from .pages.home import home
from .pages.language import choose_language
from .pages.leave import leave
from .pages.session import keep_draft, keep_session
from .pages.style_guide import style_guide

urlpatterns = [
    path("", home, name="home"),
    path("language/", choose_language, name="language"),
    path("exit/", leave, name="exit"),
    *work_urls.urlpatterns,
    path("session/", keep_session, name="keep_session"),
    path("session/draft/<path:path>", keep_draft, name="keep_draft"),
]
if settings.DEBUG or settings.MANUMIT_DEMO:
    urlpatterns.append(path("style-guide/", style_guide, name="style_guide"))
