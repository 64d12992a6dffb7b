"""A procedure for tests: a note is drafted, reviewed, published and withdrawn."""

from manumit.spine.workflow import IN_WORDS, Citation, Procedure, Reason, State, Transition, guard


@guard(why="The note has no story yet.", help="Write its story first.")
def has_a_story(actor, note) -> bool:
    """A note is reviewed only with something in it."""
    return bool(note.story)


TRANSITIONS = (
    Transition(
        name="submit", title="Submit", sources=("draft",), target="review", action="edit", reasons=None,
        guards=(has_a_story,),
    ),
    Transition(
        name="publish", title="Publish", sources=("review",), target="published", action="supervise", reasons=None,
        asks=("seen_on",), law=(Citation("1 Example Code 2"), Citation("3 Example Code 4", verified=True)),
    ),
    Transition(
        name="withdraw", title="Withdraw", sources=("review", "published"), target="draft", action="move",
        reasons=(Reason("wrong", "It is wrong"), *IN_WORDS), clears=("seen_on",), serious=True,
    ),
    Transition(
        name="bury", title="Bury", sources=("draft",), target="buried", action="supervise", reasons=IN_WORDS,
    ),
)  # fmt: skip
STATES = (
    State("draft", "Draft"),
    State("review", "In review"),
    State("published", "Published"),
    State("buried", "Buried & <gone>", final=True),
)
PUBLISHING = Procedure("publishing", "Publishing a note", "note", STATES, TRANSITIONS, "draft")
