"""What was typed when a session locked comes back to that person on that page, and to nobody else."""

from datetime import timedelta

import pytest
from django import forms
from django.contrib.auth.models import AnonymousUser
from django.test import RequestFactory
from django.utils import timezone

from manumit.spine.identity.models import Person
from manumit.spine.jobs.declaring import tasks
from manumit.spine.ui import drafts
from manumit.spine.ui.forms import Form, open_form
from manumit.spine.ui.models import Draft

pytestmark = pytest.mark.django_db


class Note(Form):
    text = forms.CharField(label="Text")
    more = forms.CharField(label="More")


@pytest.fixture
def ana() -> Person:
    return Person.objects.create_user("ana@example.org", "Ana")


def asked(person, path: str = "/note/", **posted: str):
    factory = RequestFactory()
    request = factory.post(path, posted) if posted else factory.get(path)
    request.user = person
    return request


def test_it_comes_back_without_errors_and_says_so(ana) -> None:
    assert drafts.keep(asked(ana, text="half a sentence"))
    form = open_form(Note, asked(ana))
    assert form.restored
    assert "half a sentence" in str(form)
    assert not form.errors


def test_it_comes_back_only_on_its_own_page_and_to_its_person(ana) -> None:
    drafts.keep(asked(ana, text="mine"))
    ben = Person.objects.create_user("ben@example.org", "Ben")
    assert drafts.kept(asked(ana, "/other/")) is None
    assert drafts.kept(asked(ben)) is None
    assert not open_form(Note, asked(ben)).restored


def test_the_row_tells_nothing_and_opens_for_nobody_else(ana) -> None:
    drafts.keep(asked(ana, text="whereabouts"))
    assert b"whereabouts" not in bytes(Draft.objects.get().sealed)
    ben = Person.objects.create_user("ben@example.org", "Ben")
    Draft.objects.update(person=ben)
    assert drafts.kept(asked(ben)) is None


def test_secrets_of_the_form_are_not_kept(ana) -> None:
    drafts.keep(asked(ana, text="a", csrfmiddlewaretoken="t", password="p", code="123456"))
    assert dict(drafts.kept(asked(ana)).lists()) == {"text": ["a"]}


def test_the_last_of_several_is_kept(ana) -> None:
    drafts.keep(asked(ana, text="first"))
    drafts.keep(asked(ana, text="second"))
    assert drafts.kept(asked(ana))["text"] == "second"


def test_saving_forgets_it(ana) -> None:
    drafts.keep(asked(ana, text="a"))
    drafts.discard(asked(ana, text="a"))
    assert drafts.kept(asked(ana)) is None


def test_it_is_gone_after_a_day(ana) -> None:
    drafts.keep(asked(ana, text="a"))
    Draft.objects.update(kept_at=timezone.now() - timedelta(days=1, minutes=1))
    assert drafts.kept(asked(ana)) is None
    assert drafts.discard_old() == 1


def test_strangers_and_empty_forms_leave_nothing(ana) -> None:
    assert not drafts.keep(asked(AnonymousUser(), text="a"))
    assert not drafts.keep(asked(ana, csrfmiddlewaretoken="t"))
    assert Draft.objects.count() == 0


def test_the_clock_deletes_what_is_past_its_day_and_nothing_else(ana) -> None:
    drafts.keep(asked(ana, "/old/", text="a"))
    Draft.objects.update(kept_at=timezone.now() - timedelta(days=1, minutes=1))
    drafts.keep(asked(ana, "/new/", text="b"))
    by_the_clock = {task.name: task for task in tasks() if task.cron}
    by_the_clock["manumit.spine.ui.jobs.end_drafts"]()
    assert [draft.path for draft in Draft.objects.all()] == ["/new/"]
