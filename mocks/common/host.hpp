// Drives a mock in real or virtual time: serves its requests, carries its deliveries and frames,
// wakes it when something is due. Portable: whoever has a transport and a clock can be a host.
#pragma once

#include "chatops/core/asio.hpp"
#include "chatops/core/clock.hpp"
#include "chatops/http/body_writer.hpp"
#include "chatops/http/transport.hpp"
#include "chatops/sim/mock.hpp"

#include <functional>
#include <memory>

namespace chatops::mocks {

class host {
  public:
    /// All must outlive the host, and be used from the thread of `executor` only. Deliveries go out
    /// through `network`.
    host(asio::any_io_executor executor, clock& time, http::transport& network, sim::mock& served);
    host(const host&) = delete;
    host& operator=(const host&) = delete;
    /// Nothing of it happens any more; what waits in `serve` still returns.
    ~host();

    /// An answer, and what follows it.
    struct reply {
        sim::answer what;
        /// Where the answer goes on: what does so. One that is dropped before it was begun counts
        /// as a reader that left. Where the answer is cut, nothing is to follow the half of it.
        http::body_session rest;
    };

    /// Answers a request, and returns when the answer is to be sent: after its delay.
    asio::awaitable<reply> serve(const http::request& what);

    /// What goes on over a WebSocket until it ends.
    using session = std::function<asio::awaitable<void>(std::unique_ptr<http::socket>)>;

    /// Someone asks for a WebSocket: an empty session refuses. A session that is dropped before it
    /// was begun counts as a socket that closed.
    session open(const http::request& what);

    /// Does what is due; after anything that happened to the mock from outside (`workspace::say`).
    void pump();

  private:
    struct state;
    std::shared_ptr<state> state_;
};

} // namespace chatops::mocks
