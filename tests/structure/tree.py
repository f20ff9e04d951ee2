"""The source tree as the rules see it: files, their includes, and their code without comments and strings."""

import pathlib
import re
from dataclasses import dataclass

# The house, from DESIGN.md: a file includes only from rooms above its own.
ROOMS = [
    "core",
    "command",
    "line",
    "chat",
    "http",
    "config",
    "gate",
    "journal",
    "slack",
    "provider",
    "run",
    "operations",
    "admin",
    "sim",
    "native",
    "browser",
]
PORTABLE = [room for room in ROOMS if room not in ("native", "browser")]
CODE = (".hpp", ".ipp", ".cpp")
FOLDERS = [
    "include",
    "mocks",
    "apps",
    "web",
    "tests",
    "benchmarks",
    "cmake",
    "scripts",
    "docs",
    ".ci",
]
SKIPPED = {
    "node_modules",
    "build",
    "dist",
    "__pycache__",
    "test-results",
    "playwright-report",
    "golden",
}


@dataclass(frozen=True)
class Finding:
    path: str
    line: int
    text: str

    def __str__(self):
        return f"{self.path}:{self.line}: {self.text}"


def masked(text):
    """The text with comments and the insides of literals blanked, every newline and offset kept."""
    pattern = re.compile(
        r'//[^\n]*|/\*.*?\*/|R"(?P<tag>[^()\s\\]{0,16})\(.*?\)(?P=tag)"'
        r'|"(?:\\.|[^"\\\n])*"|(?<![0-9A-Fa-f])\'(?:\\.|[^\'\\\n])*\'',
        re.DOTALL,
    )

    def blank(found):
        whole = found.group(0)
        inside = re.sub(r"[^\n]", " ", whole)
        return inside if whole.startswith("/") else whole[0] + inside[1:-1] + whole[-1]

    return pattern.sub(blank, text)


class File:
    def __init__(self, path, text):
        self.path = path
        self.text = text
        self.lines = text.split("\n")
        self._code = None

    @property
    def code(self):
        if self._code is None:
            self._code = masked(self.text)
        return self._code

    @property
    def is_code(self):
        return self.path.endswith(CODE)

    @property
    def room(self):
        """`core` for include/chatops/core/..., else None."""
        parts = self.path.split("/")
        return parts[2] if parts[:2] == ["include", "chatops"] and len(parts) > 3 else None

    @property
    def portable(self):
        """Whether em++ compiles it too."""
        parts = self.path.split("/")
        if not self.is_code:
            return False
        if self.path.startswith("include/chatops/"):
            listing_native = ("include/chatops/native.hpp", "include/chatops/native_src.hpp")
            return self.room in PORTABLE or not (self.room or self.path in listing_native)
        if parts[0] == "tests":
            return parts[1] not in ("native", "process", "structure", "consumer", "compile_fail")
        if parts[:2] == ["apps", "template"]:
            return parts[2] != "bot.cpp"
        return parts[0] in ("mocks", "web") or parts[:2] == ["apps", "catalogue"]

    def line_of(self, offset):
        return self.text.count("\n", 0, offset) + 1

    def includes(self):
        """Pairs of line number and what is named: `chatops/core/asio.hpp`, `vector`."""
        for number, line in enumerate(self.lines, 1):
            found = re.match(r'\s*#\s*include\s*(?:CHATOPS_BODY\()?\s*["<]([^">]+)[">]', line)
            if found:
                yield number, found.group(1)


def read_tree(root):
    root = pathlib.Path(root)
    found = []
    tops = [root / folder for folder in FOLDERS]
    paths = [path for top in tops if top.is_dir() for path in sorted(top.rglob("*"))]
    paths += [path for path in sorted(root.iterdir()) if path.suffix in (".md", ".txt", ".json")]
    for path in paths:
        relative = path.relative_to(root)
        if not path.is_file() or SKIPPED & set(relative.parts):
            continue
        try:
            found.append(File(relative.as_posix(), path.read_text(encoding="utf-8")))
        except UnicodeDecodeError:
            continue  # A picture.
    return found


def sample(files):
    """A tree for a rule's test of itself: path to text."""
    return [File(path, text) for path, text in files.items()]
