"""The rules of one live circle, as a pure state machine."""
