"""`manumit bench action-plan`: public pages and a contact's quarter under load, at many commitments and reports."""
