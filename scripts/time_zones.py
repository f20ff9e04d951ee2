#!/usr/bin/env python3
"""Writes include/chatops/command/time_zone_table.ipp from the IANA database of this machine.

Only the rules that hold from now on are taken (the last line of each TZif file, RFC 8536 section
3.3): a command line speaks of this week, not of 1974. Run it after an update of tzdata.
"""

import pathlib
import re
import sys

ZONES = pathlib.Path("/usr/share/zoneinfo")
TABLE = pathlib.Path(__file__).parent.parent / "include/chatops/command/time_zone_table.ipp"
LEFT_OUT = ("posix/", "right/", "Etc/", "SystemV/")
NO_PLACES = {"Factory", "localtime", "posixrules"}

ABBREVIATION = r"(?:<[^>]*>|[A-Za-z]+)"
CLOCK = r"[-+]?\d+(?::\d+){0,2}"
RULE = re.compile(
    rf"{ABBREVIATION}(?P<standard>{CLOCK})"
    rf"(?:{ABBREVIATION}(?P<daylight>{CLOCK})?,(?P<start>[^,]+),(?P<end>[^,]+))?$"
)


def minutes(clock):
    sign = -1 if clock.startswith("-") else 1
    hour, minute, second = ([int(part) for part in clock.lstrip("+-").split(":")] + [0, 0])[:3]
    assert second == 0, clock
    return sign * (hour * 60 + minute)


def change(text):
    """`M3.5.0/2`: month, week, weekday, and minutes after midnight."""
    day, _, clock = text.partition("/")
    month, week, weekday = re.fullmatch(r"M(\d+)\.(\d)\.(\d)", day).groups()
    return f"{{{month}, {week}, {weekday}, {minutes(clock or '2')}}}"


def row(posix):
    found = RULE.match(posix)
    standard = -minutes(found["standard"])
    if not found["start"]:
        return standard, f"{standard}, {standard}, {{}}, {{}}"
    daylight = -minutes(found["daylight"]) if found["daylight"] else standard + 60
    return standard, f"{standard}, {daylight}, {change(found['start'])}, {change(found['end'])}"


def wrapped(names):
    """String literals of one list of names, separated by single spaces."""
    lines, line = [], ""
    for name in names:
        if line and len(line) + 1 + len(name) > 82:
            lines.append(line + " ")
            line = name
        else:
            line = f"{line} {name}" if line else name
    lines.append(line)
    return "\n".join(f'     "{line}"' for line in lines)


def main():
    rows = {}
    for path in sorted(ZONES.rglob("*")):
        name = str(path.relative_to(ZONES))
        if not path.is_file() or name.startswith(LEFT_OUT) or name in NO_PLACES:
            continue
        data = path.read_bytes()
        if data[:4] != b"TZif":
            continue
        posix = data.rstrip(b"\n").rpartition(b"\n")[2].decode()
        rows.setdefault(row(posix), []).append(name)
    version = (ZONES / "tzdata.zi").read_text().split("\n", 1)[0].removeprefix("# version ")
    table = "\n".join(f"    {{{of[1]},\n{wrapped(names)}}}," for of, names in sorted(rows.items()))
    TABLE.write_text(
        f"""#pragma once

// Written by scripts/time_zones.py from the IANA database {version}; see time_zone.hpp.

#include "chatops/command/time_zone.hpp"

namespace chatops::detail {{

// clang-format off
inline constexpr zone_rule zone_rules[] = {{
{table}
}};
// clang-format on

}} // namespace chatops::detail
"""
    )
    print(f"{sum(map(len, rows.values()))} names, {len(rows)} rules: {TABLE}", file=sys.stderr)


if __name__ == "__main__":
    main()
