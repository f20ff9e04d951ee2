// Rackspace's mock behind the simulation's network, and what a client of it is made from.
#pragma once

#include "chatops/provider/connection.hpp"
#include "chatops/sim/endpoint.hpp"
#include "mocks/common/server.hpp"
#include "tests/mocks/rackspace_account.hpp"
#include "tests/support/played.hpp"

#include <string>

namespace chatops::rackspace {

using namespace std::chrono_literals;

/// An account at the mock, at Rackspace's own addresses, and a network with latency.
struct place {
    explicit place(const mocks::rackspace::seed& given = mocks::rackspace::agency_account())
        : cloud(given, 7, world.start), server(cloud) {
        network.attach(mocks::rackspace::cloud::addresses(), server);
        where.name = "rackspace";
        where.url = "https://identity.api.rackspacecloud.com";
        where.token = secret(given.api_key);
        where.more["username"] = given.username;
    }

    chatops::provider::connection
    through(chatops::provider::repeats policy = chatops::provider::repeats::when_safe) {
        return {transport, world.time, chance, where, known, policy};
    }

    /// From now on these go wrong; a list as `PUT /_mock/faults` takes it.
    void trouble(const std::string& faults) {
        http::request plan{"PUT", "/_mock/faults", {{"Content-Type", "application/json"}}, faults};
        ASSERT_EQ(server.serve(plan, network.when()).what.status, 200) << faults;
    }
    /// Asks the mock for something that is no part of Rackspace.
    void control(const std::string& path, const std::string& body = "{}") {
        http::request what{"POST", path, {{"Content-Type", "application/json"}}, body};
        const auto answered = server.control(what, network.when());
        ASSERT_TRUE(answered && answered->status == 200) << path;
    }
    /// How often it was asked so: `POST /v2.0/tokens`.
    std::size_t times_asked(const std::string& what) const {
        std::size_t times = 0;
        for (const auto& each : network.exchanges()) {
            const auto path = each->what.url.find('/', each->what.url.find("//") + 2);
            times += each->what.method + ' ' + each->what.url.substr(path) == what ? 1 : 0;
        }
        return times;
    }

    support::played_world world;
    mocks::rackspace::cloud cloud;
    mocks::server server;
    seeded_random weather{3};
    sim::network network{world.timeline, weather, 20ms};
    sim::endpoint transport{network, world.io.get_executor()};
    seeded_random chance{1};
    config::account where;
    chatops::provider::account_state known;
};

} // namespace chatops::rackspace
