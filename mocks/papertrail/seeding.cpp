// How an account comes from its seed, and how its things are found.
#include "chatops/core/config.hpp"
#include "mocks/common/ids.hpp"
#include "mocks/common/text.hpp"
#include "mocks/papertrail/state.hpp"

#include <algorithm>
#include <charconv>
#include <utility>

namespace chatops::mocks::papertrail {
namespace {

/// Request ids, and what is written, are drawn from streams of their own.
constexpr std::uint64_t requests_apart = 0x7061706572743a29U;
constexpr std::uint64_t lines_apart = 0x6c696e6573000000U;
constexpr std::int64_t first_id = 3'000;

std::optional<std::string> given_text(const std::string& text) {
    return text.empty() ? std::nullopt : std::optional(text);
}

std::optional<std::int64_t> number_in(std::string_view text) {
    std::int64_t number = 0;
    const auto read = std::from_chars(text.data(), text.data() + text.size(), number);
    if (text.empty() || read.ec != std::errc{} || read.ptr != text.data() + text.size())
        return std::nullopt;
    return number;
}

} // namespace

account_state::account_state(const seed& from, std::uint64_t chance, time_point at)
    : given(from), began(at),
      log(chance ^ lines_apart, at - from.written_since, from.lines_a_minute), ids_(chance),
      request_ids_(chance ^ requests_apart), last_id_(first_id) {
    CHATOPS_ASSERT(!given.token.empty());
    for (const seed_destination& each : given.destinations)
        destinations.push_back({new_id(), each.port, each.description, each.filter});
    const int port = destinations.empty() ? new_port() : destinations.front().port;
    for (const seed_system& each : given.systems) {
        papertrail::system made{new_id(), each.name, given_text(each.hostname),
                                given_text(each.ip_address)};
        if (!made.hostname && !made.ip_address) made.hostname = each.name;
        made.port = made.hostname ? port : limits::address_port;
        for (const std::string& program : each.programs) log.add_writer({made.id, program});
        systems.push_back(std::move(made));
    }
    groups.push_back({new_id(), "All Systems", "*"});
    for (const seed_group& each : given.groups) {
        papertrail::group made{new_id(), each.name, each.system_wildcard};
        for (const std::string& name : each.systems) {
            const papertrail::system* const found = find_system(std::string_view(name));
            CHATOPS_ASSERT(found != nullptr);
            made.system_ids.push_back(found->id);
        }
        groups.push_back(std::move(made));
    }
    for (const seed_search& each : given.searches) {
        const auto of = std::find_if(groups.begin(), groups.end(),
                                     [&](const auto& one) { return one.name == each.group; });
        const std::int64_t group_id = of == groups.end() ? groups.front().id : of->id;
        searches.push_back({new_id(), each.name, each.query, group_id});
    }
    members.push_back({new_id(), given.owner_email, false, true});
    for (const std::string& each : given.users) members.push_back({new_id(), each});
}

std::int64_t account_state::new_id() {
    return last_id_ += 1 + static_cast<std::int64_t>(ids_.below(9));
}

std::string account_state::new_request_id() { return next_uuid(request_ids_); }

int account_state::new_port() {
    constexpr int first_port = 11'111;
    constexpr std::uint64_t ports = 40'000;
    for (;;) {
        const int port = first_port + static_cast<int>(ids_.below(ports));
        const bool taken = std::any_of(destinations.begin(), destinations.end(),
                                       [&](const auto& each) { return each.port == port; });
        if (!taken) return port;
    }
}

const papertrail::system* account_state::find_system(std::int64_t id) const {
    const auto found = std::find_if(systems.begin(), systems.end(),
                                    [&](const auto& each) { return each.id == id; });
    return found == systems.end() ? nullptr : &*found;
}

papertrail::system* account_state::find_system(std::string_view id_or_name) {
    const auto id = number_in(id_or_name);
    for (papertrail::system& each : systems)
        if (id && each.id == *id) return &each;
    for (papertrail::system& each : systems)
        if (each.name == id_or_name) return &each;
    return nullptr;
}

papertrail::group* account_state::find_group(std::string_view id) {
    const auto number = number_in(id);
    for (papertrail::group& each : groups)
        if (number && each.id == *number) return &each;
    return nullptr;
}

bool account_state::is_member(const papertrail::group& of, const papertrail::system& each) const {
    const auto& ids = of.system_ids;
    return std::find(ids.begin(), ids.end(), each.id) != ids.end() ||
           (!of.system_wildcard.empty() && glob_matches(of.system_wildcard, each.name));
}

papertrail::system& account_state::sender(std::string_view name) {
    for (papertrail::system& each : systems)
        if (each.name == name || each.hostname == name) return each;
    papertrail::system made{new_id(), std::string(name), std::string(name)};
    made.port = destinations.empty() ? limits::address_port : destinations.front().port;
    systems.push_back(std::move(made));
    return systems.back();
}

} // namespace chatops::mocks::papertrail
