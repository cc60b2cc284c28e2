"""iCalendar and the Meeting Guide format, written and read: data in, text out."""
