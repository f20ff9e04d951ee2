#pragma once

#include "chatops/sim/process.hpp"

#include <utility>

namespace chatops::sim {

CHATOPS_INLINE process::process(const surroundings& around)
    : wires_(around.wires), io_(std::make_unique<asio::io_context>(1)),
      clock_(std::make_unique<process_clock>(around.time, io_->get_executor())),
      endpoint_(std::make_unique<endpoint>(around.wires, io_->get_executor())),
      store_(std::make_unique<distant_store>(around.disk, *clock_, around.disk_latency)) {
    const bot_parts parts{
        io_->get_executor(), *clock_,       around.chance,        *endpoint_,   *store_,
        around.log,          around.sealer, around.configuration, around.reload};
    bot_ = std::make_unique<chatops::bot>(parts, around.commands);
    asio::co_spawn(*io_, bot_->run(), asio::detached);
    wires_.set_delivery_handler(
        [this](const http::request& what, std::function<void(http::response)> done) {
            take_delivery(what, std::move(done));
        });
}

CHATOPS_INLINE process::~process() {
    wires_.set_delivery_handler({});
    // The rest as in production: what holds a waiting coroutine ends before the executor, and no
    // coroutine's end touches the bot.
}

CHATOPS_INLINE void process::take_delivery(const http::request& what,
                                           std::function<void(http::response)> done) {
    asio::post(*io_, [this, what, done = std::move(done)]() mutable {
        slack::http_answering answering = bot_->answer(what);
        if (auto* const made = std::get_if<http::response>(&answering))
            return done(std::move(*made));
        auto& making = std::get<asio::awaitable<http::response>>(answering);
        asio::co_spawn(*io_, std::move(making),
                       [done = std::move(done)](std::exception_ptr failure, http::response made) {
                           // A process that fails here answers nothing, like one that hangs.
                           if (!failure) done(std::move(made));
                       });
    });
}

} // namespace chatops::sim
