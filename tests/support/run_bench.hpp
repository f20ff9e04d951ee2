// One run on a bench: a command's coroutine is played, cut off, and played again over the same
// journal.
#pragma once

#include "chatops/journal/memory_store.hpp"
#include "chatops/run/context.hpp"
#include "chatops/sim/log_lines.hpp"
#include "chatops/sim/stores.hpp"
#include "chatops/sim/timeline.hpp"

#include <boost/asio/io_context.hpp>
#include <boost/describe/class.hpp>

#include <functional>
#include <string>
#include <vector>

namespace chatops::support {

/// The state of a provider that has no network: dynos that can be restarted, a number that can be
/// set.
struct plant {
    int quantity = 1;
    int restarts = 0;
    int looks = 0;
    int sets = 0;
    /// Before the effect, or after it: what the next act meets.
    bool refuse = false;
    bool silent_before = false;
    bool silent_after = false;
    /// Whether `find` sees a restart that happened.
    bool visible = true;
    time_point now{};
    std::vector<std::string> deeds;
};

struct reading {
    int quantity = 0;
};
BOOST_DESCRIBE_STRUCT(reading, (), (quantity))

/// Which plant the clients of a test talk to.
inline plant*& the_plant() {
    static plant* current = nullptr;
    return current;
}

class plant_client {
  public:
    static constexpr std::string_view provider = "plant";
    static constexpr duration settling_time{8'000};

    explicit plant_client(provider::connection) {}

    asio::awaitable<reading> look() {
        ++the_plant()->looks;
        co_return reading{the_plant()->quantity};
    }
    asio::awaitable<reading> set(int quantity) {
        meet_trouble(false);
        ++the_plant()->sets;
        the_plant()->quantity = quantity;
        the_plant()->deeds.push_back("set " + std::to_string(quantity));
        meet_trouble(true);
        co_return reading{quantity};
    }
    asio::awaitable<reading> restart() {
        meet_trouble(false);
        ++the_plant()->restarts;
        the_plant()->deeds.push_back("restart");
        meet_trouble(true);
        co_return reading{the_plant()->restarts};
    }
    asio::awaitable<void> put(int quantity) {
        the_plant()->quantity = quantity;
        the_plant()->deeds.push_back("put " + std::to_string(quantity));
        co_return;
    }
    asio::awaitable<std::optional<reading>> find(time_point) {
        std::optional<reading> found;
        if (the_plant()->visible && the_plant()->restarts > 0)
            found = reading{the_plant()->restarts};
        co_return found;
    }
    asio::awaitable<bool> ready() {
        ++the_plant()->looks;
        co_return the_plant()->looks >= 3;
    }
    asio::awaitable<time_point> provider_time() { co_return the_plant()->now; }

  private:
    static void meet_trouble(bool done) {
        plant& now = *the_plant();
        if (!done && std::exchange(now.refuse, false))
            throw provider_error("plant", 422, "refused", "No such plant", "req-1");
        if (!done && std::exchange(now.silent_before, false))
            throw unavailable("plant", "no answer", effect_known::may_have_happened);
        if (done && std::exchange(now.silent_after, false))
            throw unavailable("plant", "no answer", effect_known::may_have_happened);
    }
};

class no_network final : public http::transport {
  public:
    asio::awaitable<http::response> send(const http::request&, time_point) override {
        throw unavailable("nobody", "no network here", effect_known::did_not_happen);
        co_return http::response{};
    }
    asio::awaitable<std::unique_ptr<http::socket>> connect(const std::string&,
                                                           time_point) override {
        throw unavailable("nobody", "no network here", effect_known::did_not_happen);
        co_return nullptr;
    }
};

class no_chat final : public chat {
  public:
    asio::awaitable<message_id> post(const audience&, const anchor&) override {
        co_return message_id{"C", "1"};
    }
    asio::awaitable<std::optional<message_id>> find(const audience&, const run_id&,
                                                    time_point) override {
        co_return std::nullopt;
    }
    asio::awaitable<void> edit(const message_id&, const anchor&) override { co_return; }
    asio::awaitable<void> add(const audience&, const message_id&, const reply&) override {
        co_return;
    }
    asio::awaitable<void> whisper(const audience&, const reply&) override { co_return; }
    asio::awaitable<void> complete(const audience&, const message_id&, const anchor&) override {
        co_return;
    }
    asio::awaitable<void> open_form(const secret&, const input_form&) override { co_return; }
    asio::awaitable<void> show_home(const person&, const home_page&) override { co_return; }
};

/// How one playing of the run ended.
struct ending {
    bool finished = false;
    bool waits = false;
    std::string text;
    std::exception_ptr failure;
    std::string asked;
};

class run_bench {
  public:
    using command = std::function<asio::awaitable<std::string>(context&)>;

