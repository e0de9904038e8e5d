"""`bin/invoke agenda`: the calendars of the cooperatives are asked, and what they announce kept."""

from commands.calendar_fetch.update import Outcome, update_calendars

__all__ = ["Outcome", "update_calendars"]
