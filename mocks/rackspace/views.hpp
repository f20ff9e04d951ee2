// Things as the API shows them.
#pragma once

#include "mocks/rackspace/state.hpp"

#include <string_view>

namespace chatops::mocks::rackspace {

/// `base` is where the service is reached, with version and tenant.
object show(const server& of, const account_state& account, std::string_view base);
object show(const image& of, const account_state& account, std::string_view base);
object show(const flavor& of, std::string_view base);
/// Of a list without details: id, name, links.
object show_briefly(std::string_view id, std::string_view name, std::string_view kind,
                    std::string_view base);
/// Without the private half.
object show(const keypair& of, const account_state& account);
object show(const instance_action& of, const account_state& account);

/// `[{"rel": "self", …}, {"rel": "bookmark", …}]` of `servers`, `images` or `flavors`.
array links_of(std::string_view id, std::string_view kind, std::string_view base);

/// The whole account, to read and to compare; without credentials.
value snapshot(const account_state& account);

} // namespace chatops::mocks::rackspace
