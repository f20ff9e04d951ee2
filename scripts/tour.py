"""The tour that scripts/demo plays: the real bot, the mocked vendors, and people who talk to it in Slack.

Everything goes over the network: people speak and click through the Slack mock's control routes, what the bot
answers is read from Slack's messages, and what it did from each vendor's own record of requests.
"""

import argparse
import contextlib
import functools
import http.server
import os
import re
import shutil
import signal
import sys
import tempfile
import textwrap
import threading
import time

from company import Company, Failed, call
from slack_text import shown

BASE_PORT = 9100
ANSWER_S = 30
# Nothing new for this long: the conversation waits for a person.
QUIET_S = 0.8

TOUR = [
    ("# Pim manages projects: looking is all that a `pm` may do.", None),
    ("pm #acme", "@ops heroku apps"),
    ("pm #acme", "/ops heroku ps acme"),
    ("# Devi may change what is not in production. A slip of the finger is no drama.", None),
    ("dev #acme", "@ops heroku scal acme-staging web=2"),
    ("dev #acme", "@ops heroku restart acme-staging"),
    ("dev #acme", "/ops heroku scale acme web=3"),
    ("# Lea leads. What destroys is confirmed first.", None),
    ("lead #acme", "@ops heroku scale acme web=3"),
    ("lead #acme", "@ops heroku scale acme-staging web=2"),
    ("lead #acme", "@ops heroku rollback acme v4"),
    ("lead #acme", "clicks Confirm"),
    (
        "# The bot is killed (kill -9) when Heroku has acted but not yet answered, and started again. The\n"
        "# run goes on: the bot looks whether it was done, and does not do it twice.",
        None,
    ),
    ("lead #acme", "kills the bot during: @ops heroku restart acme"),
    ("# Gus is a client's guest. Nothing is allowed unless a rule says so.", None),
    ("guest #acme", "/ops heroku restart acme-staging"),
]
HELP = """\
Say something as one of lead, dev, pm, guest, in one of #ops, #acme, #globex, #initech, #general:
    lead #acme: @ops help
    dev #acme: /ops heroku scale acme-staging web=2
    lead #acme clicks Confirm
Without a name you go on as before. Ctrl-C or Ctrl-D ends it all."""


def style(code, text):
    plain = not sys.stdout.isatty() or "NO_COLOR" in os.environ
    return text if plain else f"\033[{code}m{text}\033[0m"


class Conversation:
    def __init__(self, company):
        self.company = company
        self.seen = {}
        self.asked = {}
        self.drafts = {}
        self.note()

    def note(self):
        """Remembers what has been said and done, and returns what is new in both."""
        said = []
        for message in self.company.messages():
            key, content = (message["channel"], message["ts"]), shown(message)
            if self.seen.get(key) != content:
                said.append(message)
                self.seen[key] = content
        done = []
        for vendor, requests in self.company.requests().items():
            done += [(vendor, each) for each in requests[self.asked.get(vendor, 0) :]]
            self.asked[vendor] = len(requests)
        return said, done

    def news(self):
        """Prints what the bot did since, keeps what it said; whether there was anything."""
        said, done = self.note()
        for message in said:
            if message["user"] == "ops":
                self.drafts[(message["channel"], message["ts"])] = message
        for vendor, request in done:
            body = " " + request["body"] if request.get("body") else ""
            print(
                style(
                    "2",
                    f"        {vendor}: {request['method']} {request['target']}{body}"
                    f" -> {request.get('status') or 'no answer'}",
                )
            )
        return bool(said or done)

    def until_quiet(self):
        """Waits until nothing more comes, and prints how the bot's answers read then; whether there is one."""
        last = time.monotonic()
        until = last + ANSWER_S
        while time.monotonic() < until and not (self.drafts and time.monotonic() - last > QUIET_S):
            if self.news():
                last = time.monotonic()
            time.sleep(0.05)
        answers, self.drafts = self.drafts, {}
        for message in answers.values():
            self.print_answer(message)
        return bool(answers)

    @staticmethod
    def print_answer(message):
        to = f" (only {message['ephemeral_to']} sees it)" if message.get("ephemeral_to") else ""
        edited = " (edited as the run went on)" if message.get("edited") else ""
        print(style("1;36", f"    ops in {where(message['channel'])}{to}{edited}:"))
        print(textwrap.indent(shown(message), "        "))

    def say(self, user, channel, text):
        print(f"\n{style('1', user)} {where(channel)}: {text}")
        self.checked(
            self.company.slack("POST", "say", {"user": user, "channel": channel, "text": text})
        )

    def click(self, user, channel, label):
        print(f"\n{style('1', user)} {where(channel)} clicks {label}")
        self.checked(
            self.company.slack("POST", "click", {"user": user, "channel": channel, "text": label})
        )

    @staticmethod
    def checked(answer):
        if not answer.get("ok"):
            raise Failed(f"Slack: {answer.get('message') or answer}")

    def kill_during(self, user, channel, text):
        """kill -9 after a vendor has changed something, and before the bot has learnt it."""
        late = {"match": {"method": "DELETE"}, "kind": "latency_ms", "latency_ms": 20_000}
        call("PUT", f"{self.company.vendors['heroku']['url']}/_mock/faults", [late])
        self.say(user, channel, text)
        until = time.monotonic() + ANSWER_S
        while not self.has_acted() and time.monotonic() < until:
            time.sleep(0.002)
        self.company.bot.kill()
        self.company.bot.wait()
        self.news()
        print(style("1;31", "    the bot is killed"))
        self.company.start_bot()
        print(style("1;32", "    the bot is started again"))

    def has_acted(self):
        return any(
            request["method"] != "GET"
            for vendor, requests in self.company.requests().items()
            for request in requests[self.asked.get(vendor, 0) :]
        )

    def act(self, who, what):
        user, channel = who.split()
        channel = channel.lstrip("#")
        if match := re.fullmatch(r"kills the bot during: (.*)", what):
            self.kill_during(user, channel, match.group(1))
        elif match := re.fullmatch(r"clicks (.+)", what):
            self.click(user, channel, match.group(1))
        else:
            self.say(user, channel, what)
        if not self.until_quiet():
            raise Failed("the bot did not answer" + self.company.last_words("chatops-bot"))


