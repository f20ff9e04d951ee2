#include "mocks/digitalocean/state.hpp"

#include "mocks/common/earliest.hpp"
#include "mocks/common/ids.hpp"

#include <algorithm>
#include <charconv>

namespace chatops::mocks::digitalocean {
namespace {

template <class T>
T* find(std::vector<T>& all, std::int64_t id) {
    const auto found =
        std::find_if(all.begin(), all.end(), [&](const T& each) { return each.id == id; });
    return found == all.end() ? nullptr : &*found;
}

/// The one that is named so; refuses with 404.
template <class T>
T& named(std::vector<T>& all, std::string T::*by, std::string_view name) {
    for (T& each : all)
        if (each.*by == name) return each;
    throw not_found();
}

} // namespace

std::int64_t reserved_ip::number() const { return ipv4_number(ip); }

std::optional<std::int64_t> number_in(std::string_view word) {
    std::int64_t number = 0;
    const auto read = std::from_chars(word.data(), word.data() + word.size(), number);
    if (read.ec != std::errc{} || read.ptr != word.data() + word.size()) return std::nullopt;
    return number;
}

bool has(const std::vector<std::string>& all, std::string_view one) {
    return std::find(all.begin(), all.end(), one) != all.end();
}

bool image::is_in(std::string_view region_slug) const { return has(regions, region_slug); }

std::string account_state::new_uuid() { return next_uuid(ids_); }
std::string account_state::new_request_id() { return next_uuid(request_ids_); }

/// Other customers' things take the numbers between.
std::int64_t account_state::next_number(std::int64_t& last) {
    return last += 1 + static_cast<std::int64_t>(ids_.below(97));
}

std::string account_state::new_public_ip() {
    static constexpr std::string_view networks[] = {"203.0.113.", "198.51.100.", "192.0.2."};
    const int number = given_ips_++;
    // The first address of each is the gateway's.
    return std::string(networks[static_cast<std::size_t>(number / 250 % 3)]) +
           std::to_string(2 + number % 250);
}

std::string account_state::new_private_ip(const vpc& in) {
    const auto is_taken = [&](const std::string& ip) {
        return std::any_of(droplets.begin(), droplets.end(), [&](const droplet& each) {
            return each.vpc_uuid == in.id && each.private_ip == ip;
        });
    };
    auto number = static_cast<std::uint64_t>(given_ips_);
    // The first address of each is the gateway's.
    const auto next = [&] {
        return ipv4_text(in.range.first + 2 + static_cast<std::uint32_t>(number++ % in.room()));
    };
    std::string ip = next();
    for (std::uint64_t tried = 1; tried < in.room() && is_taken(ip); ++tried) ip = next();
    return ip;
}

std::string account_state::new_public_ipv6() {
    return "2001:db8:0:1010::" + std::to_string(1000 + given_ips_) + ":6001";
}

droplet* account_state::find_droplet(std::int64_t id) { return find(droplets, id); }
image* account_state::find_image(std::int64_t id) { return find(images, id); }

image* account_state::find_image(std::string_view id_or_slug) {
    if (const auto id = number_in(id_or_slug)) return find_image(*id);
    const auto found = std::find_if(images.begin(), images.end(), [&](const image& each) {
        return each.slug && *each.slug == id_or_slug;
    });
    return found == images.end() ? nullptr : &*found;
}

droplet& account_state::droplet_of(std::string_view id) {
    const auto number = number_in(id);
    droplet* const found = number ? find_droplet(*number) : nullptr;
    if (found == nullptr) throw not_found();
    return *found;
}

image& account_state::image_of(std::string_view id_or_slug) {
    image* const found = find_image(id_or_slug);
    if (found == nullptr) throw not_found();
    return *found;
}

action& account_state::action_of(std::string_view id) {
    const auto number = number_in(id);
    action* const found = number ? find(actions, *number) : nullptr;
    if (found == nullptr) throw not_found();
    return *found;
}

ssh_key& account_state::key_of(std::string_view id_or_fingerprint) {
    if (const auto id = number_in(id_or_fingerprint))
        if (ssh_key* const found = find(ssh_keys, *id)) return *found;
    return named(ssh_keys, &ssh_key::fingerprint, id_or_fingerprint);
}

domain& account_state::domain_of(std::string_view domain_name) {
    return named(domains, &domain::name, domain_name);
}
firewall& account_state::firewall_of(std::string_view id) {
    return named(firewalls, &firewall::id, id);
}
load_balancer& account_state::load_balancer_of(std::string_view id) {
    return named(load_balancers, &load_balancer::id, id);
}
volume& account_state::volume_of(std::string_view id) { return named(volumes, &volume::id, id); }
reserved_ip& account_state::reserved_ip_of(std::string_view ip) {
    return named(reserved_ips, &reserved_ip::ip, ip);
}

vpc& account_state::vpc_of(std::string_view id) { return named(vpcs, &vpc::id, id); }

project& account_state::project_of(std::string_view id) {
    for (project& each : projects)
        if (each.id == id || (each.is_default && id == "default")) return each;
    throw not_found();
}

vpc& account_state::default_vpc(const region& where) {
    for (vpc& each : vpcs)
        if (each.region == &where && each.is_default) return each;
    throw not_found();
}

bool account_state::is_busy(const droplet& which) const {
    return std::any_of(actions.begin(), actions.end(), [&](const action& each) {
        return each.status == "in-progress" && each.busy_droplet == which.id;
    });
}

bool account_state::is_busy(std::string_view resource_type, std::int64_t id) const {
    return std::any_of(actions.begin(), actions.end(), [&](const action& each) {
        return each.status == "in-progress" && each.resource_type == resource_type &&
               each.resource_id == id;
    });
}

bool account_state::is_busy(const volume& which) const {
    return std::any_of(actions.begin(), actions.end(), [&](const action& each) {
        return each.status == "in-progress" && each.resource_type == "volume" &&
               each.subject == which.id;
    });
}

bool account_state::has_tag(std::string_view tag) const { return has(tags, tag); }

void account_state::know_tag(const std::string& tag) {
    if (!has_tag(tag)) tags.push_back(tag);
}

bool account_state::takes_planned_error(std::string_view type) {
    const auto found = std::find_if(planned_errors.begin(), planned_errors.end(),
                                    [&](const planned_error& each) { return each.type == type; });
    if (found == planned_errors.end()) return false;
    if (--found->count == 0) planned_errors.erase(found);
    return true;
}

std::optional<time_point> account_state::due() const {
    std::optional<time_point> earliest;
    for (const action& each : actions) keep_earlier(earliest, each.settles_at);
    for (const droplet& each : droplets) keep_earlier(earliest, each.off_at);
    for (const firewall& each : firewalls) keep_earlier(earliest, each.settles_at);
    for (const load_balancer& each : load_balancers) keep_earlier(earliest, each.settles_at);
    return earliest;
}

} // namespace chatops::mocks::digitalocean
