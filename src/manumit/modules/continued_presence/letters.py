"""What a victim reads: short sentences of common words, the same in English and Spanish."""

from collections.abc import Mapping

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

LANGUAGES = ("en", "es")
Text = str | Promise
NOT_USED = _("We did not use what only the people who hurt you say.")
HELP = (
    _("You may ask a lawyer for help. It can be free."),
    _("If you are in danger now, call 911. You can call for help at any time: 1-888-373-7888."),
)
ONLY_ENGLISH = _("The reason is in English only, in the part above. Ask who helps you to read it to you.")
"""Stands for the reason in the Spanish part where nobody wrote it in Spanish."""
TITLES: Mapping[str, Text] = {
    "granted": _("You may stay"),
    "extended": _("You may stay longer"),
    "denied": _("The answer is no for now"),
    "extension_refused": _("There is no more time for now"),
    "withdrawn": _("The request was taken back"),
    "revocation": _("Please answer this letter"),
    "revoked": _("You may not stay on this ground"),
}
LETTERS: Mapping[str, tuple[Text, ...]] = {
    "granted": (
        _("You may stay in the United States through {until}."),
        _("You may work. Your work card comes with this letter or soon after."),
        _("You may get help with money, food, a doctor and school. Ask the person who helps you."),
        _("You do not have to speak in court to keep this."),
        _("Do not leave the country before you ask. If you leave, you may lose this."),
        _("Your family may be in danger. Tell us. We may be able to help them too."),
        _("We will ask if you need more time before the last day."),
    ),
    "extended": (
        _("You may now stay in the United States through {until}."),
        _("You may go on working. A new work card comes with this letter or soon after."),
        _("Do not leave the country before you ask. If you leave, you may lose this."),
    ),
    "denied": (
        _("We were asked to let you stay. For now the answer is no."),
        _("This is why:"),
        "{why}",
        NOT_USED,
        _("You did nothing wrong by asking. Help for you does not end with this letter."),
        _("The police can ask again at any time. Tell them what is new. Your number is {number}."),
    ),
    "extension_refused": (
        _("We were asked for more time for you. For now the answer is no."),
        _("This is why:"),
        "{why}",
        NOT_USED,
        _("You may still stay in the United States through {until}."),
        _("The police can ask again before that day. Your number is {number}."),
    ),
    "withdrawn": (
        _("The police asked us to let you stay. They have now taken that back."),
        _("You did nothing wrong. Help for you does not end with this letter."),
        _("They can ask again at any time. Your number is {number}."),
    ),
    "revoked": (
        _("We let you stay before. That has now ended."),
        _("This is why:"),
        "{why}",
        NOT_USED,
        _("Do not wait. Ask a lawyer now what else you can do."),
        _("Help for you does not end with this letter. Your number is {number}."),
    ),
    "revocation": (
        _("You may stay for now. We want to ask you something first."),
        _("We were told this:"),
        "{why}",
        _("Please tell us your side. You have time until {answer_by}."),
        _("You can write, or tell it to the person who helps you. You can have a lawyer with you."),
        _("You may have said no to something unfair. That does not count against you."),
        _("Nothing that the people who hurt you say may be used against you."),
    ),
}


def title(letter: str) -> str:
    """Return the heading of a letter, in the language now in force."""
    return str(TITLES[letter])


def paragraphs(letter: str, facts: Mapping[str, str]) -> list[str]:
    """Return its paragraphs with `facts` (`until`, `why`, `answer_by`, `number`) put in, and where to find help."""
    told = [str(text) for text in (*LETTERS[letter], *HELP)]
    return [_filled(text, facts) for text in told]


def _filled(text: str, facts: Mapping[str, str]) -> str:
    for name, value in facts.items():
        text = text.replace("{" + name + "}", value)
    return text
