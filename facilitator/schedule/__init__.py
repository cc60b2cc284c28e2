"""PURE. A rule and a time zone become dates; answers and a number of seats become places."""
