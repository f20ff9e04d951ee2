"""Builds the scenarios with one mistake in the engine at a time, and fails unless each mistake is noticed."""

import argparse
import pathlib
import shutil
import subprocess
import sys

# Name, header, what stands there, what stands there instead.
MUTANTS = [
    ("journal after the act", "run/context_steps.hpp",
     """            co_await steps_.begin(where, note);
            looks = 1;
            done = co_await attempt(act, provider::repeats::never);
""",
     """            looks = 1;
            done = co_await attempt(act, provider::repeats::never);
            co_await steps_.begin(where, note);
"""),
    ("skip the dedupe", "run/engine_acceptance.ipp",
     "    if (appended.duplicate) co_return;\n", ""),
    ("forget to look", "run/context_steps.hpp",
     "bool look_first = step.begun > 0;", "bool look_first = false;"),
    ("confirm nothing", "gate/stages.hpp",
     "if (does == effect::destroy)", "if (false)"),
    ("take any answer for a yes", "run/steps.ipp",
     'if (choice != "yes") throw', "if (choice.empty()) throw"),
    ("never say that it was delivered", "run/active_run.ipp",
     "    co_await append(journal::kind::delivered, {}, std::move(text));\n", "    text.clear();\n"),
]

# Where a mutated template is instantiated with the client of a command that crash_sweep tells: the linker
# takes the first of the same, which is this.
INSTANCES = {"run/context_steps.hpp": "operations/heroku/restart.ipp"}


def build(options, name, header, before, after):
    """The scenarios' program with that mistake, or an exception."""
    scratch = pathlib.Path(options.scratch)
    shutil.rmtree(scratch, ignore_errors=True)
    include = pathlib.Path(options.source) / "include"
    for room in ("run", "gate"):
        shutil.copytree(include / "chatops" / room, scratch / "chatops" / room)
    mutated = scratch / "chatops" / header
    text = mutated.read_text()
    if text.count(before) != 1:
        raise RuntimeError(f"mutant '{name}': {header} does not have its text once")
    mutated.write_text(text.replace(before, after))
    bodies = [pathlib.Path(options.bodies) / "run.cpp"]
    if header in INSTANCES:
        bodies.append(scratch / "instances.cpp")
        bodies[-1].write_text(f'#include "chatops/{INSTANCES[header]}"\n')
    objects = []
    for body in bodies:
        made = scratch / (body.name + ".o")
        subprocess.run([options.compiler, "-std=c++20", "-O0", "-w", "-DCHATOPS_COMPILED",
                        "-DBOOST_ASIO_SEPARATE_COMPILATION", f"-I{scratch}", f"-I{include}",
                        f"-I{options.source}", "-c", str(body), "-o", str(made)], check=True)
        objects.append(str(made))
    program = scratch / "scenarios"
    # Of what the libraries define as well, these come first.
    subprocess.run([options.compiler, *objects, "-Wl,-z,muldefs", *options.link, "-o", str(program)],
                   check=True)
    return program


# Most mistakes are noticed by what is told once; what is told of every command takes the longest.
LONG = "*every_command*:*histories*"


def is_noticed(program):
    """Whether any scenario fails, or never ends."""
    for chosen in ("-" + LONG, LONG):
        try:
            played = subprocess.run([str(program), "--gtest_fail_fast", f"--gtest_filter={chosen}"],
                                    capture_output=True, timeout=300, check=False)
        except subprocess.TimeoutExpired:
            return True
        if played.returncode != 0:
            return True
    return False


def main():
    parser = argparse.ArgumentParser()
    for name in ("--source", "--bodies", "--scratch", "--compiler"):
        parser.add_argument(name, required=True)
    parser.add_argument("--link", nargs=argparse.REMAINDER, required=True)
    options = parser.parse_args()
    survivors = []
    for name, header, before, after in MUTANTS:
        program = build(options, name, header, before, after)
        noticed = is_noticed(program)
        print(f"{name}: {'noticed' if noticed else 'SURVIVED'}", flush=True)
        if not noticed:
            survivors.append(name)
    return 1 if survivors else 0


if __name__ == "__main__":
    sys.exit(main())
