#include "mocks/rackspace/place.hpp"

#include "mocks/common/paths.hpp"
#include "mocks/common/text.hpp"

#include <algorithm>

namespace chatops::mocks::rackspace {
namespace {

constexpr std::string_view domain = "api.rackspacecloud.com";

bool is_own_host(std::string_view host) {
    return host.empty() ||
           (host.size() >= domain.size() && host.substr(host.size() - domain.size()) == domain);
}

std::string upper(std::string_view text) {
    std::string made(text);
    for (char& each : made)
        if (each >= 'a' && each <= 'z') each = static_cast<char>(each - 'a' + 'A');
    return made;
}

bool is_region(std::string_view word) {
    return word == lower(word) &&
           std::find(regions.begin(), regions.end(), upper(word)) != regions.end();
}

/// `dfw.servers` of `dfw.servers.api.rackspacecloud.com`.
service service_of_host(std::string_view name) {
    const std::string_view last = name.substr(name.rfind('.') + 1);
    if (last == "identity") return service::identity;
    if (last == "servers") return service::servers;
    if (last == "images") return service::images;
    if (last == "loadbalancers") return service::load_balancers;
    if (last == "dns") return service::dns;
    return service::none;
}

/// What DNS has in its paths, and load balancers do not.
bool is_of_dns(std::string_view word) {
    return word == "domains" || word == "rdns" || word == "status" || word == "records";
}

std::string_view take_first(std::vector<std::string_view>& words) {
    const std::string_view first = words.front();
    words.erase(words.begin());
    return first;
}

std::string joined(const std::vector<std::string_view>& words) {
    std::string made;
    for (const std::string_view each : words) (made += '/') += each;
    return made;
}

std::string without_json(std::string_view word) {
    constexpr std::string_view ending = ".json";
    const bool has_it =
        word.size() > ending.size() && word.substr(word.size() - ending.size()) == ending;
    return std::string(has_it ? word.substr(0, word.size() - ending.size()) : word);
}

/// Takes version and tenant off the words, and says by the version whose they are.
service take_version(place& to, std::vector<std::string_view>& words, bool is_image) {
    if (words.empty()) return service::none;
    const std::string_view version = take_first(words);
    if (version == "v2.0") return service::identity;
    if (version != "v2" && version != "v1.0") return service::none;
    // Of nobody's there is nothing: clients ask for it all the same.
    if (words.empty()) return service::none;
    to.tenant = percent_decoded(take_first(words), false);
    if (version == "v2") return is_image ? service::images : service::servers;
    return !words.empty() && is_of_dns(words.front()) ? service::dns : service::load_balancers;
}

std::string_view host_of(service of) {
    switch (of) {
    case service::identity: return "identity";
    case service::servers: return "servers";
    case service::images: return "images";
    case service::load_balancers: return "loadbalancers";
    default: return "dns";
    }
}

} // namespace

place place_of(const http::request& what, std::string_view usual_region) {
    std::vector<std::string_view> words = path_words(what.path());
    place made;
    made.region = usual_region;
    service by_host = service::none;
    const std::string_view host = what.headers.get("Host");
    if (!host.empty() && is_own_host(host)) {
        const std::string_view name =
            host.substr(0, std::max(host.size() - domain.size(), std::size_t{1}) - 1);
        by_host = service_of_host(name);
        const std::string_view first = name.substr(0, name.find('.'));
        if (is_region(first)) made.region = upper(first);
    } else if (!words.empty() && is_region(words.front())) {
        made.region = upper(take_first(words));
    }
    const bool is_image = !words.empty() && words.front() == "image";
    if (is_image) words.erase(words.begin());
    made.of = take_version(made, words, is_image || by_host == service::images);
    // `/v1.0/123456/limits` is of both.
    if (by_host == service::dns && made.of == service::load_balancers) made.of = service::dns;
    made.path = joined(words);
    if (made.of == service::load_balancers) made.path = without_json(made.path);
    return made;
}

std::string service_url(const http::request& what, service of, std::string_view region,
                        std::string_view usual_region, std::string_view tenant) {
    const std::string_view host = what.headers.get("Host");
    const bool is_global = of == service::identity || of == service::dns;
    std::string made;
    if (is_own_host(host)) {
        made = "https://";
        if (!is_global) (made += lower(region)) += '.';
        ((made += host_of(of)) += '.') += domain;
    } else {
        made = base_url(what, "");
        if (!is_global && region != usual_region) (made += '/') += lower(region);
        if (of == service::images) made += "/image";
    }
    if (of == service::identity) return made + "/v2.0";
    const bool is_second = of == service::servers || of == service::images;
    return made + (is_second ? "/v2/" : "/v1.0/") + std::string(tenant);
}

} // namespace chatops::mocks::rackspace
