#!/usr/bin/env bash
# A signed `/ops help` over HTTP: the bot against a bare Beast server that only checks the HMAC.
#
# Server and load are pinned to a core each; the servers take turns in one run, and the median of each is
# compared, because a core's speed changes within a minute. Beside the rates it prints each server's
# processor time for a request, which others that use the core disturb less. Prints one line of JSON
# at the end.
set -euo pipefail
bin=${CHATOPS_BIN:-build/release/bin}
seconds=${CHATOPS_BENCH_SECONDS:-5}
rounds=${CHATOPS_BENCH_ROUNDS:-3}
connections=64
port=9320
work=$(mktemp -d)
started=()
finish() {
    for each in "${started[@]}"; do kill "$each" 2>/dev/null || true; done
    wait 2>/dev/null || true
    rm -rf "$work"
}
trap finish EXIT

wait_for_port() {
    for _ in $(seq 200); do
        if (exec 3<>"/dev/tcp/127.0.0.1/$1") 2>/dev/null; then return; fi
        sleep 0.05
    done
    echo "benchmarks/http.sh: nothing listens at port $1" >&2
    cat "$work"/*.log >&2
    exit 1
}

# The mocks, the bot (over HTTP, as in production), and the peers: all on one core, one at work at a time.
taskset -c 0 "$bin/chatops-mocks" --base-port $port --world agency \
    --bot-config "$work/chatops.toml" >"$work/mocks.log" 2>&1 &
started+=($!)
wait_for_port $port
taskset -c 0 "$bin/chatops-bot" --config "$work/chatops.toml" >"$work/bot.log" 2>&1 &
bot=$!
started+=("$bot")
declare -A at=([bot]=$((port + 7))) process=([bot]=$bot)
offset=10
for each in bare at_once coroutine; do
    at[$each]=$((port + offset))
    taskset -c 0 "$bin/peer-http-server" "$each" "${at[$each]}" >"$work/$each.log" 2>&1 &
    started+=($!)
    process[$each]=$!
    offset=$((offset + 1))
done
for each in "${!at[@]}"; do wait_for_port "${at[$each]}"; done

# In hundredths of a second: what the process had of its core so far.
spent() { awk '{print $14 + $15}' "/proc/${process[$1]}/stat"; }

# Requests a second, and the server's microseconds for each; or an error if any answer was not 200.
measure() {
    local before
    before=$(spent "$1")
    "$bin/peer-http-server" wrk >"$work/command.lua"
    taskset -c 1 wrk -t1 -c$connections -d"$2s" -s "$work/command.lua" \
        "http://127.0.0.1:${at[$1]}/" >"$work/wrk.txt"
    if grep -qE 'Non-2xx|Socket errors' "$work/wrk.txt"; then
        cat "$work/wrk.txt" >&2
        return 1
    fi
    awk -v spent="$(($(spent "$1") - before))" \
        '/requests in/ {count = $1} /^Requests\/sec/ {print $2, spent * 10000 / count}' "$work/wrk.txt"
}
# median WHICH COLUMN
median() {
    cut -d' ' -f"$2" "$work/$1.rates" | sort -n |
        awk '{all[NR] = $1} END {print all[int((NR + 1) / 2)]}'
}

# The bot is ready once it knows who it is in the workspace.
for _ in $(seq 100); do measure bot 1 >/dev/null 2>&1 && break; done
for _ in $(seq "$rounds"); do
    for each in bare bot at_once coroutine; do measure "$each" "$seconds" >>"$work/$each.rates"; done
done
anonymous=$(awk '/^RssAnon/ {print $2}' "/proc/$bot/status")
for each in bare bot at_once coroutine; do
    printf '%-10s %8.0f requests a second, %5.1f us each (medians of %d)\n' "$each" \
        "$(median "$each" 1)" "$(median "$each" 2)" "$rounds"
done
awk -v bot="$(median bot 1)" -v bare="$(median bare 1)" -v bot_us="$(median bot 2)" \
    -v bare_us="$(median bare 2)" -v anonymous="$anonymous" 'BEGIN {
        printf "{\"bot\":%.0f,\"bare\":%.0f,\"ratio\":%.2f,\"ratio_of_time\":%.2f,\"anonymous_kib\":%d}\n",
               bot, bare, bot / bare, bare_us / bot_us, anonymous }'
