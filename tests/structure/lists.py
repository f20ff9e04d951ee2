"""The headers that list others: every body in src.hpp or native_src.hpp, every header in the ones for users."""

import pathlib

from tree import PORTABLE, Finding, read_tree

# The list, its first line, the folders it holds (those that end in / without folders of theirs),
# their suffix, and what it includes before.
LISTS = {
    "include/chatops/src.hpp": (
        "// Every portable body, for the one file of a program that compiles them (CHATOPS_COMPILED).",
        PORTABLE,
        ".ipp",
        [],
    ),
    "include/chatops/native_src.hpp": (
        "// Every body that needs an operating system, for the one file of a program that compiles them.",
        ["native"],
        ".ipp",
        ["chatops/src.hpp"],
    ),
    "include/chatops/chatops.hpp": (
        "// Everything that runs anywhere: natively, in the simulation, in a browser.",
        [room for room in PORTABLE if room not in ("sim", "operations")],
        ".hpp",
        [],
    ),
    "include/chatops/commands.hpp": (
        "// What a file of commands needs, and of clients; a vendor's client is in the vendor's header.",
        ["command", "provider/"],
        ".hpp",
        [
            "chatops/chat/reply.hpp",
            "chatops/core/url.hpp",
            "chatops/run/context.hpp",
            "chatops/run/entries.hpp",
            "chatops/run/values.hpp",
        ],
    ),
    "include/chatops/native.hpp": (
        "// Everything that runs anywhere, and what needs an operating system.",
        ["native"],
        ".hpp",
        ["chatops/chatops.hpp"],
    ),
    "include/chatops/testing.hpp": (
        "// Everything that runs anywhere, the commands, and a world to try them in: for tests.",
        ["operations", "sim"],
        ".hpp",
        ["chatops/chatops.hpp"],
    ),
}
VENDORS = {
    "digitalocean": "DigitalOcean",
    "heroku": "Heroku",
    "newrelic": "New Relic",
    "papertrail": "Papertrail",
    "rackspace": "Rackspace",
    "sentry": "Sentry",
}
# For who writes commands for a vendor, all of it in one header.
LISTS |= {
    f"include/chatops/{folder}.hpp": (
        f"// {name}: its client and types, for commands that act there.",
        [f"provider/{folder}"],
        ".hpp",
        [],
    )
    for folder, name in VENDORS.items()
}
COMMANDS = "include/chatops/commands.hpp"
TESTING = "include/chatops/testing.hpp"
# Included by another body, which chooses between them; or the other way to build them.
CHOSEN = (
    "include/chatops/core/digest_openssl.ipp",
    "include/chatops/core/digest_portable.ipp",
    "include/chatops/core/nothing.hpp",
)


def _within(path, folder):
    own = path.removeprefix("include/chatops/").rpartition("/")[0]
    return own == folder.rstrip("/") or (
        not folder.endswith("/") and own.startswith(folder + "/")
    )


def _wanted(files, target):
    _, folders, suffix, before = LISTS[target]
    present = [
        file
        for file in files
        if file.room
        and file.path.endswith(suffix)
        and any(_within(file.path, folder) for folder in folders)
    ]
    # A room's `inside/` is its own: bodies include it, users do not pay for it.
    listed = [
        file
        for file in present
        if file.path not in CHOSEN and not (suffix == ".hpp" and "/inside/" in file.path)
    ]
    names = before + [file.path[len("include/") :] for file in listed]
    return sorted(names + (list(_mocks(files)) if target == TESTING else []))


def _mocks(files):
    """A vendor's mock is mocks/VENDOR/VENDOR.hpp; the worlds are all there is in their folder."""
    for file in files:
        folder, _, name = file.path.removeprefix("mocks/").partition("/")
        if file.path.startswith("mocks/") and (
            name == folder + ".hpp" or (folder == "worlds" and name.endswith(".hpp"))
        ):
            yield file.path


def complete_lists(files):
    """What is written beside the others but not listed would be missing from every program."""
    given = {file.path: file for file in files}
    for target in LISTS:
        wanted = _wanted(files, target)
        if target not in given:
            if wanted:
                yield Finding(target, 1, "is missing: check.py --write-lists makes it")
            continue
        named = [name for _, name in given[target].includes()]
        for name in wanted:
            if name not in named:
                yield Finding(
                    target, 1, f"does not list {name} (check.py --write-lists writes it anew)"
                )
        for name in named:
            if name not in wanted:
                yield Finding(target, 1, f"lists {name}, which is not there or not its own")


def write(root):
    files = read_tree(root)
    for target, (first, *_) in LISTS.items():
        lines = "".join(f'#include "{name}"\n' for name in _wanted(files, target))
        (pathlib.Path(root) / target).write_text(
            f"{first}\n#pragma once\n\n{lines}", encoding="utf-8"
        )


_PARTS = {
    "include/chatops/core/a.hpp": "",
    "include/chatops/core/a.ipp": "",
    "include/chatops/command/e.hpp": "",
    "include/chatops/native/b.hpp": "",
    "include/chatops/native/inside/d.hpp": "",
    "include/chatops/native/b.ipp": "",
    "include/chatops/native/inside/d.hpp": "",
    "include/chatops/sim/c.hpp": "",
    "include/chatops/provider/f.hpp": "",
    "mocks/slack/slack.hpp": "",
    "mocks/slack/state.hpp": "",
} | {f"include/chatops/provider/{folder}/g.hpp": "" for folder in VENDORS}
_VENDORS_LISTED = {
    f"include/chatops/{folder}.hpp": f'#include "chatops/provider/{folder}/g.hpp"\n'
    for folder in VENDORS
}
LISTED = {
    "include/chatops/commands.hpp": "".join(
        f'#include "{name}"\n'
        for name in [*LISTS[COMMANDS][3], "chatops/command/e.hpp", "chatops/provider/f.hpp"]
    ),
    "include/chatops/src.hpp": '#include "chatops/core/a.ipp"\n',
    "include/chatops/native_src.hpp": '#include "chatops/src.hpp"\n#include "chatops/native/b.ipp"\n',
    "include/chatops/chatops.hpp": '#include "chatops/command/e.hpp"\n#include "chatops/core/a.hpp"\n'
    '#include "chatops/provider/f.hpp"\n'
    + "".join(_VENDORS_LISTED.values()),
    "include/chatops/native.hpp": '#include "chatops/chatops.hpp"\n#include "chatops/native/b.hpp"\n',
    "include/chatops/testing.hpp": '#include "chatops/chatops.hpp"\n#include "chatops/sim/c.hpp"\n'
    '#include "mocks/slack/slack.hpp"\n',
    **_VENDORS_LISTED,
}
GOOD = {**_PARTS, **LISTED}
BAD = [{**GOOD, target: ""} for target in LISTS]
BAD += [{**GOOD, target: LISTED[target] + '#include "chatops/core/gone.ipp"\n'} for target in LISTS]
BAD += [{path: text for path, text in GOOD.items() if path != target} for target in LISTS]
RULES = {"complete_lists": (complete_lists, BAD, GOOD)}
