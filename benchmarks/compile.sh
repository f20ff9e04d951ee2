#!/usr/bin/env bash
# What a file costs to compile: with one command, and each command more, as processor seconds.
#
# Processor time, not the clock's, as other programs share the machine; the least of some rounds, as
# nothing makes a compiler faster than it is. Beside it, in the same run, what the headers alone
# cost that every command needs from others: Boost's and the standard library's.
set -euo pipefail
cd "$(dirname "$0")/.."
compiler=${CXX:-clang++}
rounds=${CHATOPS_BENCH_ROUNDS:-3}
more=${CHATOPS_BENCH_COMMANDS:-20}
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

# A command of usual size: an argument, an option, a flag; looks, acts, answers.
write_command() {
    sed "s/NUMBER/$1/g" <<'COMMAND'
struct pause_NUMBER {
    static constexpr command_info info{.name = "pause c-NUMBER",
                                       .help = "Stop what an application runs",
                                       .effect = effect::change};

    argument<"app", "the application", heroku::app_name> app;
    option<"reason", "why, for the record", std::string> reason;
    flag<"all", "one-off dynos, too"> all;

    asio::awaitable<reply> run(context& ctx) const {
        const auto before = co_await ctx.observe(
            "before", [&](heroku::client& heroku) { return heroku.formation(*app); });
        std::vector<heroku::quantity> none;
        for (const auto& each : before) none.push_back({{each.type}, 0, {}});
        co_await ctx.set("stop", [&](heroku::client& heroku) { return heroku.scale(*app, none); });
        co_return reply::good("Stopped " + std::to_string(before.size()) + " process types.");
    }
};

COMMAND
}
write_file() {
    local list=pause_1
    echo '#include <chatops/commands.hpp>'
    echo '#include <chatops/heroku.hpp>'
    echo 'using namespace chatops;'
    write_command 1
    for ((i = 2; i <= $1; ++i)); do
        write_command "$i"
        list+=", pause_$i"
    done
    echo "std::vector<entry> commands() { return entries_of<$list>(); }"
}
write_others() {
    cat <<'OTHERS'
#include <boost/asio/awaitable.hpp>
#include <boost/asio/co_spawn.hpp>
#include <boost/asio/post.hpp>
#include <boost/asio/use_awaitable.hpp>
#include <boost/describe.hpp>
#include <boost/json.hpp>
#include <boost/pfr.hpp>
#include <functional>
#include <map>
OTHERS
}
write_others >"$work/others.cpp"
write_file 1 >"$work/one.cpp"
write_file $((1 + more)) >"$work/many.cpp"

# seconds FILE FLAGS...: without the cache that the build has.
seconds() {
    local file=$1 least='' spent
    shift
    for _ in $(seq "$rounds"); do
        spent=$({ TIMEFORMAT='%U %S'; time "$compiler" -std=c++20 -Iinclude "$@" -c "$work/$file" \
            -o "$work/out.o" >&2; } 2>&1 | awk '{print $1 + $2}')
        least=$(printf '%s\n%s\n' "$spent" "${least:-$spent}" | sort -n | head -1)
    done
    echo "$least"
}

printf '%-28s %12s %12s %14s\n' '' 'others' 'one command' 'each further'
measure() {
    local name=$1
    shift
    local others one many
    others=$(seconds others.cpp "$@")
    one=$(seconds one.cpp "$@")
    many=$(seconds many.cpp "$@")
    awk -v name="$name" -v others="$others" -v one="$one" -v many="$many" -v more="$more" \
        'BEGIN { printf "%-28s %10.2f s %10.2f s %12.3f s\n", name, others, one,
                        (many - one) / more }'
}
compiled=(-DCHATOPS_COMPILED -DBOOST_ASIO_SEPARATE_COMPILATION)
measure 'chatops::compiled, -O0' -O0 "${compiled[@]}"
measure 'chatops::compiled, -O2' -O2 "${compiled[@]}"
# As chatops_commands(TARGET) compiles them, and our own.
if [[ $("$compiler" --version) == *clang* ]]; then
    IFS=';' read -ra options < <(grep -o -- '-mllvm;[^>]*' cmake/commands.cmake)
    measure 'chatops_commands(), -O2' -O2 "${options[@]}" "${compiled[@]}"
fi
if ((${CHATOPS_BENCH_HEADER_ONLY:-1})); then
    rounds=1
    measure 'header-only, -O0' -O0
    measure 'header-only, -O2' -O2
fi
