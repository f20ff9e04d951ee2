"""How files look: no stray conditionals, no words that do not belong, headers that say what they are."""

import re

from tree import Finding

CONDITIONAL_HOME = "include/chatops/core/config.hpp"
# Spelt in pieces, or this file would break its own rule.
BANNED_ANYWHERE = [
    (r"\bTO" r"DO\b", "an open end: do it, or open an issue"),
    (r"\bFIX" r"ME\b", "an open end: do it, or open an issue"),
    (r"\bX{3}\b", "an open end: do it, or open an issue"),
    (r"(?<![\w.$}])/(work|root|Users)/\w", "a path of one machine"),
    (r"(?<![\w.$}])/home/\w", "a path of one machine"),
    (r"https?://(registry|deb|archive|security|pypi|proxy)\.\w", "a registry's host"),
    (r"https?://[\w.]*(npmjs|debian|ubuntu)\.(org|com)", "a registry's host"),
]
BANNED_IN_COMMENTS = [
    (r"\bfor n" r"ow\b", "what is there is there: say what it does"),
    (r"\bto be implemented\b", "what is there is there: say what it does"),
]


# Slack's input elements and HTML have a text of that name.
PLACEHOLDER = re.compile(r"\bplace" r"holder\b", re.IGNORECASE)


def conditionals(files):
    """No `#if` outside core/config.hpp: what differs between compilers has one home."""
    for file in files:
        if not file.is_code or file.path == CONDITIONAL_HOME:
            continue
        for found in re.finditer(
            r"^[ \t]*#[ \t]*(if|ifdef|ifndef|elif|else)\b", file.code, re.MULTILINE
        ):
            yield Finding(
                file.path,
                file.line_of(found.start()),
                f"#{found.group(1)} belongs into core/config.hpp",
            )


def _comments(file):
    """Each line's comment, if it has one."""
    if file.is_code:
        for number, (line, code) in enumerate(zip(file.lines, file.code.split("\n")), 1):
            found = line.find("//")
            if found >= 0 and not code[found : found + 2].strip():
                yield number, line[found:]
    elif file.path.endswith((".cmake", ".py", "CMakeLists.txt")) or file.path.startswith(
        "scripts/"
    ):
        for number, line in enumerate(file.lines, 1):
            if "#" in line:
                yield number, line[line.index("#") :]
    elif file.path.endswith((".ts", ".md")):
        yield from enumerate(file.lines, 1)


def words(files):
    """No open ends, no path of one machine, no registry's host."""
    for file in files:
        for number, line in enumerate(file.lines, 1):
            for pattern, why in BANNED_ANYWHERE:
                if found := re.search(pattern, line):
                    yield Finding(file.path, number, f"`{found.group(0)}`: {why}")
        slack_or_page = "slack" in file.path or file.path.startswith("web/")
        for number, comment in _comments(file):
            if not slack_or_page and (found := PLACEHOLDER.search(comment)):
                yield Finding(file.path, number, f"`{found.group(0)}`: say what is there")
            for pattern, why in BANNED_IN_COMMENTS:
                if found := re.search(pattern, comment, re.IGNORECASE):
                    yield Finding(file.path, number, f"`{found.group(0)}`: {why}")


def header_form(files):
    """A header says first what it is; its bodies stand beside it and are reached from its end."""
    bodies = {file.path for file in files if file.path.endswith(".ipp")}
    for file in files:
        if file.path.endswith(".hpp"):
            if not re.match(r"// \S.{10,}", file.lines[0]):
                yield Finding(
                    file.path, 1, "the first line is a comment that says what the header is"
                )
            if "#pragma once" not in file.lines[:6]:
                yield Finding(file.path, 1, "#pragma once follows the first comment")
        own = file.path[len("include/") : -len(".hpp")]
        body = f'#include CHATOPS_BODY("{own}.ipp")'
        if file.path.endswith(".hpp") and file.path[:-4] + ".ipp" in bodies:
            if file.text.rstrip().split("\n")[-1] != body:
                yield Finding(file.path, len(file.lines), f"the header ends with {body}")
        if file.path.endswith(".ipp"):
            if file.lines[0] != "#pragma once":
                yield Finding(file.path, 1, "an .ipp starts with #pragma once")
            if not any(
                name.startswith("chatops/") and name.endswith(".hpp") for _, name in file.includes()
            ):
                yield Finding(file.path, 1, "an .ipp includes its own header")


GOOD_HEADER = "// What a good header looks like.\n#pragma once\n\nint f();\n"
CONDITIONAL_BAD = [
    {"include/chatops/run/a.hpp": "#if defined(X)\n#endif\n"},
    {"mocks/slack/a.cpp": "  #  ifdef X\n#endif\n"},
    {"tests/run/a_test.cpp": "#ifndef X\n#endif\n"},
]
CONDITIONAL_GOOD = {
    CONDITIONAL_HOME: "#if defined(X)\n#endif\n",
    "mocks/a.cpp": "// #if\nif (x) f();\n",
}
WORDS_BAD = [
    {"include/chatops/run/a.hpp": "// TO" "DO: more\n"},
    {"scripts/a": "cd /wo" "rk/main\n"},
    {"docs/a.md": "It stands in /home/" "someone.\n"},
    {"web/package-lock.json": '"resolved": "https://registry.' 'example.org/lit.tgz"\n'},
    {"include/chatops/run/a.hpp": "int a; // enough for n" "ow\n"},
    {"README.md": "A place" "holder.\n"},
]
WORDS_GOOD = {
    "include/chatops/run/a.hpp": 'int a = f("for n' 'ow", block.place' 'holder);\n',
    "include/chatops/run/b.hpp": '#include "boost/wo' 'rk/a.hpp"\n// https://example.org/home/x\n',
}
HEADER_BAD = [
    {"include/chatops/run/a.hpp": "#pragma once\n"},
    {"include/chatops/run/a.hpp": "// What it is, in a line.\nint f();\n"},
    {
        "include/chatops/run/a.hpp": GOOD_HEADER,
        "include/chatops/run/a.ipp": '#pragma once\n#include "chatops/run/a.hpp"\n',
    },
    {"include/chatops/run/a.ipp": '#include "chatops/run/a.hpp"\n'},
    {"include/chatops/run/a.ipp": "#pragma once\n"},
]
HEADER_GOOD = {
    "include/chatops/run/a.hpp": GOOD_HEADER + '\n#include CHATOPS_BODY("chatops/run/a.ipp")\n',
    "include/chatops/run/a.ipp": '#pragma once\n\n#include "chatops/run/a.hpp"\n',
}
RULES = {
    "conditionals": (conditionals, CONDITIONAL_BAD, CONDITIONAL_GOOD),
    "words": (words, WORDS_BAD, WORDS_GOOD),
    "header_form": (header_form, HEADER_BAD, HEADER_GOOD),
}
