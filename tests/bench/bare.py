"""Flask-SocketIO as its documentation shows it, echoing to a room and doing nothing else."""

from gevent import monkey

monkey.patch_all()

import sys

from flask import Flask
from flask_socketio import SocketIO, emit, join_room

app = Flask(__name__)
socketio = SocketIO(app, async_mode="gevent")


@socketio.on("join")
def join(room: str) -> bool:
    join_room(room)
    return True


@socketio.on("say")
def say(room: str, text: str) -> None:
    emit("said", text, to=room)


if __name__ == "__main__":
    socketio.run(app, host="127.0.0.1", port=int(sys.argv[1]))
