#!/usr/bin/env python3
"""Writes the C++ of a Markdown page into one file, to be compiled and run: snippets.py README.md FILE"""

import pathlib
import re
import sys

page, target = map(pathlib.Path, sys.argv[1:])
snippets = re.findall(
    r"^```cpp\n(.*?)^```$", page.read_text(encoding="utf-8"), re.MULTILINE | re.DOTALL
)
if not snippets:
    sys.exit(f"{page} has no C++")
target.write_text("\n".join(snippets), encoding="utf-8")
print(f"{len(snippets)} snippets")
