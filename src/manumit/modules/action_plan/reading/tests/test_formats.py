"""The same words give the same commitments from every format; hostile and damaged files are refused with a reason."""

import io
import zipfile
from datetime import date

import docx
import pytest
import typst

from manumit.modules.action_plan.reading import BadDocument, propose
from manumit.modules.action_plan.reading.document import BlockKind
from manumit.modules.action_plan.reading.formats import open_bytes

PARAGRAPH = (
    "The Department of Labor will publish a survey of cotton farms by June 30, 2031. DHS also launched a hotline."
)
ITEMS = ("Train 40 inspectors.", "Translated the guide into Diné.")
EXPECTED = [("DOL", "publish"), ("DHS", "launch"), ("DOJ", "train"), ("DOJ", "translate")]


def markdown() -> bytes:
    return f"# Prevention\n\n{PARAGRAPH}\n\n**Department of Justice**\n\n- {ITEMS[0]}\n- {ITEMS[1]}\n".encode()


def html() -> bytes:
    items = "".join(f"<li>{item}</li>" for item in ITEMS)
    return (
        f"<html><body><script>The FBI will launch a script.</script><h1>Prevention</h1><p>{PARAGRAPH}</p>"
        f"<h2>Department of Justice</h2><ul>{items}</ul></body></html>"
    ).encode()


def word() -> bytes:
    document, buffer = docx.Document(), io.BytesIO()
    document.add_heading("Prevention", 1)
    document.add_paragraph(PARAGRAPH)
    document.add_paragraph().add_run("Department of Justice").bold = True
    for item in ITEMS:
        document.add_paragraph(item, style="List Bullet")
    document.save(buffer)
    return buffer.getvalue()


def pdf() -> bytes:
    items = "\n".join(f"- {item}" for item in ITEMS)
    return typst.compile(f"= Prevention\n\n{PARAGRAPH}\n\n== Department of Justice\n\n{items}\n".encode())


@pytest.mark.parametrize("make", [markdown, html, word, pdf], ids=lambda make: make.__name__)
def test_commitments_are_the_same_from_every_format(make) -> None:
    name = {markdown: "a.md", html: "a.html", word: "a.docx", pdf: "a.pdf"}[make]
    found = propose(open_bytes(name, make()))
    assert [(each.agencies[0], each.verb) for each in found] == EXPECTED
    assert {each.pillar for each in found} == {"prevention"}
    assert found[0].due == date(2031, 6, 30)


def test_front_matter_dates_a_text() -> None:
    document = open_bytes(
        "a.txt", b"---\ndate: '2024-02-14'\ntitle: 'Fact sheet'\n---\nDHS will train staff this year.\n"
    )
    assert (document.dated, document.title) == (date(2024, 2, 14), "Fact sheet")
    assert propose(document)[0].due == date(2024, 12, 31)


def test_wrapped_lines_are_one_paragraph_and_lines_are_counted() -> None:
    document = open_bytes("a.txt", b"First line\nof two.\n\n  * an item\n    goes on\n")
    assert [(block.kind, document.words_of(block), block.line) for block in document.blocks] == [
        (BlockKind.PARAGRAPH, "First line of two.", 1),
        (BlockKind.ITEM, "an item goes on", 4),
    ]


@pytest.mark.parametrize(
    ("name", "content", "said"),
    [
        ("a.xls", b"x", "none of"),
        ("a.docx", b"no zip", "no Word document"),
        ("a.pdf", b"%PDF-1.7 broken", "cannot be read"),
        ("a.html", b"", "no HTML page"),
        ("a.txt", b"  \n ", "holds no text"),
    ],
)
def test_what_cannot_be_read_is_refused_with_a_reason(name: str, content: bytes, said: str) -> None:
    with pytest.raises(BadDocument, match=said):
        open_bytes(name, content)


def test_a_small_file_that_unpacks_to_much_is_refused_unread() -> None:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("word/document.xml", bytes(210_000_000))
    with pytest.raises(BadDocument, match="unpacks to more than"):
        open_bytes("a.docx", buffer.getvalue())
