// A stage for coroutines that talk to Slack: time that jumps from timer to timer, an inbox, a
// network by script.
#pragma once

#include "chatops/chat/inbox.hpp"
#include "chatops/core/asio.hpp"
#include "chatops/core/errors.hpp"
#include "chatops/core/random.hpp"
#include "chatops/core/sleep.hpp"
#include "chatops/http/transport.hpp"
#include "tests/support/slack_deliveries.hpp"

#include <boost/asio/io_context.hpp>
#include <gtest/gtest.h>

#include <algorithm>
#include <deque>
#include <exception>
#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <set>
#include <string>
#include <utility>
#include <vector>

namespace chatops::support {

/// What Slack answers: a success, with more members, or an error's word.
inline http::response ok(const std::string& more = {}) {
    return {200, {}, R"({"ok":true)" + more + "}"};
}
inline http::response error(const std::string& word) {
    return {200, {}, R"({"ok":false,"error":")" + word + "\"}"};
}

/// Time that passes only when the test lets it.
class jumping_clock final : public clock {
  public:
    explicit jumping_clock(asio::io_context& io) : io_(io) {}

    [[nodiscard]] time_point now() const override { return now_; }
    timer call_at(time_point when, std::function<void()> wake) override {
        pending_.emplace(std::pair(std::max(when, now_), ++last_), std::move(wake));
        return last_;
    }
    void forget(timer which) override {
        for (auto each = pending_.begin(); each != pending_.end(); ++each)
            if (each->first.second == which) {
                pending_.erase(each);
                return;
            }
    }

    /// To the next timer that is due by `limit`; false if there is none.
    bool jump(time_point limit) {
        if (pending_.empty() || pending_.begin()->first.first > limit) return false;
        now_ = std::max(now_, pending_.begin()->first.first);
        asio::post(io_, std::move(pending_.begin()->second));
        pending_.erase(pending_.begin());
        return true;
    }
    void set(time_point when) { now_ = std::max(now_, when); }

  private:
    asio::io_context& io_;
    time_point now_{std::chrono::seconds(slack_now_s)};
    timer last_ = 0;
    std::map<std::pair<time_point, timer>, std::function<void()>> pending_;
};

/// A WebSocket whose other end is the test.
class hand_socket final : public http::socket {
  public:
    /// What both ends share; the test keeps it when the socket is gone.
    struct ends {
        std::deque<std::string> to_client;
        std::vector<std::string> from_client;
        bool open = true;
        bool broken_for_sending = false;
        std::function<void()> wake;

        void say(std::string text) {
            to_client.push_back(std::move(text));
            if (wake) std::exchange(wake, nullptr)();
        }
        void hang_up() {
            open = false;
            if (wake) std::exchange(wake, nullptr)();
        }
    };

    hand_socket(std::shared_ptr<ends> shared, clock& time)
        : ends_(std::move(shared)), time_(time) {}
    ~hand_socket() override { ends_->open = false; }

    asio::awaitable<std::optional<std::string>> receive() override {
        while (ends_->to_client.empty() && ends_->open) {
            co_await asio::async_initiate<decltype(asio::use_awaitable), void()>(
                [this](auto handler) {
                    auto shared = std::make_shared<decltype(handler)>(std::move(handler));
                    clock& time = time_;
                    ends_->wake = [shared, &time] {
                        time.call_at(time.now(), [shared] { std::move (*shared)(); });
                    };
                },
                asio::use_awaitable);
        }
        if (!ends_->open) co_return std::nullopt;
        std::string text = std::move(ends_->to_client.front());
        ends_->to_client.pop_front();
        co_return text;
    }
    asio::awaitable<void> send(const std::string& text) override {
        EXPECT_FALSE(sending_) << "two frames were sent at once";
        sending_ = true;
        co_await sleep_for(time_, duration(1));
        sending_ = false;
        if (!ends_->open || ends_->broken_for_sending)
            throw unavailable("slack", "closed", effect_known::may_have_happened);
        ends_->from_client.push_back(text);
    }
    void close() override { ends_->hang_up(); }

  private:
    std::shared_ptr<ends> ends_;
    clock& time_;
    bool sending_ = false;
};

/// A network in which the test answers each request.
class hand_network final : public http::transport {
  public:
    struct sent_request {
        time_point when;
        http::request what;
    };
    using answerer = std::function<http::response(const http::request&)>;

    explicit hand_network(clock& time) : time_(time) {}
    ~hand_network() override {
        // A reader that still waits holds its socket, which holds the reader.
        for (const auto& each : sockets) const auto reader = std::exchange(each->wake, nullptr);
    }

    asio::awaitable<http::response> send(const http::request& what, time_point deadline) override {
        sent.push_back({time_.now(), what});
        EXPECT_GT(deadline, time_.now());
        const http::request kept = what;
        co_await sleep_for(time_, latency);
        co_return answer(kept);
    }
    asio::awaitable<std::unique_ptr<http::socket>> connect(const std::string& url,
                                                           time_point) override {
        co_await sleep_for(time_, latency);
        if (refuse_sockets)
            throw unavailable("slack", "connection refused", effect_known::did_not_happen);
        urls.push_back(url);
        sockets.push_back(std::make_shared<hand_socket::ends>());
        co_return std::make_unique<hand_socket>(sockets.back(), time_);
    }

