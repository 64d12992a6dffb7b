"""Every answer carries the headers; nothing a page shows is stored."""

import pytest
from django.test import Client, override_settings

from manumit.spine.ui.headers import content_security_policy

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("path", ["/style-guide/", "/no-such-page/", "/sign-in/", "/"])
def test_each_answer_has_them(path: str) -> None:
    answer = Client().get(path)
    assert answer["Content-Security-Policy"].startswith("default-src 'self'; object-src 'none'")
    assert "unsafe" not in answer["Content-Security-Policy"]
    assert answer["Referrer-Policy"] == "same-origin"
    assert answer["X-Frame-Options"] == "DENY"
    assert "camera=()" in answer["Permissions-Policy"]
    assert "no-store" in answer["Cache-Control"]


@override_settings(MANUMIT_EXIT_ADDRESS="https://weather.example/today/")
def test_forms_may_lead_to_the_exit_and_nowhere_else() -> None:
    assert content_security_policy().endswith("form-action 'self' https://weather.example")


def test_no_template_holds_script_or_style_inline() -> None:
    html = Client().get("/style-guide/").content.decode()
    assert "style=" not in html
    assert " onclick" not in html
    assert html.count("<script") == html.count("<script src=")
