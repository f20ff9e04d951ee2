#include "mocks/digitalocean/checks.hpp"
#include "mocks/digitalocean/handlers.hpp"
#include "mocks/digitalocean/tagging.hpp"

#include <array>

namespace chatops::mocks::digitalocean {
namespace {

/// Where things of a type are found, and under which name they are counted.
struct kind {
    std::string_view type;
    std::string_view root;
    std::string_view path;
};

constexpr std::array kinds{kind{"droplet", "droplets", "/v2/droplets/"},
                           kind{"image", "images", "/v2/images/"},
                           kind{"volume", "volumes", "/v2/volumes/"},
                           kind{"volume_snapshot", "volume_snapshots", "/v2/snapshots/"}};

/// [?] The last one is the youngest, not the one that was tagged last.
object show_tag(const std::string& name, const call& from) {
    object resources;
    int whole = 0;
    std::string last;
    const auto all = taggables(from.account);
    for (const kind& each : kinds) {
        int count = 0;
        std::string uri;
        for (const taggable& one : all) {
            if (one.type != each.type || !has(*one.tags, name)) continue;
            ++count;
            uri = own_url(from.what) + std::string(each.path) + one.id;
        }
        object counted{{"count", count}};
        if (count > 0) counted["last_tagged_uri"] = uri;
        resources[boost::json::string_view(each.root.data(), each.root.size())] = counted;
        whole += count;
        if (last.empty()) last = uri;
    }
    resources["databases"] = object{{"count", 0}};
    resources["count"] = whole;
    if (whole > 0) resources["last_tagged_uri"] = last;
    return {{"name", name}, {"resources", std::move(resources)}};
}

const std::string& tag_of(const call& from) {
    for (const std::string& each : from.account.tags)
        if (each == from.words[0]) return each;
    throw not_found();
}

/// What the body names; refuses with 404 when one of them is not there.
std::vector<taggable> resources_in(const call& from) {
    const array* const given = array_of(from.body, "resources");
    if (given == nullptr || given->empty()) throw unprocessable("resources is required"); // [?]
    const auto all = taggables(from.account);
    std::vector<taggable> named;
    for (const value& each : *given) {
        if (!each.is_object()) throw unprocessable("resources is invalid"); // [?]
        const auto id = identity_parameter(each.get_object(), "resource_id").value_or("");
        const std::string_view type = text_of(each.get_object(), "resource_type");
        const auto before = named.size();
        for (const taggable& one : all)
            if (one.type == type && one.id == id) named.push_back(one);
        if (named.size() == before) throw not_found();
    }
    return named;
}

} // namespace

answer list_tags(call& from) {
    array all;
    for (const std::string& each : from.account.tags) all.push_back(show_tag(each, from));
    return {200, std::move(all), "tags"};
}

answer show_tag(call& from) { return {200, object{{"tag", show_tag(tag_of(from), from)}}}; }

/// One that is there already is shown as it is.
answer create_tag(call& from) {
    const std::string name = text_parameter(from.body, "name").value_or("");
    check_tag(name);
    from.account.know_tag(name);
    return {201, object{{"tag", show_tag(name, from)}}};
}

answer delete_tag(call& from) {
    const std::string name = tag_of(from);
    for (const taggable& each : taggables(from.account)) std::erase(*each.tags, name);
    for (firewall& each : from.account.firewalls) std::erase(each.tags, name);
    std::erase(from.account.tags, name);
    return {204};
}

answer tag_resources(call& from) {
    const std::string& name = tag_of(from);
    for (const taggable& each : resources_in(from))
        if (!has(*each.tags, name)) each.tags->push_back(name);
    return {204};
}

answer untag_resources(call& from) {
    const std::string& name = tag_of(from);
    for (const taggable& each : resources_in(from)) std::erase(*each.tags, name);
    return {204};
}

} // namespace chatops::mocks::digitalocean
