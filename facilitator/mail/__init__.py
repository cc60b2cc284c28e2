"""Mail: letters from facts, the worker that sends them."""
