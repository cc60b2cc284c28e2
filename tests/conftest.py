"""How long Hypothesis looks: briefly in `make test`, for hours in `make soak`."""

import os

from hypothesis import HealthCheck, settings

# A slow machine is no finding, so no example has a deadline.
settings.register_profile(
    # The same examples each time, so that a red run means the change; `make soak` looks further.
    "ci",
    deadline=None,
    derandomize=True,
    max_examples=200,
    stateful_step_count=50,
)
settings.register_profile(
    "soak",
    parent=settings.get_profile("ci"),
    derandomize=False,
    max_examples=1_000_000,
    stateful_step_count=200,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.filter_too_much],
    print_blob=True,
)
settings.load_profile("soak" if os.environ.get("HOLDSPACE_SOAK") else "ci")
