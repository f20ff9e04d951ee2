#pragma once

#include "chatops/core/errors.hpp"
#include "chatops/provider/heroku/client_calls.hpp"
#include "chatops/provider/heroku/refusal.hpp"

#include <boost/describe/class.hpp>

#include <algorithm>
#include <map>
#include <tuple>

namespace chatops::heroku {

namespace detail {

/// A line of `PATCH /apps/{app}/formation`. Heroku's own CLI names the size `size`.
struct formation_update {
    std::string type;
    std::int64_t quantity = 0;
    std::optional<std::string> size;
};
BOOST_DESCRIBE_STRUCT(formation_update, (), (type, quantity, size))

struct formation_updates {
    std::vector<formation_update> updates;
};
BOOST_DESCRIBE_STRUCT(formation_updates, (), (updates))

struct rollback_order {
    std::string release;
};
BOOST_DESCRIBE_STRUCT(rollback_order, (), (release))

/// Where what it says can be read; such an address is a credential.
struct stream {
    std::optional<std::string> output_stream_url;
    std::optional<std::string> logplex_url;
};
BOOST_DESCRIBE_STRUCT(stream, (), (output_stream_url, logplex_url))

/// One token of the pool comes back in 800 ms: 75 a minute.
/// Source: devcenter.heroku.com, "Platform API Reference", Rate Limits.
inline constexpr chatops::provider::vendor facts{.name = "heroku",
                                                 .accept = "application/vnd.heroku+json; version=3",
                                                 .request_id = "Request-Id",
                                                 .next_page = "Next-Range",
                                                 .token_comes_back = duration{800},
                                                 .refusal_in = &refusal_in};

/// `web.10` comes after `web.2`.
CHATOPS_INLINE std::tuple<std::string_view, std::size_t, std::string_view>
order_of(const dyno& each) {
    return {each.type, each.name.size(), each.name};
}

CHATOPS_INLINE void sort_by_type(std::vector<formation_entry>& formation) {
    std::sort(formation.begin(), formation.end(),
              [](const auto& left, const auto& right) { return left.type < right.type; });
}

} // namespace detail

CHATOPS_INLINE client::client(chatops::provider::connection through)
    : caller_(through, detail::facts) {}

// ---- what Heroku can do

CHATOPS_INLINE asio::awaitable<void>
client::each_page_of_apps(std::function<bool(std::vector<heroku::app>)> look) {
    std::string path = "/apps";
    std::string range = "name ..; max=" + std::to_string(detail::page_items);
    co_await each_page<heroku::app>(std::move(path), std::move(range), std::move(look));
}

CHATOPS_INLINE asio::awaitable<std::vector<heroku::app>> client::apps() {
    return all_of<heroku::app>("/apps", "name ..; max=" + std::to_string(detail::page_items));
}

CHATOPS_INLINE asio::awaitable<heroku::app> client::app(app_name name) {
    return get<heroku::app>(detail::path_of(name));
}

CHATOPS_INLINE asio::awaitable<std::vector<formation_entry>> client::formation(app_name name) {
    auto all = co_await all_of<formation_entry>(detail::path_of(name, "/formation"), "id ..");
    detail::sort_by_type(all);
    co_return all;
}

CHATOPS_INLINE asio::awaitable<std::vector<formation_entry>>
client::scale(app_name name, std::vector<quantity> to) {
    detail::formation_updates order;
    for (const quantity& each : to)
        order.updates.push_back({each.process.text, each.count, each.size});
    provider::call what = calling("PATCH", detail::path_of(name, "/formation"));
    what.body = json::text(json::write(order));
    what.harmless = true;
    const provider::answer given = co_await caller_.ask(what);
    auto all = provider::read_as<std::vector<formation_entry>>(given.value, caller_.question(what));
    detail::sort_by_type(all);
    co_return all;
}

CHATOPS_INLINE asio::awaitable<std::vector<dyno>> client::dynos(app_name name) {
    auto all = co_await all_of<dyno>(detail::path_of(name, "/dynos"), "id ..");
    std::sort(all.begin(), all.end(), [](const dyno& left, const dyno& right) {
        return detail::order_of(left) < detail::order_of(right);
    });
    co_return all;
}

CHATOPS_INLINE asio::awaitable<bool> client::all_up(app_name name) {
    const auto wanted = co_await formation(name);
    const auto running = co_await dynos(name);
    std::map<std::string_view, std::int64_t> up;
    for (const dyno& each : running)
        if (each.state == "up" || each.state == "idle") ++up[each.type];
    co_return std::all_of(wanted.begin(), wanted.end(), [&](const formation_entry& each) {
        return up[each.type] == each.quantity;
    });
}

CHATOPS_INLINE asio::awaitable<void> client::restart(app_name name,
                                                     std::optional<dyno_group> which) {
    provider::call what = calling("DELETE", detail::path_of(name, "/dynos"));
    if (which && which->number)
        what.path += '/' + percent_encode(which->to_text());
    else if (which)
        what.path = detail::path_of(name, "/formations/") + percent_encode(which->process.text);
    co_await caller_.ask(what);
}

CHATOPS_INLINE asio::awaitable<std::vector<heroku::release>> client::releases(app_name name,
                                                                              std::size_t limit) {
    return newest_of<heroku::release>(detail::path_of(name, "/releases"), "version", limit);
}

CHATOPS_INLINE asio::awaitable<heroku::release> client::release(app_name name,
                                                                release_version version) {
    return get<heroku::release>(
        detail::path_of(name, "/releases/" + std::to_string(version.number)));
}

CHATOPS_INLINE asio::awaitable<heroku::release> client::rollback(app_name name,
                                                                 std::string release_id) {
    provider::call what = calling("POST", detail::path_of(name, "/releases"));
    what.body = json::text(json::write(detail::rollback_order{release_id}));
    const provider::answer given = co_await caller_.ask(what);
    co_return provider::read_as<heroku::release>(given.value, caller_.question(what));
}

CHATOPS_INLINE asio::awaitable<std::optional<std::string>>
client::release_output(app_name of, release_version version) {
    return output_of(detail::path_of(of, "/releases/" + std::to_string(version.number)));
}

CHATOPS_INLINE asio::awaitable<heroku::release> client::release_with_id(app_name of,
                                                                        std::string id) {
    auto found =
        co_await get<heroku::release>(detail::path_of(of, "/releases/") + percent_encode(id));
    co_return found;
}

// ---- what programs write

CHATOPS_INLINE asio::awaitable<std::optional<std::string>> client::output_of(std::string path) {
    const auto where = co_await get<detail::stream>(std::move(path));
    std::optional<std::string> text;
    if (where.output_stream_url) {
        std::string url = *where.output_stream_url;
        text = co_await caller_.text_at(std::move(url), "its output", caller_.deadline());
    }
    co_return text;
}

CHATOPS_INLINE asio::awaitable<std::string> client::build_output(app_name of, std::string id) {
    std::string path = detail::path_of(of, build::path) + '/' + percent_encode(id);
    const auto text = co_await output_of(std::move(path));
    co_return text.value_or(std::string());
}

CHATOPS_INLINE asio::awaitable<std::string> client::open_log(app_name of, log_order what) {
    provider::call opening = ordering("POST", detail::path_of(of, "/log-sessions"), what);
    // A session that nobody reads is forgotten.
    opening.harmless = true;
    const auto where = co_await carry<detail::stream>(std::move(opening));
    co_return where.logplex_url.value_or("");
}

CHATOPS_INLINE asio::awaitable<std::string> client::log(app_name of, log_order what) {
    std::string url = co_await open_log(std::move(of), std::move(what));
    std::string text;
    if (!url.empty())
        text = co_await caller_.text_at(std::move(url), "its log", caller_.deadline());
    co_return text;
}

CHATOPS_INLINE asio::awaitable<std::unique_ptr<http::stream>> client::tail(app_name of,
                                                                           log_order what) {
    what.tail = true;
    std::string url = co_await open_log(std::move(of), std::move(what));
    if (url.empty())
        throw unavailable("heroku", "Heroku says nowhere where the log is to be read",
                          effect_known::did_not_happen);
    co_return co_await caller_.stream_at(std::move(url), "its log", caller_.deadline());
}

// ---- pipelines

CHATOPS_INLINE asio::awaitable<std::vector<pipeline>> client::pipelines() {
    auto all = co_await all_of<pipeline>("/pipelines", "id ..");
    std::sort(all.begin(), all.end(), [](const pipeline& left, const pipeline& right) {
        return std::tie(left.name, left.id) < std::tie(right.name, right.id);
    });
    co_return all;
}

CHATOPS_INLINE asio::awaitable<std::optional<pipeline>> client::find_pipeline(std::string id) {
    return get_if_there<pipeline>("/pipelines/" + percent_encode(id));
}

CHATOPS_INLINE asio::awaitable<pipeline> client::create_pipeline(pipeline_order what) {
    return carry<pipeline>(ordering("POST", "/pipelines", what));
}

CHATOPS_INLINE asio::awaitable<pipeline> client::change_pipeline(std::string id,
                                                                 pipeline_order to) {
    provider::call what = ordering("PATCH", "/pipelines/" + percent_encode(id), to);
    what.harmless = true;
    return carry<pipeline>(std::move(what));
}

CHATOPS_INLINE asio::awaitable<void> client::destroy_pipeline(std::string id) {
    std::string path = "/pipelines/" + percent_encode(id);
    co_await end(std::move(path));
}

CHATOPS_INLINE asio::awaitable<coupling> client::couple(coupling_order what) {
    return carry<coupling>(ordering("POST", "/pipeline-couplings", what));
}

CHATOPS_INLINE asio::awaitable<coupling> client::move_coupling(std::string id, stage_change to) {
    provider::call what = ordering("PATCH", "/pipeline-couplings/" + percent_encode(id), to);
    what.harmless = true;
    return carry<coupling>(std::move(what));
}

CHATOPS_INLINE asio::awaitable<void> client::uncouple(std::string id) {
    std::string path = "/pipeline-couplings/" + percent_encode(id);
    co_await end(std::move(path));
}

CHATOPS_INLINE asio::awaitable<std::vector<coupling>> client::couplings() {
    return all_of<coupling>("/pipeline-couplings", "id ..");
}

CHATOPS_INLINE asio::awaitable<std::vector<coupling>>
client::couplings_of(std::string pipeline_id) {
    return all_of<coupling>("/pipelines/" + percent_encode(pipeline_id) + "/pipeline-couplings",
                            "id ..");
}

CHATOPS_INLINE asio::awaitable<std::optional<coupling>> client::find_coupling(app_name of) {
    return get_if_there<coupling>(detail::path_of(of, "/pipeline-couplings"));
}

CHATOPS_INLINE asio::awaitable<promotion> client::promote(promotion_order what) {
    return carry<promotion>(ordering("POST", "/pipeline-promotions", what));
}

CHATOPS_INLINE asio::awaitable<promotion> client::show_promotion(std::string id) {
    return get<promotion>("/pipeline-promotions/" + percent_encode(id));
}

CHATOPS_INLINE asio::awaitable<std::vector<promotion_target>>
client::promotion_targets(std::string id) {
    return all_of<promotion_target>(
        "/pipeline-promotions/" + percent_encode(id) + "/promotion-targets", "id ..");
}

// ---- config vars

CHATOPS_INLINE asio::awaitable<heroku::config_vars> client::variables_at(std::string path) {
    auto plain = co_await get<std::map<std::string, std::string>>(std::move(path));
    heroku::config_vars all;
    for (auto& [name, value] : plain) all.emplace(name, secret(std::move(value)));
    co_return all;
}

CHATOPS_INLINE asio::awaitable<heroku::config_vars> client::config_vars(app_name of) {
    return variables_at(detail::path_of(of, "/config-vars"));
}

CHATOPS_INLINE asio::awaitable<heroku::config_vars>
client::config_vars_of(app_name of, release_version version) {
    return variables_at(
        detail::path_of(of, "/releases/" + std::to_string(version.number) + "/config-vars"));
}

CHATOPS_INLINE asio::awaitable<void> client::change_config_vars(app_name of, config_changes to) {
    boost::json::object order;
    for (const auto& [name, value] : to)
        order[name] = value ? boost::json::value(boost::json::string(value->reveal()))
                            : boost::json::value(nullptr);
    provider::call what = calling("PATCH", detail::path_of(of, "/config-vars"));
    what.body = json::text(order);
    what.harmless = true;
    co_await caller_.ask(what);
}

// ---- dynos

CHATOPS_INLINE asio::awaitable<std::optional<dyno>> client::find_dyno(app_name of,
                                                                      std::string name) {
    return get_if_there<dyno>(detail::path_of(of, "/dynos/") + percent_encode(name));
}

CHATOPS_INLINE asio::awaitable<dyno> client::run(app_name of, run_order what) {
    return carry<dyno>(ordering("POST", detail::path_of(of, "/dynos"), what));
}

CHATOPS_INLINE asio::awaitable<void> client::stop(app_name of, dyno_group which) {
    const std::string some = which.number ? "/dynos/" : "/formations/";
    const provider::call what = calling(
        "POST", detail::path_of(of, some + percent_encode(which.to_text()) + "/actions/stop"));
    co_await caller_.ask(what);
}

CHATOPS_INLINE asio::awaitable<std::vector<addon_plan>> client::plans_of(service_name which) {
    const std::string path =
        std::string(addon_service::path) + '/' + percent_encode(which.text) + "/plans";
    auto all = co_await all_of<addon_plan>(path, "id ..");
    const auto order_of = [](const addon_plan& each) {
        return std::make_tuple(each.price ? each.price->cents : 0, std::string_view(each.name));
    };
    std::sort(all.begin(), all.end(), [&](const addon_plan& left, const addon_plan& right) {
        return order_of(left) < order_of(right);
    });
    co_return all;
}

CHATOPS_INLINE asio::awaitable<account_facts> client::whoami() {
    return get<account_facts>("/account");
}

CHATOPS_INLINE asio::awaitable<requests_left> client::requests() {
    provider::call what = calling("GET", "/account/rate-limits");
    what.counts = false;
    return carry<requests_left>(std::move(what));
}

CHATOPS_INLINE asio::awaitable<time_point> client::provider_time() {
    provider::call what = calling("GET", "/account/rate-limits");
    what.counts = false;
    const provider::answer given = co_await caller_.ask(what);
    if (!given.date) throw caller_.question(what).no_use("its answer does not say what time it is");
    co_return *given.date;
}

// ---- how it is asked

CHATOPS_INLINE asio::awaitable<bool> client::end(std::string path) {
    const provider::call what = calling("DELETE", std::move(path));
    const auto given = co_await caller_.ask_if_there(what);
    co_return given.has_value();
}

CHATOPS_INLINE provider::call client::calling(std::string method, std::string path) const {
    return {std::move(method), std::move(path), caller_.deadline()};
}

} // namespace chatops::heroku
