// Names in what Slack delivers: who, where, and the keys made of them.
#pragma once

#include "chatops/chat/person.hpp"
#include "chatops/slack/identity.hpp"
#include "chatops/slack/json_member.hpp"

#include <algorithm>
#include <initializer_list>
#include <string>
#include <string_view>

namespace chatops::slack::detail {

/// Ids, times and triggers: what delivery keys are joined from. None holds a `/`, so no two joins
/// are equal.
inline bool is_name(std::string_view text) {
    constexpr std::size_t longest = 128;
    return !text.empty() && text.size() <= longest &&
           std::all_of(text.begin(), text.end(), [](char c) {
               return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') ||
                      c == '.' || c == '-' || c == '_';
           });
}

inline std::string key(std::initializer_list<std::string_view> parts) {
    std::string joined;
    joined.reserve(64);
    joined += "slack";
    for (const std::string_view part : parts) {
        joined += '/';
        joined += part;
    }
    return joined;
}

inline bool of_another_workspace(std::string_view team, const identity& self) {
    return !self.team.empty() && !team.empty() && team != self.team;
}

/// Slack's words where a channel has no name that people know.
inline std::string channel_name(std::string_view given) {
    if (given == "directmessage" || given == "privategroup") return {};
    return std::string(given);
}

inline person person_of(const boost::json::object& from) {
    std::string_view name = text_member(from, "user", "username");
    if (name.empty()) name = text_member(from, "user", "name");
    return {std::string(text_member(from, "user", "id")), std::string(name)};
}

} // namespace chatops::slack::detail
