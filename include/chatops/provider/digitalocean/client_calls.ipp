#pragma once

#include "chatops/core/errors.hpp"
#include "chatops/provider/digitalocean/client_calls.hpp"

#include <algorithm>
#include <optional>

namespace chatops::digitalocean {

namespace detail {

/// Something else goes on with the thing (said with 422, and of a load balancer with 403); a
/// conflict with what there is (409) does not end by itself.
/// Sources: hashicorp/packer#1786, digitalocean/openapi#1173, hashicorp/terraform#8023.
CHATOPS_INLINE int meaning_of(int status, std::string_view message) {
    const auto says = [&](std::string_view part) {
        return message.find(part) != std::string_view::npos;
    };
    if (says("pending event") || says("processes previous actions")) return 409;
    return status == 409 ? 422 : status;
}

/// 5,000 requests an hour, and 250 a minute. Source: openapi, description.yml.
inline constexpr chatops::provider::vendor facts{.name = "digitalocean",
                                                 .accept = "application/json",
                                                 .request_id = "x-request-id",
                                                 .next_page = {},
                                                 .token_comes_back = duration{1'000},
                                                 .meaning_of = meaning_of};

CHATOPS_INLINE const boost::json::value* member(const boost::json::value* of, const char* name) {
    const boost::json::object* const object = of == nullptr ? nullptr : of->if_object();
    return object == nullptr ? nullptr : object->if_contains(name);
}

CHATOPS_INLINE bool has_next_page(const boost::json::value& body) {
    const boost::json::value* const next = member(member(member(&body, "links"), "pages"), "next");
    return next != nullptr && next->is_string();
}

} // namespace detail

CHATOPS_INLINE std::string records_path(std::string_view of) {
    return path_to<domain>(of) + "/records";
}

CHATOPS_INLINE client::client(chatops::provider::connection through)
    : caller_(through, detail::facts) {}

CHATOPS_INLINE chatops::provider::call client::calling(std::string method, std::string path) const {
    return {std::move(method), std::move(path), caller_.deadline()};
}

CHATOPS_INLINE asio::awaitable<std::vector<droplet>> client::droplets_named(std::string name,
                                                                            std::size_t limit) {
    return list<droplet>("name=" + percent_encode(name), limit);
}

CHATOPS_INLINE asio::awaitable<std::vector<action>> client::actions_of(std::string path) {
    std::vector<action> newest;
    const auto take = [&](std::vector<action> items) {
        newest = std::move(items);
        return false;
    };
    path += "/actions";
    co_await pages_of<action>(std::move(path), {}, take);
    std::sort(newest.begin(), newest.end(),
              [](const action& left, const action& right) { return left.id > right.id; });
    co_return newest;
}

CHATOPS_INLINE asio::awaitable<bool> client::is_gone(std::string path) {
    const chatops::provider::call what = calling("GET", std::move(path));
    const auto given = co_await caller_.ask_if_there(what);
    co_return !given.has_value();
}

CHATOPS_INLINE asio::awaitable<void> client::destroy(std::string path) {
    const chatops::provider::call what = calling("DELETE", std::move(path));
    co_await caller_.ask_if_there(what);
}

CHATOPS_INLINE asio::awaitable<void> client::tell(std::string method, std::string path,
                                                  boost::json::value order) {
    chatops::provider::call what = calling(std::move(method), std::move(path));
    what.body = json::text(order);
    what.harmless = true;
    co_await caller_.ask(what);
}

CHATOPS_INLINE asio::awaitable<std::vector<droplet>> client::create_droplets(droplet_order order) {
    chatops::provider::call what = calling("POST", std::string(droplet::at.path));
    what.body = json::text(json::write(order));
    const chatops::provider::answer given = co_await caller_.ask(what);
    std::vector<droplet> made;
    if (order.names)
        made = member_of<std::vector<droplet>>(given, droplet::at.many, what);
    else
        made.push_back(member_of<droplet>(given, droplet::at.one, what));
    co_return made;
}

CHATOPS_INLINE asio::awaitable<load_balancer>
client::change_load_balancer(std::string id, load_balancer_change change) {
    // As it is just now, and with what our types do not have.
    const chatops::provider::call look = calling("GET", path_to<load_balancer>(id));
    const chatops::provider::answer now = co_await caller_.ask(look);
    const auto shown = member_of<boost::json::value>(now, load_balancer::at.one, look);
    chatops::provider::call what = calling("PUT", path_to<load_balancer>(id));
    what.body = json::text(whole_order(shown, change));
    const chatops::provider::answer given = co_await caller_.ask(what);
    co_return member_of<load_balancer>(given, load_balancer::at.one, what);
}

CHATOPS_INLINE asio::awaitable<void> client::destroy_tagged(std::string tag) {
    // Whoever forgets the tag must not lose everything.
    CHATOPS_ASSERT(!tag.empty());
    return destroy(std::string(droplet::at.path) + "?tag_name=" + percent_encode(tag));
}

CHATOPS_INLINE asio::awaitable<balance> client::money() {
    const chatops::provider::call what = calling("GET", "/v2/customers/my/balance");
    const chatops::provider::answer given = co_await caller_.ask(what);
    co_return chatops::provider::read_as<balance>(given.value, caller_.question(what));
}

CHATOPS_INLINE asio::awaitable<action> client::act(std::string path, action_order order) {
    path += "/actions";
    return create_in<action>(std::move(path), std::move(order));
}

CHATOPS_INLINE asio::awaitable<std::vector<action>> client::act_on_tagged(std::string tag,
                                                                          action_order order) {
    chatops::provider::call what =
        calling("POST", path_to<droplet>("actions") + "?tag_name=" + percent_encode(tag));
    what.body = json::text(json::write(order));
    return many_of<action>(std::move(what));
}

CHATOPS_INLINE asio::awaitable<std::vector<project_resource>>
client::put_into_project(std::string id, assignment_order order) {
    chatops::provider::call what = calling("POST", path_to<project>(id) + "/resources");
    what.body = json::text(json::write(order));
    what.harmless = true;
    return many_of<project_resource>(std::move(what));
}

CHATOPS_INLINE asio::awaitable<time_point> client::provider_time() {
    const chatops::provider::call what = calling("GET", "/v2/account");
    const chatops::provider::answer given = co_await caller_.ask(what);
    if (!given.date) throw caller_.question(what).no_use("its answer does not say what time it is");
    co_return *given.date;
}

} // namespace chatops::digitalocean
