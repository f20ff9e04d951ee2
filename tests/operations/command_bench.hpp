// A command typed at a bench: no chat and no gate, but steps, a journal, a network, and a vendor's
// mock; with crashes.
#pragma once

#include "chatops/run/catalogue.hpp"
#include "chatops/run/context.hpp"
#include "chatops/run/explain.hpp"
#include "chatops/sim/endpoint.hpp"
#include "mocks/common/server.hpp"
#include "tests/support/run_bench.hpp"

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
};

/// The cells of an answer's tables, a line for each row.
inline std::string cells(const reply& answer) {
    std::string text;
    for (const part& each : answer.parts)
        if (const auto* const table = std::get_if<table_part>(&each))
            for (const auto& row : table->rows) {
                for (const std::string& cell : row) text += cell + " | ";
                text += '\n';
            }
    return text;
}

/// The paragraphs of an answer, each with its line's end.
inline std::string paragraphs(const reply& answer) {
    std::string all;
    for (const part& each : answer.parts)
        if (const auto* const text = std::get_if<text_part>(&each)) all += text->text + "\n";
    return all;
}

/// What stands in a fixed width.
inline std::string code_of(const reply& answer) {
    std::string all;
    for (const part& each : answer.parts)
        if (const auto* const code = std::get_if<code_part>(&each)) all += code->text;
    return all;
}

/// A fact of that name, or `(none)`.
inline std::string fact(const reply& answer, std::string_view name) {
    for (const part& each : answer.parts)
        if (const auto* const fields = std::get_if<fields_part>(&each))
            for (const auto& [label, value] : fields->fields)
                if (label == name) return value;
    return "(none)";
}

class command_bench {
  public:
    /// `vendor` outlives it, and is reached with that token; also at what it calls itself in its
    /// answers.
    command_bench(sim::mock& vendor, const std::string& token, std::vector<entry> entries,
                  const std::string& own_address = {})
        : server(vendor), commands_(std::move(entries)) {
        config::account where;
        where.name = vendor.name();
        where.url = "http://" + where.name;
        where.token = secret(token);
        std::vector<std::string> addresses{where.url};
        if (!own_address.empty()) addresses.push_back(own_address);
        wires.attach(std::move(addresses), server);
        configuration.providers[where.name] = where;
        append(journal::kind::accepted, {}, "{}");
    }

    /// Plays the line from the top over what the journal holds. `turns` cuts it off, like a crash,
    /// after so many of the executor's turns.
    played play(const std::string& line, int turns = 1'000'000) {
        const auto read = commands_.read(line);
        CHATOPS_ASSERT(read);
        played end;
        asio::io_context io(1);
        sim::process_clock time(world_time, io.get_executor());
        sim::endpoint transport(wires, io.get_executor());
        sim::distant_store near_store(store, time, duration{1});
        world outside{io.get_executor(), time, chance, transport, near_store, people, log, vault,
                      configuration};
        history past;
        for (const journal::event& each : store.events()) past.add(each);
        const bool keeps = read->command->what->info.effect != effect::read;
        steps own(outside, run_id{"run"}, past, keeps);
        asio::co_spawn(io, carry(*read, own, end), asio::detached);
        while (end.turns < turns && !end.finished) {
            io.restart();
            if (io.poll_one() > 0)
                ++end.turns;
            else if (!world_time.happen_next(world_time.now() + std::chrono::hours(1)))
                break;
        }
        return end;
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
    void trouble(const std::string& faults) {
        http::request plan{"PUT", "/_mock/faults", {{"Content-Type", "application/json"}}, faults};
        CHATOPS_ASSERT(server.serve(plan, wires.when()).what.status == 200);
    }

    /// Plays it, and says yes to the last question before something is lost.
    played play_and_confirm(const std::string& line) {
        played end = play(line);
        if (end.asked == "@confirm") {
            answer("@confirm", "yes");
            end = play(line);
        }
        return end;
    }

    /// What was asked to be done, in its order: `POST /v2/droplets/7/actions {"type":"reboot"}`.
    [[nodiscard]] std::vector<std::string> deeds() const {
        std::vector<std::string> all;
        for (const auto& each : wires.exchanges())
            if (each->what.method != "GET")
                all.push_back(each->what.method + ' ' + std::string(each->what.path()) + ' ' +
                              each->what.body);
        return all;
    }

    /// How many requests of that method were sent.
    [[nodiscard]] int sent(std::string_view method) const {
        int count = 0;
        for (const auto& each : wires.exchanges()) count += each->what.method == method ? 1 : 0;
        return count;
    }

    const time_point start = bench_start;
    sim::timeline world_time{start};
    mocks::server server;
    seeded_random weather{3};
    sim::network wires{world_time, weather, duration{20}};
    journal::memory_store store;
    sim::log_lines log;
    config::configuration configuration;

  private:
    static asio::awaitable<void> carry(const read_line& read, steps& own, played& end) {
        const person asker{"U1", "lead"};
        context acting(own, asker);
        if (read.command->confirms_itself) own.demand_confirmation();
        try {
            end.answer = co_await read.command->run(read.given.get(), acting);
        } catch (const awaiting_answer&) {
            end.asked = own.waiting.front().name;
            end.shown = own.waiting.front().shown;
        } catch (const not_confirmed& no) {
            end.answer = said_no(no.too_late);
        } catch (...) {
            end.failure = std::current_exception();
        }
        if (end.failure) {
            own.put_back();
            while (!own.undos.empty()) {
                const auto act = std::move(own.undos.back().second);
                own.undos.pop_back();
                co_await act();
            }
        }
        end.finished = true;
    }

    void append(journal::kind what, std::string name, std::string data) {
        journal::batch together;
        together.entries.push_back(
            {run_id{"run"}, what, std::move(name), std::move(data), world_time.now()});
        asio::io_context io(1);
        asio::co_spawn(io, store.append(together), asio::detached);
        io.poll();
    }

    seeded_random chance{1};
    no_chat people;
    sim::vault vault;
    catalogue commands_;
};

} // namespace chatops::support
