#!/usr/bin/env python3
"""Takes the C++ out of a Markdown file and has it compiled: snippets.py README.md COMPILER FLAGS..."""

import pathlib
import re
import subprocess
import sys
import tempfile

page, compiler = pathlib.Path(sys.argv[1]), sys.argv[2:]
snippets = re.findall(
    r"^```cpp\n(.*?)^```$", page.read_text(encoding="utf-8"), re.MULTILINE | re.DOTALL
)
if not snippets:
    sys.exit(f"{page} has no C++ to compile")
# A command compiles only when it is used, as an author would.
use = "\n#include <chatops/run/catalogue.hpp>\nauto used() { return chatops::entries_of<%s>(); }\n"
for snippet in snippets:
    commands = re.findall(
        r"^struct (\w+) \{\n    static constexpr command_info", snippet, re.MULTILINE
    )
    with tempfile.NamedTemporaryFile("w", suffix=".cpp", encoding="utf-8") as source:
        source.write(snippet + (use % ", ".join(commands) if commands else ""))
        source.flush()
        if subprocess.run([*compiler, "-fsyntax-only", source.name], check=False).returncode:
            sys.exit(f"{page}: this does not compile:\n{snippet}")
print(f"{len(snippets)} compiled")
