#pragma once

#include "chatops/sim/simulation.hpp"

#include <utility>

namespace chatops::sim {

CHATOPS_INLINE simulation::simulation(const simulation_settings& settings,
                                      config::configuration configuration,
                                      const catalogue& commands)
    : settings_(settings), configuration_(std::move(configuration)), commands_(commands),
      time_(settings.begins), network_chance_(settings.seed),
      process_chance_(settings.seed ^ 0x5bd1e995U),
      wires_(time_, network_chance_, settings.network_latency) {
    if (!settings.keeps_exchanges) wires_.forget_exchanges();
}

CHATOPS_INLINE void simulation::start() {
    crash();
    const surroundings around{time_,
                              wires_,
                              disk_,
                              vault_,
                              log_,
                              process_chance_,
                              configuration_.now(),
                              commands_,
                              settings_.disk_latency,
                              [this] { return reload(); }};
    process_ = std::make_unique<process>(around);
}

CHATOPS_INLINE config::reloaded simulation::reload() {
    config::reading read;
    if (file_)
        read = file_();
    else
        read.errors.push_back({0, 0, "", "a simulation has no file to read anew"});
    return configuration_.take(std::move(read));
}

CHATOPS_INLINE bool simulation::step(time_point limit) {
    if (process_ && process_->turn()) return true;
    return time_.happen_next(limit);
}

CHATOPS_INLINE bool simulation::is_quiet() const {
    return wires_.idle() && (!process_ || process_->idle());
}

CHATOPS_INLINE bool simulation::settle_step(time_point limit) {
    if (process_ && process_->turn()) return true;
    return !is_quiet() && time_.happen_next(limit);
}

CHATOPS_INLINE std::size_t simulation::settle(duration limit) {
    const time_point ends = time_.now() + limit;
    std::size_t steps = 0;
    while (settle_step(ends)) ++steps;
    return steps;
}

CHATOPS_INLINE void simulation::wait(duration how_long) {
    const time_point ends = time_.now() + how_long;
    while (step(ends)) {
    }
}

CHATOPS_INLINE http::response simulation::control(mock& server, std::string method,
                                                  std::string route, std::string body) {
    http::request asked;
    asked.method = std::move(method);
    asked.url = std::move(route);
    if (!body.empty()) asked.headers.set("Content-Type", "application/json");
    asked.body = std::move(body);
    return wires_.control(server, asked);
}

} // namespace chatops::sim
