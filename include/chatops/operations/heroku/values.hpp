// Which values there are at Heroku, for completion and forms: asked as the commands ask.
#pragma once

#include "chatops/provider/heroku/client.hpp"
#include "chatops/run/values.hpp"

#include <string>

namespace chatops {

namespace operations {

/// Who knows them, for `with_values`.
const value_knower& heroku_values();

namespace detail {

/// Values of the application that the line or the form names; none where it names none.
template <asio::awaitable<texts_of_values> (*Texts)(heroku::client&, heroku::app_name)>
struct values_of_app {
    static asio::awaitable<texts_of_values> values(heroku::client& from,
                                                   const line::completion_request& of) {
        const std::string* const typed = line::given<heroku::app_name>(of);
        if (typed == nullptr) co_return texts_of_values();
        auto app = heroku::app_name::parse(*typed);
        if (!app) co_return texts_of_values();
        co_return co_await Texts(from, std::move(*app));
    }
};

/// What belongs to an application, by that member of each.
template <class T, std::string T::*Text>
asio::awaitable<texts_of_values> texts_of_list(heroku::client& from, heroku::app_name of) {
    const std::vector<T> all = co_await from.list<T>(std::move(of));
    texts_of_values made;
    for (const T& each : all) made.push_back(each.*Text);
    co_return made;
}

/// `essential-1`, the cheapest first: plans of the service that an add-on is of.
asio::awaitable<texts_of_values> plans_for(heroku::client& from, heroku::app_name of,
                                           std::string addon);
/// `web=`.
asio::awaitable<texts_of_values> quantities_of(heroku::client& from, heroku::app_name of);
/// `web`, `web.1`.
asio::awaitable<texts_of_values> dynos_of(heroku::client& from, heroku::app_name of);
/// `v42`, the newest first.
asio::awaitable<texts_of_values> versions_of(heroku::client& from, heroku::app_name of);
/// Names only: what they hold is let go at once.
asio::awaitable<texts_of_values> variables_of(heroku::client& from, heroku::app_name of);
/// Short ids, the newest first.
asio::awaitable<texts_of_values> builds_of(heroku::client& from, heroku::app_name of);
asio::awaitable<texts_of_values> collaborators_of(heroku::client& from, heroku::app_name of);

} // namespace detail
} // namespace operations

template <>
struct value_source<heroku::app_name, heroku::client> {
    static asio::awaitable<texts_of_values> values(heroku::client& from,
                                                   const line::completion_request& of);
};
template <>
struct value_source<heroku::quantity, heroku::client>
    : operations::detail::values_of_app<&operations::detail::quantities_of> {
    static constexpr value_sort sort = value_sort::beginnings;
};
template <>
struct value_source<heroku::dyno_group, heroku::client>
    : operations::detail::values_of_app<&operations::detail::dynos_of> {};
template <>
struct value_source<heroku::release_version, heroku::client>
    : operations::detail::values_of_app<&operations::detail::versions_of> {};
template <>
struct value_source<heroku::variable_name, heroku::client>
    : operations::detail::values_of_app<&operations::detail::variables_of> {};
template <>
struct value_source<heroku::build_ref, heroku::client>
    : operations::detail::values_of_app<&operations::detail::builds_of> {};
template <>
struct value_source<heroku::email, heroku::client>
    : operations::detail::values_of_app<&operations::detail::collaborators_of> {};
template <>
struct value_source<heroku::domain_name, heroku::client>
    : operations::detail::values_of_app<
          &operations::detail::texts_of_list<heroku::domain, &heroku::domain::hostname>> {};
template <>
struct value_source<heroku::addon_ref, heroku::client>
    : operations::detail::values_of_app<
          &operations::detail::texts_of_list<heroku::addon, &heroku::addon::name>> {};
template <>
struct value_source<heroku::feature_name, heroku::client>
    : operations::detail::values_of_app<
          &operations::detail::texts_of_list<heroku::feature, &heroku::feature::name>> {};
template <>
struct value_source<heroku::drain_ref, heroku::client>
    : operations::detail::values_of_app<
          &operations::detail::texts_of_list<heroku::log_drain, &heroku::log_drain::id>> {};
template <>
struct value_source<heroku::webhook_ref, heroku::client>
    : operations::detail::values_of_app<
          &operations::detail::texts_of_list<heroku::webhook, &heroku::webhook::id>> {};
template <>
struct value_source<heroku::stack_name, heroku::client> {
    static asio::awaitable<texts_of_values> values(heroku::client& from,
                                                   const line::completion_request& of);
};
template <>
struct value_source<heroku::service_name, heroku::client> {
    static asio::awaitable<texts_of_values> values(heroku::client& from,
                                                   const line::completion_request& of);
};
/// Services, behind which a plan stands: to ask all of them for their plans takes too long.
template <>
struct value_source<heroku::plan_name, heroku::client> {
    static constexpr value_sort sort = value_sort::beginnings;
    static asio::awaitable<texts_of_values> values(heroku::client& from,
                                                   const line::completion_request& of);
};
template <>
struct value_source<heroku::next_plan, heroku::client> {
    static asio::awaitable<texts_of_values> values(heroku::client& from,
                                                   const line::completion_request& of);
};
template <>
struct value_source<heroku::pipeline_ref, heroku::client> {
    static asio::awaitable<texts_of_values> values(heroku::client& from,
                                                   const line::completion_request& of);
};

} // namespace chatops

#include CHATOPS_BODY("chatops/operations/heroku/values.ipp")
