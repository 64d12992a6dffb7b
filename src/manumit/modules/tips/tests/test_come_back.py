"""Number and secret are the only way back: what is wrong is never told, and guessing waits."""

import re
from datetime import timedelta

import pytest
from django.test import Client
from django.utils import timezone

from manumit.modules.tips import form_token, secret
from manumit.modules.tips.actions import read_back
from manumit.modules.tips.models import Tip, TipMessage, WrongTry
from manumit.spine.workflow.models import Notice
from manumit.values.record_number import RecordNumber

from .conftest import SAID

ABSENT = str(RecordNumber.from_sequence("T", 4_000_000))


def open_with(number: str, typed: str):
    """Come back to a tip."""
    return Client().post("/tip/back/", {"number": number, "secret": typed})


def field(answer, name: str) -> str:
    """The value of a hidden field."""
    return re.search(rf'name="{name}" value="([^"]+)"', answer.content.decode())[1]


def test_number_and_secret_show_what_was_said(receipt, tip):
    for typed in (receipt.secret, receipt.secret.lower().replace("-", " "), receipt.secret.replace("0", "o")):
        answer = open_with(receipt.number.lower(), typed)
        assert answer.status_code == 200
        assert SAID["what"] in answer.content.decode()
        assert answer.cookies == {}


def test_a_wrong_secret_and_a_number_that_is_not_there_are_answered_alike(receipt, tip):
    there, absent = open_with(receipt.number, "K7QX"), open_with(ABSENT, "K7QX")
    assert there.status_code == absent.status_code == 422
    assert there.content.replace(receipt.number.encode(), b"") == absent.content.replace(ABSENT.encode(), b"")


def test_both_are_derived_alike(receipt, tip, monkeypatch):
    taken = []
    monkeypatch.setattr(read_back.secret, "matches", lambda typed, derived: taken.append(derived.split("$")[:3]))
    open_with(receipt.number, "K7QX")
    open_with(ABSENT, "K7QX")
    assert taken[0] == taken[1]


@pytest.mark.parametrize("there", [True, False])
def test_guessing_waits_and_keeps_no_address(receipt, tip, there):
    number = receipt.number if there else ABSENT
    for _ in range(read_back.MOST_TRIES):
        assert "do not go together" in open_with(number, "K7QX").content.decode()
    assert "Too many" in open_with(number, "K7QX").content.decode()
    if there:
        assert "Too many" in open_with(number, receipt.secret).content.decode()
        WrongTry.objects.update(tried_at=timezone.now() - timedelta(minutes=16))
        assert open_with(number, receipt.secret).status_code == 200
    assert {each.name for each in WrongTry._meta.concrete_fields} == {"id", "number", "tried_at"}
    assert number not in str(WrongTry.objects.values())


def test_wrong_tries_go_by_themselves(receipt, tip):
    open_with(ABSENT, "K7QX")
    WrongTry.objects.update(tried_at=timezone.now() - timedelta(minutes=16))
    open_with(receipt.number, "K7QX")
    assert WrongTry.objects.count() == 1


def test_the_giver_adds_something_once(receipt, tip, alice):
    room = open_with(receipt.number, receipt.secret)
    said = {"opened": field(room, "opened"), "token": field(room, "token"), "text": "It was a Ford"}
    for _ in range(2):
        answer = Client().post("/tip/back/", said)
        assert "It was a Ford" in answer.content.decode()
    tip.refresh_from_db()
    assert TipMessage.unscoped.filter(tip=tip).count() == tip.unread == 1
    assert Notice.unscoped.filter(event="tip_word", person=alice.person_id).count() == 1


def test_a_pass_that_is_not_ours_or_too_old_opens_nothing(receipt, tip, monkeypatch):
    said = {"token": form_token.issue("word"), "text": "It was a Ford"}
    monkeypatch.setattr(form_token, "PASS_MINUTES", -1)
    for opened in (form_token.grant(receipt.number), receipt.number, ""):
        answer = Client().post("/tip/back/", {**said, "opened": opened})
        assert answer.status_code == 422
        assert "It was a Ford" in answer.content.decode(), "what was written is shown to be copied"
        assert SAID["what"] not in answer.content.decode()
    assert not TipMessage.unscoped.exists()


def test_the_secret_has_98_bits_and_is_kept_only_derived(receipt, tip):
    made = {secret.of_form(str(number)) for number in range(500)}
    assert len(made) == 500
    assert all(len(secret.plain(each)) == secret.LENGTH for each in made)
    derived = secret.derive(receipt.secret)
    assert derived != secret.derive(receipt.secret)
    assert secret.matches(receipt.secret, derived)
    assert not secret.matches(receipt.secret[:-1] + ("0" if receipt.secret[-1] != "0" else "1"), derived)
    assert not secret.matches("", secret.of_nobody())


def test_a_tip_deleted_meanwhile_is_told_so(receipt, tip):
    room = open_with(receipt.number, receipt.secret)
    opened = field(room, "opened")
    Tip.unscoped.filter(pk=tip.pk).update(number="T-GONE")
    answer = Client().post("/tip/back/", {"opened": opened, "token": "x", "text": " "})
    assert "no longer kept" in answer.content.decode()
