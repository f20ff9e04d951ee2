// What happens in an account: actions begin, and what they do is done when they end.
#pragma once

#include "mocks/digitalocean/state.hpp"

namespace chatops::mocks::digitalocean {

/// Begins an action that takes that long. The reference holds until the next one begins.
action& begin(account_state& account, action draft, duration takes);

/// An action of that type on the droplet, which can do nothing else meanwhile.
action draft_of(const droplet& on, std::string type);

/// Does everything that is due by then, in the order of its moments.
void settle(account_state& account, time_point now);

/// Takes the droplet away, and with it what hung on it.
void remove_droplet(account_state& account, std::int64_t id, time_point at);

/// A copy of the droplet's disk: a `snapshot` or a `backup`.
image& take_image(account_state& account, const droplet& of, std::string name, std::string type,
                  time_point at);

/// The records that every zone begins with.
void add_basic_records(account_state& account, domain& to);
/// Adds one of the domain itself.
void add_record(account_state& account, domain& to, std::string type, std::string data);

} // namespace chatops::mocks::digitalocean
