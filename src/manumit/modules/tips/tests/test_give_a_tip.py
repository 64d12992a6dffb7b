"""Anybody gives a tip without an account; nothing is kept of them but what they wrote, and it is kept once."""

import logging
import re

from django.db import connection
from django.test import Client
from django.urls import reverse

from manumit.modules.tips import form_token
from manumit.modules.tips.models import Tip, TipKey
from manumit.spine.administration import session_state
from manumit.spine.identity.models import Person
from manumit.spine.records.models import SealedValue
from manumit.spine.workflow.models import Notice

from .conftest import GIVER, SAID

MARK = "203.0.113.77"
AGENT = "Aunts-Telephone/9"
HEADERS = {
    "REMOTE_ADDR": MARK,
    "HTTP_USER_AGENT": AGENT,
    "HTTP_X_FORWARDED_FOR": MARK,
    "HTTP_REFERER": "https://e.example/x",
}


def send(client: Client, address: str = "/tip/at/north/", **values):
    """Give a tip through the page."""
    token = re.search(r'name="token" value="([^"]+)"', client.get(address, **HEADERS).content.decode())[1]
    return client.post(address, {"token": token, **SAID, **values}, **HEADERS)


def shown(answer) -> tuple[str, str]:
    """Number and secret of a receipt."""
    text = answer.content.decode()
    return tuple(re.search(rf'id="{name}">([^<]+)<', text)[1] for name in ("number", "secret"))


def test_a_tip_is_kept_with_what_was_said(desk, alice):
    answer = send(Client(), vehicle="Grey van, plate 7?K", danger="yes")
    number, secret = shown(answer)
    tip = Tip.unscoped.get(number=number)
    assert (tip.what, tip.place, tip.vehicle, tip.state) == (
        SAID["what"],
        "The depot",
        "Grey van, plate 7?K",
        "received",
    )
    assert (tip.anonymous, tip.channel, tip.owner_id) == (True, "public", desk.agency_id)
    assert tip.triage_by == tip.opened_at, "danger now is due at once"
    assert secret not in str(TipKey.objects.values())
    assert "911" in answer.content.decode()


def test_who_gave_it_is_sealed(desk, alice):
    number, _ = shown(send(Client(), **GIVER))
    tip = Tip.unscoped.get(number=number)
    assert tip.anonymous is False
    assert set(SealedValue.objects.filter(record_id=tip.pk).values_list("field", flat=True)) == set(GIVER)
    assert everywhere("Aunt May") == []


def test_nothing_of_the_visitor_is_kept(desk, alice, caplog, client):
    caplog.set_level(logging.DEBUG)
    logging.getLogger("django.request").setLevel(logging.DEBUG)
    answers = [
        client.get("/tip/", **HEADERS), client.get("/tip/at/nowhere/", **HEADERS), send(client),
        client.post("/tip/at/north/", {"token": "x"}, **HEADERS), client.get("/tip/back/", **HEADERS),
        client.post("/tip/back/", {"number": "T-1", "secret": "x"}, **HEADERS),
    ]  # fmt: skip
    assert [answer.status_code for answer in answers] == [200, 404, 200, 422, 200, 422]
    assert all(answer.cookies == {} for answer in answers)
    assert client.cookies == {}
    logged = [record for record in caplog.records if record.name != "django.template"]
    told = [f"{record.name}: {record.getMessage()}" for record in logged if "tip" in record.getMessage().lower()]
    assert [line for line in told if not line.startswith("django.db")] == []
    assert MARK not in caplog.text
    assert AGENT not in caplog.text
    assert everywhere(MARK) == everywhere(AGENT) == everywhere("e.example") == []


def test_an_officer_who_is_signed_in_leaves_no_trace_either(desk, alice):
    client = Client()
    client.force_login(Person.objects.get(pk=alice.person_id))
    session = client.session
    session_state.begin(session, "tests")
    session[session_state.SEEN] -= 2 * session_state.TOUCH_SECONDS
    session.save()
    before = dict(client.session.items())
    answer = send(client)
    assert answer.cookies == {}
    assert dict(client.session.items()) == before
    tip = Tip.unscoped.get(number=shown(answer)[0])
    assert history_people(tip) == [None]


