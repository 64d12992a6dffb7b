"""What nobody may learn, tried on the whole product."""
