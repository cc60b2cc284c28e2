"""`make bench`: this app beside a bare Flask-SocketIO server (docs/bench.md)."""
