"""The demonstration: four invented agencies, eight invented people, and a walk through every page as each of them."""
