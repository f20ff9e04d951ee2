// A command typed at a bench: no chat and no gate, but steps, a journal, a network, and a vendor's
// mock; with crashes.
#pragma once

#include "chatops/run/catalogue.hpp"
#include "chatops/run/context.hpp"
#include "chatops/run/explain.hpp"
#include "chatops/sim/endpoint.hpp"
#include "mocks/common/server.hpp"
#include "tests/support/run_bench.hpp"

#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace chatops::support {

/// 29 February 2024, noon.
inline constexpr time_point bench_start{duration{1'709'208'000'000}};

/// How one playing of a command ended.
struct played {
    bool finished = false;
    reply answer;
    std::exception_ptr failure;
    /// The question it waits for, or empty.
    std::string asked;
    /// That question, as it is shown.
    reply shown{};
    /// Of the executor, until it ended or was cut off.
    int turns = 0;

    /// The title of the answer, or what failed.
    [[nodiscard]] std::string text() const {
        if (!asked.empty()) return "asks " + asked;
        return failure ? failure_text(failure) : answer.title;
    }

    /// The same, and of a question what it asks.
    [[nodiscard]] std::string title() const { return asked.empty() ? text() : shown.title; }
};

/// The cells of an answer's tables, a line for each row.
std::string cells(const reply& answer);

/// The paragraphs of an answer, each with its line's end.
std::string paragraphs(const reply& answer);

/// What stands in a fixed width.
std::string code_of(const reply& answer);

/// A fact of that name, or `(none)`.
std::string fact_of(const reply& answer, std::string_view name);

class command_bench {
  public:
    /// `vendor` outlives it, and is reached with that token.
    command_bench(sim::mock& vendor, const std::string& token, std::vector<entry> entries);

    /// Plays the line from the top over what the journal holds. `turns` cuts it off, like a crash,
    /// after so many of the executor's turns.
    played play(const std::string& line, int turns = 1'000'000);

    /// What is played from now on is another run: what is in the journal is not its own.
    void begin_another_run() {
        store.emplace();
        append(journal::kind::accepted, {}, "{}");
    }

    void answer(const std::string& question, const std::string& choice) {
        append(journal::kind::answered, question,
               R"({"by_id":"U1","by_name":"lead","choice":")" + choice + "\"}");
    }

    /// Nothing else happens for so long.
    void pass(duration how_long) {
        const time_point end = world_time.now() + how_long;
        while (world_time.happen_next(end)) {
        }
    }

    /// From now on these go wrong; a list as `PUT /_mock/faults` takes it.
    void trouble(const std::string& faults);

    /// Plays it, and says yes to the last question before something is lost.
    played play_and_confirm(const std::string& line);

    /// What was asked to be done, in its order: `POST /v2/droplets/7/actions {"type":"reboot"}`.
    [[nodiscard]] std::vector<std::string> deeds() const;

    /// How many requests of that method were sent.
    [[nodiscard]] int sent(std::string_view method) const;

    /// Every text that was kept or written: the journal's events and the log's lines.
    [[nodiscard]] std::string all_kept() const;

    const time_point start = bench_start;
    sim::timeline world_time{start};
    mocks::server server;
    seeded_random weather{3};
    sim::network wires{world_time, weather, duration{20}};
    /// Of the run that is played.
    std::optional<journal::memory_store> store;
    sim::log_lines log;
    config::configuration configuration;

  private:
    void append(journal::kind what, std::string name, std::string data);

    seeded_random chance{1};
    no_chat people;
    sim::vault vault;
    catalogue commands_;
};

} // namespace chatops::support
