#pragma once

#include "chatops/core/json.hpp"
#include "chatops/core/limits.hpp"
#include "chatops/slack/json_body.hpp"
#include "chatops/slack/json_member.hpp"
#include "chatops/slack/socket_protocol.hpp"
#include "chatops/slack/web_answer.hpp"

#include <algorithm>

namespace chatops::slack {

namespace detail {

/// Slack's cap is not ours to wait out: another process must first let go.
inline constexpr duration too_many_pause{30'000};
inline constexpr int most_doublings = 5;

CHATOPS_INLINE std::string acknowledgement(std::string_view envelope, std::string_view response) {
    json_body frame;
    frame.text("envelope_id", envelope);
    if (!response.empty()) frame.json("payload", response);
    return frame.finish();
}

} // namespace detail

CHATOPS_INLINE socket_actions socket_protocol::start(time_point now) {
    socket_actions out;
    while (links_.size() < settings_.links) plan(duration(0), now);
    replenish(now, out);
    return out;
}

CHATOPS_INLINE socket_actions socket_protocol::finish(time_point now) {
    socket_actions out;
    ending_ = true;
    for (auto each = links_.begin(); each != links_.end();) {
        link_state& link = each->second;
        const bool connected = link.now != phase::waiting && link.now != phase::opening;
        if (connected) link.now = phase::leaving;
        each = connected ? std::next(each) : links_.erase(each);
    }
    replenish(now, out);
    return out;
}

CHATOPS_INLINE void socket_protocol::plan(duration wait, time_point now) {
    link_state planned;
    planned.due = now + wait;
    links_[++last_link_] = planned;
}

/// 0 for the first failure, which may be Slack's ordinary renewal; then a half to one second,
/// doubling.
CHATOPS_INLINE duration socket_protocol::pause(time_point now, time_point live_since) {
    const bool steady = live_since != time_point{} && now - live_since >= settings_.steady;
    failures_ = steady ? 0 : failures_ + 1;
    if (failures_ <= 1) return duration(0);
    const std::int64_t most = 1'000LL << std::min(failures_ - 2, detail::most_doublings);
    return duration(most / 2 +
                    static_cast<std::int64_t>(chance_.below(static_cast<std::uint64_t>(most / 2))));
}

CHATOPS_INLINE void socket_protocol::replenish(time_point now, socket_actions& out) {
    for (auto& [id, link] : links_) {
        if (link.now != phase::waiting || link.due > now) continue;
        link.now = phase::opening;
        out.push_back(open_link{id});
    }
    close_leaving(out);
    count_links();
}

CHATOPS_INLINE std::size_t socket_protocol::serving() const {
    return static_cast<std::size_t>(
        std::count_if(links_.begin(), links_.end(),
                      [](const auto& each) { return each.second.now == phase::live; }));
}

CHATOPS_INLINE void socket_protocol::count_links() {
    health_.links =
        static_cast<std::size_t>(std::count_if(links_.begin(), links_.end(), [](const auto& each) {
            return each.second.now == phase::live || each.second.now == phase::leaving;
        }));
}

/// Those that leave are closed once their successors live and all they carried is acknowledged.
CHATOPS_INLINE void socket_protocol::close_leaving(socket_actions& out) {
    if (!ending_ && serving() < settings_.links) return;
    for (auto each = links_.begin(); each != links_.end();) {
        const bool done = each->second.now == phase::leaving && each->second.pending == 0;
        if (done) out.push_back(close_link{each->first});
        each = done ? links_.erase(each) : std::next(each);
    }
}

/// Were Slack to announce and never close, they would add up to its cap.
CHATOPS_INLINE void socket_protocol::close_oldest_leaving(socket_actions& out) {
    const auto leaving = [](const auto& each) { return each.second.now == phase::leaving; };
    const auto count = std::count_if(links_.begin(), links_.end(), leaving);
    if (count <= static_cast<std::ptrdiff_t>(settings_.links)) return;
    const auto oldest = std::find_if(links_.begin(), links_.end(), leaving);
    out.push_back(close_link{oldest->first});
    links_.erase(oldest);
}

CHATOPS_INLINE socket_actions socket_protocol::opened(link_id link, time_point now) {
    socket_actions out;
    const auto found = links_.find(link);
    if (found == links_.end()) {
        out.push_back(close_link{link});
        return out;
    }
    found->second.now = phase::greeting;
    found->second.due = now + settings_.hello_patience;
    return out;
}

CHATOPS_INLINE void socket_protocol::stop_for_good(std::string_view error, std::string message,
                                                   socket_actions& out) {
    ending_ = true;
    for (const auto& each : links_) out.push_back(close_link{each.first});
    links_.clear();
    count_links();
    out.push_back(give_up{std::string(error), std::move(message)});
}

CHATOPS_INLINE socket_actions socket_protocol::refused(link_id link, std::string_view error,
                                                       time_point now) {
    socket_actions out;
    if (is_beyond_repair(error)) {
        stop_for_good(error, explain("apps.connections.open", error), out);
        return out;
    }
    out.push_back(tell_operator{log_level::warning, "slack socket refused", std::string(error)});
    lost(link, now, out);
    return out;
}

CHATOPS_INLINE socket_actions socket_protocol::failed(link_id link, time_point now) {
    socket_actions out;
    lost(link, now, out);
    return out;
}

CHATOPS_INLINE socket_actions socket_protocol::closed(link_id link, time_point now) {
    socket_actions out;
    lost(link, now, out);
    return out;
}

/// It is gone; a successor is planned, unless one was when Slack announced it.
CHATOPS_INLINE void socket_protocol::lost(link_id link, time_point now, socket_actions& out) {
    const auto found = links_.find(link);
    if (found == links_.end()) return;
    const link_state gone = found->second;
    links_.erase(found);
    if (gone.now != phase::leaving && !ending_) {
        const duration wait = pause(now, gone.live_since);
        plan(wait, now);
        out.push_back(tell_operator{log_level::info, "slack socket lost",
                                    "next try in " + std::to_string(wait.count()) + " ms"});
    }
    replenish(now, out);
    if (health_.links == 0 && !ending_)
        out.push_back(tell_operator{log_level::warning, "no slack socket is open", {}});
}

CHATOPS_INLINE socket_actions socket_protocol::received(link_id link, std::string_view text,
                                                        time_point now) {
    socket_actions out;
    const auto found = links_.find(link);
    if (found == links_.end()) return out;
    health_.last_frame = now;
    const auto parsed = json::parse(text, limits::slack_body_bytes);
    const boost::json::object* const frame = parsed ? parsed->if_object() : nullptr;
    if (frame == nullptr) {
        out.push_back(tell_operator{log_level::warning, "slack frame ignored",
                                    parsed ? "no object" : parsed.error().code});
        return out;
    }
    const std::string_view type = text_member(*frame, "type");
    if (type == "hello")
        on_hello(link, number_member(*frame, "num_connections", 0), now, out);
    else if (type == "disconnect")
        on_disconnect(link, text_member(*frame, "reason"), now, out);
    else
        on_envelope(link, *frame, out);
    return out;
}

CHATOPS_INLINE void socket_protocol::on_hello(link_id link, std::int64_t connections,
                                              time_point now, socket_actions& out) {
    link_state& state = links_.at(link);
    health_.last_hello = now;
    if (state.now == phase::greeting) {
        state.now = phase::live;
        state.live_since = now;
    }
    // Slack counts what we are just opening, too.
    const auto ours = std::count_if(links_.begin(), links_.end(), [](const auto& each) {
        return each.second.now != phase::waiting;
    });
    health_.ghosts = std::max<std::int64_t>(0, connections - ours - settings_.links_elsewhere);
    if (health_.ghosts > 0)
        out.push_back(tell_operator{log_level::warning, "slack counts sockets that nobody holds",
                                    "slack counts " + std::to_string(connections) +
                                        ", this process holds " + std::to_string(ours)});
    replenish(now, out);
}

CHATOPS_INLINE void socket_protocol::on_disconnect(link_id link, std::string_view reason,
                                                   time_point now, socket_actions& out) {
    if (reason == "link_disabled") {
        stop_for_good(reason,
                      "Socket Mode is switched off for this app; switch it on in the app's "
                      "settings, or use HTTP.",
                      out);
        return;
    }
    link_state& state = links_.at(link);
    if (state.now == phase::leaving) return; // Announced before.
    out.push_back(tell_operator{log_level::info, "slack renews a socket",
                                std::string(reason.substr(0, limits::logged_path_bytes))});
    duration wait = pause(now, state.live_since);
    if (reason == "too_many_websockets") {
        const auto more = static_cast<std::uint64_t>(detail::too_many_pause.count());
        wait = detail::too_many_pause + duration(static_cast<std::int64_t>(chance_.below(more)));
        out.push_back(
            tell_operator{log_level::warning, "slack holds too many sockets of this app", {}});
    }
    state.now = phase::leaving;
    close_oldest_leaving(out);
    if (!ending_) plan(wait, now);
    replenish(now, out);
}

CHATOPS_INLINE void socket_protocol::on_envelope(link_id link, const boost::json::object& frame,
                                                 socket_actions& out) {
    const std::string_view id = text_member(frame, "envelope_id");
    const std::string_view type = text_member(frame, "type");
    const boost::json::object* const payload = object_member(frame, "payload");
    const bool known = type == "events_api" || type == "slash_commands" || type == "interactive";
    if (id.empty() || !known || payload == nullptr) {
        out.push_back(tell_operator{log_level::warning, "slack frame ignored",
                                    id.empty()           ? "no envelope_id"
                                    : payload == nullptr ? "no payload"
                                                         : "another type"});
        // Unacknowledged, Slack would send it again, and it would be ignored again.
        if (!id.empty()) out.push_back(send_frame{link, detail::acknowledgement(id, {})});
        return;
    }
    if (ending_) return; // Another process gets it.
    ++links_.at(link).pending;
    out.push_back(take_envelope{link, envelope(std::string(id), std::string(type), *payload,
                                               true_member(frame, "accepts_response_payload"),
                                               number_member(frame, "retry_attempt", 0))});
}

CHATOPS_INLINE socket_actions socket_protocol::accepted(link_id link, std::string_view envelope,
                                                        std::string_view response) {
    socket_actions out;
    const auto found = links_.find(link);
    if (found == links_.end()) {
        // It comes again over another socket, and is known by its key.
        out.push_back(tell_operator{log_level::info, "slack socket gone before its answer", {}});
        return out;
    }
    --found->second.pending;
    out.push_back(send_frame{link, detail::acknowledgement(envelope, response)});
    close_leaving(out);
    count_links();
    return out;
}

CHATOPS_INLINE socket_actions socket_protocol::not_accepted(link_id link) {
    socket_actions out;
    const auto found = links_.find(link);
    if (found == links_.end()) return out;
    --found->second.pending;
    close_leaving(out);
    count_links();
    return out;
}

CHATOPS_INLINE socket_actions socket_protocol::passed(time_point now) {
    socket_actions out;
    std::vector<link_id> silent;
    for (const auto& [id, link] : links_)
        if (link.now == phase::greeting && link.due <= now) silent.push_back(id);
    for (const link_id link : silent) {
        out.push_back(tell_operator{log_level::warning, "slack socket without hello", {}});
        out.push_back(close_link{link});
        lost(link, now, out);
    }
    replenish(now, out);
    return out;
}

CHATOPS_INLINE std::optional<time_point> socket_protocol::due() const {
    std::optional<time_point> first;
    for (const auto& each : links_) {
        const link_state& link = each.second;
        if (link.now != phase::waiting && link.now != phase::greeting) continue;
        if (!first || link.due < *first) first = link.due;
    }
    return first;
}

} // namespace chatops::slack
