"""What programs send and get of requests: answers go in and never come out, but in the thread and for a reason."""

from collections.abc import Iterable
from datetime import date, datetime
from typing import TYPE_CHECKING, Annotated, Any, Literal

from django.utils.translation import override
from ninja import Schema
from pydantic import ConfigDict, Field, StringConstraints, create_model

from .actions.file_request import OWN, SHARED
from .asked import BY_NAME, Question
from .choices import Stage
from .models import MOST_VICTIMS
from .procedure import REQUEST

Words = Annotated[str, StringConstraints(max_length=4_000, strip_whitespace=True)]
Region = Annotated[str, StringConstraints(max_length=2, pattern="^[A-Z]{2}$")]
if TYPE_CHECKING:
    StageCode = str
    StepName = str
    StepOfRequest = str
else:  # made from the tables, which a type checker cannot read
    StageCode = Literal[tuple(stage.value for stage in Stage)]
    StepName = Literal[tuple(each.name for each in REQUEST.transitions if each.action != "lapse")]
    StepOfRequest = Literal[tuple(BY_NAME)]


class PresenceSent(Schema):
    """A body in which nothing unknown is accepted."""

    model_config = ConfigDict(extra="forbid")


def _type(question: Question) -> Any:
    codes = tuple(code for code, _label in question.choices)
    if question.looks == "many":
        return Annotated[list[Literal[codes]], Field(max_length=len(codes))]  # type: ignore[valid-type] # made from the table
    if question.looks == "choice":
        return Literal[codes]
    return date if question.looks == "date" else Annotated[str, StringConstraints(max_length=question.most)]


def _answers(name: str, words: str, questions: Iterable[Question]) -> type[PresenceSent]:
    with override(None):
        fields: dict[str, Any] = {
            each.name: (_type(each) | None, Field(None, description=f"{each.label} {each.law}".strip()))
            for each in questions
        }
    return create_model(name, __base__=PresenceSent, __doc__=words, **fields)


PresenceShared: Any = _answers("PresenceShared", "What all victims of an operation share.", SHARED)
PresenceVictim: Any = _answers("PresenceVictim", "Answers for one victim.", OWN)
PresenceAnswers: Any = _answers("PresenceAnswers", "Answers to questions of one step.", (*SHARED, *OWN))


class PresenceAsked(PresenceSent):
    """Which requests are listed."""

    after: Annotated[str, StringConstraints(max_length=200)] = ""
    stage: StageCode | None = None


class PresenceFiling(PresenceSent):
    """One operation with one to fifty victims."""

    region: Region = Field(description="Postal code of the state whose federal sponsor is asked")
    shared: PresenceShared
    victims: Annotated[list[PresenceVictim], Field(min_length=1, max_length=MOST_VICTIMS)]


class PresenceMove(PresenceSent):
    """A step and what it wants: words and a ground are sealed; facts and origin are asked of adverse steps only.

    `facts` names what the step rests on, as `/facts` names it. `words_es` are the words in Spanish, for a letter.
    """

    step: StepName
    words: Words = ""
    words_es: Words = ""
    facts: Annotated[list[Annotated[str, StringConstraints(max_length=60)]], Field(max_length=20)] = []
    ground: Annotated[str, StringConstraints(max_length=40)] = ""
    from_trafficker: bool | None = None
    until_on: date | None = None


class PresenceNeed(PresenceSent):
    """What the thread is read for; it stays in the log."""

    note: Annotated[str, StringConstraints(min_length=1, max_length=300, strip_whitespace=True)]


class PresenceReply(PresenceSent):
    """The answer to a question of DHS."""

    words: Annotated[str, StringConstraints(min_length=1, max_length=4_000, strip_whitespace=True)]


class PresenceListed(Schema):
    """A request in a list."""

    number: str
    stage: StageCode
    since: datetime
    until_on: date | None


class PresenceList(Schema):
    """A page of requests; `next` is the key of the page after it."""

    items: list[PresenceListed]
    next: str | None


class PresencePeriod(Schema):
    """A grant (`first`) or `extension`, both days included."""

    kind: str
    from_on: date
    until_on: date


class PresenceOut(Schema):
    """Where a request stands. `missing` are codes of rules (docs/rules.md), `steps` what you may do now.

    Who follows a request for its victim gets number, stage and days alone. `operation_version` is the version of what
    the victims share. After a step whose words a victim reads, `english_grade` (8 at most) and `spanish_ease` (60 at
    least) say how hard they are.
    """

    number: str
    stage: StageCode
    since: datetime
    until_on: date | None
    version: int
    operation: str = ""
    operation_version: int = 0
    due_at: datetime | None = None
    waits_for_answer: bool = False
    deferred_action: bool = False
    kept_by_action: bool = False
    i94_on: date | None = None
    permit_on: date | None = None
    permit_code: str = ""
    hhs_told_at: datetime | None = None
    victim_told_on: date | None = None
    missing: list[str] = []
    steps: list[StepName] = []
    grants: list[PresencePeriod] = []
    english_grade: float | None = None
    spanish_ease: float | None = None


class PresenceFiled(Schema):
    """What came of a filing: the operation and its requests, in the order of the victims sent."""

    operation: str
    requests: list[PresenceOut]


class PresenceMessage(Schema):
    """A `question` of DHS or an `answer` to one; `answers` is the question's id."""

    id: int
    kind: str
    answers: int | None
    sent_at: datetime
    words: str


class PresenceThread(Schema):
    """Questions and answers, oldest first."""

    messages: list[PresenceMessage]
