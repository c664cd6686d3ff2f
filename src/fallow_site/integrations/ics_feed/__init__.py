"""A calendar feed: one clinician's calendar behind a secret address."""
