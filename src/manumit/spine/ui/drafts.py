"""Keeps what a person typed while their session was locked, and gives it back; never in the browser.

Encrypted with AES-256-GCM under a key derived from the install's secret, bound to person and path, so a row copied to
another person or page opens for nobody.
"""

import os
from datetime import timedelta

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF
from django.conf import settings
from django.db.models import QuerySet
from django.http import HttpRequest, QueryDict
from django.utils import timezone

from .models import Draft

NONCE_BYTES = 12
KEPT_FOR = timedelta(days=1)
NEVER_KEPT = frozenset({"csrfmiddlewaretoken", "password", "code", "credential"})


def keep(request: HttpRequest, path: str = "") -> bool:
    """Keep the posted form of `request` for its person under `path` (its own path if empty).

    Return whether anything was kept: not for strangers, and not for an empty form. Files are not kept.
    """
    data = _worth_keeping(request.POST)
    if not request.user.is_authenticated or not data:
        return False
    where = path or request.path
    sealed = _seal(request.user.pk, where, data.urlencode().encode())
    Draft.objects.update_or_create(person_id=request.user.pk, path=where, defaults={"sealed": sealed})
    return True


def kept(request: HttpRequest) -> QueryDict | None:
    """Return what the person had typed on this path, or `None`."""
    if not request.user.is_authenticated:
        return None
    draft = _here(request).filter(kept_at__gte=timezone.now() - KEPT_FOR).first()
    return _open(draft) if draft else None


def discard(request: HttpRequest) -> None:
    """Forget what was kept for this path: the form was saved, or the person said so."""
    _here(request).delete()


def discard_old() -> int:
    """Delete drafts past their day and return how many there were."""
    return Draft.objects.filter(kept_at__lt=timezone.now() - KEPT_FOR).delete()[0]


def _here(request: HttpRequest) -> QuerySet[Draft]:
    return Draft.objects.filter(person_id=request.user.pk or 0, path=request.path)


def _worth_keeping(posted: QueryDict) -> QueryDict:
    data = posted.copy()
    for name in NEVER_KEPT:
        data.pop(name, None)
    return data


def _seal(person: int, path: str, text: bytes) -> bytes:
    nonce = os.urandom(NONCE_BYTES)
    return nonce + AESGCM(_key()).encrypt(nonce, text, _bound_to(person, path))


def _open(draft: Draft) -> QueryDict | None:
    sealed = bytes(draft.sealed)
    try:
        text = AESGCM(_key()).decrypt(
            sealed[:NONCE_BYTES], sealed[NONCE_BYTES:], _bound_to(draft.person_id, draft.path)
        )
    except InvalidTag:  # the install's secret was changed since: nothing can read it any more
        return None
    return QueryDict(text.decode())


def _bound_to(person: int, path: str) -> bytes:
    return f"ui_draft|{person}|{path}".encode()


def _key() -> bytes:
    derive = HKDF(algorithm=SHA256(), length=32, salt=None, info=b"manumit draft 1")
    return derive.derive(settings.SECRET_KEY.encode())
