"""A forwarded e-mail becomes a tip: who sent it is sealed, what is attached is sniffed, what is hostile is refused."""

import io
from email.message import EmailMessage

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from manumit.modules.tips.actions.import_email import import_email
from manumit.modules.tips.actions.open_attachment import open_attachment, set_aside
from manumit.modules.tips.commands import tip_import_email
from manumit.modules.tips.importing import email_file
from manumit.modules.tips.importing.email_file import BadEmail, read
from manumit.modules.tips.models import Tip, TipAttachment
from manumit.spine.access import Denied, Hidden
from manumit.spine.audit.models import Entry
from manumit.spine.identity.models import Membership, Person
from manumit.spine.records.models import SealedValue

from .test_give_a_tip import everywhere
from .test_tip_pages import text

PNG = b"\x89PNG\r\n\x1a\n" + b"\x00\x00\x00\rIHDR\x00\x00\x00\x01\x00\x00\x00\x01\x08\x06\x00\x00\x00" + b"\x00" * 40
FORWARDED = """See below.

---------- Forwarded message ---------
From: Aunt May <may@home.example>
Date: Tue, 3 Mar 2026 23:10
Subject: the van
To: desk@north.example

A grey van took her at the depot.
From: here it went north.
"""


def letter(body: str = FORWARDED, *attached: tuple[str, bytes], **headers: str) -> bytes:
    """An e-mail as bytes."""
    message = EmailMessage()
    given = {"From": "Officer Reed <reed@north.example>", "Subject": "Fwd: the van", "X-Originating-IP": "203.0.113.9"}
    for name, value in {**given, **headers}.items():
        message[name] = value
    message.set_content(body)
    for name, content in attached:
        message.add_attachment(content, maintype="application", subtype="octet-stream", filename=name)
    return message.as_bytes()


@pytest.fixture(autouse=True)
def files_home(settings, tmp_path, wrapping_key):
    """Files lie apart."""
    settings.MANUMIT_HOME = tmp_path


def test_who_wrote_it_is_told_apart_from_what_was_written():
    found = read(letter())
    assert (found.name, found.address) == ("Aunt May", "may@home.example")
    assert "A grey van took her at the depot." in found.text
    assert "From: here it went north." in found.text, "what only looks like a header is the giver's text"
    assert "may@home.example" not in found.text
    assert "desk@north.example" not in found.text
    assert {"X-Originating-IP: 203.0.113.9", "From: Aunt May <may@home.example>"} <= set(found.headers.splitlines())


def test_a_message_within_the_message_is_the_givers():
    outer, inner = EmailMessage(), EmailMessage()
    outer["From"], outer["Subject"] = "Reed <reed@north.example>", "Fwd"
    outer.set_content("See attached.")
    inner["From"], inner["Subject"] = "May <may@home.example>", "van"
    inner.set_content("She got into a van.")
    outer.add_attachment(inner)
    found = read(outer.as_bytes())
    assert (found.address, "She got into a van." in found.text) == ("may@home.example", True)


def test_html_becomes_words():
    message = EmailMessage()
    message["From"] = "May <may@home.example>"
    message.set_content("<p>A van</p><script>alert(1)</script><p>at &lt;the&gt; depot</p>", subtype="html")
    found = read(message.as_bytes())
    assert "at <the> depot" in found.text
    assert "alert" not in found.text


def test_it_is_kept_once_and_nothing_of_its_sender_in_clear(alice, dora, charlie):
    content = letter(FORWARDED, ("van.png", PNG), ("run.exe", b"MZ" + b"\x00" * 200))
    first, second = import_email(dora, read(content)), import_email(dora, read(content))
    assert (second.number, second.secret, second.again) == (first.number, first.secret, True)
    tip = Tip.unscoped.get()
    assert (tip.channel, tip.anonymous, tip.state) == ("email", False, "received")
    assert {row.name: (row.media_type, bool(row.refused)) for row in TipAttachment.unscoped.filter(tip=tip)} == {
        "van.png": ("image/png", False), "run.exe": ("", True),
    }  # fmt: skip
    fields = set(SealedValue.objects.filter(record_id=tip.pk).values_list("field", flat=True))
    assert fields == {"name", "email", "headers"}
    assert everywhere("may@home.example") == everywhere("203.0.113.9") == []
    assert TipAttachment.objects.visible_to(dora).count() == 0
    assert TipAttachment.objects.visible_to(alice).count() == 2
    assert import_email(charlie, read(content)).number != first.number, "another agency has a tip of its own"


def test_only_those_who_may_write_tips_down_take_one_in(agencies):
    from .conftest import joined

    with pytest.raises(Denied):
        import_email(joined("adam", agencies[0], "administrator"), read(letter()))


