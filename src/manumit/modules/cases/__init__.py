"""The case catalogue: missing people, homicides, unidentified remains, trafficking; who is in them and where.

Others reach it through its manifest only. Inside, `actions` change, `questions` read, `rules` refuse and warn,
`procedure` says how a case moves, `policy.cedar` who may do what.
"""
