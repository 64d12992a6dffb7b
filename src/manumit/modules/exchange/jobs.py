"""Background work of exchange: access needs none of it, since what ends by time is over at that moment."""

from manumit.spine.jobs import task


@task(idempotent="lets each request lapse once; a second run finds none that waits past its day", cron="20 * * * *")
def let_lapse() -> None:
    """Let requests for a release lapse whose day has passed."""
    from .actions.follow_request import lapse, past_their_day

    for request in past_their_day():
        lapse(None, request)


@task(idempotent="notes each release and agreement as ended once, and tells of each once", cron="10 * * * *")
def tidy() -> None:
    """Note what time has ended, first releases and then agreements, and tell of what ends within a week."""
    from .actions.follow_joint import run_out as joint_run_out
    from .actions.follow_joint import still_open
    from .actions.tidy import end_expired, ending_soon, past_their_last_day, run_out, tell_soon

    while end_expired(None):
        pass
    for agreement in past_their_last_day():
        run_out(None, agreement)
    for joint in still_open():
        joint_run_out(None, joint)
    for release in ending_soon().iterator():
        tell_soon(None, release)
