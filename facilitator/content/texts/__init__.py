"""What the circle says, one file a screen; `content.microcopy` gathers them."""
