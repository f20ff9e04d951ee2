// All that a Rackspace account holds, as plain data.
#pragma once

#include "chatops/core/random.hpp"
#include "mocks/rackspace/dns.hpp"
#include "mocks/rackspace/errors.hpp"
#include "mocks/rackspace/limits.hpp"
#include "mocks/rackspace/load_balancers.hpp"
#include "mocks/rackspace/rate.hpp"
#include "mocks/rackspace/seed.hpp"
#include "mocks/rackspace/server.hpp"
#include "mocks/rackspace/token.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace chatops::mocks::rackspace {

/// Actions that are to go wrong: the next `count` of that type.
struct planned_error {
    std::string type;
    int count = 1;
    /// With this; nothing for what the action usually ends with.
    std::optional<server_fault> fault = {};
};

struct account_state {
    account_state(const seed& given, std::uint64_t chance, time_point began);

    std::string username;
    std::string api_key;
    std::string password;
    /// Whoever comes in by password says this, too; empty for nobody must.
    std::string passcode;
    /// Of whoever was asked for it last; empty where nobody was.
    std::string passcode_session;
    std::string tenant;
    std::string user_id;
    /// Where things are unless something else is said.
    std::string region;
    bool is_disabled = false;
    /// The moment of this call.
    time_point now;
    std::vector<rate_window> rates = rate_windows();
    /// Valid or drawn ahead; the last is handed out.
    std::vector<token> tokens;

    /// Oldest first; also those that are gone, as long as it is told that they are.
    std::vector<server> servers;
    /// Public ones first. They are in every region.
    std::vector<image> images;
    std::vector<keypair> keypairs;
    /// Oldest first.
    std::vector<instance_action> actions;
    load_balancer_holdings load_balancers;
    dns_holdings dns;
    std::vector<planned_error> planned_errors;

    std::string new_uuid();
    /// Drawn apart, so that things keep their ids however often someone looks at them.
    std::string new_request_id();
    std::string new_token_id();
    /// `h5Fg8Ws2Qm9x`: letters and digits.
    std::string new_password() { return ids_.word(12); }
    random_source& chance() { return ids_; }
    /// A number that counts up, for things whose ids are numbers.
    std::int64_t new_number() { return ++last_number_; }
    /// Of the ranges that RFC 5737 keeps for examples.
    std::string new_public_ipv4();
    /// Of the range that RFC 3849 keeps for examples.
    std::string new_public_ipv6();
    /// Of ServiceNet: `10.208.0.7`.
    std::string new_private_ipv4();

    /// Null when there is none, or it is gone.
    server* find_server(std::string_view id, std::string_view in_region);
    image* find_image(std::string_view id, std::string_view in_region);
    keypair* find_keypair(std::string_view name, std::string_view in_region);
    /// How the next action of that type is to go wrong, if someone asked for that.
    std::optional<planned_error> take_planned_error(std::string_view type);

    /// The next moment at which something happens by itself.
    [[nodiscard]] std::optional<time_point> due() const;

  private:
    seeded_random ids_;
    seeded_random request_ids_;
    seeded_random token_ids_;
    std::int64_t last_number_ = 100'000;
    int given_public_ = 0;
    int given_private_ = 0;
};

} // namespace chatops::mocks::rackspace