    run_bench() {
        the_plant() = &state;
        configuration.providers["plant"] = {"plant", "http://plant", secret("t"), {}};
        append(journal::kind::accepted, {}, "{}");
    }

    /// Plays from the top over what the journal holds. `turns` cuts it off, like a crash, after so
    /// many of the executor's turns; without it, it goes on until it ends or waits for a person.
    ending play(const command& run, int turns = 1'000'000) {
        asio::io_context io(1);
        ending end;
        {
            sim::process_clock time(world_time, io.get_executor());
            sim::distant_store near_store(store, time, duration{1});
            world outside{io.get_executor(), time, chance, network, near_store, people, log, vault,
                          configuration};
            history past;
            for (const journal::event& each : store.events()) past.add(each);
            steps own(outside, run_id{"run"}, past, keeps_records);
            if (must_confirm) own.demand_confirmation();
            asio::co_spawn(io, carry(run, own, end), asio::detached);
            drive(io, turns, end);
            if (end.finished && !end.failure && past.unvisited({}) != nullptr)
                end.text += " (unused: " + *past.unvisited({}) + ")";
        }
        return end;
    }

    void append(journal::kind what, std::string name, std::string data) {
        journal::batch together;
        together.entries.push_back(
            {run_id{"run"}, what, std::move(name), std::move(data), world_time.now()});
        asio::io_context io(1);
        asio::co_spawn(io, store.append(together), asio::detached);
        io.poll();
    }
    void answer(const std::string& question, const std::string& choice) {
        append(journal::kind::answered, question,
               R"({"by_id":"U1","by_name":"lead","choice":")" + choice + "\"}");
    }

    /// The journal's events, as `recorded scale`.
    [[nodiscard]] std::vector<std::string> journal_lines() const {
        std::vector<std::string> lines;
        for (const journal::event& each : store.events())
            lines.push_back(std::string(journal::word_of(each.what)) + " " + each.name);
        return lines;
    }

    plant state;
    sim::timeline world_time{time_point(std::chrono::hours(480'000))};
    journal::memory_store store;
    sim::log_lines log;
    config::configuration configuration;
    bool keeps_records = true;
    bool must_confirm = false;

  private:
    static asio::awaitable<void> carry(const command& run, steps& own, ending& end) {
        const person asker{"U1", "lead"};
        context acting(own, asker);
        try {
            end.text = co_await run(acting);
        } catch (const awaiting_answer&) {
            end.waits = true;
            end.asked = own.waiting.front().name;
        } catch (...) {
            end.failure = std::current_exception();
        }
        if (end.failure) {
            const std::vector<undone> restored = co_await own.put_back();
            for (const auto& [name, problem] : restored) EXPECT_EQ(problem, "") << name;
        }
        end.finished = true;
    }

    void drive(asio::io_context& io, int turns, const ending& end) {
        while (turns-- > 0 && !end.finished)
            if (io.poll_one() == 0 &&
                !world_time.happen_next(world_time.now() + std::chrono::hours(1)))
                return;
    }

    seeded_random chance{1};
    no_network network;
    no_chat people;
    sim::vault vault;
};

inline std::string failure_text(const std::exception_ptr& failure) {
    try {
        std::rethrow_exception(failure);
    } catch (const std::exception& problem) {
        return problem.what();
    } catch (...) {
        return "something else";
    }
}

} // namespace chatops::support
