#include "mocks/common/faults.hpp"

#include "mocks/common/text.hpp"

#include <array>
#include <utility>

namespace chatops::mocks {

namespace {

constexpr std::array<std::string_view, 9> kind_names{
    "latency_ms", "status",  "reset_before",       "reset_after", "truncated",
    "html",       "timeout", "duplicate_delivery", "error"};

mistake malformed(std::size_t line, std::string_view what) {
    return {"fault_malformed", "fault " + std::to_string(line) + ": " + std::string(what)};
}

std::optional<fault_kind> kind_of(std::string_view name) {
    // Shorter names that people write first.
    if (name == "latency") return fault_kind::latency_ms;
    for (std::size_t i = 0; i < kind_names.size(); ++i)
        if (kind_names[i] == name) return static_cast<fault_kind>(i);
    return std::nullopt;
}

void read_match(const value& from, fault& into) {
    if (const object* const match = from.if_object()) {
        if (const auto method = text_of(*match, "method"); !method.empty()) into.method = method;
        if (const auto path = text_of(*match, "path"); !path.empty()) into.path = path;
    } else if (from.is_string()) {
        const std::string_view text = view(from.get_string());
        const auto space = text.find(' ');
        if (space != std::string_view::npos) into.method = text.substr(0, space);
        into.path = space == std::string_view::npos ? text : text.substr(space + 1);
    }
}

result<fault> read_fault(const value& from, std::size_t line) {
    const object* const given = from.if_object();
    if (given == nullptr) return malformed(line, "expected an object");
    fault made;
    const auto kind = kind_of(text_of(*given, "kind"));
    if (!kind) {
        std::string known;
        for (const auto name : kind_names) known.append(known.empty() ? "" : ", ").append(name);
        return malformed(line, "`kind` must be one of " + known);
    }
    made.kind = *kind;
    if (const value* const match = member(*given, "match")) read_match(*match, made);
    made.count = static_cast<int>(number_of(*given, "count", 1));
    made.after = static_cast<int>(number_of(*given, "after", 0));
    made.latency = duration(number_of(*given, "latency_ms", 0));
    made.status = static_cast<int>(number_of(*given, "status", 503));
    if (member(*given, "retry_after_s") != nullptr)
        made.retry_after_s = static_cast<int>(number_of(*given, "retry_after_s", 1));
    else if (made.status == 429)
        made.retry_after_s = 1;
    made.has_effect = is_true(*given, "has_effect");
    made.error = text_of(*given, "error");
    if (made.count < 0 || made.after < 0 || made.latency.count() < 0)
        return malformed(line, "`count`, `after` and `latency_ms` must not be negative");
    if (made.kind == fault_kind::latency_ms && made.latency.count() == 0)
        return malformed(line, "`latency_ms` must say how many milliseconds");
    if (made.kind == fault_kind::error && made.error.empty())
        return malformed(line, "`error` must be the vendor's word");
    if (made.status < 400 || made.status > 599)
        return malformed(line, "`status` must be between 400 and 599");
    return made;
}

} // namespace

result<std::vector<fault>> fault_plan::read(const value& from) {
    const array* list = from.if_array();
    if (list == nullptr && from.is_object()) list = array_of(from.get_object(), "faults");
    if (list == nullptr) return mistake{"fault_malformed", "expected a list of faults"};
    std::vector<fault> made;
    for (const value& each : *list) {
        auto one = read_fault(each, made.size() + 1);
        if (!one) return one.error();
        made.push_back(std::move(*one));
    }
    return made;
}

const fault* fault_plan::take(std::string_view method, std::string_view path) {
    for (fault& each : faults_) {
        if (each.method != "*" && !http::equal_without_case(each.method, method)) continue;
        if (!glob_matches(each.path, path)) continue;
        if (each.count != 0 && each.used >= each.count) continue;
        if (each.seen++ < each.after) continue;
        ++each.used;
        return &each;
    }
    return nullptr;
}

array fault_plan::to_json() const {
    array made;
    for (const fault& each : faults_) {
        object one;
        one["kind"] = text_value(kind_names[static_cast<std::size_t>(each.kind)]);
        object match;
        match["method"] = text_value(each.method);
        match["path"] = text_value(each.path);
        one["match"] = std::move(match);
        one["count"] = each.count;
        one["after"] = each.after;
        one["latency_ms"] = each.latency.count();
        if (each.kind == fault_kind::status) one["status"] = each.status;
        if (each.kind == fault_kind::error) one["error"] = text_value(each.error);
        if (each.retry_after_s) one["retry_after_s"] = *each.retry_after_s;
        one["has_effect"] = each.has_effect;
        one["used"] = each.used;
        made.push_back(std::move(one));
    }
    return made;
}

} // namespace chatops::mocks
