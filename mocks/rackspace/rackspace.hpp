// Rackspace: Identity v2.0, Cloud Servers v2, Cloud Load Balancers v1.0, Cloud DNS v1.0, without
// I/O.
#pragma once

#include "chatops/sim/mock.hpp"
#include "mocks/rackspace/seed.hpp"

#include <cstdint>
#include <memory>
#include <string>
#include <vector>

namespace chatops::mocks::rackspace {

struct account_state;

/// The servers behind `https://identity.api.rackspacecloud.com` and the addresses of its catalogue
/// (`place.hpp` says which request is for whom), for one account.
///
/// Source: rackerlabs/docs-cloud-identity, docs-cloud-servers, docs-cloud-load-balancers and
/// docs-cloud-dns; openstack/nova where those are silent; what people's clients were seen to be
/// answered.
class cloud final : public sim::mock {
  public:
    /// `chance` decides every identity; `began` is the moment the seeded ages count back from.
    cloud(const seed& given, std::uint64_t chance, time_point began);
    ~cloud() override;

    [[nodiscard]] std::string_view name() const override { return "rackspace"; }
    http::response handle(const http::request& what, sim::moment when) override;
    [[nodiscard]] std::optional<http::response> look(const http::request& what,
                                                     sim::moment when) const override;
    [[nodiscard]] http::response refusal(int status, const http::request& what) const override;
    [[nodiscard]] std::optional<time_point> due() const override;
    void advance(sim::moment when, sim::outbox& out) override;
    /// The account and all that it holds: servers by id, images of its own, keys, and the rest.
    [[nodiscard]] boost::json::value state() const override;

    /// `POST /_mock/errored_actions` `{"type": "resize", "count": 1}`: the next actions of that
    /// type are accepted, and end with the server, the image or the job in `ERROR`; a server with
    /// `"fault": {"code": 404, "message": …, "details": …}`, if that is said as well.
    /// `POST /_mock/silent_nodes` `{"address": "10.208.0.1", "silent": true}`: who listens there
    /// answers no load balancer, or does again; a health monitor finds out in its time.
    /// `POST /_mock/expired_tokens`: no token that was handed out is valid any more.
    std::optional<http::response> control(const http::request& what, sim::moment when) override;

    /// Every address that answers, as the catalogue of the real hosts names them: scheme and host.
    [[nodiscard]] static std::vector<std::string> addresses();

  private:
    std::unique_ptr<account_state> state_;
};

} // namespace chatops::mocks::rackspace
