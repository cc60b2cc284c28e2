"""What may be answered after a circle, and nothing else may (domain.md 5)."""

# Nothing about a group is shown, and nothing is added up, before that many have answered.
ENOUGH = 5

QUESTIONS: dict[str, tuple[str, ...]] = {
    "free": ("yes", "mostly", "not_really"),
    "listened": ("yes", "no"),
    "again": ("yes", "unsure"),
    "knew": ("yes", "mostly", "not_really"),
    "leaving": ("steady", "less"),
}

# These two are only told together: whether it is as good for those who listen (domain.md 5).
CROSSED = ("listened", "again")
TOGETHER = "listened_again"
