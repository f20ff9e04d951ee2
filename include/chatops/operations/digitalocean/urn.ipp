#pragma once

#include "chatops/operations/digitalocean/urn.hpp"

#include <algorithm>

namespace chatops::operations {

namespace detail {

inline constexpr const char* urn_prefix = "do:";

CHATOPS_INLINE bool has_sort(const std::vector<std::string>& urns, const std::string& sort) {
    return std::any_of(urns.begin(), urns.end(),
                       [&](const std::string& each) { return read_urn(each).sort == sort; });
}

template <class T>
asio::awaitable<void> take_names(digitalocean::client& ocean, std::string sort,
                                 std::map<std::string, std::string>& names) {
    const std::string before = urn_prefix + sort + ':';
    const auto look = [&](const std::vector<T>& page) {
        for (const T& each : page)
            if (const auto known = names.find(before + each.id); known != names.end())
                known->second = each.name;
        return true;
    };
    co_await ocean.each_page<T>({}, look);
}

} // namespace detail

CHATOPS_INLINE std::string urn_of(const digitalocean::droplet& each) {
    return detail::urn_prefix + ("droplet:" + std::to_string(each.id));
}
CHATOPS_INLINE std::string urn_of(const digitalocean::volume& each) {
    return detail::urn_prefix + ("volume:" + each.id);
}
CHATOPS_INLINE std::string urn_of(const digitalocean::load_balancer& each) {
    return detail::urn_prefix + ("loadbalancer:" + each.id);
}
CHATOPS_INLINE std::string urn_of(const digitalocean::domain& each) {
    return detail::urn_prefix + ("domain:" + each.name);
}
CHATOPS_INLINE std::string urn_of(const digitalocean::reserved_ip& each) {
    return detail::urn_prefix + ("floatingip:" + each.ip);
}

CHATOPS_INLINE named_by_urn read_urn(const std::string& urn) {
    const std::string prefix = detail::urn_prefix;
    const auto end = urn.find(':', prefix.size());
    if (urn.compare(0, prefix.size(), prefix) != 0 || end == std::string::npos) return {"", urn};
    return {urn.substr(prefix.size(), end - prefix.size()), urn.substr(end + 1)};
}

CHATOPS_INLINE std::string sort_of(const named_by_urn& it) {
    if (it.sort == "loadbalancer") return "load balancer";
    if (it.sort == "floatingip" || it.sort == "reservedip") return "reserved IP";
    if (it.sort == "dbaas") return "database";
    return it.sort.empty() ? "thing" : it.sort;
}

CHATOPS_INLINE asio::awaitable<std::map<std::string, std::string>>
names_of_urns(digitalocean::client& ocean, std::vector<std::string> urns) {
    std::map<std::string, std::string> names;
    std::vector<std::int64_t> droplets;
    for (const std::string& each : urns) {
        const named_by_urn it = read_urn(each);
        names[each] = it.id;
        const auto id = digitalocean::id_in(it.id);
        if (it.sort == "droplet" && id) droplets.push_back(*id);
    }
    const auto of_droplets = co_await droplet_names(ocean, droplets);
    for (const auto& [id, name] : of_droplets) names[detail::urn_prefix + ("droplet:" + id)] = name;
    if (detail::has_sort(urns, "loadbalancer"))
        co_await detail::take_names<digitalocean::load_balancer>(ocean, "loadbalancer", names);
    if (detail::has_sort(urns, "volume"))
        co_await detail::take_names<digitalocean::volume>(ocean, "volume", names);
    co_return names;
}

} // namespace chatops::operations
