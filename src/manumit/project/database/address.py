"""Where a PostgreSQL database is, and as whom one enters it."""

from dataclasses import dataclass, replace
from typing import Any, Self
from urllib.parse import quote, urlencode

from psycopg.conninfo import conninfo_to_dict, make_conninfo


@dataclass(frozen=True, slots=True)
class Address:
    """A role at a database. `host` is a name, an IP address or a socket directory; `options` are libpq's others."""

    host: str
    port: int
    name: str
    user: str
    password: str
    options: tuple[tuple[str, str], ...] = ()

    @classmethod
    def parse(cls, text: str) -> Self:
        """Read a `postgresql://` address or a libpq connection string. Raises psycopg.ProgrammingError otherwise."""
        parts = {key: str(value) for key, value in conninfo_to_dict(text).items()}
        known = {key: parts.pop(key, "") for key in ("host", "port", "dbname", "user", "password")}
        return cls(
            host=known["host"], port=int(known["port"] or 5432), name=known["dbname"], user=known["user"],
            password=known["password"], options=tuple(sorted(parts.items())),
        )  # fmt: skip

    def at(self, name: str) -> Self:
        """Return the same role's address at the database `name`."""
        return replace(self, name=name)

    def as_role(self, user: str, password: str) -> Self:
        """Return another role's address at the same database."""
        return replace(self, user=user, password=password)

    @property
    def conninfo(self) -> str:
        """The address as psycopg takes it."""
        parts: dict[str, Any] = {"host": self.host, "port": self.port, "dbname": self.name, "user": self.user}
        return make_conninfo("", password=self.password, **parts, **dict(self.options))

    @property
    def url(self) -> str:
        """The address as DATABASE_URL takes it; a socket directory travels in the query."""
        query = urlencode({"host": self.host, "port": self.port, **dict(self.options)}, safe="/")
        return f"postgresql://{quote(self.user)}:{quote(self.password, safe='')}@/{quote(self.name)}?{query}"
