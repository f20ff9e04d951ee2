#pragma once

#include "chatops/sim/endpoint.hpp"

#include <boost/asio/async_result.hpp>

#include <deque>
#include <utility>

namespace chatops::sim {

/// The waits of one process. The network's events hold it weakly: after a crash nobody waits.
struct endpoint::shared {
    network& through;
    asio::any_io_executor executor;
    std::map<std::uint64_t, std::function<void()>> waiting;
    std::set<socket_id> sockets;
    std::uint64_t counter = 0;

    std::uint64_t wait(std::function<void()> wake) {
        waiting.emplace(++counter, std::move(wake));
        return counter;
    }
    void wake(std::uint64_t which) {
        auto found = waiting.extract(which);
        if (!found.empty()) asio::post(executor, std::move(found.mapped()));
    }
};

/// A handler kept in a std::function, which copies what it holds.
template <class Handler>
std::function<void()> kept(Handler handler) {
    auto held = std::make_shared<Handler>(std::move(handler));
    return [held] { std::move (*held)(); };
}

class endpoint::socket_end final : public http::socket {
  public:
    struct state {
        std::deque<std::string> arrived;
        bool open = true;
        /// Of whoever waits in `receive`; 0 for nobody.
        std::uint64_t waiter = 0;
    };

    socket_end(std::shared_ptr<shared> process, std::shared_ptr<state> mine, socket_id name)
        : process_(std::move(process)), state_(std::move(mine)), name_(name) {}
    ~socket_end() override { close(); }

    asio::awaitable<std::optional<std::string>> receive() override {
        while (state_->arrived.empty() && state_->open) {
            co_await asio::async_initiate<decltype(asio::use_awaitable), void()>(
                [&](auto handler) { state_->waiter = process_->wait(kept(std::move(handler))); },
                asio::use_awaitable);
        }
        if (state_->arrived.empty()) co_return std::nullopt;
        std::string text = std::move(state_->arrived.front());
        state_->arrived.pop_front();
        co_return text;
    }

    asio::awaitable<void> send(const std::string& text) override {
        if (!state_->open)
            throw unavailable("socket", "the connection is closed", effect_known::did_not_happen);
        process_->through.send_frame(name_, text);
        co_return;
    }

    void close() override {
        if (!std::exchange(state_->open, false)) return;
        process_->sockets.erase(name_);
        process_->through.close(name_);
        process_->wake(std::exchange(state_->waiter, 0));
    }

  private:
    std::shared_ptr<shared> process_;
    std::shared_ptr<state> state_;
    socket_id name_;
};

CHATOPS_INLINE endpoint::endpoint(network& through, asio::any_io_executor executor)
    : shared_(new shared{through, std::move(executor), {}, {}, 0}) {}

CHATOPS_INLINE endpoint::~endpoint() {
    const std::set<socket_id> sockets = std::exchange(shared_->sockets, {});
    for (const socket_id each : sockets) shared_->through.close(each);
    const auto ending = std::exchange(shared_->waiting, {});
}

CHATOPS_INLINE asio::awaitable<http::response> endpoint::send(const http::request& what,
                                                              time_point deadline) {
    auto came = std::make_shared<arrival>();
    co_await asio::async_initiate<decltype(asio::use_awaitable), void()>(
        [&](auto handler) {
            const std::uint64_t name = shared_->wait(kept(std::move(handler)));
            shared_->through.carry(what, deadline,
                                   [came, name, weak = std::weak_ptr(shared_)](arrival arrived) {
                                       const auto process = weak.lock();
                                       if (!process) return;
                                       *came = std::move(arrived);
                                       process->wake(name);
                                   });
        },
        asio::use_awaitable);
    if (!came->failure.empty()) {
        http::request target;
        target.url = what.url;
        const std::string host = what.url.substr(0, what.url.size() - target.path().size());
        throw unavailable(host, came->failure, came->effect);
    }
    co_return std::move(came->answer);
}

CHATOPS_INLINE asio::awaitable<std::unique_ptr<http::socket>>
endpoint::connect(const std::string& url, time_point /*deadline*/) {
    auto state = std::make_shared<socket_end::state>();
    auto name = std::make_shared<std::optional<socket_id>>();
    const std::weak_ptr<shared> weak = shared_;
    socket_listener listener;
    listener.frame = [state, weak](std::string text) {
        state->arrived.push_back(std::move(text));
        if (const auto process = weak.lock()) process->wake(std::exchange(state->waiter, 0));
    };
    listener.closed = [state, weak] {
        state->open = false;
        if (const auto process = weak.lock()) process->wake(std::exchange(state->waiter, 0));
    };
    co_await asio::async_initiate<decltype(asio::use_awaitable), void()>(
        [&](auto handler) {
            const std::uint64_t waiter = shared_->wait(kept(std::move(handler)));
            network* const through = &shared_->through;
            through->open(url, std::move(listener),
                          [name, waiter, weak, through](std::optional<socket_id> granted) {
                              const auto process = weak.lock();
                              if (!process) {
                                  if (granted) through->close(*granted);
                                  return;
                              }
                              *name = granted;
                              if (granted) process->sockets.insert(*granted);
                              process->wake(waiter);
                          });
        },
        asio::use_awaitable);
    if (!*name)
        throw unavailable("socket", "the connection was refused", effect_known::did_not_happen);
    co_return std::make_unique<socket_end>(shared_, std::move(state), **name);
}

} // namespace chatops::sim
