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
    std::set<stream_name> streams;
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

/// What has come for one reader, and whether more can.
struct endpoint::incoming {
    explicit incoming(std::weak_ptr<shared> of) : process(std::move(of)) {}

    void add(std::string text) {
        arrived.push_back(std::move(text));
        wake();
    }
    void end() {
        open = false;
        wake();
    }

    asio::awaitable<std::optional<std::string>> receive(shared& here) {
        while (arrived.empty() && open) {
            co_await asio::async_initiate<decltype(asio::use_awaitable), void()>(
                [&](auto handler) { waiter = here.wait(kept(std::move(handler))); },
                asio::use_awaitable);
        }
        if (arrived.empty()) co_return std::nullopt;
        std::string text = std::move(arrived.front());
        arrived.pop_front();
        co_return text;
    }

    std::weak_ptr<shared> process;
    std::deque<std::string> arrived;
    bool open = true;
    /// Of whoever waits in `receive`; 0 for nobody.
    std::uint64_t waiter = 0;

  private:
    void wake() {
        if (const auto here = process.lock()) here->wake(std::exchange(waiter, 0));
    }
};

class endpoint::socket_end final : public http::socket {
  public:
    socket_end(std::shared_ptr<shared> process, std::shared_ptr<incoming> mine, socket_id name)
        : process_(std::move(process)), incoming_(std::move(mine)), name_(name) {}
    ~socket_end() override { close(); }

    asio::awaitable<std::optional<std::string>> receive() override {
        return incoming_->receive(*process_);
    }

    asio::awaitable<void> send(const std::string& text) override {
        if (!incoming_->open)
            throw unavailable("socket", "the connection is closed", effect_known::did_not_happen);
        process_->through.send_frame(name_, text);
        co_return;
    }

    void close() override {
        if (!incoming_->open) return;
        process_->sockets.erase(name_);
        process_->through.close(name_);
        incoming_->end();
    }

  private:
    std::shared_ptr<shared> process_;
    std::shared_ptr<incoming> incoming_;
    socket_id name_;
};

class endpoint::stream_end final : public http::stream {
  public:
    stream_end(std::shared_ptr<shared> process, std::shared_ptr<incoming> mine, http::response head,
               std::optional<stream_name> name)
        : process_(std::move(process)), incoming_(std::move(mine)), head_(std::move(head)),
          name_(name) {}
    ~stream_end() override { close(); }

    [[nodiscard]] const http::response& head() const override { return head_; }
    asio::awaitable<std::optional<std::string>> receive() override {
        return incoming_->receive(*process_);
    }
    void close() override {
        if (name_ && process_->streams.erase(*name_) > 0) process_->through.leave(*name_);
        incoming_->arrived.clear();
        incoming_->end();
    }

  private:
    std::shared_ptr<shared> process_;
    std::shared_ptr<incoming> incoming_;
    http::response head_;
    std::optional<stream_name> name_;
};

CHATOPS_INLINE endpoint::endpoint(network& through, asio::any_io_executor executor)
    : shared_(new shared{through, std::move(executor), {}, {}, {}, 0}) {}

CHATOPS_INLINE endpoint::~endpoint() {
    const std::set<socket_id> sockets = std::exchange(shared_->sockets, {});
    for (const socket_id each : sockets) shared_->through.close(each);
    const std::set<stream_name> streams = std::exchange(shared_->streams, {});
    for (const stream_name each : streams) shared_->through.leave(each);
    const auto ending = std::exchange(shared_->waiting, {});
}

CHATOPS_INLINE asio::awaitable<arrival> endpoint::ask(const http::request& what,
                                                      time_point deadline,
                                                      std::optional<stream_listener> listener) {
    auto came = std::make_shared<arrival>();
    network* const through = &shared_->through;
    co_await asio::async_initiate<decltype(asio::use_awaitable), void()>(
        [&](auto handler) {
            const std::uint64_t name = shared_->wait(kept(std::move(handler)));
            auto done = [came, name, through, weak = std::weak_ptr(shared_)](arrival arrived) {
                const auto process = weak.lock();
                if (!process) {
                    if (arrived.goes_on) through->leave(*arrived.goes_on);
                    return;
                }
                if (arrived.goes_on) process->streams.insert(*arrived.goes_on);
                *came = std::move(arrived);
                process->wake(name);
            };
            if (listener)
                through->open_stream(what, deadline, std::move(*listener), std::move(done));
            else
                through->carry(what, deadline, std::move(done));
        },
        asio::use_awaitable);
    if (!came->failure.empty()) {
        http::request target;
        target.url = what.url;
        const std::string host = what.url.substr(0, what.url.size() - target.path().size());
        throw unavailable(host, came->failure, came->effect);
    }
    co_return std::move(*came);
}

CHATOPS_INLINE asio::awaitable<http::response> endpoint::send(const http::request& what,
                                                              time_point deadline) {
    std::optional<stream_listener> whole;
    arrival came = co_await ask(what, deadline, std::move(whole));
    co_return std::move(came.answer);
}

CHATOPS_INLINE asio::awaitable<std::unique_ptr<http::stream>>
endpoint::open(const http::request& what, time_point deadline) {
    auto state = std::make_shared<incoming>(shared_);
    std::optional<stream_listener> listener(std::in_place);
    listener->piece = [state](std::string text) { state->add(std::move(text)); };
    listener->ended = [state] { state->end(); };
    arrival came = co_await ask(what, deadline, std::move(listener));
    std::string begun = std::move(came.answer.body);
    came.answer.body.clear();
    // Pieces may have arrived while this waited for its turn.
    if (!begun.empty()) state->arrived.push_front(std::move(begun));
    if (!came.goes_on) state->open = false;
    co_return std::make_unique<stream_end>(shared_, std::move(state), std::move(came.answer),
                                           came.goes_on);
}

CHATOPS_INLINE asio::awaitable<std::unique_ptr<http::socket>>
endpoint::connect(const std::string& url, time_point /*deadline*/) {
    auto state = std::make_shared<incoming>(shared_);
    auto name = std::make_shared<std::optional<socket_id>>();
    const std::weak_ptr<shared> weak = shared_;
    socket_listener listener;
    listener.frame = [state](std::string text) { state->add(std::move(text)); };
    listener.closed = [state] { state->end(); };
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
