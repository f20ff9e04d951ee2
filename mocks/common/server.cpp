#include "mocks/common/server.hpp"

#include "chatops/core/time.hpp"
#include "mocks/common/limits.hpp"
#include "mocks/common/text.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <utility>

namespace chatops::mocks {

namespace {

constexpr std::string_view prefix = "/_mock/";
constexpr std::string_view mask = "[masked]";

/// Headers whose whole value is a credential, of every vendor that there is a mock of.
constexpr std::array<std::string_view, 9> credential_headers{
    "Authorization", "Proxy-Authorization", "Cookie",     "X-Auth-Token",     "X-Papertrail-Token",
    "Api-Key",       "X-Api-Key",           "Set-Cookie", "X-Slack-Signature"};

bool is_credential(std::string_view header) {
    return std::any_of(
        credential_headers.begin(), credential_headers.end(),
        [&](std::string_view each) { return http::equal_without_case(each, header); });
}

std::string_view name_of(sim::answer::ending end) {
    switch (end) {
    case sim::answer::ending::whole: return "whole";
    case sim::answer::ending::cut: return "truncated";
    case sim::answer::ending::reset: return "reset";
    case sim::answer::ending::silent: return "none";
    }
    return {};
}

http::response html_page() {
    http::response made;
    made.headers.set("Content-Type", "text/html; charset=utf-8");
    made.body = "<!DOCTYPE html><html><head><title>Maintenance</title></head>"
                "<body><h1>We will be back soon.</h1></body></html>\n";
    return made;
}

/// What only the mock itself knows how to do: what its second delivery looks like, and its errors.
bool is_the_mocks_own(fault_kind kind) {
    return kind == fault_kind::duplicate_delivery || kind == fault_kind::error;
}

http::response ok() {
    object body;
    body["ok"] = true;
    return json_response(200, body);
}

} // namespace

server::server(sim::mock& inner, std::vector<std::string> secrets)
    : inner_(inner), secrets_(std::move(secrets)) {
    // The longest first, so that one that contains another is masked whole.
    std::sort(secrets_.begin(), secrets_.end(),
              [](const std::string& left, const std::string& right) {
                  return left.size() > right.size();
              });
}

http::response server::handle(const http::request& what, sim::moment when) {
    return serve(what, when).what;
}

sim::answer server::serve(const http::request& what, sim::moment when) {
    sim::answer made;
    if (what.path().rfind(prefix, 0) == 0) {
        auto answered = control(what, when);
        made.what = answered ? std::move(*answered) : control_error(404, "no such control route");
        return made;
    }
    const sim::moment inside = shifted(when);
    const fault* const wrong = faults_.empty() ? nullptr : faults_.take(what.method, what.path());
    made = wrong == nullptr ? inner_.serve(what, inside) : with_fault(*wrong, what, inside);
    remember(what, made, when);
    return made;
}

sim::answer server::with_fault(const fault& wrong, const http::request& what, sim::moment when) {
    using ending = sim::answer::ending;
    sim::answer made;
    const bool happens = wrong.has_effect || wrong.kind == fault_kind::latency_ms ||
                         wrong.kind == fault_kind::truncated ||
                         wrong.kind == fault_kind::reset_after;
    if (happens) made = inner_.serve(what, when);
    made.delay += wrong.latency;
    switch (wrong.kind) {
    case fault_kind::latency_ms:
    case fault_kind::duplicate_delivery:
    case fault_kind::error: break;
    case fault_kind::status:
        made.what = inner_.refusal(wrong.status, what);
        if (wrong.retry_after_s)
            made.what.headers.set("Retry-After", std::to_string(*wrong.retry_after_s));
        break;
    case fault_kind::html: made.what = html_page(); break;
    case fault_kind::truncated: made.end = ending::cut; break;
    case fault_kind::reset_before:
    case fault_kind::reset_after: made.end = ending::reset; break;
    case fault_kind::timeout: made.end = ending::silent; break;
    }
    // What takes the answer's place has no more of it. Half of one is still its own: who sends it
    // tells the mock that nobody reads the rest.
    const bool is_its_own = wrong.kind == fault_kind::latency_ms ||
                            wrong.kind == fault_kind::duplicate_delivery ||
                            wrong.kind == fault_kind::truncated;
    if (!is_its_own && made.goes_on) inner_.left(*std::exchange(made.goes_on, std::nullopt), when);
    return made;
}

std::optional<time_point> server::due() const {
    const auto inside = inner_.due();
    if (!inside) return std::nullopt;
    return *inside - offset_;
}

void server::advance(sim::moment when, sim::outbox& out) { inner_.advance(shifted(when), out); }

void server::answered(std::uint64_t id, const http::response* answer, sim::moment when) {
    inner_.answered(id, answer, shifted(when));
}

bool server::open(sim::socket_id id, const http::request& what, sim::moment when) {
    return inner_.open(id, what, shifted(when));
}

void server::received(sim::socket_id from, std::string_view text, sim::moment when) {
    inner_.received(from, text, shifted(when));
}

void server::closed(sim::socket_id id, sim::moment when) { inner_.closed(id, shifted(when)); }

void server::left(sim::stream_id id, sim::moment when) { inner_.left(id, shifted(when)); }

std::optional<http::response> server::control(const http::request& what, sim::moment when) {
    const std::string_view path = what.path();
    const std::string route = what.method + " " + std::string(path);
    if (route == "GET /_mock/state") return json_response(200, inner_.state());
    if (route == "GET /_mock/requests") return json_response(200, records(what));
    if (route == "DELETE /_mock/requests") {
        records_.clear();
        return ok();
    }
    if (route == "GET /_mock/faults") return faults_in_force(what, when);
    if (route == "PUT /_mock/faults") return set_faults(what, when);
    if (route == "POST /_mock/clock") return set_clock(what, when);
    return inner_.control(what, shifted(when));
}

http::response server::faults_in_force(const http::request& what, sim::moment when) {
    array all = faults_.to_json();
    const auto inside = inner_.control(what, shifted(when));
    const auto read = inside ? json::parse(inside->body) : json::parse("[]");
    if (read && read->is_array())
        for (const value& each : read->get_array()) all.push_back(each);
    return json_response(200, all);
}

http::response server::set_clock(const http::request& what, sim::moment when) {
    const auto body = object_body(what);
    const value* const given = body ? member(*body, "advance_s") : nullptr;
    if (given == nullptr || !given->is_number())
        return control_error(400, "expected {\"advance_s\": seconds}");
    const double seconds = given->to_number<double>();
    // A clock that goes back would make what was done undone.
    const bool is_sane = std::isfinite(seconds) && seconds >= 0 &&
                         seconds <= static_cast<double>(limits::clock_advance_seconds.count());
    if (!is_sane) return control_error(400, "`advance_s` must be between 0 and 100 years");
    offset_ += duration(static_cast<std::int64_t>(std::llround(seconds * 1000)));
    object made;
    made["ok"] = true;
    made["now"] = text_value(format_time(shifted(when).now));
    made["ahead_ms"] = offset_.count();
    return json_response(200, made);
}

http::response server::set_faults(const http::request& what, sim::moment when) {
    const auto body = json::parse(what.body);
    if (!body) return control_error(400, "the body must be JSON");
    auto read = fault_plan::read(*body);
    if (!read) return control_error(400, read.error().message);
    const array* list = body->if_array();
    if (list == nullptr) list = array_of(body->get_object(), "faults");
    array handed_on;
    bool has_errors = false;
    std::vector<fault> of_requests;
    for (std::size_t i = 0; i < read->size(); ++i) {
        has_errors = has_errors || (*read)[i].kind == fault_kind::error;
        if (is_the_mocks_own((*read)[i].kind))
            handed_on.push_back((*list)[i]);
        else
            of_requests.push_back(std::move((*read)[i]));
    }
    http::request handed;
    handed.method = "PUT";
    handed.url = "/_mock/faults";
    handed.body = boost::json::serialize(handed_on);
    const auto taken = inner_.control(handed, shifted(when));
    if (!taken && !handed_on.empty())
        return control_error(400, std::string(name()) +
                                      (has_errors ? " tells errors by their status: plan that"
                                                  : " delivers nothing by itself"));
    faults_.replace(std::move(of_requests));
    return ok();
}

void server::remember(const http::request& what, const sim::answer& made, sim::moment when) {
    record one{when.wall,
               {what.method, what.url, what.headers,
                std::string(clipped(what.body, limits::recorded_body_bytes))},
               made.what.status,
               made.end};
    const bool is_sent =
        made.end == sim::answer::ending::whole || made.end == sim::answer::ending::cut;
    if (!is_sent) one.status = 0;
    records_.push_back(std::move(one));
    if (records_.size() > limits::recorded_requests) records_.pop_front();
}

array server::records(const http::request& asked) const {
    const form query = read_form(asked.query());
    const std::string_view wanted = field(query, "path");
    array made;
    for (const record& each : records_) {
        if (!wanted.empty() && !glob_matches(wanted, each.what.path())) continue;
        object headers;
        for (const auto& [name, given] : each.what.headers)
            headers[name] = text_value(is_credential(name) ? std::string(mask) : masked(given));
        object one;
        one["time"] = text_value(format_time(each.wall));
        one["method"] = text_value(each.what.method);
        one["target"] = text_value(masked(each.what.url));
        one["headers"] = std::move(headers);
        one["body"] = text_value(masked(each.what.body));
        one["status"] = each.status;
        one["answer"] = text_value(name_of(each.end));
        made.push_back(std::move(one));
    }
    return made;
}

std::string server::masked(std::string text) const {
    for (const std::string& each : secrets_) text = replaced(std::move(text), each, mask);
    return text;
}

} // namespace chatops::mocks
