"""What g++ 12 miscompiles inside a co_await expression, and what a run that is replayed cannot bear."""

import re

from tree import Finding

OPEN, CLOSE = "([{", ")]}"
KEYWORD_BLOCK = re.compile(
    r"(\belse|\bdo|\btry|\bconst|\bnoexcept|\bmutable|\boverride|\bfinal|[);{}]|->\s*[\w:<>,&*\s]+|^)\s*$"
)


def _matching(code, at):
    """The offset of the bracket that closes the one at `at`."""
    depth = 0
    for offset in range(at, len(code)):
        if code[offset] in OPEN:
            depth += 1
        elif code[offset] in CLOSE:
            depth -= 1
            if depth == 0:
                return offset
    return len(code) - 1


def _lambda_at(code, at):
    """(captures, offset of its body's `{`) if a lambda starts at this `[`, else None."""
    before = code[:at].rstrip()
    word = re.search(r"(\w+)$", before)
    if (
        before
        and before[-1] in ")]"
        or (word and word.group(1) not in ("return", "co_return", "co_await"))
    ):
        return None  # A subscript.
    end = _matching(code, at)
    after = end + 1 + len(code[end + 1 :]) - len(code[end + 1 :].lstrip())
    if code[at : at + 2] == "[[" or after >= len(code) or code[after] not in "({<":
        return None  # An attribute.
    while after < len(code) and code[after] != "{":
        if code[after] in "([":
            after = _matching(code, after)
        elif code[after] in ";":
            return None
        after += 1
    return code[at + 1 : end], after


def _expression_end(code, start):
    """Where the full expression that goes on at `start` ends: `;`, or the bracket it stands in, followed outwards."""
    depth = 0
    for offset in range(start, len(code)):
        character = code[offset]
        if character in OPEN:
            if depth == 0 and character == "{" and code[:offset].rstrip().endswith(")"):
                return offset  # `if (co_await x) {`: the block is another statement.
            depth += 1
        elif character in CLOSE:
            depth -= 1
            if depth < 0 and character == "}":
                return offset
            if depth < 0 and re.search(
                r"\b(if|while|for|switch)\s*(constexpr\s*)?$", code[: _opening(code, offset)]
            ):
                return offset
            depth = max(depth, -8)
        elif character == ";":
            return offset
    return len(code)


def _opening(code, at):
    """The offset of the bracket that the one at `at` closes."""
    depth = 0
    for offset in range(at, -1, -1):
        if code[offset] in CLOSE:
            depth += 1
        elif code[offset] in OPEN:
            depth -= 1
            if depth == 0:
                return offset
    return 0


def _expression_begin(code, start):
    """(where the full expression began, whether braces that initialise something hold the co_await)."""
    braced = False
    offset = start - 1
    while offset >= 0:
        character = code[offset]
        if character == ";":
            break
        if character == "}":
            outside = code[offset + 1 : start]
            if outside.count("(") <= outside.count(")"):
                break  # The end of a block.
            offset = _opening(code, offset)
        elif character in ")]":
            offset = _opening(code, offset)
        elif character == "{":
            if KEYWORD_BLOCK.search(code[:offset][-200:]):
                break
            braced = True
        elif character == "(" and re.search(r"\b(if|while|switch)\s*$", code[:offset]):
            break
        offset -= 1
    return offset + 1, braced


def _without_bodies(code):
    """The expression with every lambda's body blanked, and the captures of those lambdas."""
    captures, offset = [], 0
    while offset < len(code):
        found = _lambda_at(code, offset) if code[offset] == "[" else None
        if found:
            captures.append(found[0])
            end = _matching(code, found[1])
            code = (
                code[: found[1] + 1] + re.sub(r"[^\n]", " ", code[found[1] + 1 : end]) + code[end:]
            )
            # The intro is looked at no more: `[&, this]` is no subscript to search.
            offset = found[1]
        offset += 1
    return code, captures


def _by_value(captures):
    depth, part, parts = 0, "", []
    for character in captures:
        depth += (character in OPEN) - (character in CLOSE)
        if character == "," and depth == 0:
            parts.append(part.strip())
            part = ""
        else:
            part += character
    parts.append(part.strip())
    return [each for each in parts if each and not each.startswith("&") and each != "this"]


def await_expressions(files):
    """Inside a co_await expression: no lambda that captures by value, no aggregate temporary, no ternary."""
    for file in files:
        if not file.is_code or "co_await" not in file.text:
            continue
        code, seen = file.code, set()
        for found in re.finditer(r"\bco_await\b", code):
            begin, braced = _expression_begin(code, found.start())
            line = file.line_of(found.start())
            whole = code[begin : _expression_end(code, found.end())]
            bare, captures = _without_bodies(whole)
            wrong = [
                f"a lambda captures by value: {each}"
                for each in captures
                for each in _by_value(each)
            ]
            if re.search(r"[\w>(,{]\s*\{\s*\.\w|[(,]\s*\{\s*[^\s}]", bare):
                wrong.append("an aggregate temporary")
            if braced:
                wrong.append("braces initialise something from it")
            if re.search(r"\?(?!\?)", bare):
                wrong.append("a ternary")
            for text in wrong:
                if (line, text) not in seen:
                    seen.add((line, text))
                    yield Finding(
                        file.path,
                        line,
                        f"in a co_await expression {text}: g++ 12 miscompiles it; "
                        "name a local first",
                    )


