#pragma once

#include "chatops/provider/heroku/client_calls.hpp"

#include <utility>

namespace chatops::heroku {

// ---- applications

CHATOPS_INLINE asio::awaitable<std::optional<heroku::app>>
client::find_app(std::string name_or_id) {
    return get_if_there<heroku::app>("/apps/" + percent_encode(name_or_id));
}

CHATOPS_INLINE asio::awaitable<heroku::app> client::create_app(app_order what) {
    return carry<heroku::app>(ordering("POST", "/apps", what));
}

CHATOPS_INLINE asio::awaitable<heroku::app> client::change_app(std::string name_or_id,
                                                               app_change to) {
    provider::call what = ordering("PATCH", "/apps/" + percent_encode(name_or_id), to);
    what.harmless = true;
    return carry<heroku::app>(std::move(what));
}

CHATOPS_INLINE asio::awaitable<void> client::destroy_app(std::string id) {
    std::string path = "/apps/" + percent_encode(id);
    co_await end(std::move(path));
}

// ---- what belongs to one

CHATOPS_INLINE asio::awaitable<addon> client::change_plan(app_name of, std::string addon_id,
                                                          plan_change to) {
    provider::call what =
        ordering("PATCH", detail::path_of(of, addon::path) + '/' + percent_encode(addon_id), to);
    what.harmless = true;
    return carry<addon>(std::move(what));
}

CHATOPS_INLINE asio::awaitable<std::vector<build>> client::builds(app_name of, std::size_t limit) {
    return newest_of<build>(detail::path_of(of, build::path), "created_at", limit);
}

CHATOPS_INLINE asio::awaitable<build> client::cancel_build(app_name of, std::string id) {
    provider::call what =
        calling("DELETE", detail::path_of(of, build::path) + '/' + percent_encode(id));
    what.harmless = true;
    return carry<build>(std::move(what));
}

CHATOPS_INLINE asio::awaitable<feature> client::switch_feature(app_name of, std::string name,
                                                               feature_change to) {
    provider::call what =
        ordering("PATCH", detail::path_of(of, feature::path) + '/' + percent_encode(name), to);
    what.harmless = true;
    return carry<feature>(std::move(what));
}

CHATOPS_INLINE asio::awaitable<log_drain> client::create_drain(app_name of, secret url) {
    const boost::json::object order{{"url", boost::json::string(url.reveal())}};
    provider::call what = calling("POST", detail::path_of(of, log_drain::path));
    what.body = json::text(order);
    return carry<log_drain>(std::move(what));
}

CHATOPS_INLINE asio::awaitable<webhook> client::create_webhook(app_name of, webhook_order order) {
    boost::json::array include;
    for (const std::string& each : order.include) include.emplace_back(each);
    boost::json::object body{{"url", boost::json::string(order.url.reveal())},
                             {"include", std::move(include)},
                             {"level", order.level}};
    if (order.signing_secret) body["secret"] = boost::json::string(order.signing_secret->reveal());
    provider::call what = calling("POST", detail::path_of(of, webhook::path));
    what.body = json::text(body);
    return carry<webhook>(std::move(what));
}

CHATOPS_INLINE asio::awaitable<webhook> client::change_webhook(app_name of, std::string id,
                                                               webhook_change to) {
    provider::call what =
        ordering("PATCH", detail::path_of(of, webhook::path) + '/' + percent_encode(id), to);
    what.harmless = true;
    return carry<webhook>(std::move(what));
}

} // namespace chatops::heroku
