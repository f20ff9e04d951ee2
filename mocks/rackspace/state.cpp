#include "mocks/rackspace/state.hpp"

#include "mocks/common/earliest.hpp"
#include "mocks/common/ids.hpp"

#include <algorithm>

namespace chatops::mocks::rackspace {

std::string account_state::new_uuid() { return next_uuid(ids_); }

std::string account_state::new_request_id() { return "req-" + next_uuid(request_ids_); }

std::string account_state::new_token_id() {
    std::string made = next_uuid(token_ids_);
    std::erase(made, '-');
    return made;
}

std::string account_state::new_public_ipv4() {
    const int given = given_public_++;
    static constexpr const char* networks[] = {"192.0.2.", "198.51.100.", "203.0.113."};
    return networks[given / 250 % 3] + std::to_string(1 + given % 250);
}

std::string account_state::new_public_ipv6() {
    static constexpr char digits[] = "0123456789abcdef";
    std::string made = "2001:db8:7808:";
    for (int group = 0; group < 4; ++group) {
        for (int digit = 0; digit < 4; ++digit) made += digits[ids_.below(16)];
        if (group < 3) made += ':';
    }
    return made;
}

std::string account_state::new_private_ipv4() {
    const int given = given_private_++;
    return "10.208." + std::to_string(given / 250) + '.' + std::to_string(1 + given % 250);
}

server* account_state::find_server(std::string_view id, std::string_view in_region) {
    for (server& each : servers)
        if (each.id == id && each.region == in_region && each.vm_state != "deleted") return &each;
    return nullptr;
}

image* account_state::find_image(std::string_view id, std::string_view in_region) {
    for (image& each : images)
        if (each.id == id && (each.is_public || each.region == in_region)) return &each;
    return nullptr;
}

keypair* account_state::find_keypair(std::string_view name, std::string_view in_region) {
    for (keypair& each : keypairs)
        if (each.name == name && each.region == in_region) return &each;
    return nullptr;
}

std::optional<planned_error> account_state::take_planned_error(std::string_view type) {
    const auto found = std::find_if(planned_errors.begin(), planned_errors.end(),
                                    [&](const planned_error& each) { return each.type == type; });
    if (found == planned_errors.end()) return std::nullopt;
    planned_error taken = *found;
    if (--found->count == 0) planned_errors.erase(found);
    return taken;
}

std::optional<time_point> account_state::due() const {
    std::optional<time_point> earliest;
    for (const server& each : servers) {
        if (each.busy) keep_earlier(earliest, each.busy->ends);
        keep_earlier(earliest, each.confirmed_at);
    }
    keep_earlier(earliest, next_of_load_balancers(*this));
    keep_earlier(earliest, next_of_dns(*this));
    return earliest;
}

} // namespace chatops::mocks::rackspace
