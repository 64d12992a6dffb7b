"""What people are told between agencies: that something happened, never what a record holds."""

from django.utils.translation import gettext_lazy as _

from manumit.spine.workflow.notices.events import DAY, Event, Mail

EVENTS = (
    Event("agreement_offered", _("An agreement was offered to your agency"), Mail.AT_ONCE, DAY),
    Event("agreement_signed", _("The other agency signed an agreement"), Mail.AT_ONCE),
    Event("agreement_ended", _("An agreement with your agency has ended"), Mail.AT_ONCE, DAY),
    Event("transfer_offered", _("A record was offered to your agency"), Mail.AT_ONCE, DAY),
    Event("transfer_answered", _("A transfer was answered or taken back"), Mail.AT_ONCE),
    Event("joint_invited", _("Your agency was invited to joint work"), Mail.AT_ONCE, DAY),
    Event("joint_moved", _("Joint work changed: somebody joined, left, or it has ended"), Mail.DAILY),
    Event("joint_added", _("Something was added to the log of joint work"), Mail.DAILY),
    Event("release_ended", _("Something that was released to your agency, or by it, has ended"), Mail.AT_ONCE),
    Event("release_ending", _("A release ends within a week"), Mail.DAILY),
    Event("shown_on", _("Something your agency released was shown on, as the agreement allows"), Mail.AT_ONCE),
    Event("request_asked", _("Another agency asks yours for a release"), Mail.AT_ONCE, DAY),
    Event("request_moved", _("A request for a release was answered, or has ended"), Mail.AT_ONCE),
)
