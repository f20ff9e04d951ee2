#pragma once

#include "chatops/core/errors.hpp"
#include "chatops/provider/digitalocean/client_calls.hpp"

#include <algorithm>
#include <optional>

namespace chatops::digitalocean {

namespace detail {

/// 5,000 requests an hour, and 250 a minute. Source: openapi, description.yml.
inline constexpr chatops::provider::vendor facts{.name = "digitalocean",
                                                 .accept = "application/json",
                                                 .request_id = "x-request-id",
                                                 .next_page = {},
                                                 .token_comes_back = duration{1'000}};

CHATOPS_INLINE const boost::json::value* member(const boost::json::value* of, const char* name) {
    const boost::json::object* const object = of == nullptr ? nullptr : of->if_object();
    return object == nullptr ? nullptr : object->if_contains(name);
}

CHATOPS_INLINE bool has_next_page(const boost::json::value& body) {
    const boost::json::value* const next = member(member(member(&body, "links"), "pages"), "next");
    return next != nullptr && next->is_string();
}

CHATOPS_INLINE std::string actions_path(std::int64_t droplet) {
    return std::string(droplet::at.path) + '/' + std::to_string(droplet) + "/actions";
}

} // namespace detail

CHATOPS_INLINE client::client(chatops::provider::connection through)
    : caller_(through, detail::facts) {}

CHATOPS_INLINE chatops::provider::call client::calling(std::string method, std::string path) const {
    return {std::move(method), std::move(path), caller_.deadline()};
}

CHATOPS_INLINE asio::awaitable<bool>
client::ends_with_nothing(const chatops::provider::call& what) {
    std::optional<provider_error> refusal;
    try {
        co_await caller_.ask(what);
    } catch (const provider_error& refused) {
        refusal.emplace(refused);
    }
    if (refusal && refusal->status() != 404) throw *refusal;
    co_return refusal.has_value();
}

CHATOPS_INLINE asio::awaitable<std::vector<droplet>> client::droplets_named(std::string name,
                                                                            std::size_t limit) {
    return list<droplet>("name=" + percent_encode(name), limit);
}

CHATOPS_INLINE asio::awaitable<std::vector<action>> client::actions_of(std::int64_t droplet) {
    std::vector<action> newest;
    const auto take = [&](std::vector<action> items) {
        newest = std::move(items);
        return false;
    };
    std::string path = detail::actions_path(droplet);
    co_await pages_of<action>(std::move(path), {}, take);
    std::sort(newest.begin(), newest.end(),
              [](const action& left, const action& right) { return left.id > right.id; });
    co_return newest;
}

CHATOPS_INLINE asio::awaitable<std::vector<record>> client::records_of(const domain_name& name) {
    std::vector<record> all;
    const auto add = [&](std::vector<record> items) {
        all.insert(all.end(), std::make_move_iterator(items.begin()),
                   std::make_move_iterator(items.end()));
        return true;
    };
    std::string path = std::string(domain::at.path) + '/' + percent_encode(name.text) + "/records";
    co_await pages_of<record>(std::move(path), {}, add);
    co_return all;
}

CHATOPS_INLINE asio::awaitable<balance> client::money() {
    const chatops::provider::call what = calling("GET", "/v2/customers/my/balance");
    const chatops::provider::answer given = co_await caller_.ask(what);
    co_return chatops::provider::read_as<balance>(given.value, caller_.question(what));
}

CHATOPS_INLINE asio::awaitable<action> client::act(std::int64_t droplet,
                                                   const action_order& order) {
    chatops::provider::call what = calling("POST", detail::actions_path(droplet));
    what.body = json::text(json::write(order));
    const chatops::provider::answer given = co_await caller_.ask(what);
    co_return member_of<action>(given, action::at.one, what);
}

CHATOPS_INLINE asio::awaitable<time_point> client::provider_time() {
    const chatops::provider::call what = calling("GET", "/v2/account");
    const chatops::provider::answer given = co_await caller_.ask(what);
    if (!given.date) throw caller_.question(what).no_use("its answer does not say what time it is");
    co_return *given.date;
}

} // namespace chatops::digitalocean
