#include "mocks/slack/arguments.hpp"

#include "mocks/common/text.hpp"
#include "mocks/slack/refusal.hpp"

#include <algorithm>
#include <charconv>
#include <utility>

namespace chatops::mocks::slack {

namespace {

bool starts_with(std::string_view text, std::string_view start) {
    return text.substr(0, start.size()) == start;
}

/// The simple fields of `multipart/form-data`, as the Node client sends them beside bytes (RFC
/// 7578).
form multipart_fields(std::string_view body, std::string_view content_type) {
    const std::string_view boundary = type_parameter(content_type, "boundary");
    if (boundary.empty()) return {};
    const std::string mark = "--" + std::string(boundary);
    form fields;
    auto begin = body.find(mark);
    while (begin != std::string_view::npos) {
        begin += mark.size();
        const auto end = body.find(mark, begin);
        if (end == std::string_view::npos) break;
        const std::string_view part = body.substr(begin, end - begin);
        begin = end;
        const auto blank = part.find("\r\n\r\n");
        const auto name = part.find("name=\"");
        if (blank == std::string_view::npos || name == std::string_view::npos || name > blank)
            continue;
        const std::string_view rest = part.substr(name + 6);
        std::string_view content = part.substr(blank + 4);
        if (content.size() >= 2) content.remove_suffix(2);
        fields.emplace_back(std::string(rest.substr(0, rest.find('"'))), std::string(content));
    }
    return fields;
}

/// Source: the errors of every method in slack-ruby/slack-api-ref.
void check_charset(std::string_view content_type) {
    const std::string_view given = type_parameter(content_type, "charset");
    if (!given.empty() && given != "utf-8" && given != "iso-8859-1")
        throw refusal("invalid_charset");
}

void check_names(const object& all) {
    for (const auto& each : all) {
        const std::string_view name(each.key().data(), each.key().size());
        const bool is_name = std::all_of(name.begin(), name.end(), [](char c) {
            return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
                   c == '_';
        });
        if (!is_name) throw refusal("invalid_arg_name");
    }
}

} // namespace

std::string_view type_parameter(std::string_view content_type, std::string_view name) {
    const std::string mark = std::string(name) + '=';
    const auto at = content_type.find(mark);
    if (at == std::string_view::npos) return {};
    const std::string_view given = content_type.substr(at + mark.size());
    if (!given.empty() && given.front() == '"') return given.substr(1, given.find('"', 1) - 1);
    return given.substr(0, given.find_first_of("; "));
}

arguments::arguments(const http::request& from) {
    const auto take = [&](const form& fields) {
        for (const auto& [name, given] : fields) {
            if (name == "token")
                token_ = given;
            else
                given_[name] = text_value(given);
        }
    };
    take(read_form(from.query()));
    if (from.body.empty()) {
        check_names(given_);
        return;
    }
    const std::string type = lower(from.headers.get("Content-Type"));
    if (type.empty()) throw refusal("missing_post_type");
    check_charset(type);
    if (starts_with(type, "application/x-www-form-urlencoded")) {
        take(read_form(from.body));
    } else if (starts_with(type, "multipart/form-data")) {
        take(multipart_fields(from.body, from.headers.get("Content-Type")));
    } else if (starts_with(type, "application/json")) {
        auto read = json::parse(from.body);
        if (!read) throw refusal("invalid_json");
        if (!read->is_object()) throw refusal("json_not_object");
        for (auto& each : read->get_object())
            if (each.key() != "token") given_[each.key()] = std::move(each.value());
    } else {
        throw refusal("invalid_post_type");
    }
    check_names(given_);
}

bool arguments::has(std::string_view name) const {
    const value* const found = member(given_, name);
    return found != nullptr && !found->is_null();
}

std::string arguments::text(std::string_view name) const {
    const value* const found = member(given_, name);
    if (found == nullptr || found->is_null()) return {};
    if (found->is_string()) return std::string(view(found->get_string()));
    return boost::json::serialize(*found);
}

std::string arguments::required(std::string_view name) const {
    std::string given = text(name);
    if (given.empty()) throw wrong_argument("missing required field: " + std::string(name));
    return given;
}

std::vector<std::string> arguments::list(std::string_view name) const {
    const std::string given = text(name);
    std::vector<std::string> made;
    for (std::string_view rest = given; !rest.empty();) {
        const auto comma = rest.find(',');
        if (const auto one = trimmed(rest.substr(0, comma)); !one.empty()) made.emplace_back(one);
        rest = comma == std::string_view::npos ? std::string_view() : rest.substr(comma + 1);
    }
    return made;
}

bool arguments::flag(std::string_view name, bool otherwise) const {
    const std::string given = text(name);
    if (given.empty()) return otherwise;
    return given == "true" || given == "1";
}

std::int64_t arguments::number(std::string_view name, std::int64_t otherwise,
                               std::string_view error) const {
    const std::string given = text(name);
    if (given.empty()) return otherwise;
    std::int64_t made = 0;
    const auto end = given.data() + given.size();
    const auto read = std::from_chars(given.data(), end, made);
    if (read.ec != std::errc() || read.ptr != end) throw refusal(error);
    return made;
}

value arguments::json_value(std::string_view name, std::string_view error) const {
    const value* const found = member(given_, name);
    if (found == nullptr || found->is_null()) return {};
    if (!found->is_string()) return *found;
    auto read = json::parse(view(found->get_string()));
    if (!read) throw refusal(error);
    return std::move(*read);
}

} // namespace chatops::mocks::slack
