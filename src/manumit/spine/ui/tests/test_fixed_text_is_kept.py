"""`{% fixed %}` renders once a language what a template shows alike to everybody, and can hold nothing of a request."""

import pytest
from django.template import Context, Template
from django.utils import translation

INSIDE = "{% translate 'Cases' %}{% url 'home' %}{{ name }}{% csrf_token %}"
TEXT = f"{{% load i18n %}}{{{{ name }}}}:{{% fixed %}}{INSIDE}{{% endfixed %}}"


def test_it_is_rendered_once_a_language(monkeypatch) -> None:
    template, rendered = Template(TEXT), []
    kept = next(node for node in template.nodelist if type(node).__name__ == "Fixed")
    monkeypatch.setattr(kept.nodes, "render", lambda context: rendered.append(1) or "text")
    for language in ("en", "es", "en", "es"):
        with translation.override(language):
            template.render(Context({"name": "Alice"}))
    assert len(rendered) == 2


@pytest.mark.ignore_template_errors
def test_each_language_has_its_own_text() -> None:
    template = Template(TEXT)
    shown = {}
    for language in ("en", "es"):
        with translation.override(language):
            shown[language] = template.render(Context({"name": "Alice"}))
    assert shown == {"en": "Alice:Cases/", "es": "Alice:Casos/"}


@pytest.mark.ignore_template_errors
def test_nothing_of_a_request_gets_into_it() -> None:
    template = Template(TEXT)
    first = template.render(Context({"name": "Alice", "csrf_token": "one"}))
    second = template.render(Context({"name": "Bob", "csrf_token": "two"}))
    assert first == "Alice:Cases/"
    assert second == "Bob:Cases/"
