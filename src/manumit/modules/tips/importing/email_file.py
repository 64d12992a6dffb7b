"""Reading a forwarded e-mail (RFC 5322, `.eml`): what was written, what was attached, and who sent it.

Memory is bounded by `LARGEST`: a longer file is refused before it is read. Nothing in it is run, followed or fetched.
"""

import html
import re
from collections.abc import Iterator
from dataclasses import dataclass
from email import policy
from email.errors import MessageError
from email.message import EmailMessage
from email.parser import BytesParser
from email.utils import parseaddr
from hashlib import sha256

import nh3

LARGEST = 25_000_000
"""Bytes of a file that is read."""
MOST_PARTS, MOST_HEADERS, HEADER_LINE = 100, 200, 998
TEXT = 9_500
"""Characters of the letter that become the tip's story; more is refused, never cut."""
SEALED = 20_000
_FORWARDED = re.compile(
    r"^\s*(?:-{2,}\s*(?:forwarded message|original message|mensaje reenviado|mensaje original)\s*-{2,}"
    r"|begin forwarded message:|inicio del mensaje reenviado:)\s*$",
    re.IGNORECASE,
)
_FIELD = re.compile(r"^[>\s]*(?:from|de|to|para|cc|reply-to|sender|sent|date|fecha|enviado|subject|asunto)\s*:", re.I)
_FROM = re.compile(r"^[>\s]*(?:from|de)\s*:\s*(.+)$", re.I)


class BadEmail(ValueError):
    """A file that is no e-mail we take; the text says what is wrong and what would help."""


@dataclass(frozen=True, slots=True)
class Attached:
    """An attachment: its name as sent, and its content."""

    name: str
    content: bytes


@dataclass(frozen=True, slots=True)
class Letter:
    """An e-mail, apart: `text` is what was written; `headers`, `name` and `address` say who sent it, to be sealed."""

    text: str
    headers: str
    name: str
    address: str
    attached: tuple[Attached, ...]
    digest: str


def read(content: bytes) -> Letter:
    """Return the letter in a file. Raises BadEmail."""
    if len(content) > LARGEST:
        raise BadEmail(f"The file has more than {LARGEST // 1_000_000} MB: send what matters of it alone.")
    if content.lower().count(b"multipart/") > MOST_PARTS:  # parsing such nests takes time that grows with their square
        raise BadEmail(f"The e-mail has more than {MOST_PARTS} parts.")
    try:
        message = BytesParser(policy=policy.default).parsebytes(content)
        parts = list(_parts(message))
    except BadEmail:
        raise
    except (MessageError, RecursionError, LookupError, ValueError) as error:
        raise BadEmail(f"The file cannot be read as an e-mail: {type(error).__name__}.") from error
    if not isinstance(message, EmailMessage) or not message.keys() or len(message.keys()) > MOST_HEADERS:
        raise BadEmail("The file does not begin with the headers of an e-mail. Save the message as .eml.")
    return _letter(message, parts, sha256(content).hexdigest())


def _parts(message: object) -> Iterator[EmailMessage]:
    """Yield every part, outer first, without recursion of our own. Raises BadEmail for too many."""
    waiting, count = [message], 0
    while waiting:
        part = waiting.pop(0)
        if not isinstance(part, EmailMessage):
            continue
        count += 1
        if count > MOST_PARTS:
            raise BadEmail(f"The e-mail has more than {MOST_PARTS} parts.")
        yield part
        if part.is_multipart():
            waiting.extend(part.iter_parts() if not _holds_message(part) else part.get_payload())


def _holds_message(part: EmailMessage) -> bool:
    return part.get_content_maintype() == "message"


def _letter(message: EmailMessage, parts: list[EmailMessage], digest: str) -> Letter:
    said, block = _apart(_text(parts))
    inner = [part for part in parts if part is message or part.get("From")]
    headers = "\n".join([*(_headers(part) for part in inner), *block])
    name, address = _sender(inner, block)
    subject = str(message.get("Subject", "")).strip()
    text = f"{subject}\n\n{said}".strip()
    if not text:
        raise BadEmail("The e-mail has no text. Write the tip down by hand.")
    if len(text) > TEXT:
        raise BadEmail(f"The e-mail has more than {TEXT} characters of text: send what matters of it alone.")
    return Letter(text, headers[:SEALED], name, address, tuple(_attached(parts)), digest)


def _text(parts: list[EmailMessage]) -> str:
    """Return the plain text of all parts that are no attachment, else what their HTML says."""
    shown = [part for part in parts if not part.is_attachment() and not part.is_multipart()]
    for kind, clean in (("text/plain", str.strip), ("text/html", _words_of)):
        found = [clean(_content(part)) for part in shown if part.get_content_type() == kind]
        if any(found):
            return "\n\n".join(filter(None, found)).replace("\r\n", "\n").replace("\x00", "")
    return ""


def _content(part: EmailMessage) -> str:
    try:
        return str(part.get_content())
    except (LookupError, UnicodeError):
        return bytes(part.get_payload(decode=True) or b"").decode("utf-8", "replace")


def _words_of(markup: str) -> str:
    broken = re.sub(r"(?i)<(?:br|/p|/div|/tr|/li)[^>]*>", "\n", markup)
    return html.unescape(nh3.clean(broken, tags=set())).strip()


def _apart(text: str) -> tuple[str, list[str]]:
    """Return what was written, and the lines a mail program put above a forwarded message: who sent it, to whom."""
    lines, kept, block = text.split("\n"), list[str](), list[str]()
    above = False
    for line in lines:
        if _FORWARDED.match(line):
            above = True
        elif above and _FIELD.match(line):
            block.append(line.strip())
        else:
            above = above and not line.strip() and not block
            kept.append(line)
    return "\n".join(kept).strip(), block


def _headers(part: EmailMessage) -> str:
    return "\n".join(f"{name}: {str(value)[:HEADER_LINE]}" for name, value in part.items())


def _sender(parts: list[EmailMessage], block: list[str]) -> tuple[str, str]:
    """Return name and address of who wrote first: of the forwarded block, else of the innermost message."""
    quoted = [found[1] for line in block if (found := _FROM.match(line))]
    written = quoted[-1] if quoted else str(parts[-1].get("From", ""))
    name, address = parseaddr(written)
    return name[:200], address[:200]


def _attached(parts: list[EmailMessage]) -> Iterator[Attached]:
    for part in parts:
        if part.is_multipart() or not (part.is_attachment() or part.get_filename()):
            continue
        content = part.get_payload(decode=True)
        name = (part.get_filename() or "unnamed").replace("\x00", "")[-255:]
        yield Attached(name, content if isinstance(content, bytes) else b"")
