"""The mocked vendors and the bot, started as processes of their own on loopback."""

import contextlib
import json
import pathlib
import select
import socket
import subprocess
import threading
import time
import tomllib
import urllib.error
import urllib.request

START_S = 30


class Failed(Exception):
    """The tour cannot go on; what it says is all that a person needs."""


def call(method, url, body=None):
    data = None if body is None else json.dumps(body).encode()
    request = urllib.request.Request(url, data, {"Content-Type": "application/json"}, method=method)
    try:
        with urllib.request.urlopen(request, timeout=10) as answer:
            return json.load(answer)
    except urllib.error.HTTPError as refused:
        return json.load(refused)


class Company:
    def __init__(self, programs, folder, socket_mode, base_port):
        self.programs = pathlib.Path(programs).resolve()
        self.folder = pathlib.Path(folder)
        self.socket_mode = socket_mode
        self.base_port = base_port
        self.bot_address = None
        self.started = []
        self.bot = None
        self.vendors = {}

    def start(self, name, *arguments, **more):
        log = open(self.folder / f"{name}.log", "ab")
        program = subprocess.Popen(
            [self.programs / name, *arguments],
            stderr=log,
            cwd=self.folder,
            stdin=subprocess.DEVNULL,
            **{"stdout": log, **more},
        )
        self.started.append(program)
        return program

    def start_mocks(self):
        config = self.folder / "chatops.toml"
        mocks = self.start(
            "chatops-mocks",
            "--base-port",
            str(self.base_port),
            "--world",
            "agency",
            "--bot-config",
            str(config),
            "--socket-mode" if self.socket_mode else "--http",
            stdout=subprocess.PIPE,
        )
        if not select.select([mocks.stdout], [], [], START_S)[0]:
            raise Failed(
                "chatops-mocks did not say that it listens" + self.last_words("chatops-mocks")
            )
        line = mocks.stdout.readline()
        if not line:
            raise Failed("chatops-mocks ended" + self.last_words("chatops-mocks"))
        # The rest goes nowhere, but must not fill the pipe.
        threading.Thread(target=mocks.stdout.read, daemon=True).start()
        self.vendors = json.loads(line)
        listen = tomllib.loads(config.read_text())["slack"].get("listen")
        if listen:
            host, port = listen.rsplit(":", 1)
            self.bot_address = (host, int(port))

    def start_bot(self):
        self.bot = self.start("chatops-bot", "--config", str(self.folder / "chatops.toml"))
        until = time.monotonic() + START_S
        while not self.bot_is_ready():
            if self.bot.poll() is not None:
                raise Failed("chatops-bot ended" + self.last_words("chatops-bot"))
            if time.monotonic() > until:
                raise Failed("chatops-bot did not become ready" + self.last_words("chatops-bot"))
            time.sleep(0.05)

    def bot_is_ready(self):
        if self.socket_mode:
            return bool(self.slack("GET", "state")["app"]["sockets"])
        with contextlib.suppress(OSError), socket.create_connection(self.bot_address, 1):
            return True
        return False

    def last_words(self, name):
        text = (self.folder / f"{name}.log").read_text(encoding="utf-8", errors="replace")
        return ":\n" + text[-2000:] if text else "."

    def slack(self, method, route, body=None):
        return call(method, f"{self.vendors['slack']['url']}/_mock/{route}", body)

    def messages(self):
        return self.slack("GET", "messages")

    def requests(self):
        """What the bot asked of providers so far, by vendor."""
        made = {}
        for name, vendor in self.vendors.items():
            if name != "slack":
                made[name] = call("GET", f"{vendor['url']}/_mock/requests")
        return made

    def stop(self):
        for program in reversed(self.started):
            if program.poll() is None:
                program.terminate()
        for program in self.started:
            try:
                program.wait(5)
            except subprocess.TimeoutExpired:
                program.kill()
                program.wait()
