"""Who there is: nations, agencies, people, their roles, invitations and tokens. Models only.

Others may use `Actor` (who asks, for which agency, for what purpose) and the models.
"""
