"""The demonstration: three invented agencies and six invented people, and a walk through every page as each of them."""
