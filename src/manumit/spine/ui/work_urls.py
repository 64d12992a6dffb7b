"""Addresses of the screens of work beside records."""

from django.urls import path

from .pages.work import approvals, bars, calendar, clocks, flags, links, notes, notices, searches, tasks, watching
from .pages.work.clock_table import clock_table, set_limit
from .pages.work.my_work import my_work
from .pages.work.record_work import record_work

RECORD = "work/<slug:kind>/<slug:number>/"
urlpatterns = [
    path("work/", my_work, name="my_work"),
    path(RECORD, record_work, name="record_work"),
    path(f"{RECORD}clocks/", clocks.start, name="start_clock"),
    path(f"{RECORD}tasks/", tasks.give, name="give_task"),
    path(f"{RECORD}notes/", notes.write, name="write_note"),
    path(f"{RECORD}approvals/", approvals.ask_for, name="ask_approval"),
    path(f"{RECORD}flags/", flags.raise_, name="raise_flag"),
    path(f"{RECORD}bars/", bars.bars, name="bars"),
    path(f"{RECORD}bars/new/", bars.bar, name="bar_person"),
    path(f"{RECORD}bars/<int:bar_id>/lift/", bars.lift, name="lift_bar"),
    path(f"{RECORD}watch/", watching.begin, name="watch_record"),
    path(f"{RECORD}links/", links.link, name="link_records"),
    path("clocks/", clock_table, name="clocks"),
    path("clocks/<slug:clock>/set/", set_limit, name="set_clock"),
    path("clocks/<int:clock_id>/pause/", clocks.pause, name="pause_clock"),
    path("clocks/<int:clock_id>/resume/", clocks.resume, name="resume_clock"),
    path("clocks/<int:clock_id>/stop/", clocks.stop, name="stop_clock"),
    path("tasks/<int:task_id>/finish/", tasks.finish, name="finish_task"),
    path("tasks/<int:task_id>/withdraw/", tasks.withdraw, name="withdraw_task"),
    path("tasks/<int:task_id>/reassign/", tasks.reassign, name="reassign_task"),
    path("notes/<int:note_id>/correct/", notes.correct, name="correct_note"),
    path("approvals/<int:approval_id>/", approvals.decide, name="decide_approval"),
    path("flags/<int:flag_id>/lower/", flags.lower, name="lower_flag"),
    path("watches/", watching.watched, name="watches"),
    path("watches/<int:watch_id>/end/", watching.end, name="end_watch"),
    path("links/<int:link_id>/end/", links.part, name="end_link"),
    path("searches/", searches.searches, name="searches"),
    path("searches/<slug:kind>/save/", searches.save, name="save_search"),
    path("searches/<int:search_id>/remove/", searches.remove, name="remove_search"),
    path("notices/", notices.notices, name="notices"),
    path("notices/seen/", notices.see_all, name="see_notices"),
    path("notices/mail/", notices.wishes, name="notice_wishes"),
    path("notices/<int:notice_id>/", notices.open_notice, name="open_notice"),
    path("calendar/", calendar.calendar, name="calendar"),
    path("calendar/new/", calendar.make, name="make_calendar"),
    path("calendar/revoke/", calendar.revoke, name="revoke_calendar"),
    path("calendar/<slug:token>/feed.ics", calendar.feed, name="calendar_feed"),
]
