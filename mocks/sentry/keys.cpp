// Client keys: with what a project's programs send their events.
#include "mocks/sentry/handlers.hpp"
#include "mocks/sentry/views.hpp"

#include <algorithm>

namespace chatops::mocks::sentry {
namespace {

client_key& key_at(const call& from, project& of) {
    for (client_key& each : of.keys)
        if (each.public_key == from.words.at(2)) return each;
    throw not_found();
}

/// Source: sentry/models/projectkey.py, label.
std::optional<std::string> label_parameter(const object& body) {
    constexpr std::size_t longest = 64;
    auto name = text_parameter(body, "name");
    if (name && characters(*name) > longest)
        throw invalid_field("name", "Ensure this field has no more than 64 characters.");
    return name;
}

void take_over_key(client_key& which, const object& body) {
    if (const auto name = label_parameter(body); name && !name->empty()) which.name = *name;
    if (const auto is_active = flag_parameter(body, "isActive")) which.is_active = *is_active;
}

} // namespace

/// Source: sentry/core/endpoints/project_keys.py: of any other status there are none.
answer list_keys(call& from) {
    const project& of = from.project_at(1);
    const std::string_view status = from.asked("status");
    array all;
    for (const client_key& each : of.keys)
        if (status.empty() || status == (each.is_active ? "active" : "inactive"))
            all.push_back(show(each, of));
    return listed(from, std::move(all));
}

answer create_key(call& from) {
    project& of = from.project_at(1);
    const auto name = label_parameter(from.body);
    client_key made = from.account.new_client_key({}, from.now);
    // Source: sentry/api/serializers/models/project_key.py: one without a name has its beginning.
    constexpr std::size_t beginning = 14;
    made.name = name && !name->empty() ? *name : made.public_key.substr(0, beginning);
    take_over_key(made, from.body);
    of.keys.push_back(std::move(made));
    return {201, show(of.keys.back(), of)};
}

answer show_client_key(call& from) {
    project& of = from.project_at(1);
    return {200, show(key_at(from, of), of)};
}

answer update_key(call& from) {
    project& of = from.project_at(1);
    client_key& which = key_at(from, of);
    client_key changed = which;
    take_over_key(changed, from.body);
    which = std::move(changed);
    return {200, show(which, of)};
}

answer delete_key(call& from) {
    project& of = from.project_at(1);
    const client_key& which = key_at(from, of);
    of.keys.erase(of.keys.begin() + (&which - of.keys.data()));
    return {204};
}

} // namespace chatops::mocks::sentry
