"""The disclosure pack of a pair as a tagged PDF (PDF/UA-1)."""

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from django.utils.translation import get_language
from django.utils.translation import gettext as _

from ..words import bits, feature, finding

TEMPLATE = Path(__file__).with_name("pack.typ")


def write(pack: Mapping[str, Any]) -> bytes:
    """Return the pack. Texts go in as data, never as markup."""
    import typst

    pair = pack["pair"]
    told = {
        "title": _("Disclosure of the link %(one)s - %(other)s") % pair,
        "language": (get_language() or "en")[:2],
        "facts": [
            f"{_('Evidence in bits')}: {bits(pack['weight_millibits'])}",
            f"{_('Weights')}: {pack['model']}",
            _("A rank to read by, no probability."),
        ],
        "evidence_title": _("What speaks for it and against it"),
        "head": [_("What is compared"), pair["one"], pair["other"], _("Finding")],
        "steps": [_step(step) for step in pack["evidence"] or ()],
        "judgements_title": _("Judgements of this pair"),
        "judgements": [_judgement(each) for each in pack["judgements"]],
        "others_title": _("Other candidates, the rejected ones too"),
        "others": [_other(each) for each in pack["other_candidates"]],
    }  # fmt: skip
    return bytes(typst.compile(TEMPLATE, sys_inputs={"told": json.dumps(told)}, pdf_standards=["ua-1"], format="pdf"))


def _step(step: Mapping[str, Any]) -> list[str]:
    found = finding(step["text"], step["carried"], step["weight_millibits"])
    said = f"{found} {bits(step['weight_millibits'])}"
    return [feature(step["feature"]), ", ".join(step["one"]), ", ".join(step["other"]), said]


def _judgement(each: Mapping[str, Any]) -> str:
    taken = f" ({_('taken back')} {each['withdrawn_at']})" if each["withdrawn_at"] else ""
    return f"{each['at']} {each['by']}, {each['agency']}: {each['verdict']}, {each['reason']} {each['words']}{taken}"


def _other(each: Mapping[str, Any]) -> str:
    return f"{each['pair']['one']} - {each['pair']['other']}: {bits(each['weight_millibits'])}, {each['state']}"
