"""StratML Part 2 (ISO 17469, PerformancePlanOrReport of 16 February 2016): a goal a pillar, an objective a promise.

`write` and `read` are each other's inverse on `Plan`; `of` makes one from published promises.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any, Final

from defusedxml.common import DefusedXmlException
from defusedxml.ElementTree import ParseError, fromstring
from lxml import etree

from ..choices import PlanPillar, Status
from ..models import PublicCommitment
from ..reading.pillars import pillar_of
from . import advice

NAMESPACE: Final = "urn:ISO:std:iso:17469:tech:xsd:PerformancePlanOrReport"
Q: Final = f"{{{NAMESPACE}}}"
STATUS: Final = "Status"
LARGEST: Final = 5_000_000
"""Bytes; a plan of 5,000 promises has about 4 million."""
NO_MEASURE: Final = "Completion"
UNIT: Final = "Number"
NO_PILLAR: Final = "none"
XML_SPACE: Final = "{http://www.w3.org/XML/1998/namespace}space"


class BadStratml(ValueError):
    """The file is no StratML of ours; the text says what is wrong and where."""


@dataclass(frozen=True, slots=True)
class Promise:
    """A promise as StratML tells it. `due` is an ISO date or empty; `target` and `actual` are counts or None."""

    number: str
    title: str
    thing: str
    pillar: str
    agencies: tuple[str, ...]
    status: str
    due: str = ""
    measure: str = ""
    target: int | None = None
    actual: int | None = None
    newest: str = ""
    sentence: str = ""
    advice: str = ""
    """Advice the public may read, a line each."""


@dataclass(frozen=True, slots=True)
class Plan:
    """A plan as StratML tells it: its name and its promises, pillar by pillar."""

    name: str
    promises: tuple[Promise, ...]


def of(rows: Iterable[PublicCommitment], name: str = "Promises against human trafficking") -> Plan:
    """Return the published promises, ordered by pillar as `write` will order them."""
    found = [_promise(row) for row in rows]
    order = {value: place for place, value in enumerate(PlanPillar.values)}
    return Plan(name, tuple(sorted(found, key=lambda each: order[each.pillar])))


def _promise(row: PublicCommitment) -> Promise:
    told = row.told
    newest = told["updates"][0]["text"] if told["updates"] else ""
    return Promise(
        row.number, row.title, f"{told['verb']} {told['thing']}", row.pillar, tuple(row.agencies), row.status,
        row.due_on.isoformat() if row.due_on else "", told["measure"], told["target"], told["actual"], newest,
        told["sentence"], "\n".join(advice.lines(row)),
    )  # fmt: skip


def write(plan: Plan) -> bytes:
    """Return the document. A plan without promises has one empty goal, as the schema asks for a goal."""
    namespaces: Any = {None: NAMESPACE}
    root = etree.Element(f"{Q}PerformancePlanOrReport", nsmap=namespaces, Type="Performance_Report")
    _add(root, "Name", plan.name)
    core = _add(root, "StrategicPlanCore")
    for pillar in _pillars(plan):
        _goal(core, pillar, [each for each in plan.promises if each.pillar == pillar])
    return bytes(etree.tostring(root, xml_declaration=True, encoding="utf-8"))


def _pillars(plan: Plan) -> Sequence[str]:
    return list(dict.fromkeys(each.pillar for each in plan.promises)) or [PlanPillar.NONE.value]


def _goal(core: etree._Element, pillar: str, promises: Sequence[Promise]) -> None:
    goal = _add(core, "Goal")
    _add(goal, "Name", str(PlanPillar(pillar).label))
    _add(goal, "Description", "")
    _add(goal, "Identifier", f"pillar-{pillar or NO_PILLAR}")
    for each in promises:
        _objective(goal, each)


def _objective(goal: etree._Element, promise: Promise) -> None:
    objective = _add(goal, "Objective")
    _add(objective, "Name", promise.title)
    _add(objective, "Description", promise.thing)
    _add(objective, "Identifier", promise.number)
    for agency in promise.agencies:
        _stakeholder(objective, agency)
    _add(objective, "OtherInformation", promise.sentence)
    indicator = _add(objective, "PerformanceIndicator", PerformanceIndicatorType="Quantitative")
    _add(indicator, "MeasurementDimension", promise.measure or NO_MEASURE)
    _add(indicator, "UnitOfMeasurement", UNIT)
    _instance(indicator, promise)
    if promise.advice:
        _add(indicator, "OtherInformation", promise.advice)


def _stakeholder(objective: etree._Element, agency: str) -> None:
    holder = _add(objective, "Stakeholder", StakeholderTypeType="Organization")
    _add(holder, "Name", agency)
    role = _add(holder, "Role")
    _add(role, "Name", "Answers for it")
    _add(role, "RoleType", "Performer")


def _instance(indicator: etree._Element, promise: Promise) -> None:
    instance = _add(indicator, "MeasurementInstance")
    target, actual = _add(instance, "TargetResult"), _add(instance, "ActualResult")
    if promise.due:
        _add(target, "EndDate", promise.due)
    if promise.target is not None:
        _add(target, "NumberOfUnits", str(promise.target))
    if promise.actual is not None:
        _add(actual, "NumberOfUnits", str(promise.actual))
    descriptor = _add(actual, "Descriptor")
    _add(descriptor, "DescriptorName", STATUS)
    _add(descriptor, "DescriptorValue", promise.status)
    _add(actual, "Description", promise.newest)


def _add(parent: etree._Element, name: str, text: str | None = None, **attributes: str) -> etree._Element:
    element = etree.SubElement(parent, f"{Q}{name}", attributes)
    if text is not None:
        element.text = "".join(character for character in text if _may_stand(character))
    return element


def _may_stand(character: str) -> bool:
    """Say whether XML 1.0 can hold the character as itself; a carriage return it would turn into a new line."""
    code = ord(character)
    return character in "\t\n" or 0x20 <= code <= 0xD7FF or 0xE000 <= code <= 0xFFFD or code >= 0x10000


def read(content: bytes) -> Plan:
    """Return the plan a document tells. Raises BadStratml naming the objective and the field."""
    try:
        root: Any = fromstring(content)
    except (ParseError, DefusedXmlException, ValueError) as error:
        raise BadStratml(f"the file is no XML that can be read safely: {error}") from None
    if root.tag != f"{Q}PerformancePlanOrReport":
        raise BadStratml(f"the file begins with {root.tag}: a PerformancePlanOrReport of StratML Part 2 is expected")
    goals = root.findall(f"{Q}StrategicPlanCore/{Q}Goal")
    found = [_read(each, _pillar(goal)) for goal in goals for each in goal.findall(f"{Q}Objective")]
    return Plan(_text(root, "Name"), tuple(found))


def _pillar(goal: Any) -> str:
    """Return the pillar of a goal: ours by identifier, another's by a word of its name, none where neither tells."""
    told = _text(goal, "Identifier").removeprefix("pillar-")
    if told in PlanPillar.values:
        return told
    return "" if told == NO_PILLAR else pillar_of(_text(goal, "Name")) or ""


