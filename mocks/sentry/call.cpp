#include "mocks/sentry/call.hpp"

#include "chatops/core/time.hpp"
#include "mocks/common/paths.hpp"

#include <charconv>

namespace chatops::mocks::sentry {
namespace {

const value* present(const object& in, std::string_view name) {
    const value* const found = member(in, name);
    return found == nullptr || found->is_null() ? nullptr : found;
}

/// The same request from another place on.
std::string page_url(const call& from, const std::string& cursor) {
    form query;
    for (const auto& [name, given] : from.query)
        if (name != "cursor") query.emplace_back(name, given);
    query.emplace_back("cursor", cursor);
    return own_url(from.what) + std::string(from.what.path()) + '?' + write_form(query);
}

std::string link_to(const call& from, const cursor& where, const char* rel, bool has_results) {
    const std::string cursor = where.to_text();
    return '<' + page_url(from, cursor) + ">; rel=\"" + rel + "\"; results=\"" +
           (has_results ? "true" : "false") + "\"; cursor=\"" + cursor + '"';
}

} // namespace

bool call::has(std::string_view name) const {
    for (const auto& [each, given] : query)
        if (each == name) return true;
    return false;
}

std::vector<std::string> call::all_asked(std::string_view name) const {
    std::vector<std::string> all;
    for (const auto& [each, given] : query)
        if (each == name && !given.empty()) all.push_back(given);
    return all;
}

project& call::project_at(std::size_t word) const {
    project* const found = account.find_project(words.at(word));
    if (found == nullptr) throw not_found();
    return *found;
}

issue& call::issue_at(std::size_t word) const {
    issue* found = account.find_issue(words.at(word));
    // Source: sentry/issues/endpoints/bases/group.py: a short id is good in an organization's path.
    if (found == nullptr) found = account.find_issue_called(words.at(word));
    if (found == nullptr) throw not_found();
    return *found;
}

release& call::release_at(std::size_t word) const {
    release* const found = account.find_release(words.at(word));
    if (found == nullptr) throw not_found();
    return *found;
}

// Source: sentry/api/base.py, get_per_page.
std::size_t page_limit(const call& from, std::string_view parameter) {
    const std::string_view given = from.asked(parameter);
    if (given.empty()) return limits::page_items;
    std::size_t number = 0;
    const auto read = std::from_chars(given.data(), given.data() + given.size(), number);
    if (read.ec != std::errc() || read.ptr != given.data() + given.size())
        throw bad_request("Invalid " + std::string(parameter) + " parameter.");
    if (number == 0 || number > limits::page_items)
        throw bad_request("Invalid " + std::string(parameter) + " value. Must be between 1 and " +
                          std::to_string(limits::page_items) + ".");
    return number;
}

std::string link_header(const call& from, const page& shown) {
    return link_to(from, shown.previous, "previous", shown.has_previous) + ", " +
           link_to(from, shown.next, "next", shown.has_next);
}

answer listed(const call& from, array all) {
    const page shown =
        page_by_offset(all.size(), cursor::read(from.asked("cursor")), page_limit(from));
    array items;
    for (std::size_t i = shown.begin; i < shown.end; ++i) items.push_back(std::move(all[i]));
    answer made{200, std::move(items)};
    made.headers.add("Link", link_header(from, shown));
    return made;
}

std::optional<std::string> text_parameter(const object& in, std::string_view name) {
    const value* const found = present(in, name);
    if (found == nullptr) return std::nullopt;
    // Source: rest_framework, CharField: numbers are text, too.
    if (found->is_int64()) return std::to_string(found->get_int64());
    if (!found->is_string()) throw invalid_field(name, "Not a valid string.");
    return std::string(view(found->get_string()));
}

std::string required_text(const object& in, std::string_view name) {
    auto text = text_parameter(in, name);
    if (!text) throw invalid_field(name, "This field is required.");
    if (text->empty()) throw invalid_field(name, "This field may not be blank.");
    return *std::move(text);
}

std::optional<bool> flag_parameter(const object& in, std::string_view name) {
    const value* const found = present(in, name);
    if (found == nullptr) return std::nullopt;
    if (!found->is_bool()) throw invalid_field(name, "Must be a valid boolean.");
    return found->get_bool();
}

std::optional<time_point> moment_parameter(const object& in, std::string_view name) {
    const auto text = text_parameter(in, name);
    if (!text) return std::nullopt;
    auto read = read_time(*text);
    if (!read)
        throw invalid_field(name, "Datetime has wrong format. Use one of these formats instead: "
                                  "YYYY-MM-DDThh:mm[:ss[.uuuuuu]][+HH:MM|-HH:MM|Z].");
    return *read;
}

std::optional<duration> period_said(std::string_view text) {
    std::int64_t number = 0;
    const auto read = std::from_chars(text.data(), text.data() + text.size(), number);
    constexpr std::int64_t most = 1'000'000;
    if (read.ec != std::errc() || number < 0 || number > most) return std::nullopt;
    const std::string_view unit = text.substr(static_cast<std::size_t>(read.ptr - text.data()));
    if (unit.empty() || unit == "s") return std::chrono::seconds(number);
    if (unit == "m") return std::chrono::minutes(number);
    if (unit == "h") return std::chrono::hours(number);
    if (unit == "d") return std::chrono::hours(24 * number);
    if (unit == "w") return std::chrono::hours(24 * 7 * number);
    return std::nullopt;
}

std::string own_url(const http::request& what) { return base_url(what, "https://sentry.io"); }

} // namespace chatops::mocks::sentry
