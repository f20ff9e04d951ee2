#pragma once

#include "chatops/command/text_of.hpp"
#include "chatops/core/ascii.hpp"
#include "chatops/provider/digitalocean/names.hpp"
#include "chatops/provider/digitalocean/traffic_rule.hpp"

#include <algorithm>

namespace chatops::digitalocean {

namespace detail {

CHATOPS_INLINE mistake no_rule(std::string_view text, std::string_view says) {
    return provider::not_named("digitalocean_rule", text, says,
                               "a rule like tcp:443=everyone, tcp:22=203.0.113.0/24 or "
                               "udp:53=tag:acme");
}

/// Whether it could be one, so that `tcp:22=office` is told apart.
CHATOPS_INLINE bool looks_like_address(std::string_view text) {
    const bool good = std::all_of(text.begin(), text.end(), [](char c) {
        return is_digit(c) || (lower(c) >= 'a' && lower(c) <= 'f') || c == '.' || c == ':' ||
               c == '/';
    });
    return good && text.find_first_of(".:") != std::string_view::npos;
}

/// Adds one of those whom a rule is for; false if it is none.
CHATOPS_INLINE bool add_end(traffic_rule& to, std::string_view end) {
    constexpr std::string_view tag = "tag:";
    if (equal_ignoring_case(end, "everyone")) {
        to.everyone = true;
    } else if (equal_ignoring_case(end.substr(0, tag.size()), tag)) {
        if (!tag_name::parse(end.substr(tag.size()))) return false;
        to.tags.emplace_back(end.substr(tag.size()));
    } else {
        if (!looks_like_address(end)) return false;
        to.addresses.emplace_back(end);
    }
    return true;
}

} // namespace detail

CHATOPS_INLINE result<traffic_rule> traffic_rule::parse(std::string_view text) {
    const auto equals = text.find('=');
    const std::string_view what = text.substr(0, equals);
    const auto colon = what.find(':');
    traffic_rule read;
    for (const char c : what.substr(0, colon)) read.protocol += lower(c);
    const bool is_icmp = read.protocol == "icmp";
    if (!is_icmp && read.protocol != "tcp" && read.protocol != "udp")
        return detail::no_rule(text, "begins with none of tcp, udp and icmp.");
    if (is_icmp && colon != std::string_view::npos)
        return detail::no_rule(text, "names ports, and icmp has none.");
    if (!is_icmp) {
        if (colon != std::string_view::npos) read.ports = what.substr(colon + 1);
        if (!port_range::parse(read.ports))
            return detail::no_rule(text, "does not say for which port, from which to which, or "
                                         "all.");
    }
    std::string_view ends = equals == std::string_view::npos ? "" : text.substr(equals + 1);
    if (ends.empty())
        return detail::no_rule(text, "does not say for whom: everyone, an address, a tag:NAME.");
    while (!ends.empty()) {
        const auto comma = ends.find(',');
        const std::string_view end = ends.substr(0, comma);
        if (!detail::add_end(read, end))
            return detail::no_rule(text, "is for " + shown(end) +
                                             ", which is neither everyone nor an address nor a "
                                             "tag:NAME.");
        ends.remove_prefix(comma == std::string_view::npos ? ends.size() : comma + 1);
    }
    return read;
}

CHATOPS_INLINE std::string traffic_rule::to_text() const {
    std::vector<std::string> ends;
    if (everyone) ends.emplace_back("everyone");
    ends.insert(ends.end(), addresses.begin(), addresses.end());
    for (const std::string& each : tags) ends.push_back("tag:" + each);
    std::string text = protocol + (ports.empty() ? "" : ':' + ports);
    for (std::size_t i = 0; i < ends.size(); ++i) text += (i == 0 ? '=' : ',') + ends[i];
    return text;
}

} // namespace chatops::digitalocean