def _read(objective: Any, pillar: str) -> Promise:
    number, title = _text(objective, "Identifier"), _text(objective, "Name")
    where = number or title or "an objective"
    target = "PerformanceIndicator/MeasurementInstance/TargetResult"
    actual = "PerformanceIndicator/MeasurementInstance/ActualResult"
    measure = _text(objective, "PerformanceIndicator/MeasurementDimension")
    status = _text(objective, f"{actual}/Descriptor/DescriptorValue") or Status.NOT_STARTED.value
    if status not in Status.values:
        raise BadStratml(f"{where}: {status!r} is no status: write one of {', '.join(Status.values)}")
    return Promise(
        number, title, _text(objective, "Description"), pillar,
        tuple(each.text or "" for each in objective.findall(f"{Q}Stakeholder/{Q}Name")), status,
        _text(objective, f"{target}/EndDate"), "" if measure == NO_MEASURE else measure,
        _number(objective, f"{target}/NumberOfUnits", where), _number(objective, f"{actual}/NumberOfUnits", where),
        _text(objective, f"{actual}/Description"), _text(objective, "OtherInformation"),
        _text(objective, "PerformanceIndicator/OtherInformation"),
    )  # fmt: skip


def _text(element: Any, path: str) -> str:
    return element.findtext("/".join(f"{Q}{part}" for part in path.split("/"))) or ""


def _number(element: Any, path: str, where: str) -> int | None:
    text = _text(element, path)
    if not text:
        return None
    if not text.isascii() or not text.isdigit():
        raise BadStratml(f"{where}: {text!r} is no whole number of units")
    return int(text)
