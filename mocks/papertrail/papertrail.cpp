#include "mocks/papertrail/papertrail.hpp"

#include "chatops/core/time.hpp"
#include "mocks/common/json.hpp"
#include "mocks/papertrail/limits.hpp"
#include "mocks/papertrail/serving.hpp"
#include "mocks/papertrail/snapshot.hpp"

#include <algorithm>
#include <utility>

namespace chatops::mocks::papertrail {
namespace {

std::string text_or(const object& in, std::string_view name, std::string_view otherwise) {
    const std::string_view text = mocks::text_of(in, name);
    return std::string(text.empty() ? otherwise : text);
}

http::response write_events(account_state& account, const http::request& what, time_point now) {
    const auto body = object_body(what);
    std::string_view text = body ? mocks::text_of(*body, "text") : std::string_view();
    const auto lines = static_cast<std::size_t>(std::count(text.begin(), text.end(), '\n')) + 1;
    const std::string system = body ? text_or(*body, "system", "") : std::string();
    if (text.empty() || system.empty() || lines > limits::written_lines)
        return control_error(400, "expected {\"system\": \"acme-web-1\", \"text\": \"a line\"}");
    event line;
    line.system_id = account.sender(system).id;
    line.program = text_or(*body, "program", "app");
    line.severity = text_or(*body, "severity", "Info");
    line.facility = text_or(*body, "facility", "User");
    while (!text.empty()) {
        const auto end = std::min(text.find('\n'), text.size());
        line.message = text.substr(0, end);
        account.log.add(line, now);
        text.remove_prefix(std::min(end + 1, text.size()));
    }
    return json_response(200, object{{"ok", true}});
}

http::response set_rate(account_state& account, const http::request& what, time_point now) {
    constexpr std::int64_t seconds_a_minute = 60;
    const auto body = object_body(what);
    const std::int64_t rate = body ? mocks::number_of(*body, "lines_a_second", -1) : -1;
    if (rate < 0 || rate > limits::lines_a_second)
        return control_error(400,
                             "expected {\"lines_a_second\": 0 to 1000, \"text\": \"request\"}");
    account.log.flow_on(now, rate * seconds_a_minute, text_or(*body, "text", ""));
    return json_response(200, object{{"ok", true}});
}

} // namespace

service::service(const seed& given, std::uint64_t chance, time_point began)
    : state_(std::make_unique<account_state>(given, chance, began)) {}

service::~service() = default;

http::response service::handle(const http::request& what, sim::moment when) {
    return papertrail::serve(*state_, what, when.now);
}

std::optional<http::response> service::look(const http::request& what, sim::moment when) const {
    account_state seen(*state_);
    return papertrail::serve(seen, what, when.now);
}

http::response service::refusal(int status, const http::request& what) const {
    if (status != 429) return mock::refusal(status, what);
    http::response made = json_response(status, object{{"message", rate_limited().what()}});
    made.headers.set("X-Request-Id", state_->new_request_id());
    made.headers.set("X-Rate-Limit-Limit", std::to_string(limits::rate_requests));
    made.headers.set("X-Rate-Limit-Remaining", "0");
    return made;
}

std::optional<http::response> service::control(const http::request& what, sim::moment when) {
    if (what.method != "POST") return std::nullopt;
    if (what.path() == "/_mock/events") return write_events(*state_, what, when.now);
    if (what.path() == "/_mock/rate") return set_rate(*state_, what, when.now);
    return std::nullopt;
}

value service::state() const { return snapshot(*state_); }

} // namespace chatops::mocks::papertrail