@pytest.mark.parametrize(
    ("content", "why"),
    [
        (b"", "headers"), (b"\x00\xff" * 500, "headers"), (letter(" "), "Fwd"), (letter("x" * 10_000), "characters"),
        (b"From: a@b.example\n\n", "no text"), (b"A: b\n" * 300 + b"\nx", "headers"),
    ],
)  # fmt: skip
def test_what_is_no_letter_is_refused_with_why(content, why):
    if why == "Fwd":
        assert read(content).text == "Fwd: the van"
        return
    with pytest.raises(BadEmail, match=why):
        read(content)


def test_a_bomb_of_parts_and_a_long_file_are_refused(monkeypatch):
    nested = b"From: a@b.example\nContent-Type: multipart/mixed; boundary=b\n\n"
    with pytest.raises(BadEmail, match="parts"):
        read(nested + b"--b\nContent-Type: text/plain\n\nx\n" * 300 + b"--b--")
    deep = nested + b"".join(
        b"--%s\nContent-Type: multipart/mixed; boundary=%s\n\n" % (chr(98 + depth % 20).encode() * (1 + depth // 20),
        chr(98 + (depth + 1) % 20).encode() * (1 + (depth + 1) // 20)) for depth in range(2_000)
    )  # fmt: skip
    with pytest.raises(BadEmail):
        read(deep)
    monkeypatch.setattr(email_file, "LARGEST", 10)
    with pytest.raises(BadEmail, match="MB"):
        read(letter())


def test_the_command_says_what_became_of_it(dora, tmp_path, capsys, monkeypatch):
    import argparse

    path = tmp_path / "tip.eml"
    path.write_bytes(letter())
    parser = argparse.ArgumentParser()
    tip_import_email.arguments(parser)
    by = Person.objects.get(pk=dora.person_id).email
    assert tip_import_email.run(parser.parse_args([str(path), "--by", by])) == 0
    assert Tip.unscoped.get().number in capsys.readouterr().out
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(letter())))
    assert tip_import_email.run(parser.parse_args(["-", "--by", by])) == 0
    assert "was here before" in capsys.readouterr().out, "a mail server passes on what the file held"
    monkeypatch.setattr(tip_import_email, "LARGEST", 20)
    monkeypatch.setattr(email_file, "LARGEST", 20)
    assert tip_import_email.run(parser.parse_args([str(path), "--by", by])) == 1
    assert "more than" in capsys.readouterr().err
    path.write_bytes(b"")
    assert tip_import_email.run(parser.parse_args([str(path), "--by", by])) == 1
    assert "tip.eml" in capsys.readouterr().err
    assert tip_import_email.run(parser.parse_args([str(path), "--by", "nobody@example.org"])) == 1


@pytest.mark.django_db(transaction=True)
def test_an_attachment_is_opened_by_a_short_link_and_set_aside(alice, charlie, as_person):
    browser = as_person(alice)
    upload = SimpleUploadedFile("tip.eml", letter(FORWARDED, ("van.png", PNG)))
    assert "Tell the giver both now" in text(browser.post("/tips/email/", {"file": upload}))
    tip, row = Tip.unscoped.get(), TipAttachment.unscoped.get()
    here = f"/tips/{tip.number}/attachment/{row.pk}/"
    assert "van.png" in text(browser.get(f"/tips/{tip.number}/"))
    link = browser.get(here).context["key"]
    assert b"".join(browser.get(f"{here}content/?key={link}").streaming_content) == PNG
    assert browser.get(f"{here}content/?key=x").status_code == 302
    for path in (here, f"{here}content/?key={link}"):
        assert as_person(charlie).get(path).status_code == 404
    assert browser.post(here).status_code == 302
    assert "Nobody can open it" in text(browser.get(here))
    assert browser.get(f"{here}content/?key={link}").status_code == 302
    bad = SimpleUploadedFile("tip.eml", b"nonsense")
    assert browser.post("/tips/email/", {"file": bad}).status_code == 422
    assert Membership.objects.filter(person=alice.person_id).exists()
    assert Client().get(here).status_code == 302


@pytest.mark.django_db(transaction=True)
def test_nobody_opens_or_sets_aside_what_they_may_not_read_whatever_way_they_come(alice, bob, charlie, as_person):
    upload = SimpleUploadedFile("tip.eml", letter(FORWARDED, ("van.png", PNG)))
    as_person(alice).post("/tips/email/", {"file": upload})
    row = TipAttachment.unscoped.select_related("tip").get()
    for stranger in (bob, charlie):  # Bob supervises where it waits for triage
        for act in (open_attachment, set_aside):
            with pytest.raises(Hidden):
                act(stranger, row)
    assert TipAttachment.unscoped.get(quarantined_at=None).pk == row.pk
    assert not Entry.objects.filter(verb__startswith="tip.attachment").exists()
    assert b"".join(open_attachment(alice, row)) == PNG
