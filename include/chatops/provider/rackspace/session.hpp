// How Rackspace's services are asked: with a token of its identity service, at the addresses of its
// catalogue.
#pragma once

#include "chatops/core/asio.hpp"
#include "chatops/provider/caller.hpp"

#include <optional>
#include <string>

namespace chatops::rackspace {

/// Those that a bot uses.
enum class service { servers, load_balancers, dns };

/// What the clients of Rackspace's services ask through, instead of `provider::caller`: the same
/// patience and failures. A token is kept with what is known of the account, for all clients of the
/// process; one that is refused (401) is asked for anew, once.
///
/// The region is the configuration's, or the user's own; DNS is the same everywhere.
///
/// Source: rackerlabs/docs-cloud-identity, getting-started/manage-auth-tokens.rst.
class session {
  public:
    explicit session(provider::connection through);

    /// When the patience for a call that begins now has an end.
    [[nodiscard]] time_point deadline() const { return caller_.deadline(); }
    [[nodiscard]] provider::asked question(const provider::call& of) const {
        return caller_.question(of);
    }
    [[nodiscard]] random_source& chance() const { return caller_.chance(); }

    /// A call that begins now. The path is what follows the account's number: `/servers/detail`.
    [[nodiscard]] provider::call calling(std::string method, std::string path) const {
        return {std::move(method), std::move(path), deadline()};
    }

    /// Sends it to that service, and returns JSON. Throws like `caller::ask`; if there is no token
    /// to be had, or no such service in the region, nothing was done.
    asio::awaitable<provider::answer> ask(service of, provider::call what);

    /// Where that path of the service is, in full: what DNS knows a device by.
    asio::awaitable<std::string> address_of(service of, std::string path);

  private:
    /// One that is good, by what is known or from the identity service.
    asio::awaitable<provider::access> granted(time_point until);
    [[nodiscard]] provider::call authentication(time_point until) const;
    /// What the account is asked for with, as one word.
    [[nodiscard]] std::string identity() const;
    [[nodiscard]] provider::access access_in(const provider::answer& given,
                                             const provider::call& what) const;
    void forget(const secret& refused);

    provider::connection through_;
    provider::caller caller_;
    /// Asks again where that is safe, whatever the step: to be known is no effect.
    provider::caller identity_caller_;
};

} // namespace chatops::rackspace

#include CHATOPS_BODY("chatops/provider/rackspace/session.ipp")