    /// Requests to one method, oldest first.
    [[nodiscard]] std::vector<sent_request> of(std::string_view method) const {
        std::vector<sent_request> found;
        for (const sent_request& each : sent)
            if (each.what.path() == "/api/" + std::string(method)) found.push_back(each);
        return found;
    }

    answerer answer = [](const http::request&) {
        return http::response{200, {}, R"({"ok":true})"};
    };
    duration latency{10};
    std::vector<sent_request> sent;
    bool refuse_sockets = false;
    std::vector<std::string> urls;
    std::vector<std::shared_ptr<hand_socket::ends>> sockets;

  private:
    clock& time_;
};

/// An inbox that keeps what it accepts; a key is accepted once.
class kept_inbox final : public inbox {
  public:
    explicit kept_inbox(clock& time) : time_(time) {}

    std::optional<reply> answer_at_once(const authentic<said>& line) override {
        if (line->text != "help") return std::nullopt;
        return reply::neutral("Ask me anything");
    }
    asio::awaitable<void> accept(const authentic<said>& line) override {
        const std::string key = line->delivery_key;
        const std::string text = line->text;
        co_await on_disk(key);
        if (keys.insert(key).second) lines.push_back(text);
    }
    asio::awaitable<void> accept(const authentic<clicked>& press) override {
        const std::string key = press->delivery_key;
        const std::string what = press->run.text + " " + press->question + " " + press->choice;
        co_await on_disk(key);
        if (keys.insert(key).second) presses.push_back(what);
    }

    asio::awaitable<form_outcome> accept(const authentic<submitted>& filled) override {
        const std::string key = filled->delivery_key;
        std::string what = filled->origin.command;
        for (const auto& [name, values] : filled->fields)
            for (const std::string& each : values) what += " " + name + "=" + each;
        form_outcome outcome = answer_to_forms;
        if (!std::holds_alternative<form_taken>(outcome)) co_return outcome;
        co_await on_disk(key);
        if (keys.insert(key).second) forms.push_back(what);
        co_return outcome;
    }
    asio::awaitable<std::vector<form_choice>> suggest(const authentic<half_filled>& what) override {
        asked.push_back(what->origin.command + ' ' + what->field + '=' + what->typed);
        for (const auto& [name, values] : what->fields)
            for (const std::string& each : values) asked.back() += ' ' + name + '=' + each;
        co_await sleep_for(time_, takes);
        co_return offered;
    }
    void point(const authentic<pointed_at>& at) override { pointed.push_back(at->text); }
    void open_home(const authentic<opened_home>& by) override { homes.push_back(by->who.id); }

    duration takes{5};
    bool down = false;
    form_outcome answer_to_forms = form_taken{};
    std::vector<std::string> forms;
    std::vector<std::string> pointed;
    std::vector<std::string> asked;
    std::vector<form_choice> offered;
    std::vector<std::string> homes;
    std::set<std::string> keys;
    std::vector<std::string> lines;
    std::vector<std::string> presses;

  private:
    asio::awaitable<void> on_disk(const std::string&) {
        co_await sleep_for(time_, takes);
        if (down) throw store_error("the disk is full");
    }

    clock& time_;
};

/// All of it together.
class slack_stage {
  public:
    asio::io_context io{1};
    jumping_clock time{io};
    seeded_random chance{7};
    kept_log log;
    hand_network network{time};
    kept_inbox inbox{time};

    /// Runs a coroutine to its end, however much time that takes, and returns its value.
    template <class T>
    T finish(asio::awaitable<T> work, duration limit = std::chrono::hours(1)) {
        std::optional<T> value;
        std::exception_ptr failure;
        bool ended = false;
        asio::co_spawn(io, std::move(work), [&](std::exception_ptr thrown, T result) {
            failure = thrown;
            if (!thrown) value.emplace(std::move(result));
            ended = true;
        });
        play_until([&] { return ended; }, limit);
        if (failure) std::rethrow_exception(failure);
        return std::move(value.value());
    }
    void finish(asio::awaitable<void> work, duration limit = std::chrono::hours(1)) {
        std::exception_ptr failure;
        bool ended = false;
        asio::co_spawn(io, std::move(work), [&](std::exception_ptr thrown) {
            failure = thrown;
            ended = true;
        });
        play_until([&] { return ended; }, limit);
        if (failure) std::rethrow_exception(failure);
        EXPECT_TRUE(ended) << "it still waits";
    }

    /// Begins a coroutine beside the test; what it throws is kept as text.
    void begin(asio::awaitable<void> work, std::string* failed = nullptr, bool* ended = nullptr) {
        asio::co_spawn(io, std::move(work), [failed, ended](std::exception_ptr thrown) {
            if (ended != nullptr) *ended = true;
            if (!thrown) return;
            try {
                std::rethrow_exception(thrown);
            } catch (const std::exception& failure) {
                if (failed != nullptr)
                    *failed = failure.what();
                else
                    ADD_FAILURE() << failure.what();
            }
        });
        settle();
    }

    /// Lets everything happen that needs no time.
    void settle() {
        do {
            io.restart();
            io.poll();
        } while (time.jump(time.now()));
    }

    /// Lets time pass.
    void pass(duration how_long) {
        const time_point end = time.now() + how_long;
        settle();
        while (time.jump(end)) settle();
        time.set(end);
        settle();
    }

  private:
    template <class Done>
    void play_until(const Done& done, duration limit) {
        const time_point end = time.now() + limit;
        settle();
        while (!done() && time.jump(end)) settle();
    }
};

} // namespace chatops::support
