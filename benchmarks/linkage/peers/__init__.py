"""The peers, each with the settings its makers' own examples advise, tuned in good faith on these worlds."""