def operations_replay(files):
    """A command runs again from the top: the order of its steps is fixed, and nothing swallows a crash."""
    for file in files:
        if not file.path.startswith("include/chatops/operations/") or not file.is_code:
            continue
        for found in re.finditer(r"\bcatch\s*\(\s*\.\.\.\s*\)", file.code):
            yield Finding(
                file.path,
                file.line_of(found.start()),
                "catch (...) would swallow a cancellation: name the exception",
            )
        for found in re.finditer(r"\bco_await\s*\(", file.code):
            end = _matching(file.code, found.end() - 1)
            inside, _ = _without_bodies(file.code[found.end() : end])
            if "&&" in inside or "||" in inside:
                yield Finding(
                    file.path,
                    file.line_of(found.start()),
                    "awaitables joined with && or ||: use ctx.all, which keeps each outcome",
                )
        for line, name in file.includes():
            if "awaitable_operators" in name:
                yield Finding(
                    file.path, line, "awaitable operators: use ctx.all, which keeps each outcome"
                )


def client_arguments(files):
    """What a client is asked may begin after the step's lambda has returned: it keeps what it is given."""
    for file in files:
        if not re.fullmatch(r"include/chatops/provider/\w+/client\.hpp", file.path):
            continue
        for found in re.finditer(r"\basio::awaitable<[^;{]*;", file.code):
            at = found.group().rindex(">", 0, found.group().index("("))
            if "&" in found.group()[at:]:
                yield Finding(
                    file.path,
                    file.line_of(found.start()),
                    "a client's coroutine takes its arguments by value: "
                    "a temporary that a step passes ends before it begins",
                )


def _client(function):
    return {
        "include/chatops/provider/a/client.hpp": "class client {\n  public:\n    "
        + function
        + "\n};\n"
    }


CLIENT_BAD = [
    _client("asio::awaitable<void> restart(const app_name& name);"),
    _client("asio::awaitable<std::optional<app>>\n    find(app_name of,\n         const std::string& id);"),
]
CLIENT_GOOD = _client(
    "asio::awaitable<std::vector<app>> apps(std::string of, std::optional<int> most);\n"
    "    const std::string& name(const app& of);"
)


def _body(statement):
    return {
        "include/chatops/run/a.hpp": "inline asio::awaitable<void> f() {\n    "
        + statement
        + "\n}\n"
    }


AWAIT_BAD = [
    _body(statement)
    for statement in (
        "co_await post([text] { use(text); });",
        "co_await post([=] { use(text); });",
        "co_await post([this, text = std::move(text)]() mutable { use(text); });",
        "co_await client.create({.name = name});",
        "co_await client.create(app{.name = name});",
        "co_await client.create({name, 1});",
        "co_await client.create(name, {.size = 1});",
        "auto x = co_await (busy ? first() : second());",
        "co_return busy ? co_await first() : co_await second();",
        "const app made{co_await first(), 2};",
        "use(app{.name = co_await first()});",
        "if (use(co_await first(), [x] { return x; })) return;",
    )
]
AWAIT_GOOD = _body(
    """co_await post([this, &text] { use(busy ? 1 : 2); });
    const auto x = list[co_await index()];
    if (co_await ready()) use(busy ? 1 : 2);
    if (co_await ready()) { use({.name = x}); }
    const app named{.name = x};
    for (const auto& each : all) {
        co_await client.create(named);
    }
    auto y = co_await ctx.set("scale", [&](heroku::client& c) { return c.scale({.name = x}); });
    auto z = [text](int) -> asio::awaitable<void> { co_await post(text); };
    co_await run([&]() -> asio::awaitable<app> { co_return co_await first(); });
    try { co_await first(); } catch (const unavailable&) { use(busy ? 1 : 2); }
    // co_await client.create({.name = name});"""
)


def _operation(statement):
    return {
        "include/chatops/operations/heroku/a.hpp": f"inline reply f() {{\n    {statement}\n}}\n"
    }


OPERATIONS_BAD = [
    _operation("try { co_await a(); } catch (...) {}"),
    _operation("co_await (a() && b());"),
    _operation("auto x = co_await (a() || ctx.sleep(1s));"),
    {
        "include/chatops/operations/heroku/a.hpp": "#include <boost/asio/experimental/awaitable_operators.hpp>\n"
    },
]
OPERATIONS_GOOD = _operation(
    "if (co_await a() && b) co_await c();\n try { d(); } catch (const e&) {}"
)
RULES = {
    "await_expressions": (await_expressions, AWAIT_BAD, AWAIT_GOOD),
    "operations_replay": (operations_replay, OPERATIONS_BAD, OPERATIONS_GOOD),
    "client_arguments": (client_arguments, CLIENT_BAD, CLIENT_GOOD),
}
