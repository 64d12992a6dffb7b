"""From Cedar's JSON form to conditions, with all that is known of the asker folded away.

Only this subset exists: `&&`, `||`, `!`, `if`, comparison of an attribute with a known value, membership in a set of
known values or in a set attribute, and a live release to the asker's own agency. Anything else raises Unsupported:
the checks at start refuse such a policy.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from ..facts import Asker, Reference, Value
from ..kinds import Attribute, Kind
from ..policies import Node, Policy
from .conditions import OPPOSITE, Compare, Condition, Holds, Operator, Released, all_of, any_of, both, either, negate

OWN_AGENCY = {".": {"left": {"Var": "principal"}, "attr": "agency"}}
MIRRORED: Mapping[Operator, Operator] = {"==": "==", "!=": "!=", "<": ">", "<=": ">=", ">": "<", ">=": "<="}
KNOWN: Mapping[Operator, Callable[[Any, Any], bool]] = {
    "==": lambda left, right: left == right,
    "!=": lambda left, right: left != right,
    "<": lambda left, right: left < right,
    "<=": lambda left, right: left <= right,
    ">": lambda left, right: left > right,
    ">=": lambda left, right: left >= right,
}


class Unsupported(ValueError):
    """A construct outside the subset."""


@dataclass(frozen=True)
class Folder:
    """Folds policies of `kind` for one `asker`."""

    kind: Kind
    asker: Asker

    def policy(self, policy: Policy) -> Condition:
        """Return when the policy applies, its scope aside. Raises Unsupported."""
        clauses = policy.body["conditions"]
        return all_of(self._clause(clause["kind"], clause["body"]) for clause in clauses)

    def _clause(self, word: str, body: Node) -> Condition:
        condition = self.condition(body)
        return condition if word == "when" else negate(condition)

    def condition(self, node: Node) -> Condition:
        """Return the condition a Cedar expression of type Bool stands for. Raises Unsupported."""
        operator, parts = _single(node)
        if operator in OPPOSITE:
            return self._compare(operator, parts)
        try:
            return FORMS[operator](self, parts)
        except KeyError:
            raise Unsupported(f"`{operator}` is not among what lists can be compiled from") from None

    def _compare(self, operator: Operator, parts: Node) -> Condition:
        left, right = self.term(parts["left"]), self.term(parts["right"])
        if isinstance(left, Attribute):
            return Compare(left.name, operator, _scalar(right))
        if isinstance(right, Attribute):
            return Compare(right.name, MIRRORED[operator], _scalar(left))
        return KNOWN[operator](left, right)

    def _both(self, parts: Node) -> Condition:
        return both(self.condition(parts["left"]), self.condition(parts["right"]))

    def _either(self, parts: Node) -> Condition:
        return either(self.condition(parts["left"]), self.condition(parts["right"]))

    def _not(self, parts: Node) -> Condition:
        return negate(self.condition(parts["arg"]))

    def _if(self, parts: Node) -> Condition:
        test, then, otherwise = (self.condition(parts[name]) for name in ("if", "then", "else"))
        return either(both(test, then), both(negate(test), otherwise))

    def _literal(self, value: object) -> Condition:
        if not isinstance(value, bool):
            raise Unsupported("a condition must be a Bool")
        return value

    def _fact(self, parts: Node) -> Condition:
        fact = self.term({".": parts})
        if isinstance(fact, Attribute):
            return Compare(fact.name, "==", True)
        return self._literal(fact)

    def _contains(self, parts: Node) -> Condition:
        if "Record" in parts["right"]:
            return self._released(parts)
        return self._member(self.term(parts["left"]), self.term(parts["right"]))

    def _contains_any(self, parts: Node) -> Condition:
        return any_of(self._members(parts))

    def _contains_all(self, parts: Node) -> Condition:
        return all_of(self._members(parts))

    def _members(self, parts: Node) -> list[Condition]:
        wanted = self.term(parts["right"])
        if not isinstance(wanted, frozenset):
            raise Unsupported("`containsAny` and `containsAll` take a set known beforehand on the right")
        whole = self.term(parts["left"])
        return [self._member(whole, member) for member in sorted(wanted)]

    def _member(self, whole: Value | Attribute, member: Value | Attribute) -> Condition:
        if isinstance(whole, frozenset) and isinstance(member, Attribute):
            return any_of(Compare(member.name, "==", each) for each in sorted(whole))
        if isinstance(whole, frozenset):
            return member in whole
        if isinstance(whole, Attribute) and whole.type == "Set<String>" and isinstance(member, str):
            return Holds(whole.name, member)
        raise Unsupported("`contains` takes a set of strings, one side of it known beforehand")

    def _released(self, parts: Node) -> Condition:
        whole, record = self.term(parts["left"]), parts["right"]["Record"]
        if not (isinstance(whole, Attribute) and whole.type == "Releases" and record.get("agency") == OWN_AGENCY):
            raise Unsupported("write resource.released.contains({agency: principal.agency, group: .., purpose: ..})")
        group, purpose = self.term(record["group"]), self.term(record["purpose"])
        if not (isinstance(group, str) and isinstance(purpose, str)):
            raise Unsupported("group and purpose of a release must be known beforehand")
        return Released(self.asker.agency.id, group, purpose)

    def term(self, node: Node) -> Value | Attribute:
        """Return a value known now, or the record's attribute it must be read from. Raises Unsupported."""
        operator, parts = _single(node)
        if operator == "Value" and isinstance(parts, bool | int | str):
            return parts
        if operator == "Set":
            return frozenset(self._text(member) for member in parts)
        if operator == "." and "Var" in parts["left"]:
            return self._variable(parts["left"]["Var"], parts["attr"])
        raise Unsupported(f"`{operator}` cannot stand as a value here")

    def _variable(self, variable: Any, name: str) -> Value | Attribute:
        return self.kind.facts[name] if variable == "resource" else self.asker.value(variable, name)

    def _text(self, node: Node) -> str:
        value = self.term(node)
        if not isinstance(value, str):
            raise Unsupported("sets hold strings known beforehand")
        return value


FORMS: Mapping[str, Callable[[Folder, Any], Condition]] = {
    "&&": Folder._both,
    "||": Folder._either,
    "!": Folder._not,
    "if-then-else": Folder._if,
    "Value": Folder._literal,
    ".": Folder._fact,
    "contains": Folder._contains,
    "containsAny": Folder._contains_any,
    "containsAll": Folder._contains_all,
}


def _single(node: Node) -> tuple[str, Any]:
    ((operator, parts),) = node.items()
    return operator, parts


def _scalar(value: Value | Attribute) -> str | bool | int | Reference:
    if isinstance(value, Attribute | frozenset):
        raise Unsupported("an attribute is compared with one value known beforehand, not with another or a set")
    return value
