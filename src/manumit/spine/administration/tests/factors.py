"""Factors in software: an authenticator app and a security key."""

import json
import os
import time
from hashlib import sha256

from allauth.mfa.models import Authenticator
from allauth.mfa.totp.internal.auth import TOTP, format_hotp_value, generate_totp_secret, hotp_value
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.hashes import SHA256
from fido2.cose import ES256
from fido2.utils import websafe_decode, websafe_encode
from fido2.webauthn import AttestationObject, AttestedCredentialData, AuthenticatorData

from manumit.spine.identity.models import Person

from .conftest import noted

PASSWORD = "correct horse battery staple"
ORIGIN = "https://testserver"
STEP = 30


class App:
    """An authenticator app set up for one person."""

    def __init__(self, secret: str) -> None:
        self.secret = secret

    @classmethod
    def of(cls, person: Person) -> "App":
        """Set up an app and a password for `person`."""
        secret = generate_totp_secret()
        TOTP.activate(person, secret)
        person.set_password(PASSWORD)
        person.save()
        noted(person)
        return cls(secret)

    def code(self, steps: int = 0) -> str:
        """Return the code of now, or of `steps` steps later."""
        return format_hotp_value(hotp_value(self.secret, int(time.time()) // STEP + steps))


class SecurityKey:
    """A FIDO2 security key with user verification, holding one ES256 credential."""

    def __init__(self, origin: str = ORIGIN) -> None:
        self.key = ec.generate_private_key(ec.SECP256R1())
        self.id = os.urandom(32)
        self.origin = origin
        self.uses = 0
        self.handle = b""

    def create(self, options: dict) -> str:
        """Answer `navigator.credentials.create` and return the credential as JSON."""
        public = options["publicKey"]
        self.handle = websafe_decode(public["user"]["id"])
        data = self._client("webauthn.create", public["challenge"])
        public_key = ES256.from_cryptography_key(self.key.public_key())
        credential = AttestedCredentialData.create(b"\0" * 16, self.id, public_key)
        authenticator = self._authenticator(public["rp"]["id"], 0x45, credential)
        response = {
            "clientDataJSON": websafe_encode(data),
            "attestationObject": websafe_encode(AttestationObject.create("none", authenticator, {})),
        }
        return self._answer(response, {"credProps": {"rk": True}})

    def get(self, options: dict) -> str:
        """Answer `navigator.credentials.get` and return the assertion as JSON."""
        public = options["publicKey"]
        data = self._client("webauthn.get", public["challenge"])
        authenticator = self._authenticator(public["rpId"], 0x05)
        signature = self.key.sign(authenticator + sha256(data).digest(), ec.ECDSA(SHA256()))
        response = {
            "clientDataJSON": websafe_encode(data), "authenticatorData": websafe_encode(authenticator),
            "signature": websafe_encode(signature), "userHandle": websafe_encode(self.handle),
        }  # fmt: skip
        return self._answer(response, {})

    def _authenticator(self, domain: str, flags: int, credential: bytes = b"") -> AuthenticatorData:
        self.uses += 1
        return AuthenticatorData.create(sha256(domain.encode()).digest(), flags, self.uses, credential)

    def _client(self, kind: str, challenge: str) -> bytes:
        return json.dumps({"type": kind, "challenge": challenge, "origin": self.origin}).encode()

    def _answer(self, response: dict, extensions: dict) -> str:
        name = websafe_encode(self.id)
        return json.dumps(
            {
                "id": name,
                "rawId": name,
                "type": "public-key",
                "response": response,
                "clientExtensionResults": extensions,
            }
        )


def factors_of(person: Person) -> set[str]:
    """Return the kinds of factor `person` has."""
    return set(Authenticator.objects.filter(user=person).values_list("type", flat=True))
