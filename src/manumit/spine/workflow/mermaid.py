"""A procedure as mermaid text, for documents."""

from .procedure import Procedure


def mermaid(procedure: Procedure) -> str:
    """Return a `stateDiagram-v2` of the procedure, ending in a newline."""
    lines = ["stateDiagram-v2", f"    [*] --> {procedure.initial}"]
    lines += [f"    {state.name}: {_plain(state.title)}" for state in procedure.states]
    for transition in procedure.transitions:
        lines += [f"    {source} --> {transition.target}: {_plain(transition.title)}" for source in transition.sources]
    lines += [f"    {state.name} --> [*]" for state in procedure.states if state.final]
    return "\n".join(lines) + "\n"


def _plain(text: object) -> str:
    """Mermaid ends a label at these."""
    return " ".join(str(text).replace(";", ",").replace(":", " -").split())
