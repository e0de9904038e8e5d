"""`bin/invoke agenda`: the calendars of the cooperatives are asked, and what they announce kept."""
