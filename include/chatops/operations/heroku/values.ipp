#pragma once

#include "chatops/operations/heroku/limits.hpp"
#include "chatops/operations/heroku/values.hpp"

#include <utility>

namespace chatops {

namespace operations {

CHATOPS_INLINE const value_knower& heroku_values() {
    static const value_knower known =
        value_knower_of<heroku::client, heroku::app_name, heroku::quantity, heroku::dyno_group,
                        heroku::release_version, heroku::variable_name, heroku::build_ref,
                        heroku::email, heroku::domain_name, heroku::addon_ref, heroku::feature_name,
                        heroku::drain_ref, heroku::webhook_ref, heroku::pipeline_ref,
                        heroku::stack_name, heroku::service_name, heroku::plan_name,
                        heroku::next_plan>();
    return known;
}

namespace detail {

CHATOPS_INLINE asio::awaitable<texts_of_values> plans_for(heroku::client& from, heroku::app_name of,
                                                          std::string addon) {
    const auto addons = co_await from.list<heroku::addon>(std::move(of));
    heroku::service_name service;
    for (const heroku::addon& each : addons)
        if (each.name == addon || each.id == addon || each.addon_service.name == addon)
            service.text = each.addon_service.name;
    texts_of_values made;
    if (service.text.empty()) co_return made;
    const auto plans = co_await from.plans_of(std::move(service));
    for (const heroku::addon_plan& each : plans) made.push_back(each.short_name());
    co_return made;
}

CHATOPS_INLINE asio::awaitable<texts_of_values> quantities_of(heroku::client& from,
                                                              heroku::app_name of) {
    const auto all = co_await from.formation(std::move(of));
    texts_of_values made;
    for (const heroku::formation_entry& each : all) made.push_back(each.type + '=');
    co_return made;
}

CHATOPS_INLINE asio::awaitable<texts_of_values> dynos_of(heroku::client& from,
                                                         heroku::app_name of) {
    const auto types = co_await from.formation(of);
    const auto dynos = co_await from.dynos(std::move(of));
    texts_of_values made;
    for (const heroku::formation_entry& each : types) made.push_back(each.type);
    for (const heroku::dyno& each : dynos) made.push_back(each.name);
    co_return made;
}

CHATOPS_INLINE asio::awaitable<texts_of_values> versions_of(heroku::client& from,
                                                            heroku::app_name of) {
    const auto newest = co_await from.releases(std::move(of), heroku_limits::looked_through);
    texts_of_values made;
    for (const heroku::release& each : newest) made.push_back('v' + std::to_string(each.version));
    co_return made;
}

CHATOPS_INLINE asio::awaitable<texts_of_values> variables_of(heroku::client& from,
                                                             heroku::app_name of) {
    const heroku::config_vars all = co_await from.config_vars(std::move(of));
    texts_of_values made;
    for (const auto& [name, value] : all) made.push_back(name);
    co_return made;
}

CHATOPS_INLINE asio::awaitable<texts_of_values> builds_of(heroku::client& from,
                                                          heroku::app_name of) {
    const auto newest = co_await from.builds(std::move(of), heroku_limits::looked_through);
    texts_of_values made;
    for (const heroku::build& each : newest)
        made.push_back(each.id.substr(0, heroku_limits::short_id));
    co_return made;
}

CHATOPS_INLINE asio::awaitable<texts_of_values> collaborators_of(heroku::client& from,
                                                                 heroku::app_name of) {
    const auto all = co_await from.list<heroku::collaborator>(std::move(of));
    texts_of_values made;
    for (const heroku::collaborator& each : all) made.push_back(each.user.email);
    co_return made;
}

} // namespace detail
} // namespace operations

CHATOPS_INLINE asio::awaitable<texts_of_values>
value_source<heroku::app_name, heroku::client>::values(heroku::client& from,
                                                       const line::completion_request&) {
    const auto all = co_await from.apps();
    texts_of_values made;
    for (const heroku::app& each : all) made.push_back(each.name);
    co_return made;
}

CHATOPS_INLINE asio::awaitable<texts_of_values>
value_source<heroku::service_name, heroku::client>::values(heroku::client& from,
                                                           const line::completion_request&) {
    const auto all = co_await from.offers<heroku::addon_service>();
    texts_of_values made;
    for (const heroku::addon_service& each : all) made.push_back(each.name);
    co_return made;
}

CHATOPS_INLINE asio::awaitable<texts_of_values>
value_source<heroku::plan_name, heroku::client>::values(heroku::client& from,
                                                        const line::completion_request&) {
    const auto all = co_await from.offers<heroku::addon_service>();
    texts_of_values made;
    for (const heroku::addon_service& each : all) made.push_back(each.name + ':');
    co_return made;
}

CHATOPS_INLINE asio::awaitable<texts_of_values>
value_source<heroku::next_plan, heroku::client>::values(heroku::client& from,
                                                        const line::completion_request& of) {
    const std::string* const typed = line::given<heroku::app_name>(of);
    const std::string* const addon = line::given<heroku::addon_ref>(of);
    if (typed == nullptr || addon == nullptr) co_return texts_of_values();
    auto app = heroku::app_name::parse(*typed);
    if (!app) co_return texts_of_values();
    co_return co_await operations::detail::plans_for(from, std::move(*app), *addon);
}

CHATOPS_INLINE asio::awaitable<texts_of_values>
value_source<heroku::pipeline_ref, heroku::client>::values(heroku::client& from,
                                                           const line::completion_request&) {
    const auto all = co_await from.pipelines();
    texts_of_values made;
    for (const heroku::pipeline& each : all) made.push_back(each.name);
    co_return made;
}

CHATOPS_INLINE asio::awaitable<texts_of_values>
value_source<heroku::stack_name, heroku::client>::values(heroku::client& from,
                                                         const line::completion_request&) {
    const auto all = co_await from.offers<heroku::stack>();
    texts_of_values made;
    for (const heroku::stack& each : all) made.push_back(each.name);
    co_return made;
}

} // namespace chatops
