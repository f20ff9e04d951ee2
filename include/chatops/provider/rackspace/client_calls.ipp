#pragma once

#include "chatops/core/errors.hpp"
#include "chatops/core/time.hpp"
#include "chatops/provider/rackspace/client_calls.hpp"
#include "chatops/provider/rackspace/filters.hpp"

#include <boost/json/array.hpp>

#include <optional>

namespace chatops::rackspace {

namespace detail {

CHATOPS_INLINE boost::json::object readable_object(const boost::json::object& from) {
    boost::json::object made;
    for (const auto& each : from) {
        const std::string_view name(each.key().data(), each.key().size());
        const bool is_empty = each.value().is_string() && each.value().get_string().empty();
        if (name == "image" && is_empty) continue;
        // A person's own names, and what they are for.
        if (name == "metadata") {
            made.insert_or_assign(each.key(), each.value());
            continue;
        }
        boost::json::value inner = readable(each.value());
        if (name == "start_time" && inner.is_string() &&
            !read_time(std::string_view(inner.get_string())))
            inner.get_string() += "Z";
        const auto colon = name.substr(0, 3) == "OS-" ? name.find(':') : std::string_view::npos;
        const std::string_view shown =
            colon == std::string_view::npos ? name : name.substr(colon + 1);
        made.insert_or_assign({shown.data(), shown.size()}, std::move(inner));
    }
    return made;
}

CHATOPS_INLINE boost::json::value readable(const boost::json::value& from) {
    if (from.is_object()) return readable_object(from.get_object());
    if (!from.is_array()) return from;
    boost::json::array made;
    made.reserve(from.get_array().size());
    for (const boost::json::value& each : from.get_array()) made.push_back(readable(each));
    return made;
}

CHATOPS_INLINE bool has_next_page(const boost::json::value& body, std::string_view many) {
    const std::string name = std::string(many) + "_links";
    const boost::json::object* const object = body.if_object();
    const boost::json::value* const links = object == nullptr ? nullptr : object->if_contains(name);
    if (links == nullptr || !links->is_array()) return false;
    for (const boost::json::value& each : links->get_array()) {
        const boost::json::object* const link = each.if_object();
        const boost::json::value* const rel = link == nullptr ? nullptr : link->if_contains("rel");
        if (rel != nullptr && rel->is_string() && rel->get_string() == "next") return true;
    }
    return false;
}

/// A keypair as part of a list of them.
struct keypair_entry {
    rackspace::keypair keypair;
};
BOOST_DESCRIBE_STRUCT(keypair_entry, (), (keypair))

/// `…/images/IMAGE_ID`.
CHATOPS_INLINE std::string last_word(std::string_view address) {
    return std::string(address.substr(address.rfind('/') + 1));
}

} // namespace detail

CHATOPS_INLINE asio::awaitable<std::optional<chatops::provider::answer>>
client::ask_if_there(chatops::provider::call what) {
    std::optional<chatops::provider::answer> given;
    std::optional<provider_error> refusal;
    try {
        given = co_await ask(what);
    } catch (const provider_error& refused) {
        refusal.emplace(refused);
    }
    if (refusal && refusal->status() != 404) throw *refusal;
    // A region that there is not is no thing that is gone.
    if (refusal && refusal->id() == "no_such_region") throw *refusal;
    co_return given;
}

CHATOPS_INLINE asio::awaitable<std::vector<server>> client::servers_named(std::string name,
                                                                          std::size_t limit) {
    std::vector<server> found;
    const auto take = [&](std::vector<server> page) {
        for (server& each : page)
            if (each.name == name && found.size() < limit) found.push_back(std::move(each));
        return found.size() < limit;
    };
    std::string filter = "name=" + percent_encode('^' + literally(name) + '$');
    co_await each_page<server>(std::move(filter), take);
    co_return found;
}

CHATOPS_INLINE asio::awaitable<std::vector<instance_action>>
client::actions_of(std::string server_id) {
    const auto what = session_.calling("GET", path_to<server>(server_id) + "/os-instance-actions");
    const chatops::provider::answer given = co_await ask(what);
    co_return member_of<std::vector<instance_action>>(given, "instanceActions", what);
}

CHATOPS_INLINE asio::awaitable<std::string> client::address_of(std::string server_id) {
    return session_.address_of(service::servers, path_to<server>(server_id));
}

CHATOPS_INLINE asio::awaitable<std::vector<keypair>> client::keypairs() {
    const auto what = session_.calling("GET", std::string(keypair::at.path));
    const chatops::provider::answer given = co_await ask(what);
    auto entries = member_of<std::vector<detail::keypair_entry>>(given, keypair::at.many, what);
    std::vector<keypair> all;
    for (detail::keypair_entry& each : entries) all.push_back(std::move(each.keypair));
    co_return all;
}

CHATOPS_INLINE asio::awaitable<account_limits> client::limits_of_account() {
    const auto what = session_.calling("GET", "/limits");
    const chatops::provider::answer given = co_await ask(what);
    co_return member_of<account_limits>(given, "limits", what);
}

CHATOPS_INLINE asio::awaitable<std::string> client::create(server_order order) {
    auto what = session_.calling("POST", std::string(server::at.path));
    what.body = json::text(boost::json::object{{"server", json::write(order)}});
    const chatops::provider::answer given = co_await ask(what);
    co_return member_of<id_reference>(given, server::at.one, what).id;
}

CHATOPS_INLINE asio::awaitable<void> client::rename(std::string server_id, std::string name) {
    auto what = session_.calling("PUT", path_to<server>(server_id));
    boost::json::object named;
    named["name"] = name;
    what.body = json::text(boost::json::object{{"server", std::move(named)}});
    what.harmless = true;
    co_await ask(what);
}

CHATOPS_INLINE asio::awaitable<void> client::act(std::string server_id, server_action order) {
    auto what = session_.calling("POST", path_to<server>(server_id) + "/action");
    what.body = json::text(order.body);
    co_await ask(what);
}

CHATOPS_INLINE asio::awaitable<void> client::set_lock(std::string server_id, bool locked) {
    auto what = session_.calling("POST", path_to<server>(server_id) + "/action");
    what.body = json::text(plain_action(locked ? "lock" : "unlock").body);
    what.harmless = true;
    co_await ask(what);
}

CHATOPS_INLINE asio::awaitable<void>
client::set_metadata(std::string server_id, std::map<std::string, std::string> items) {
    auto what = session_.calling("POST", path_to<server>(server_id) + "/metadata");
    what.body = json::text(boost::json::object{{"metadata", json::write(items)}});
    what.harmless = true;
    co_await ask(what);
}

CHATOPS_INLINE asio::awaitable<void> client::remove_metadata(std::string server_id,
                                                             std::string name) {
    auto what = session_.calling("DELETE",
                                 path_to<server>(server_id) + "/metadata/" + percent_encode(name));
    what.harmless = true;
    co_await ask_if_there(what);
}

CHATOPS_INLINE asio::awaitable<std::string> client::make_image(std::string server_id,
                                                               std::string name) {
    auto what = session_.calling("POST", path_to<server>(server_id) + "/action");
    boost::json::object named;
    named["name"] = name;
    what.body = json::text(boost::json::object{{"createImage", std::move(named)}});
    const chatops::provider::answer given = co_await ask(what);
    if (given.location.empty())
        throw session_.question(what).no_use("its answer does not say where the image is");
    co_return detail::last_word(given.location);
}

CHATOPS_INLINE asio::awaitable<keypair> client::add_keypair(keypair_order order) {
    auto what = session_.calling("POST", std::string(keypair::at.path));
    what.body = json::text(boost::json::object{{"keypair", json::write(order)}});
    // Of one name there are no two: the second is refused.
    what.harmless = true;
    const chatops::provider::answer given = co_await ask(what);
    co_return member_of<keypair>(given, keypair::at.one, what);
}

CHATOPS_INLINE asio::awaitable<time_point> client::provider_time() {
    const auto what = session_.calling("GET", "/limits");
    const chatops::provider::answer given = co_await ask(what);
    if (!given.date)
        throw session_.question(what).no_use("its answer does not say what time it is");
    co_return *given.date;
}

} // namespace chatops::rackspace
