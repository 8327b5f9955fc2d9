import socket
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Event, Thread

import cv2
import numpy as np
import pytest

WIDTH, HEIGHT = 160, 120


class Webcam:
    """A camera on the network: motion JPEG over HTTP, which can be cut and brought back."""

    def __init__(self) -> None:
        self.black = Event()
        self.frozen = Event()
        self._cut = Event()
        self._server: ThreadingHTTPServer | None = None
        self._thread: Thread | None = None
        with socket.socket() as probe:
            probe.bind(("127.0.0.1", 0))
            self._port = probe.getsockname()[1]
        self.url = f"http://127.0.0.1:{self._port}/stream.mjpg"

    def switch_on(self) -> None:
        webcam = self
        self._cut.clear()

        class Handler(BaseHTTPRequestHandler):
            def do_GET(self) -> None:
                self.send_response(200)
                self.send_header("Content-Type", "multipart/x-mixed-replace; boundary=frame")
                self.end_headers()
                try:
                    self._stream()
                except OSError:
                    self.close_connection = True

            def _stream(self) -> None:
                shade = 0
                while not webcam._cut.wait(0.01):
                    if webcam.frozen.is_set():
                        continue
                    shade = (shade + 1) % 200
                    level = 0 if webcam.black.is_set() else 40 + shade
                    _, jpeg = cv2.imencode(".jpg", np.full((HEIGHT, WIDTH, 3), level, np.uint8))
                    head = f"--frame\r\nContent-Type: image/jpeg\r\nContent-Length: {len(jpeg)}"
                    self.wfile.write(head.encode() + b"\r\n\r\n" + jpeg.tobytes() + b"\r\n")

            def log_message(self, *_: object) -> None:
                pass

        class Server(ThreadingHTTPServer):
            allow_reuse_address = True
            daemon_threads = False

            def handle_error(self, *_: object) -> None:
                pass

        self._server = Server(("127.0.0.1", self._port), Handler)
        self._thread = Thread(target=self._server.serve_forever, args=(0.01,), name="webcam")
        self._thread.start()

    def cut(self) -> None:
        self._cut.set()
        if self._server is None or self._thread is None:
            return
        self._server.shutdown()
        self._server.server_close()
        self._thread.join()
        self._server = None


@pytest.fixture
def webcam() -> Iterator[Webcam]:
    made = Webcam()
    made.switch_on()
    yield made
    made.cut()


@pytest.fixture
def video(tmp_path: Path) -> Path:
    """Twelve frames at 50 a second, each a little brighter."""
    path = tmp_path / "トレイ.avi"
    writer = cv2.VideoWriter(str(path), cv2.VideoWriter.fourcc(*"MJPG"), 50.0, (WIDTH, HEIGHT))
    assert writer.isOpened()
    for n in range(12):
        writer.write(np.full((HEIGHT, WIDTH, 3), 20 * n, np.uint8))
    writer.release()
    return path
