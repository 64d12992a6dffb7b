"""The database Manumit runs on: an embedded PostgreSQL kept alive and healed, its roles, and who may do what.

`launcher` starts and shares the embedded server, `roles` makes the three roles and the database, `grants` gives each
role what the models declare, `trial` makes a database for one run of the tests.
"""
