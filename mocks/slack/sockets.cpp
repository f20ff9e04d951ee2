#include "mocks/slack/sockets.hpp"

#include "mocks/common/text.hpp"
#include "mocks/slack/limits.hpp"

#include <algorithm>
#include <chrono>
#include <utility>

namespace chatops::mocks::slack {

namespace {

constexpr std::string_view host_name = "applink-1";

object debug_info() {
    object made;
    made["host"] = text_value(host_name);
    return made;
}

std::string hello(const seed& setup, std::size_t open, std::chrono::seconds life) {
    object frame;
    frame["type"] = "hello";
    frame["num_connections"] = static_cast<std::int64_t>(open);
    object debug = debug_info();
    debug["build_number"] = 12;
    debug["approximate_connection_time"] = static_cast<std::int64_t>(life.count());
    frame["debug_info"] = std::move(debug);
    object connection;
    connection["app_id"] = text_value(setup.app.id);
    frame["connection_info"] = std::move(connection);
    return boost::json::serialize(frame);
}

} // namespace

std::string socket_mode::new_ticket(time_point now) {
    for (auto at = tickets_.begin(); at != tickets_.end();)
        at = at->second.expires < now ? tickets_.erase(at) : std::next(at);
    std::string id = data_.new_uuid();
    tickets_[id] = ticket{now + limits::socket_ticket_seconds};
    return "/link/?ticket=" + id + "&app_id=" + data_.setup().app.id;
}

bool socket_mode::open(sim::socket_id id, const http::request& what, time_point now) {
    if (what.path() != "/link/" && what.path() != "/link") return false;
    const form query = read_form(what.query());
    const auto at = tickets_.find(field(query, "ticket"));
    if (at == tickets_.end() || at->second.is_used || at->second.expires < now) return false;
    at->second.is_used = true;
    if (!is_enabled_) return false;
    if (sockets_.size() >= limits::sockets) {
        say_goodbye(id, "too_many_websockets");
        waiting_.closing.push_back(id);
        return true;
    }
    const bool is_short = field(query, "debug_reconnects") == "true";
    const auto life = is_short ? limits::socket_debug_life_seconds : limits::socket_life_seconds;
    connection made;
    made.refreshes_at = now + life;
    made.warns_at = made.refreshes_at - limits::socket_warning_seconds;
    sockets_[id] = made;
    send(id, hello(data_.setup(), sockets_.size(), life));
    return true;
}

std::optional<sim::socket_id> socket_mode::choose() {
    const auto takes = [](const auto& each) { return !each.second.closes_at; };
    auto at = std::find_if(sockets_.upper_bound(last_chosen_), sockets_.end(), takes);
    if (at == sockets_.end()) at = std::find_if(sockets_.begin(), sockets_.end(), takes);
    if (at == sockets_.end()) return std::nullopt;
    last_chosen_ = at->first;
    return at->first;
}

std::optional<time_point> socket_mode::due() const {
    // Long past: as soon as the host comes round.
    if (!waiting_.frames.empty() || !waiting_.closing.empty()) return time_point();
    std::optional<time_point> first;
    for (const auto& [id, each] : sockets_) {
        const time_point next = each.closes_at   ? *each.closes_at
                                : each.is_warned ? each.refreshes_at
                                                 : each.warns_at;
        if (!first || next < *first) first = next;
    }
    return first;
}

void socket_mode::advance(time_point now, sim::outbox& out) {
    std::vector<sim::socket_id> ending;
    for (auto& [id, each] : sockets_) {
        if (!each.is_warned && each.warns_at <= now) {
            each.is_warned = true;
            say_goodbye(id, "warning");
        }
        if (!each.closes_at && each.refreshes_at <= now) {
            each.closes_at = now + limits::socket_warning_seconds;
            say_goodbye(id, "refresh_requested");
        }
        if (each.closes_at && *each.closes_at <= now) ending.push_back(id);
    }
    for (const sim::socket_id id : ending) {
        sockets_.erase(id);
        waiting_.closing.push_back(id);
    }
    for (auto& each : waiting_.frames) out.frames.push_back(std::move(each));
    for (const sim::socket_id each : waiting_.closing) out.closing.push_back(each);
    waiting_ = {};
}

bool socket_mode::disconnect(std::string_view reason, std::optional<sim::socket_id> which,
                             time_point now) {
    const bool at_once = reason == "link_disabled" || reason == "too_many_websockets";
    if (!at_once && reason != "warning" && reason != "refresh_requested") return false;
    if (reason == "link_disabled") is_enabled_ = false;
    for (const sim::socket_id id : ids()) {
        if (which && *which != id) continue;
        say_goodbye(id, reason);
        if (reason == "refresh_requested")
            sockets_[id].closes_at = now + limits::socket_warning_seconds;
        if (!at_once) continue;
        sockets_.erase(id);
        waiting_.closing.push_back(id);
    }
    return true;
}

void socket_mode::drop(std::optional<sim::socket_id> which) {
    for (const sim::socket_id id : ids()) {
        if (which && *which != id) continue;
        sockets_.erase(id);
        waiting_.closing.push_back(id);
    }
}

std::vector<sim::socket_id> socket_mode::ids() const {
    std::vector<sim::socket_id> made;
    for (const auto& each : sockets_) made.push_back(each.first);
    return made;
}

void socket_mode::say_goodbye(sim::socket_id id, std::string_view reason) {
    object frame;
    frame["type"] = "disconnect";
    frame["reason"] = text_value(reason);
    frame["debug_info"] = debug_info();
    send(id, boost::json::serialize(frame));
}

} // namespace chatops::mocks::slack
