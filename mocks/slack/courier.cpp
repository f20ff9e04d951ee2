#include "mocks/slack/courier.hpp"

#include "chatops/core/digest.hpp"
#include "chatops/core/time.hpp"
#include "mocks/slack/limits.hpp"

#include <algorithm>
#include <array>
#include <chrono>
#include <utility>

namespace chatops::mocks::slack {

namespace {

/// Before the first, second and third retry of an event. Source: Slack, "The Events API", retries.
constexpr std::array<std::chrono::seconds, 3> event_pauses{
    std::chrono::seconds(0), std::chrono::seconds(60), std::chrono::seconds(300)};
constexpr std::chrono::milliseconds timer_slack{50};
/// Slack follows two redirects and gives up at the third.
constexpr int redirects_followed = 2;

std::string_view path_of(parcel_kind kind) {
    switch (kind) {
    case parcel_kind::command: return "/slack/commands";
    case parcel_kind::event: return "/slack/events";
    case parcel_kind::interactive: return "/slack/interactive";
    }
    return {};
}

std::string_view envelope_type(parcel_kind kind) {
    switch (kind) {
    case parcel_kind::command: return "slash_commands";
    case parcel_kind::event: return "events_api";
    case parcel_kind::interactive: return "interactive";
    }
    return {};
}

object payload_of(const parcel& what) {
    if (what.kind != parcel_kind::command) return what.payload;
    object made;
    for (const auto& [name, given] : what.fields) made[name] = text_value(given);
    return made;
}

std::string body_of(const parcel& what) {
    switch (what.kind) {
    case parcel_kind::command: return write_form(what.fields);
    case parcel_kind::event: return boost::json::serialize(what.payload);
    case parcel_kind::interactive:
        return write_form({{"payload", boost::json::serialize(what.payload)}});
    }
    return {};
}

/// Retries that are left after so many failures.
bool may_try_again(parcel_kind kind, bool is_socket, int failures) {
    if (kind == parcel_kind::event) return failures <= static_cast<int>(event_pauses.size());
    // A command over HTTP has one try; over a socket Slack was seen to deliver it once more.
    return is_socket && failures <= 1;
}

} // namespace

void courier::post(parcel what, sim::moment when) {
    const std::uint64_t number = ++last_number_;
    item made{std::move(what), {}};
    made.body = body_of(made.what);
    made.next = when.now;
    active_.emplace(number, std::move(made));
}

std::optional<time_point> courier::due() const {
    std::optional<time_point> first;
    const auto consider = [&](const std::optional<time_point>& at) {
        if (at && (!first || *at < *first)) first = at;
    };
    for (const auto& [number, each] : active_) {
        consider(each.next);
        consider(each.copy_at);
        consider(each.patience_ends);
    }
    return first;
}

void courier::advance(sim::moment when, sim::outbox& out) {
    for (auto& [number, each] : active_) {
        if (each.patience_ends && *each.patience_ends <= when.now) {
            each.attempts.back().outcome = "timeout";
            fail(each, "timeout", true, when);
        }
        if (each.next && *each.next <= when.now) {
            each.next.reset();
            send(number, each, false, when, out);
        }
        if (each.copy_at && *each.copy_at <= when.now) {
            each.copy_at.reset();
            send(number, each, true, when, out);
        }
    }
    forget_finished();
}

void courier::send(std::uint64_t number, item& each, bool is_copy, sim::moment when,
                   sim::outbox& out) {
    if (each.attempts.empty())
        if (const fault* const twice = duplicates.take("POST", path_of(each.what.kind)))
            each.copy_at = when.now + twice->latency;
    if (data_.setup().app.socket_mode)
        send_socket(number, each, is_copy, when);
    else
        send_http(number, each, is_copy, when, out);
}

void courier::send_http(std::uint64_t number, item& each, bool is_copy, sim::moment when,
                        sim::outbox& out) {
    const int retry = is_copy ? 1 : each.failures;
    const std::uint64_t id = ++last_flight_;
    flights_[id] = flight{number, each.attempts.size(), is_copy};
    each.attempts.push_back(attempt{when.wall, "http", retry});
    ++each.under_way;
    out.deliveries.push_back(
        sim::delivery{id, request_for(each, retry, when), limits::patience_ms});
}

http::request courier::request_for(const item& each, int retry, sim::moment when) const {
    const seed_app& app = data_.setup().app;
    http::request made;
    made.method = "POST";
    made.url = each.location.empty() ? app.request_url + std::string(path_of(each.what.kind))
                                     : each.location;
    const std::string timestamp = std::to_string(seconds_of(when.wall));
    // Bare: Slack's own framework compares the content type exactly.
    made.headers.add("Content-Type", each.what.kind == parcel_kind::event
                                         ? "application/json"
                                         : "application/x-www-form-urlencoded");
    made.headers.add("Accept", "application/json,*/*");
    made.headers.add("User-Agent", "Slackbot 1.0 (+https://api.slack.com/robots)");
    made.headers.add("X-Slack-Request-Timestamp", timestamp);
    made.headers.add("X-Slack-Signature",
                     "v0=" +
                         hex(hmac_sha256(app.signing_secret, "v0:" + timestamp + ":", each.body)));
    if (retry > 0 && each.what.kind == parcel_kind::event) {
        made.headers.add("X-Slack-Retry-Num", std::to_string(retry));
        made.headers.add("X-Slack-Retry-Reason",
                         each.last_reason.empty() ? "http_timeout" : each.last_reason);
    }
    made.body = each.body;
    return made;
}

void courier::send_socket(std::uint64_t number, item& each, bool is_copy, sim::moment when) {
    const int retry = is_copy ? 1 : each.failures;
    each.attempts.push_back(attempt{when.wall, "socket", retry});
    const auto socket = sockets_.choose();
    if (!socket) {
        each.attempts.back().outcome = "connection_failed";
        if (!is_copy) fail(each, "connection_failed", each.what.kind == parcel_kind::event, when);
        return;
    }
    // A new envelope around the same payload: what identifies a delivery is inside.
    const std::string id = data_.new_uuid();
    object frame;
    frame["envelope_id"] = text_value(id);
    frame["type"] = text_value(envelope_type(each.what.kind));
    frame["payload"] = payload_of(each.what);
    frame["accepts_response_payload"] = each.what.takes_answer;
    if (each.what.kind == parcel_kind::event || retry > 0) {
        frame["retry_attempt"] = retry;
        frame["retry_reason"] = retry > 0 ? "timeout" : "";
    }
    envelopes_[id] = flight{number, each.attempts.size() - 1, is_copy};
    each.envelopes.push_back(id);
    if (!is_copy) each.patience_ends = when.now + limits::patience_ms;
    sockets_.send(*socket, boost::json::serialize(frame));
}

void courier::answered(std::uint64_t id, const http::response* answer, sim::moment when) {
    const auto at = flights_.find(id);
    if (at == flights_.end()) return;
    const flight which = at->second;
    flights_.erase(at);
    const auto found = active_.find(which.number);
    if (found == active_.end()) return;
    item& each = found->second;
    --each.under_way;
    attempt& made = each.attempts[which.attempt];
    if (answer == nullptr) {
        // A host's timer and its clock differ by a little.
        const bool is_late = when.wall - made.wall + timer_slack >= limits::patience_ms;
        made.outcome = is_late ? "http_timeout" : "connection_failed";
        if (!which.is_copy) fail(each, made.outcome, true, when);
        return forget_finished();
    }
    made.outcome = std::to_string(answer->status);
    if (answer->status >= 200 && answer->status < 300) {
        take(each, answer->body, when);
    } else if (answer->status >= 300 && answer->status < 400 && answer->headers.has("Location")) {
        each.location = std::string(answer->headers.get("Location"));
        if (++each.redirects <= redirects_followed)
            each.next = when.now;
        else
            fail(each, "too_many_redirects", true, when);
    } else if (!which.is_copy) {
        fail(each, "http_error", answer->headers.get("X-Slack-No-Retry") != "1", when);
    }
    forget_finished();
}

void courier::acknowledged(std::string_view envelope_id, const value* payload, sim::moment when) {
    const auto at = envelopes_.find(envelope_id);
    if (at == envelopes_.end()) return;
    const auto found = active_.find(at->second.number);
    if (found == active_.end()) return;
    item& each = found->second;
    each.attempts[at->second.attempt].outcome = "acknowledged";
    std::string answer;
    if (payload != nullptr && each.what.takes_answer) answer = boost::json::serialize(*payload);
    take(each, std::move(answer), when);
    forget_finished();
}

void courier::take(item& each, std::string answer, sim::moment when) {
    each.next.reset();
    each.patience_ends.reset();
    each.is_taken = true;
    each.is_over = true;
    if (std::exchange(each.is_told, true)) return;
    outcome what;
    what.is_taken = true;
    what.answer = std::move(answer);
    told_(each.what, what, when);
}

void courier::fail(item& each, std::string_view reason, bool may_retry, sim::moment when) {
    each.patience_ends.reset();
    if (each.is_taken) return;
    each.last_reason = reason;
    each.location.clear();
    each.redirects = 0;
    ++each.failures;
    const bool again =
        may_retry && may_try_again(each.what.kind, data_.setup().app.socket_mode, each.failures);
    if (again) {
        const bool is_event = each.what.kind == parcel_kind::event;
        const auto index = static_cast<std::size_t>(each.failures - 1);
        each.next = when.now + (is_event ? event_pauses[index] : std::chrono::seconds(0));
    }
    each.is_over = !again;
    if (std::exchange(each.is_told, true)) return;
    outcome what;
    what.reason = reason;
    told_(each.what, what, when);
}

} // namespace chatops::mocks::slack
