"""How long lines, functions and files may be. What is longer today may not grow: ratchet.json has it."""

import json
import pathlib
import re

from tree import Finding

LINE_COLUMNS = 100
FUNCTION_LINES = 70
FILE_LINES = 400
RATCHET = pathlib.Path(__file__).parent / "ratchet.json"
WIDE = (".hpp", ".ipp", ".cpp")
LONG = (".hpp", ".ipp", ".cpp", ".cmake", ".py", ".ts", ".css", "CMakeLists.txt")
SCOPE = re.compile(r"\b(namespace|class|struct|union|enum|extern)\b[^;()]*$")
NOT_FUNCTION = re.compile(r"\b(if|for|while|switch|catch|requires)\s*(constexpr\s*)?\(")


def functions(file):
    """Name, first line and length of every function, a lambda being part of the one around it."""
    code, stack, since = file.code, [], 0
    for offset, character in enumerate(code):
        if character == "{":
            header = code[since:offset]
            outer = not stack or stack[-1][0] == "scope"
            kind = "other"
            if outer and SCOPE.search(re.sub(r"<[^<>]*>", "", header)) and ")" not in header:
                kind = "scope"
            elif outer and not header.strip():
                kind = "scope"
            elif (
                outer
                and "(" in header
                and not NOT_FUNCTION.search(header)
                and "=" not in header.split("(")[0]
            ):
                kind = "function"
            start = since + len(header) - len(header.lstrip())
            stack.append((kind, start, header))
            since = offset + 1
        elif character == "}":
            if stack:
                kind, start, header = stack.pop()
                if kind == "function":
                    name = re.search(r"([\w:~]+|operator\S+)\s*\(", header)
                    first = file.line_of(start)
                    yield (name.group(1) if name else "?"), first, file.line_of(offset) - first + 1
            since = offset + 1
        elif character == ";":
            since = offset + 1


def _too_long(files):
    """Key of the ratchet, place, and what is measured there, for all that is above its limit."""
    for file in files:
        if file.path.endswith(LONG):
            lines = len(file.lines) - (file.lines[-1] == "")
            if lines > FILE_LINES:
                yield f"{file.path}", 1, lines, f"{lines} lines; a file has at most {FILE_LINES}"
        if file.is_code:
            for name, line, length in functions(file):
                if length > FUNCTION_LINES:
                    yield (
                        f"{file.path} {name}",
                        line,
                        length,
                        f"{name} has {length} lines; a function at most {FUNCTION_LINES}",
                    )


def lengths(files, ratchet=None):
    """Files and functions one can read at once."""
    if ratchet is None:
        ratchet = json.loads(RATCHET.read_text(encoding="utf-8")) if RATCHET.exists() else {}
    allowed = dict(ratchet)
    for key, line, length, text in _too_long(files):
        most = allowed.pop(key, 0)
        if length > most:
            yield Finding(key.split(" ")[0], line, text + (f" (it had {most})" if most else ""))
        elif length < most:
            yield Finding(
                key.split(" ")[0],
                line,
                f"now {length} instead of {most}: " "check.py --write-ratchet keeps it so",
            )
    for key in allowed:
        if any(file.path == key.split(" ")[0] for file in files) or ratchet is None:
            yield Finding(
                key.split(" ")[0], 1, "is short now: check.py --write-ratchet keeps it so"
            )


def width(files):
    """Lines that fit beside another file. A URL alone may be longer."""
    for file in files:
        if not file.path.endswith(WIDE):
            continue
        for number, line in enumerate(file.lines, 1):
            if (
                len(line) > LINE_COLUMNS
                and not re.match(r"\s*(//|#)?/?\s*\S+$", line)
                and 'R"' not in line
            ):
                yield Finding(file.path, number, f"{len(line)} columns; {LINE_COLUMNS} fit")


def write(files):
    kept = {key: length for key, _, length, _ in _too_long(files)}
    RATCHET.write_text(json.dumps(dict(sorted(kept.items())), indent=2) + "\n", encoding="utf-8")


def _function(lines):
    return "namespace a {\nint f(int x) {\n" + "    g();\n" * (lines - 2) + "}\n} // namespace a\n"


BAD = [
    {"include/chatops/run/a.hpp": "\n" * (FILE_LINES + 1)},
    {"include/chatops/run/a.hpp": _function(FUNCTION_LINES + 1)},
    {
        "include/chatops/run/a.hpp": "struct b final : c<int> {\n"
        + _function(FUNCTION_LINES + 1)[14:]
    },
    {
        "include/chatops/run/a.ipp": _function(FUNCTION_LINES + 1).replace(
            "int f(int x)", "a::a() : b_(1)"
        )
    },
    {"tests/run/a_test.cpp": _function(FUNCTION_LINES + 1).replace("int f(int x)", "TEST(a, b)")},
]
GOOD = {
    "include/chatops/run/a.hpp": _function(FUNCTION_LINES) + _function(FUNCTION_LINES),
    "include/chatops/run/b.hpp": "\n" * FILE_LINES,
}
WIDTH_BAD = [{"include/chatops/run/a.hpp": "x " * 51 + "\n"}]
WIDTH_GOOD = {
    "include/chatops/run/a.hpp": "x" * 100 + "\n// https://example.org/" + "x" * 100 + "\n"
}
RULES = {"lengths": (lengths, BAD, GOOD), "width": (width, WIDTH_BAD, WIDTH_GOOD)}
