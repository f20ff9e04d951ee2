// A company in a box: its vendors' mocks, its network, its journal, one bot at a time, one virtual
// clock.
#pragma once

#include "chatops/sim/log_lines.hpp"
#include "chatops/sim/process.hpp"

#include <cstdint>
#include <functional>
#include <memory>
#include <string>

namespace chatops::sim {

struct simulation_settings {
    /// The same seed gives the same history, on every compiler.
    std::uint64_t seed = 1;
    /// One way over the network, at most; 0 for none.
    duration network_latency{20};
    duration disk_latency{1};
    /// When it begins: 2026-01-05 09:00 UTC, a Monday.
    time_point begins{std::chrono::seconds(1'767'603'600)};
    bool keeps_exchanges = true;
};

/// Nothing happens by itself: `step`, `settle` and `wait` let it.
class simulation {
  public:
    simulation(const simulation_settings& settings, config::configuration configuration,
               const catalogue& commands);

    /// A vendor's mock, reached at URLs that begin with `base`.
    void attach(const std::string& base, mock& server) { wires_.attach({base}, server); }

    void start();
    /// What the bot reads when it reloads its configuration; without it, it has no file to read.
    void set_configuration_file(std::function<config::reading()> file) { file_ = std::move(file); }
    /// As `kill -9`: what was on its way still arrives.
    void crash() { process_.reset(); }
    [[nodiscard]] bool running() const { return process_ != nullptr; }

    /// One turn of the process or one event of the world, whichever is first; false if there is
    /// none by `limit`.
    bool step(time_point limit);

    /// Goes on until nothing is on its way and nothing is being carried out, at most for `limit`.
    /// Returns the number of steps.
    std::size_t settle(duration limit = std::chrono::hours(2));

    /// One step of `settle`; false once nothing is on its way and nothing is being carried out.
    bool settle_step(time_point limit);

    /// Lets that much time pass.
    void wait(duration how_long);

    /// A mock's control route, as tests and people use it; the body as JSON text.
    http::response control(mock& server, std::string method, std::string route,
                           std::string body = {});

    [[nodiscard]] time_point now() const { return time_.now(); }
    [[nodiscard]] network& wires() { return wires_; }
    [[nodiscard]] const network& wires() const { return wires_; }
    [[nodiscard]] const journal::memory_store& journal() const { return disk_; }
    [[nodiscard]] journal::memory_store& journal() { return disk_; }
    [[nodiscard]] const log_lines& log() const { return log_; }
    [[nodiscard]] const config::configuration& configuration() const {
        return configuration_.now();
    }
    [[nodiscard]] const catalogue& commands() const { return commands_; }

  private:
    [[nodiscard]] bool is_quiet() const;
    config::reloaded reload();

    simulation_settings settings_;
    config::live_configuration configuration_;
    std::function<config::reading()> file_;
    const catalogue& commands_;
    timeline time_;
    seeded_random network_chance_;
    seeded_random process_chance_;
    network wires_;
    journal::memory_store disk_;
    vault vault_;
    log_lines log_;
    std::unique_ptr<process> process_;
};

} // namespace chatops::sim

#include CHATOPS_BODY("chatops/sim/simulation.ipp")
