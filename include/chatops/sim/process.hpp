// One bot process in a simulation. Destroying it is a crash.
#pragma once

#include "chatops/run/bot.hpp"
#include "chatops/sim/endpoint.hpp"
#include "chatops/sim/stores.hpp"
#include "chatops/sim/timeline.hpp"

#include <boost/asio/io_context.hpp>

#include <functional>
#include <memory>

namespace chatops::sim {

/// What a process is given of the world; all of it outlives the process.
struct surroundings {
    timeline& time;
    network& wires;
    journal::store& disk;
    chatops::sealer& sealer;
    chatops::log& log;
    random_source& chance;
    const config::configuration& configuration;
    const catalogue& commands;
    /// Of each way to the disk and back; 0 for none.
    duration disk_latency{1};
    std::function<config::reloaded()> reload{};
};

/// It takes Slack's deliveries from the network while it lives.
class process {
  public:
    explicit process(const surroundings& around);
    ~process();
    process(const process&) = delete;
    process& operator=(const process&) = delete;

    /// One turn of the executor; false if nothing is ready.
    bool turn() {
        // An executor that ran out of work has stopped.
        io_->restart();
        return io_->poll_one() > 0;
    }

    /// Nothing is being carried out; a run that waits for a person is not carried out.
    [[nodiscard]] bool idle() const { return bot_->ready() && bot_->active() == 0; }

    [[nodiscard]] chatops::bot& bot() { return *bot_; }

  private:
    void take_delivery(const http::request& what, std::function<void(http::response)> done);

    network& wires_;
    std::unique_ptr<asio::io_context> io_;
    std::unique_ptr<process_clock> clock_;
    std::unique_ptr<endpoint> endpoint_;
    std::unique_ptr<distant_store> store_;
    std::unique_ptr<chatops::bot> bot_;
};

} // namespace chatops::sim

#include CHATOPS_BODY("chatops/sim/process.ipp")
