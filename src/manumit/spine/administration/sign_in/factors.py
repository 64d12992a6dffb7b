"""allauth's factor adapter: names, and secrets encrypted at rest."""

from base64 import urlsafe_b64encode

from allauth.mfa.adapter import DefaultMFAAdapter
from allauth.mfa.models import Authenticator
from cryptography.fernet import Fernet, MultiFernet
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF
from django.conf import settings
from django.utils.encoding import force_bytes
from django.utils.translation import gettext as _

from manumit.spine.identity.models import Person

PRODUCT = "Manumit"
SECOND = (Authenticator.Type.TOTP, Authenticator.Type.WEBAUTHN)


class FactorAdapter(DefaultMFAAdapter):  # type: ignore[misc]
    """Fits allauth's factors to this product."""

    def encrypt(self, text: str) -> str:
        """Return `text`, the secret of an authenticator app or recovery codes, encrypted for the database."""
        return _box().encrypt(text.encode()).decode()

    def decrypt(self, encrypted_text: str) -> str:
        """Return what `encrypt` was given. Raises InvalidToken where the server's secret key changed."""
        return _box().decrypt(encrypted_text.encode()).decode()

    def can_delete_authenticator(self, authenticator: Authenticator) -> bool:
        """Return whether the person would still have a second factor: the last one is replaced, never removed."""
        others = Authenticator.objects.filter(user_id=authenticator.user_id, type__in=SECOND).exclude(
            pk=authenticator.pk
        )
        return bool(others.exists())

    def get_totp_issuer(self) -> str:
        """Return the name authenticator apps show."""
        return PRODUCT

    def get_public_key_credential_rp_entity(self) -> dict[str, str]:
        """Return the domain passkeys belong to: `MANUMIT_PASSKEY_DOMAIN`, else the host asked."""
        entity: dict[str, str] = super().get_public_key_credential_rp_entity()
        return {"id": settings.MANUMIT_PASSKEY_DOMAIN or entity["id"], "name": PRODUCT}

    def generate_authenticator_name(self, user: Person, type: str) -> str:
        """Return the name proposed for a passkey."""
        return _("Passkey")


def _box() -> MultiFernet:
    return MultiFernet([_key(secret) for secret in (settings.SECRET_KEY, *settings.SECRET_KEY_FALLBACKS)])


def _key(secret: str | bytes) -> Fernet:
    derived = HKDF(SHA256(), 32, salt=None, info=b"manumit factor secrets").derive(force_bytes(secret))
    return Fernet(urlsafe_b64encode(derived))
