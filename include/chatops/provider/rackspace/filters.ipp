#pragma once

#include "chatops/core/url.hpp"
#include "chatops/provider/rackspace/filters.hpp"

namespace chatops::rackspace {

namespace detail {

CHATOPS_INLINE void add_filter(std::string& to, const char* name, std::string_view text) {
    if (text.empty()) return;
    to += (to.empty() ? "" : "&") + std::string(name) + '=' + percent_encode(text);
}

} // namespace detail

CHATOPS_INLINE std::string literally(std::string_view text) {
    constexpr std::string_view special = R"(\^$.|?*+()[]{})";
    std::string made;
    for (const char c : text) {
        if (special.find(c) != std::string_view::npos) made += '\\';
        made += c;
    }
    return made;
}

CHATOPS_INLINE std::string query_of(const server_filter& by) {
    std::string query;
    detail::add_filter(query, "name", literally(by.part));
    detail::add_filter(query, "status", by.status);
    detail::add_filter(query, "image", by.image);
    detail::add_filter(query, "flavor", by.flavor);
    return query;
}

CHATOPS_INLINE std::string query_of(const image_filter& by) {
    std::string query;
    detail::add_filter(query, "type", by.type);
    detail::add_filter(query, "status", by.status);
    detail::add_filter(query, "server", by.server);
    return query;
}

} // namespace chatops::rackspace
