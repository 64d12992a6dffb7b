"""The message that holds people of NIEM: marked as controlled unclassified information, person by person.

Its own element is defined in `manumit-cases.xsd`, as each exchange of NIEM defines its own; all in it is NIEM's.
Missing persons are marked INV (investigation), victims of trafficking IVIC.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import BinaryIO

from django.db.models import Model
from django.utils import timezone
from lxml import etree

from ...models import PARTS, CaseAgency, CaseFile, CasePerson, OutsideNumber
from ..account import Account
from ..dossier import Dossier
from . import missing, victim
from .carried import Carried, carried, people_of
from .xml import NAMESPACES, Element, made, qname

VICTIMS, INVESTIGATION = "IVIC", "INV"
MARKING = f"CUI//{INVESTIGATION}/{VICTIMS}"
MODELS: tuple[type[Model], ...] = (
    CasePerson,
    OutsideNumber,
    CaseAgency,
    *(model for model in PARTS.values() if model is not CaseFile),
)


def write(dossiers: Iterable[Dossier], out: BinaryIO, account: Account) -> None:
    """Write a message, a person at a time; after each, a comment says what of them could not be carried."""
    waiting = iter(dossiers)
    head = next(waiting, None)
    with etree.xmlfile(out, encoding="utf-8") as file:
        file.write_declaration()
        with file.element(qname("mc:CaseMessage"), nsmap=NAMESPACES):
            for element in _frame(head.owner if head else ""):
                file.write(element)
            for dossier in _again(head, waiting):
                for element in _people(dossier, account):
                    file.write(element)


def _again(head: Dossier | None, waiting: Iterator[Dossier]) -> Iterator[Dossier]:
    if head is not None:
        yield head
        yield from waiting


def _frame(owner: str) -> list[Element]:
    marking = made(
        "cui:DocumentMarkingMetadata",
        *(made("cui:BasicCategoryMarkingCode", text=code) for code in (INVESTIGATION, VICTIMS)),
        made("cui:DesignatingEntityText", text=owner or "not stated"),
    )
    sent = made("nc:MessageSentDate", made("nc:Date", text=f"{timezone.now():%Y-%m-%d}"))
    return [sent, made("cui:MessageAugmentation", marking), *map(_portion, (INVESTIGATION, VICTIMS))]


def _portion(code: str) -> Element:
    element = made("cui:PortionMarkingMetadata", made("cui:BasicCategoryMarkingCode", text=code))
    element.set(qname("structures:id"), code)
    return element


def _people(dossier: Dossier, account: Account) -> Iterator[Element]:
    for person in people_of(dossier):
        told, lost = carried(dossier, person)
        account.lost.update(lost)
        yield element_of(told)
        if lost:
            yield etree.Comment(f" Not carried: {', '.join(lost)} ".replace("--", "- -"))


def element_of(told: Carried) -> Element:
    """Return a person with their marking."""
    element = victim.element(told) if told.victim else missing.element(told)
    element.set(qname("cui:portionMarkingMetadataRef"), VICTIMS if told.victim else INVESTIGATION)
    return element
