// Users, and what is used of the plan.
#include "mocks/papertrail/handlers.hpp"
#include "mocks/papertrail/limits.hpp"
#include "mocks/papertrail/views.hpp"

#include <algorithm>
#include <cmath>

namespace chatops::mocks::papertrail {
namespace {

std::int64_t used_bytes(const call& from) {
    const auto written = from.account.log.at_time(from.now);
    const auto before = from.account.log.at_time(from.account.began);
    const std::int64_t lines =
        written.flowed - before.flowed + static_cast<std::int64_t>(written.added - before.added);
    return from.account.given.used_bytes + lines * limits::line_bytes;
}

} // namespace

answer list_users(call& from) {
    array made;
    for (const member& each : from.account.members) made.push_back(show(each));
    return {200, std::move(made)};
}

answer invite_user(call& from) {
    member made;
    made.email = from.required("user[email]", "Email");
    if (made.email.find('@') == std::string::npos) throw bad_request("Email is invalid");
    for (const member& each : from.account.members)
        if (http::equal_without_case(each.email, made.email))
            throw bad_request("Email has already been taken");
    made.read_only = from.flag("user[read_only]");
    made.id = from.account.new_id();
    from.account.members.push_back(made);
    return {200, show(made)};
}

/// Source: "Access control": nobody changes their own access.
answer delete_user(call& from) {
    const auto which =
        std::find_if(from.account.members.begin(), from.account.members.end(),
                     [&](const auto& each) { return std::to_string(each.id) == from.words.at(0); });
    if (which == from.account.members.end()) throw not_found("User");
    if (which->is_owner) throw bad_request("You can't remove yourself");
    from.account.members.erase(which);
    return {200, said("User removed")};
}

answer show_usage(call& from) {
    const std::int64_t used = used_bytes(from);
    const std::int64_t plan = from.account.given.plan_bytes;
    const double percent = 100.0 * static_cast<double>(used) / static_cast<double>(plan);
    return {200, object{{"log_data_transfer_used", used},
                        {"log_data_transfer_used_percent", std::round(percent * 10) / 10},
                        {"log_data_transfer_plan_limit", plan},
                        {"log_data_transfer_hard_limit", 2 * plan}}};
}

} // namespace chatops::mocks::papertrail
