"""iCalendar and the Meeting Guide format, written and read: plain records in, text out."""
