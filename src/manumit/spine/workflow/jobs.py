"""Background work of notices and clocks."""

from manumit.spine.jobs import task


@task(idempotent="mails what is due and marks it; a second run finds nothing due")
def mail_notices(*, person: int) -> None:
    """Tell a person by mail that notices wait."""
    from .models.notice import MailState
    from .notices.mailing import mail

    mail(person, [MailState.DUE])


@task(idempotent="mails what is due and marks it; a second run finds nothing due", cron="5 13 * * *")
def mail_daily() -> None:
    """Tell those who wish it once a day that notices wait."""
    from .models import Notice
    from .models.notice import MailState
    from .notices.mailing import mail

    for person in Notice.unscoped.filter(mail=MailState.DAILY).values_list("person", flat=True).distinct():
        mail(person, [MailState.DUE, MailState.DAILY])


@task(idempotent="tells of each clock once in each state, and says so in its row", cron="*/5 * * * *")
def tell_of_clocks() -> None:
    """Tell who started it, and the supervisors once it is too late, of clocks due soon and overdue."""
    from .actions.tell_of_clock import tell_of_clock, untold

    for clock in untold():
        tell_of_clock(None, clock)


@task(idempotent="tells the supervisors of each notice once, and takes its escalation away", cron="*/5 * * * *")
def escalate_notices() -> None:
    """Tell an agency's supervisors of urgent notices that nobody has seen."""
    from .actions.escalate_notice import escalate_notice, unseen

    for notice in unseen():
        escalate_notice(None, notice)


@task(idempotent="tells of each overdue task once, and says so in its row", cron="*/15 * * * *")
def tell_of_tasks() -> None:
    """Tell people of their overdue tasks."""
    from .actions.tell_of_task import tell_of_task, untold

    for late in untold():
        tell_of_task(None, late)


@task(idempotent="tells of each flag once, and says so in its row", cron="35 * * * *")
def tell_of_flags() -> None:
    """Tell who raised them of flags that have ended."""
    from .actions.tell_of_flag import ended, tell_of_flag

    for flag in ended():
        tell_of_flag(None, flag)


@task(idempotent="each watch remembers the version it told of", cron="*/5 * * * *")
def tell_of_changes() -> None:
    """Tell who watches a record that somebody else changed it."""
    from .actions.tell_of_change import tell_of_change, unseen_changes

    for watch in unseen_changes():
        tell_of_change(None, watch, watch.now_at)  # type: ignore[attr-defined]


@task(idempotent="each search remembers the moment up to which it told", cron="*/15 * * * *")
def tell_of_searches() -> None:
    """Tell who keeps a search of records that are new in it."""
    from .actions.tell_of_search import newer, tell_of_search, telling

    for saved in telling():
        if newer(saved):
            tell_of_search(None, saved)