def where(channel):
    return channel if channel.startswith("@") else "#" + channel


def stay(conversation):
    """One's own commands, until Ctrl-D."""
    print("\n" + HELP)
    with contextlib.suppress(ImportError):
        import readline  # noqa: F401  Line editing and history, where Python has it.
    user, channel = "lead", "acme"
    pattern = re.compile(r"(?:(lead|dev|pm|guest)\b\s*)?(?:#([\w-]+)\s*)?(?::\s*)?(.*)")
    while True:
        try:
            line = input(f"\n{user} #{channel}> ").strip()
        except EOFError:
            print()
            return
        match = pattern.fullmatch(line)
        user, channel = match.group(1) or user, match.group(2) or channel
        try:
            if match.group(3):
                conversation.act(f"{user} #{channel}", match.group(3))
        except Failed as wrong:
            print(wrong)


def serve_page(folder):
    """The built page on loopback; its address."""

    class Quiet(http.server.SimpleHTTPRequestHandler):
        extensions_map = {
            **http.server.SimpleHTTPRequestHandler.extensions_map,
            ".mjs": "text/javascript",
            ".wasm": "application/wasm",
        }

        def log_message(self, *_):
            pass

    server = http.server.ThreadingHTTPServer(
        ("127.0.0.1", 0), functools.partial(Quiet, directory=folder)
    )
    threading.Thread(target=server.serve_forever, daemon=True).start()
    return f"http://127.0.0.1:{server.server_port}/"


def play(given, folder):
    company = Company(given.bin, folder, given.socket_mode, given.base_port)
    try:
        company.start_mocks()
        company.start_bot()
        mode = "Socket Mode" if given.socket_mode else "HTTP at {}:{}".format(*company.bot_address)
        print(
            f"\nThe bot serves the world `agency` over {mode}; mocked: {', '.join(company.vendors)}.\n"
        )
        conversation = Conversation(company)
        for who, what in TOUR:
            if what is None:
                print("\n" + style("3", re.sub("^# ", "", who, flags=re.MULTILINE)))
            else:
                conversation.act(who, what)
        print("\nThat was the tour.")
        if given.page:
            print(f"The admin page: {serve_page(given.page)}")
        if sys.stdin.isatty() and sys.stdout.isatty():
            stay(conversation)
    finally:
        # A second Ctrl-C must not leave anything running.
        signal.signal(signal.SIGINT, signal.SIG_IGN)
        company.stop()


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--bin", required=True, help="where chatops-bot and chatops-mocks are")
    parser.add_argument("--page", help="the folder of the built page")
    parser.add_argument(
        "--base-port", type=int, default=BASE_PORT, help="Slack's port; 0 for any that are free"
    )
    parser.add_argument(
        "--socket-mode", action="store_true", help="Slack reaches the bot over Socket Mode"
    )
    given = parser.parse_args()
    for ending in (signal.SIGTERM, signal.SIGHUP):
        signal.signal(ending, lambda *_: sys.exit(143))
    folder = tempfile.mkdtemp(prefix="chatops-demo-")
    try:
        play(given, folder)
    except Failed as wrong:
        print(f"scripts/demo: {wrong}\nLogs are in {folder}", file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        print()
    except SystemExit:
        shutil.rmtree(folder, ignore_errors=True)
        raise
    shutil.rmtree(folder, ignore_errors=True)
    return 0


if __name__ == "__main__":
    sys.exit(main())
