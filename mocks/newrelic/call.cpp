#include "mocks/newrelic/call.hpp"

#include "chatops/core/time.hpp"

#include <algorithm>
#include <charconv>

namespace chatops::mocks::newrelic {

const object& call::input(std::string_view name) const {
    static const object none;
    const object* const given = object_of(arguments, name);
    return given != nullptr ? *given : none;
}

std::int64_t call::number(std::string_view name) const {
    return whole_number(text(name)).value_or(0);
}

void call::check_account() const {
    if (number_of(arguments, "accountId", 0) == account.id) return;
    object extensions;
    extensions["errorClass"] = "ACCESS_DENIED";
    throw graphql::field_refused("Access denied.", std::move(extensions));
}

graphql::field_refused invalid_input(const std::string& message) {
    object extensions;
    extensions["errorClass"] = "INVALID_INPUT";
    return {message, std::move(extensions)};
}

graphql::field_refused not_found(const std::string& message) {
    object extensions;
    extensions["code"] = "BAD_USER_INPUT";
    extensions["errorClass"] = "INVALID_INPUT";
    return {message, std::move(extensions)};
}

graphql::field_refused not_valid(const std::string& name, const std::string& reason) {
    object extensions;
    extensions["code"] = "BAD_USER_INPUT";
    extensions["errorClass"] = "INVALID_INPUT";
    extensions["validationErrors"] = array{object{{"name", name}, {"reason", reason}}};
    return {"Validation Error: " + name + " " + reason, std::move(extensions)};
}

std::optional<std::int64_t> whole_number(std::string_view text) {
    std::int64_t made = 0;
    const auto read = std::from_chars(text.data(), text.data() + text.size(), made);
    if (read.ec != std::errc{} || read.ptr != text.data() + text.size()) return std::nullopt;
    return made;
}

bool is_among(const object& filter, std::string_view list, std::string_view text) {
    const array* const all = array_of(filter, list);
    return all == nullptr || std::any_of(all->begin(), all->end(), [&](const value& each) {
               return each.is_string() && view(each.get_string()) == text;
           });
}

std::string iso_time(time_point at) { return format_time(at).replace(19, 4, ""); }

} // namespace chatops::mocks::newrelic
