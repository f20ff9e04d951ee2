#pragma once

// Alert policies and muting rules.

#include "chatops/core/errors.hpp"
#include "chatops/core/json.hpp"
#include "chatops/provider/newrelic/client_calls.hpp"
#include "chatops/provider/newrelic/queries.hpp"

#include <optional>
#include <utility>

namespace chatops::newrelic {

namespace detail {
/// Alerts say so in words. Source: newrelic/newrelic-client-go, pkg/alerts/nerdgraph.go.
CHATOPS_INLINE bool says_gone(const provider_error& refused) {
    return refused.status() == 404 || std::string_view(refused.what()) == "Not Found";
}
} // namespace detail

CHATOPS_INLINE asio::awaitable<void> client::end(std::string_view text, std::string id) {
    question what{text, {}, "done"};
    what.variables["account"] = co_await account_id();
    what.variables["id"] = detail::json_of(id);
    chatops::provider::call asked = changing(what);
    co_await ended(std::move(asked));
}

CHATOPS_INLINE asio::awaitable<boost::json::value> client::ended(chatops::provider::call asked) {
    std::optional<provider_error> refusal;
    boost::json::value done;
    try {
        const chatops::provider::answer given = co_await caller_.ask(asked);
        const boost::json::value* const held = found(given, "done", asked);
        if (held != nullptr) done = *held;
    } catch (const provider_error& refused) {
        refusal.emplace(refused);
    }
    if (refusal && !detail::says_gone(*refusal)) throw *refusal;
    co_return done;
}

CHATOPS_INLINE asio::awaitable<gaps> client::each_page_of_policies(page_look<policy> look) {
    question what{queries::policies, {}, "actor/account/alerts/policiesSearch"};
    what.variables["account"] = co_await account_id();
    gaps missing = co_await each_page<policy>(std::move(what), "policies", std::move(look));
    co_return missing;
}

CHATOPS_INLINE asio::awaitable<std::vector<condition>> client::conditions_of(std::string policy) {
    question what{queries::conditions, {}, "actor/account/alerts/nrqlConditionsSearch"};
    what.variables["account"] = co_await account_id();
    what.variables["policy"] = detail::json_of(policy);
    std::vector<condition> all;
    page_look<condition> take = [&](std::vector<condition> page) {
        for (condition& each : page) all.push_back(std::move(each));
        return true;
    };
    co_await each_page<condition>(std::move(what), "conditions", std::move(take));
    co_return all;
}

CHATOPS_INLINE asio::awaitable<policy> client::create_policy(std::string name,
                                                             std::string incident_preference) {
    question what{queries::create_policy, {}, "done"};
    what.variables["account"] = co_await account_id();
    boost::json::object order;
    order["name"] = detail::json_of(name);
    order["incidentPreference"] = detail::json_of(incident_preference);
    what.variables["policy"] = std::move(order);
    policy made = co_await change<policy>(std::move(what), false);
    co_return made;
}

CHATOPS_INLINE asio::awaitable<policy>
client::set_of_policy(std::string id, std::string_view member, std::string text) {
    question what{queries::update_policy, {}, "done"};
    what.variables["account"] = co_await account_id();
    what.variables["id"] = detail::json_of(id);
    boost::json::object order;
    order[boost::json::string_view(member.data(), member.size())] = detail::json_of(text);
    what.variables["policy"] = std::move(order);
    policy changed = co_await change<policy>(std::move(what), true);
    co_return changed;
}

CHATOPS_INLINE asio::awaitable<policy> client::rename_policy(std::string id, std::string name) {
    return set_of_policy(std::move(id), "name", std::move(name));
}

CHATOPS_INLINE asio::awaitable<policy>
client::set_incident_preference(std::string id, std::string incident_preference) {
    return set_of_policy(std::move(id), "incidentPreference", std::move(incident_preference));
}

CHATOPS_INLINE asio::awaitable<void> client::destroy_policy(std::string id) {
    return end(queries::delete_policy, std::move(id));
}

CHATOPS_INLINE asio::awaitable<listing<muting_rule>> client::muting_rules() {
    question what{queries::muting_rules, {}, "actor/account/alerts"};
    what.variables["account"] = co_await account_id();
    const chatops::provider::call asked = looking(what);
    const chatops::provider::answer given = co_await caller_.ask(asked);
    const boost::json::value* const alerts = found(given, what.at, asked);
    listing<muting_rule> all;
    all.missing = gaps_of(given.value);
    if (const auto* const rules = detail::member(alerts, "mutingRules"))
        all.items =
            chatops::provider::read_as<std::vector<muting_rule>>(*rules, caller_.question(asked));
    co_return all;
}

CHATOPS_INLINE asio::awaitable<muting_rule> client::mute(muting_order order) {
    question what{queries::create_muting_rule, {}, "done"};
    what.variables["account"] = co_await account_id();
    what.variables["rule"] = variables_of(order);
    muting_rule made = co_await change<muting_rule>(std::move(what), false);
    co_return made;
}

CHATOPS_INLINE asio::awaitable<muting_rule> client::change_muting(std::string id,
                                                                  muting_change to) {
    question what{queries::update_muting_rule, {}, "done"};
    what.variables["account"] = co_await account_id();
    what.variables["id"] = detail::json_of(id);
    what.variables["rule"] = variables_of(to);
    muting_rule changed = co_await change<muting_rule>(std::move(what), true);
    co_return changed;
}

CHATOPS_INLINE asio::awaitable<void> client::unmute(std::string id) {
    return end(queries::delete_muting_rule, std::move(id));
}

} // namespace chatops::newrelic
