"""Who may include what: the order of the rooms, and what only the outer rooms know."""

import re

from tree import ROOMS, Finding

# Asio without a socket, a timer or a thread: measured to work in a browser.
PORTABLE_ASIO = {
    "any_io_executor",
    "append",
    "as_tuple",
    "associated_cancellation_slot",
    "associated_executor",
    "async_result",
    "awaitable",
    "bind_cancellation_slot",
    "bind_executor",
    "cancellation_signal",
    "cancellation_state",
    "cancellation_type",
    "co_spawn",
    "deferred",
    "detached",
    "dispatch",
    "error",
    "execution_context",
    "executor_work_guard",
    "experimental/awaitable_operators",
    "io_context",
    "post",
    "redirect_error",
    "strand",
    "this_coro",
    "use_awaitable",
}
# Not in libc++ 13, or too heavy for a page, or useless in one.
NOT_PORTABLE_STANDARD = {
    "iostream",
    "istream",
    "ostream",
    "sstream",
    "fstream",
    "iomanip",
    "regex",
    "thread",
    "mutex",
    "shared_mutex",
    "condition_variable",
    "future",
    "semaphore",
    "barrier",
    "latch",
    "filesystem",
    "coroutine",
    "source_location",
    "stop_token",
    "format",
    "ranges",
    "syncstream",
}
NOT_PORTABLE_PREFIXES = (
    "boost/beast",
    "boost/process",
    "boost/thread",
    "boost/filesystem",
    "boost/interprocess",
    "boost/regex",
    "boost/fiber",
    "boost/iostreams",
    "openssl/",
    "soci/",
    "sqlite3",
    "libpq",
    "spdlog/",
    "sys/",
    "netinet/",
    "arpa/",
    "unistd.h",
    "fcntl.h",
    "dirent.h",
    "pthread.h",
    "signal.h",
    "csignal",
    "poll.h",
    "netdb.h",
    "termios.h",
)
# core/digest is OpenSSL's natively; the same header's other body is for the browser.
OPENSSL_IN_CORE = "include/chatops/core/digest_openssl.ipp"


def _room_of(name):
    parts = name.split("/")
    return parts[1] if parts[0] == "chatops" and len(parts) > 2 else None


def include_graph(files):
    """A file includes only from rooms above its own; folders of one room keep apart."""
    for file in files:
        if not file.room:
            continue
        if file.room not in ROOMS:
            yield Finding(
                file.path, 1, f"`{file.room}` is no room of the house (tests/structure/tree.py)"
            )
            continue
        own = ROOMS.index(file.room)
        for line, name in file.includes():
            room = _room_of(name)
            if name.startswith(("mocks/", "apps/", "tests/", "web/")):
                yield Finding(file.path, line, f"the framework does not include {name}")
            elif re.fullmatch(r"chatops/\w+\.hpp", name):
                yield Finding(file.path, line, f"a room includes what it uses, not all of {name}")
            elif room and (room not in ROOMS or ROOMS.index(room) > own):
                yield Finding(
                    file.path, line, f"{file.room}/ stands above {room}/: it must not know {name}"
                )
            elif room == "native" and file.room == "browser":
                yield Finding(file.path, line, "the browser has nothing of native/")
            else:
                yield from _across_folders(file, line, name)


def _across_folders(file, line, name):
    """provider/heroku does not know provider/sentry; only operations/project crosses providers."""
    own, other = file.path.split("/")[2:], name.split("/")[1:]
    if len(own) < 3 or len(other) < 3 or own[0] != other[0] or own[1] == other[1]:
        return
    if own[0] == "provider" or (
        own[0] == "operations" and own[1] != "project" and other[1] != "common"
    ):
        yield Finding(
            file.path, line, f"{own[0]}/{own[1]} and {own[0]}/{other[1]} do not know each other"
        )


def mocks_stand_alone(files):
    """The mocks share no code with what they test."""
    allowed = ("chatops/core/", "chatops/http/", "chatops/sim/mock.hpp", "mocks/common/")
    for file in files:
        parts = file.path.split("/")
        if parts[0] != "mocks" or not file.is_code:
            continue
        for line, name in file.includes():
            if not name.startswith(("chatops/", "mocks/")) or name.startswith(allowed):
                continue
            if name.startswith("mocks/") and parts[1] in ("worlds", name.split("/")[1]):
                continue
            # A world that plays itself has a bot with commands in it; a vendor's mock never has.
            if parts[1] == "worlds" and name.startswith(
                (
                    "chatops/sim/",
                    "chatops/config/",
                    "chatops/run/catalogue.hpp",
                    "chatops/command/",
                    "chatops/line/",
                )
            ):
                continue
            yield Finding(
                file.path, line, f"a mock includes core, http and sim/mock.hpp, not {name}"
            )


