#pragma once

#include "chatops/core/limits.hpp"
#include "chatops/slack/block_kit.hpp"
#include "chatops/slack/modal.hpp"
#include "chatops/slack/socket_mode.hpp"

#include <exception>
#include <utility>
#include <variant>
#include <vector>

namespace chatops::slack {

CHATOPS_INLINE socket_mode::socket_mode(const parts& with, const socket_mode_settings& settings)
    : with_(with), settings_(settings), protocol_(settings, with.chance) {}

CHATOPS_INLINE socket_mode::~socket_mode() {
    if (timer_) with_.time.forget(*timer_);
}

CHATOPS_INLINE asio::awaitable<void> socket_mode::run() {
    executor_ = co_await asio::this_coro::executor;
    carry_out(protocol_.start(with_.time.now()));
    while (!protocol_.over() || tasks_ > 0) co_await changed_.wait();
    if (given_up_) throw provider_error("slack", 200, given_up_->error, given_up_->message);
}

CHATOPS_INLINE void socket_mode::finish() { carry_out(protocol_.finish(with_.time.now())); }

CHATOPS_INLINE void socket_mode::carry_out(socket_actions actions) {
    for (socket_action& each : actions)
        std::visit([this](auto& action) { carry_out(action); }, each);
    set_timer();
    if (protocol_.over()) changed_.notify();
}

CHATOPS_INLINE void socket_mode::set_timer() {
    if (timer_) with_.time.forget(*timer_);
    timer_.reset();
    const std::optional<time_point> due = protocol_.due();
    if (!due) return;
    timer_ = with_.time.call_at(*due, [this] {
        timer_.reset();
        carry_out(protocol_.passed(with_.time.now()));
    });
}

CHATOPS_INLINE void socket_mode::begin(asio::awaitable<void> task) {
    ++tasks_;
    asio::co_spawn(executor_, counted(std::move(task)), asio::detached);
}

CHATOPS_INLINE asio::awaitable<void> socket_mode::counted(asio::awaitable<void> task) {
    try {
        co_await std::move(task);
    } catch (const std::exception& failure) {
        with_.log.error("slack socket task failed", {{"why", failure.what()}});
    }
    --tasks_;
    changed_.notify();
}

CHATOPS_INLINE void socket_mode::carry_out(open_link& action) { begin(serve(action.link)); }

CHATOPS_INLINE void socket_mode::carry_out(send_frame& action) {
    const auto found = sockets_.find(action.link);
    if (found == sockets_.end()) return;
    found->second.outgoing.push_back(std::move(action.text));
    if (!std::exchange(found->second.sending, true)) begin(send_all(action.link));
}

CHATOPS_INLINE void socket_mode::carry_out(close_link& action) {
    const auto found = sockets_.find(action.link);
    if (found == sockets_.end()) return;
    // What is being sent is sent first; `send_all` closes it then.
    if (!found->second.sending) found->second.socket->close();
}

CHATOPS_INLINE void socket_mode::carry_out(take_envelope& action) {
    ++being_taken_;
    begin(take(action.link, std::move(action.what)));
}

CHATOPS_INLINE void socket_mode::carry_out(tell_operator& action) {
    with_.log.write(action.level, action.event, {{"detail", std::move(action.detail)}});
}

CHATOPS_INLINE void socket_mode::carry_out(give_up& action) {
    with_.log.error("slack socket mode given up", {{"error", action.error}});
    given_up_ = std::move(action);
}

CHATOPS_INLINE asio::awaitable<std::shared_ptr<http::socket>> socket_mode::open(link_id link) {
    std::optional<std::string> refusal;
    std::string why;
    try {
        const secret address = co_await with_.api.open_connection();
        const std::string url(address.reveal());
        const time_point deadline = with_.time.now() + settings_.open_patience;
        std::shared_ptr<http::socket> socket = co_await with_.network.connect(url, deadline);
        co_return socket;
    } catch (const provider_error& error) {
        refusal = error.id();
    } catch (const unavailable& failure) {
        why = failure.what();
    }
    const time_point now = with_.time.now();
    if (!refusal) with_.log.warning("slack socket not opened", {{"why", why}});
    carry_out(refusal ? protocol_.refused(link, *refusal, now) : protocol_.failed(link, now));
    co_return nullptr;
}

CHATOPS_INLINE asio::awaitable<void> socket_mode::serve(link_id link) {
    const std::shared_ptr<http::socket> socket = co_await open(link);
    if (socket == nullptr) co_return;
    sockets_[link].socket = socket;
    carry_out(protocol_.opened(link, with_.time.now()));
    while (true) {
        // Whoever falls behind reads no more: Slack then sends to another connection.
        while (being_taken_ >= limits::slack_deliveries_at_once) co_await changed_.wait();
        const std::optional<std::string> text = co_await socket->receive();
        if (!text) break;
        carry_out(protocol_.received(link, *text, with_.time.now()));
    }
    sockets_.erase(link);
    carry_out(protocol_.closed(link, with_.time.now()));
}

CHATOPS_INLINE asio::awaitable<void> socket_mode::send_all(link_id link) {
    while (true) {
        auto found = sockets_.find(link);
        if (found == sockets_.end()) co_return;
        if (found->second.outgoing.empty()) {
            found->second.sending = false;
            if (!protocol_.holds(link)) found->second.socket->close();
            co_return;
        }
        const std::shared_ptr<http::socket> socket = found->second.socket;
        const std::string text = std::move(found->second.outgoing.front());
        found->second.outgoing.pop_front();
        try {
            co_await socket->send(text);
        } catch (const unavailable&) {
            // The reader of this connection is told, too; what was not acknowledged comes again.
            socket->close();
            co_return;
        }
    }
}

CHATOPS_INLINE asio::awaitable<void> socket_mode::take(link_id link, envelope what) {
    std::string response;
    const bool good = co_await accept(what, response);
    --being_taken_;
    carry_out(good ? protocol_.accepted(link, what.id(), response) : protocol_.not_accepted(link));
}

CHATOPS_INLINE asio::awaitable<bool> socket_mode::accept(const envelope& what,
                                                         std::string& response) {
    delivery received = with_.door.read(what);
    if (const auto* const wrong = std::get_if<refused>(&received))
        with_.log.warning("slack envelope refused", {{"why", std::string(wrong->why)}});
    auto* const line = std::get_if<authentic<said>>(&received);
    auto* const press = std::get_if<authentic<clicked>>(&received);
    auto* const filled = std::get_if<authentic<submitted>>(&received);
    auto* const typed = std::get_if<authentic<half_filled>>(&received);
    if (const auto* const at = std::get_if<authentic<pointed_at>>(&received)) with_.to.point(*at);
    if (const auto* const by = std::get_if<authentic<opened_home>>(&received))
        with_.to.open_home(*by);
    try {
        if (line != nullptr) {
            if ((*line)->way == answer_way::in_response && what.accepts_response_payload())
                if (const std::optional<reply> answer = with_.to.answer_at_once(*line)) {
                    response = response_text(*answer);
                    co_return true;
                }
            co_await with_.to.accept(*line);
        } else if (press != nullptr) {
            co_await with_.to.accept(*press);
        } else if (filled != nullptr) {
            const form_outcome outcome = co_await with_.to.accept(*filled);
            response = submission_answer(outcome);
        } else if (typed != nullptr) {
            const std::vector<form_choice> offered = co_await with_.to.suggest(*typed);
            response = suggestion_answer(offered);
        }
    } catch (const std::exception& failure) {
        with_.log.error("slack delivery not accepted", {{"why", failure.what()}});
        co_return false;
    }
    co_return true;
}

} // namespace chatops::slack
