#pragma once

#include "chatops/core/limits.hpp"
#include "chatops/sim/network.hpp"

#include <algorithm>
#include <utility>

namespace chatops::sim {

CHATOPS_INLINE void network::attach(std::vector<std::string> bases, mock& server) {
    auto made = std::make_unique<site>();
    made->server = &server;
    made->bases = std::move(bases);
    sites_.push_back(std::move(made));
    plan(*sites_.back());
}

CHATOPS_INLINE network::site* network::site_of(std::string_view url, std::string& target) const {
    for (const auto& each : sites_)
        for (const std::string& base : each->bases) {
            if (url.substr(0, base.size()) != base) continue;
            const std::string_view rest = url.substr(base.size());
            if (!rest.empty() && rest.front() != '/' && rest.front() != '?') continue;
            target =
                rest.empty() || rest.front() == '?' ? "/" + std::string(rest) : std::string(rest);
            return each.get();
        }
    return nullptr;
}

namespace detail {

/// The request as its server reads it: the target alone, and the host in its header.
CHATOPS_INLINE http::request arrived(const http::request& what, std::string target) {
    http::request made = what;
    made.url = std::move(target);
    const std::string_view url = what.url;
    const auto start = url.find("//");
    if (start == std::string_view::npos || what.headers.has("Host")) return made;
    const std::string_view rest = url.substr(start + 2);
    made.headers.add("Host", rest.substr(0, rest.find_first_of("/?")));
    return made;
}

} // namespace detail

CHATOPS_INLINE duration network::one_way() {
    if (latency_.count() == 0) return duration{0};
    return duration{
        1 + static_cast<std::int64_t>(chance_.below(static_cast<std::uint64_t>(latency_.count())))};
}

template <class Arrive>
void network::travel(Arrive arrive) {
    ++on_its_way_;
    time_.after(one_way(), [this, arrive = std::move(arrive)]() mutable {
        --on_its_way_;
        arrive();
    });
}

CHATOPS_INLINE std::shared_ptr<exchange> network::note(std::string from, std::string to,
                                                       const http::request& what) {
    auto noted = std::make_shared<exchange>();
    if (!keeps_exchanges_) return noted;
    noted->sent = time_.now();
    noted->from = std::move(from);
    noted->to = std::move(to);
    noted->what = what;
    noted->answer.status = 0;
    exchanges_.push_back(noted);
    if (exchanges_.size() > limits::kept_exchanges) {
        exchanges_.pop_front();
        ++forgotten_exchanges_;
    }
    return noted;
}

CHATOPS_INLINE void network::end(exchange& noted) const {
    noted.ended = true;
    noted.over = time_.now();
}

CHATOPS_INLINE std::optional<http::response> network::look(const http::request& what) const {
    std::string target;
    const site* const at = site_of(what.url, target);
    if (at == nullptr) return std::nullopt;
    return at->server->look(detail::arrived(what, std::move(target)), when());
}

CHATOPS_INLINE http::response network::control(mock& server, const http::request& what) {
    auto answered = server.control(what, when());
    pump(server);
    if (answered) return std::move(*answered);
    http::response missing;
    missing.status = 404;
    return missing;
}

CHATOPS_INLINE void network::pump(mock& server) {
    for (const auto& each : sites_) {
        if (each->server != &server) continue;
        for (auto due = server.due(); due && *due <= time_.now(); due = server.due()) {
            outbox out;
            server.advance(when(), out);
            dispatch(*each, out);
        }
        plan(*each);
    }
}

CHATOPS_INLINE void network::plan(site& at) {
    if (at.due) time_.forget(*at.due);
    at.due.reset();
    if (const auto due = at.server->due())
        at.due = time_.at(*due, [this, &at] {
            at.due.reset();
            pump(*at.server);
        });
}

CHATOPS_INLINE void network::dispatch(site& at, outbox& out) {
    dispatch_streams(at, out);
    for (delivery& each : out.deliveries) deliver(at, std::move(each));
    for (outbox::frame& each : out.frames)
        travel([this, frame = std::move(each)]() mutable {
            const auto found = sockets_.find(frame.to);
            if (found != sockets_.end()) found->second.listener.frame(std::move(frame.text));
        });
    for (const socket_id each : out.closing)
        travel([this, each] {
            auto ended = sockets_.extract(each);
            if (!ended.empty()) ended.mapped().listener.closed();
        });
}

CHATOPS_INLINE void network::deliver(site& from, delivery what) {
    struct pending {
        bool answered = false;
    };
    auto state = std::make_shared<pending>();
    auto noted = note(std::string(from.server->name()), "bot", what.what);
    const std::uint64_t id = what.id;
    const auto answer = [this, &from, id, state, noted](const http::response* came) {
        if (std::exchange(state->answered, true)) return;
        --on_its_way_;
        end(*noted);
        if (came == nullptr)
            noted->failure = "no answer";
        else if (keeps_exchanges_)
            noted->answer = *came;
        from.server->answered(id, came, when());
        pump(*from.server);
    };
    ++on_its_way_;
    time_.after(what.patience, [answer] { answer(nullptr); });
    travel([this, answer, request = std::move(what.what)] {
        if (!deliver_) return answer(nullptr);
        deliver_(request, [this, answer](http::response came) {
            travel([answer, came = std::move(came)] { answer(&came); });
        });
    });
}

// ---- what processes ask for

CHATOPS_INLINE void network::carry(const http::request& what, time_point deadline,
                                   std::function<void(arrival)> done) {
    ask(what, {nullptr, deadline, std::nullopt, std::move(done)});
}

CHATOPS_INLINE void network::ask(const http::request& what, asked on) {
    std::string target;
    site* const at = site_of(what.url, target);
    on.noted = note("bot", at != nullptr ? std::string(at->server->name()) : "nobody", what);
    if (at == nullptr) {
        on.noted->failure = "no such host in this simulation";
        end(*on.noted);
        return on.done({{}, on.noted->failure, effect_known::did_not_happen});
    }
    http::request arriving = detail::arrived(what, std::move(target));
    travel([this, at, on = std::move(on), arriving = std::move(arriving)]() mutable {
        answer made = at->server->serve(arriving, when());
        reply_to(*at, std::move(made), std::move(on));
        pump(*at->server);
    });
}

CHATOPS_INLINE void network::reply_to(site& at, answer made, asked on) {
    const time_point comes = time_.now() + made.delay + one_way();
    arrival came;
    if (made.end == answer::ending::silent || comes > on.deadline)
        came.failure = "no answer in time";
    else if (made.end == answer::ending::reset)
        came.failure = "the connection was reset";
    else if (made.end == answer::ending::cut)
        came.failure = "the answer broke off in the middle";
    else
        came.answer = std::move(made.what);
    const bool waits = made.end == answer::ending::silent || comes > on.deadline;
    if (made.goes_on && came.failure.empty())
        answer_goes_on(at, *made.goes_on, comes, on, came);
    else if (made.goes_on)
        at.server->left(*made.goes_on, when());
    ++on_its_way_;
    const time_point known = waits ? on.deadline : comes;
    time_.at(known, [this, on = std::move(on), came = std::move(came)]() mutable {
        if (keeps_exchanges_) on.noted->answer = came.answer;
        on.noted->failure = came.failure;
        if (!came.failure.empty()) on.noted->answer.status = 0;
        end(*on.noted);
        --on_its_way_;
        on.done(std::move(came));
    });
}

CHATOPS_INLINE void network::open(const std::string& url, socket_listener listener,
                                  std::function<void(std::optional<socket_id>)> done) {
    http::request handshake;
    site* const at = site_of(url, handshake.url);
    if (at == nullptr) return done(std::nullopt);
    travel([this, at, handshake = std::move(handshake), listener = std::move(listener),
            done = std::move(done)]() mutable {
        const socket_id name = ++next_socket_;
        const bool granted = at->server->open(name, handshake, when());
        if (granted) sockets_[name] = {at, std::move(listener)};
        // The answer is on its way before any frame is.
        travel([name, granted, done = std::move(done)] {
            done(granted ? std::optional(name) : std::nullopt);
        });
        pump(*at->server);
    });
}

CHATOPS_INLINE void network::send_frame(socket_id from, std::string text) {
    travel([this, from, text = std::move(text)] {
        const auto found = sockets_.find(from);
        if (found == sockets_.end()) return;
        site& at = *found->second.at;
        at.server->received(from, text, when());
        pump(*at.server);
    });
}

CHATOPS_INLINE void network::close(socket_id which) {
    auto ended = sockets_.extract(which);
    if (ended.empty()) return;
    site* const at = ended.mapped().at;
    travel([this, at, which] {
        at->server->closed(which, when());
        pump(*at->server);
    });
}

} // namespace chatops::sim

#include "chatops/sim/network_streams.ipp"