def forbidden_includes(files):
    """What a browser has not stays in native/; what only a browser has, in browser/."""
    for file in files:
        if not file.is_code:
            continue
        for line, name in file.includes():
            if name.startswith("emscripten") and not file.path.startswith(
                ("include/chatops/browser/", "web/")
            ):
                yield Finding(file.path, line, "only browser/ knows Emscripten")
            if name.startswith("toml++") and not re.match(
                r"include/chatops/config/.*\.ipp$", file.path
            ):
                yield Finding(file.path, line, "toml++ costs 4 s: only in a config/*.ipp")
            if not file.portable or file.path == OPENSSL_IN_CORE:
                continue
            asio = re.match(r"boost/asio/(.+)\.hpp$", name)
            if name == "boost/asio.hpp" or (asio and asio.group(1) not in PORTABLE_ASIO):
                yield Finding(file.path, line, f"{name}: sockets, timers and threads are native/'s")
            elif name in ("ostream", "fstream") and file.path.startswith("tests/"):
                pass  # GoogleTest prints with the one; a test reads its data with the other.
            elif name in NOT_PORTABLE_STANDARD or name.startswith(NOT_PORTABLE_PREFIXES):
                yield Finding(file.path, line, f"<{name}> is not for code that the page shares")
            elif name.startswith("chatops/native"):
                yield Finding(file.path, line, f"{name} is not for code that the page shares")


GRAPH_BAD = [
    {"include/chatops/core/a.hpp": '#include "chatops/line/parse.hpp"\n'},
    {"include/chatops/http/a.hpp": '#include "chatops/native/server.hpp"\n'},
    {"include/chatops/run/a.hpp": '#include "chatops/chatops.hpp"\n'},
    {"include/chatops/run/a.hpp": '#include "mocks/heroku/heroku.hpp"\n'},
    {"include/chatops/cellar/a.hpp": "\n"},
    {"include/chatops/browser/a.hpp": '#include "chatops/native/server.hpp"\n'},
    {"include/chatops/provider/heroku/a.hpp": '#include "chatops/provider/sentry/client.hpp"\n'},
    {
        "include/chatops/operations/heroku/a.hpp": '#include "chatops/operations/sentry/issues.hpp"\n'
    },
]
GRAPH_GOOD = {
    "include/chatops/run/a.hpp": '#include "chatops/run/b.hpp"\n#include "chatops/core/c.hpp"\n',
    "include/chatops/operations/project/a.hpp": '#include "chatops/operations/heroku/b.hpp"\n',
    "include/chatops/native/a.hpp": '#include "chatops/sim/mock.hpp"\n',
}
MOCKS_BAD = [
    {"mocks/heroku/a.hpp": '#include "chatops/provider/heroku/types.hpp"\n'},
    {"mocks/slack/a.cpp": '#include "chatops/slack/signature.hpp"\n'},
    {"mocks/slack/a.cpp": '#include "mocks/heroku/heroku.hpp"\n'},
    {"mocks/slack/a.cpp": '#include "chatops/sim/network.hpp"\n'},
    {"mocks/slack/a.cpp": '#include "mocks/worlds/agency.hpp"\n'},
    {"mocks/worlds/a.cpp": '#include "chatops/provider/heroku/types.hpp"\n'},
]
MOCKS_GOOD = {
    "mocks/slack/a.cpp": '#include "chatops/sim/mock.hpp"\n#include "mocks/common/json.hpp"\n'
    '#include "mocks/slack/state.hpp"\n#include <vector>\n',
    "mocks/worlds/agency.cpp": '#include "mocks/heroku/heroku.hpp"\n'
    '#include "chatops/sim/simulation.hpp"\n',
}
FORBIDDEN_BAD = [
    {"include/chatops/line/a.hpp": "#include <iostream>\n"},
    {"include/chatops/line/a.ipp": "#  include <regex>\n"},
    {"include/chatops/http/a.hpp": "#include <boost/asio/ip/tcp.hpp>\n"},
    {"include/chatops/http/a.hpp": "#include <boost/asio/steady_timer.hpp>\n"},
    {"include/chatops/http/a.hpp": "#include <boost/asio.hpp>\n"},
    {"include/chatops/core/a.ipp": "#include <openssl/evp.h>\n"},
    {"include/chatops/journal/a.hpp": "#include <soci/soci.h>\n"},
    {"include/chatops/run/a.hpp": "#include <emscripten.h>\n"},
    {"include/chatops/native/a.hpp": "#include <emscripten.h>\n"},
    {"include/chatops/config/a.hpp": "#include <toml++/toml.h>\n"},
    {"mocks/slack/a.cpp": "#include <thread>\n"},
    {"tests/run/a_test.cpp": '#include "chatops/native/server.hpp"\n'},
    {"apps/catalogue/a.cpp": "#include <coroutine>\n"},
    {"apps/template/a.hpp": "#include <chatops/native/files.hpp>\n"},
]
FORBIDDEN_GOOD = {
    OPENSSL_IN_CORE: "#include <openssl/evp.h>\n",
    "include/chatops/native/a.hpp": "#include <thread>\n#include <boost/asio/ip/tcp.hpp>\n",
    "include/chatops/browser/a.hpp": "#include <emscripten.h>\n",
    "include/chatops/run/a.hpp": "#include <boost/asio/post.hpp>\n#include <vector>\n",
    "include/chatops/config/a.ipp": "#include <toml++/toml.h>\n",
    "tests/native/a_test.cpp": "#include <fstream>\n",
}
RULES = {
    "include_graph": (include_graph, GRAPH_BAD, GRAPH_GOOD),
    "mocks_stand_alone": (mocks_stand_alone, MOCKS_BAD, MOCKS_GOOD),
    "forbidden_includes": (forbidden_includes, FORBIDDEN_BAD, FORBIDDEN_GOOD),
}
