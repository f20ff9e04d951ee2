#!/usr/bin/env python3
"""Keeps the house in order: check.py RULE ROOT. Without a rule: all of them.

Each rule first proves on samples that it finds what it forbids, and nothing in what it allows; a rule that has gone
blind fails.
"""

import argparse
import sys

import coroutines
import form
import includes
import lists
import size
from tree import read_tree, sample

RULES = {**includes.RULES, **coroutines.RULES, **form.RULES, **lists.RULES, **size.RULES}


def prove(name):
    """The problems of a rule itself."""
    rule, bad, good = RULES[name]
    for number, files in enumerate(bad):
        if not list(rule(sample(files))):
            yield f"rule {name} is blind to its sample {number}: {files}"
    for found in rule(sample(good)):
        yield f"rule {name} refuses what is allowed: {found}"


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rule", choices=sorted(RULES))
    parser.add_argument("--list", action="store_true", help="name the rules, one a line")
    parser.add_argument(
        "--write-lists",
        action="store_true",
        help="write src.hpp and the others that list headers anew",
    )
    parser.add_argument(
        "--write-ratchet",
        action="store_true",
        help="record today's longest files and functions as the most allowed",
    )
    parser.add_argument("root", nargs="?", default=".")
    given = parser.parse_args()
    if given.list:
        print("\n".join(RULES))
        return 0
    if given.write_lists:
        lists.write(given.root)
        return 0
    if given.write_ratchet:
        size.write(read_tree(given.root))
        return 0
    problems = []
    files = read_tree(given.root)
    if not files:
        problems.append(f"{given.root} has no sources")
    for name in [given.rule] if given.rule else RULES:
        problems += prove(name)
        problems += [f"{found}  [{name}]" for found in RULES[name][0](files)]
    for problem in problems:
        print(problem)
    return 1 if problems else 0


if __name__ == "__main__":
    sys.exit(main())
