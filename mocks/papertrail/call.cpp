#include "mocks/papertrail/call.hpp"

#include "mocks/common/paths.hpp"
#include "mocks/papertrail/limits.hpp"

#include <charconv>
#include <utility>

namespace chatops::mocks::papertrail {
namespace {

std::string scalar(const value& from) {
    if (from.is_string()) return std::string(view(from.get_string()));
    return from.is_null() ? std::string() : boost::json::serialize(from);
}

/// `{"group": {"name": "x", "system_ids": [1]}}` as `group[name]=x` and `group[system_ids][]=1`.
void flatten(form& into, const std::string& name, const value& from, int depth) {
    constexpr int deepest = 4;
    if (depth > deepest) throw bad_request("Parameters are too deep");
    if (const object* const inner = from.if_object()) {
        for (const auto& [key, each] : *inner) {
            const std::string part(key.data(), key.size());
            flatten(into, name.empty() ? part : name + '[' + part + ']', each, depth + 1);
        }
    } else if (const array* const all = from.if_array()) {
        for (const value& each : *all) flatten(into, name + "[]", each, depth + 1);
    } else {
        into.emplace_back(name, scalar(from));
    }
}

} // namespace

form read_parameters(const http::request& what) {
    form made = read_form(what.query());
    if (what.body.empty()) return made;
    if (what.body.size() > limits::body_bytes) throw bad_request("Request is too large");
    std::string_view type = what.headers.get("Content-Type");
    type = trimmed(type.substr(0, type.find(';')));
    if (http::equal_without_case(type, "application/json")) {
        const auto read = json::parse(what.body, limits::body_bytes);
        if (!read || !read->is_object()) throw bad_request("Request body is not valid JSON");
        flatten(made, {}, *read, 0);
        return made;
    }
    for (auto& each : read_form(what.body)) made.push_back(std::move(each));
    return made;
}

std::optional<std::string> call::text(std::string_view name) const {
    for (auto each = parameters.rbegin(); each != parameters.rend(); ++each)
        if (each->first == name) return each->second;
    return std::nullopt;
}

std::string call::required(std::string_view name, std::string_view called) const {
    const auto given = text(name);
    if (!given || trimmed(*given).empty())
        throw bad_request(std::string(called) + " can't be blank");
    return *given;
}

std::optional<std::int64_t> call::number(std::string_view name) const {
    const auto given = text(name);
    if (!given || given->empty()) return std::nullopt;
    std::int64_t number = 0;
    const char* const end = given->data() + given->size();
    const auto read = std::from_chars(given->data(), end, number);
    if (read.ec != std::errc{} || read.ptr != end)
        throw bad_request(std::string(name) + " is not a number");
    return number;
}

bool call::flag(std::string_view name) const {
    const auto given = text(name);
    return given && (*given == "true" || *given == "1");
}

std::optional<std::vector<std::string>> call::texts(std::string_view name) const {
    std::optional<std::vector<std::string>> made;
    for (const auto& [each, given] : parameters) {
        if (each != name) continue;
        if (!made) made.emplace();
        if (!given.empty()) made->push_back(given);
    }
    return made;
}

std::string call::base() const { return base_url(what, "https://papertrailapp.com"); }

} // namespace chatops::mocks::papertrail
