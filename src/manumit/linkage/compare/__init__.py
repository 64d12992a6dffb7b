"""The comparisons, one kind of value a file. The docstring of each class is its published explanation."""
