"""What Lighthouse says about the door, a circle and the journal: `make lighthouse`."""