def test_what_is_sent_twice_is_kept_once_and_told_again(desk, alice):
    client = Client()
    token = re.search(r'name="token" value="([^"]+)"', client.get("/tip/at/north/").content.decode())[1]
    first = client.post("/tip/at/north/", {"token": token, **SAID})
    second = client.post("/tip/at/north/", {"token": token, **SAID, "what": "Something else"})
    assert shown(first) == shown(second)
    assert "kept once" in second.content.decode()
    assert Tip.unscoped.count() == 1


def test_a_form_that_was_not_made_here_or_is_too_old_is_shown_again_with_what_was_written(desk, monkeypatch):
    client = Client()
    token = form_token.issue("tip")
    monkeypatch.setattr(form_token, "HOURS", -1)
    for bad in (token, token[:-1] + "x", form_token.issue("word"), ""):
        answer = client.post("/tip/at/north/", {"token": bad, **SAID})
        assert answer.status_code == 422
        assert SAID["what"] in answer.content.decode()
    assert not Tip.unscoped.exists()


def test_it_asks_for_what_happened_and_for_nothing_else(desk):
    answer = send(Client(), what="  ")
    assert answer.status_code == 422
    assert "What happened" in answer.content.decode()


def test_the_general_page_goes_to_the_general_desk_or_the_one_that_was_chosen(desk, agencies, alice):
    from manumit.modules.tips.models import TipDesk

    south = TipDesk.objects.create(agency=agencies[1], address="south", general=True)
    assert Tip.unscoped.get(number=shown(send(Client(), "/tip/"))[0]).owner_id == south.agency_id
    chosen = shown(send(Client(), "/tip/", desk="north"))[0]
    assert Tip.unscoped.get(number=chosen).owner_id == desk.agency_id
    TipDesk.objects.filter(pk=south.pk).update(general=False)
    assert send(Client(), "/tip/").status_code == 422


def test_a_closed_desk_is_as_absent_as_none(desk):
    client = Client()
    type(desk).objects.update(open=False)
    assert client.get("/tip/at/north/").content == client.get("/tip/at/nowhere/").content.replace(b"nowhere", b"north")
    assert "Please call" in client.get("/tip/").content.decode()


def test_it_speaks_spanish(desk):
    english, spanish = (Client().get(f"/tip/?language={code}") for code in ("en", "es"))
    assert 'lang="es"' in spanish.content.decode()
    assert "Tell us what you know" in english.content.decode()
    assert "Tell us what you know" not in spanish.content.decode()


def test_triage_is_told_once_for_a_flood_and_without_content(desk, alice):
    for _ in range(5):
        send(Client())
    assert Notice.unscoped.filter(person=alice.person_id).count() == 1
    assert SAID["what"] not in str(list(Notice.unscoped.values()))


def test_what_fails_says_that_nothing_was_kept(desk, monkeypatch, caplog):
    def broken(*_args):
        raise LookupError(MARK)

    monkeypatch.setattr("manumit.modules.tips.pages.public.give_tip.receive_tip", broken)
    answer = send(Client(), "/tip/at/north/")
    assert answer.status_code == 503
    assert "did not reach us" in answer.content.decode()
    assert [record.getMessage() for record in caplog.records] == ["A public page of tips failed: LookupError"]
    assert MARK not in caplog.text


def test_the_public_pages_say_who_may_keep_a_trace(desk):
    text = Client().get(reverse("tips:give")).content.decode()
    assert "no address of your device" in text
    assert "the company that connects you may keep" in text


def history_people(tip: Tip) -> list:
    """Who stands in the history of a tip."""
    from manumit.spine.records.models import RecordHistory

    return list(RecordHistory.objects.filter(kind="tip", record_id=tip.pk).values_list("person_id", flat=True))


def everywhere(text: str) -> list[str]:
    """Return the tables of the database in which `text` stands."""
    with connection.cursor() as cursor:
        tables = connection.introspection.table_names(cursor)
        found = []
        for table in tables:
            asked = f'SELECT EXISTS (SELECT FROM "{table}" AS row WHERE row::text LIKE %s)'  # noqa: S608 - a table's name
            cursor.execute(asked, [f"%{text}%"])
            found += [table] if cursor.fetchone()[0] else []
    return found
