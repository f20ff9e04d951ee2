#pragma once

#include "chatops/core/base64.hpp"
#include "chatops/provider/rackspace/orders.hpp"

#include <boost/json/object.hpp>

namespace chatops::rackspace {

namespace detail {

CHATOPS_INLINE boost::json::string_view text_in_json(std::string_view text) {
    return {text.data(), text.size()};
}

/// `{word: {member: text}}`.
CHATOPS_INLINE server_action action_with(std::string_view word, const char* member,
                                         std::string_view text) {
    boost::json::object inner;
    inner[member] = text_in_json(text);
    boost::json::object body;
    body[text_in_json(word)] = std::move(inner);
    return {std::string(word), std::move(body)};
}

} // namespace detail

CHATOPS_INLINE void server_order::set_user_data(std::string_view plain) {
    user_data = base64(plain);
    config_drive = true;
}

CHATOPS_INLINE server_action reboot_action(bool hard) {
    return detail::action_with("reboot", "type", hard ? "HARD" : "SOFT");
}

CHATOPS_INLINE server_action resize_action(std::string_view flavor) {
    return detail::action_with("resize", "flavorRef", flavor);
}

CHATOPS_INLINE server_action plain_action(std::string_view word) {
    boost::json::object body;
    body[detail::text_in_json(word)] = nullptr;
    // Told without what it begins with: openstack/nova, compute/instance_actions.py.
    if (word.substr(0, 3) == "os-") word.remove_prefix(3);
    return {std::string(word), std::move(body)};
}

CHATOPS_INLINE server_action rebuild_action(std::string_view image) {
    return detail::action_with("rebuild", "imageRef", image);
}

CHATOPS_INLINE server_action rescue_action(const secret& password) {
    return detail::action_with("rescue", "adminPass", password.reveal());
}

CHATOPS_INLINE server_action password_action(const secret& password) {
    return detail::action_with("changePassword", "adminPass", password.reveal());
}

} // namespace chatops::rackspace
