// Rackspace's load balancers and domains with crashes; and where what is waited for never comes.
#include "tests/operations/rackspace_deeds.hpp"

#include <gtest/gtest.h>

#include <string>

namespace chatops::operations {
namespace {

using support::played;
using support::rackspace_bench;
using support::rackspace_deed;

class crashed_network : public testing::TestWithParam<rackspace_deed> {};

TEST_P(crashed_network, is_changed_once) {
    support::crash_at_every_turn<support::rackspace_trial>(GetParam(), 5);
}

std::string name_of_crash(const testing::TestParamInfo<rackspace_deed>& info) {
    return support::name_of_rackspace_deed(info.param);
}

INSTANTIATE_TEST_SUITE_P(of_balancers, crashed_network,
                         testing::ValuesIn(rackspace_balancer_deeds()), name_of_crash);
INSTANTIATE_TEST_SUITE_P(of_zones, crashed_network, testing::ValuesIn(rackspace_zone_deeds()),
                         name_of_crash);

/// The change is done, and what waits for its end gives up on an account that never settles.
TEST(half_of_a_change, is_told_with_what_was_done) {
    rackspace_bench at(with_balancers());
    at.trouble(R"([{"match":{"method":"GET","path":"/v1.0/654321/loadbalancers/71007"},)"
               R"("kind":"status","status":404,"after":3,"count":0}])");
    const played end = at.play("rackspace load-balancer drain front web-2");
    EXPECT_TRUE(end.failure) << end.text();
    EXPECT_EQ(at.deeds().size(), 1u);
    EXPECT_NE(at.state().find(R"("10.208.0.2" 80 "DRAINING")"), std::string::npos);
}

/// A job that was begun by somebody else in the same words is not ours.
TEST(crashed_zone, knows_its_own_job_from_anothers) {
    rackspace_bench at(with_zones());
    at.ask_network("POST", "/domains/2725203/records",
                   R"({"records":[{"type":"A","name":"api.acme.example","data":"203.0.113.8"}]})");
    at.ask_network("DELETE", "/domains/2725203/records?id=A-1");
    at.trouble(R"([{"match":{"method":"POST","path":"/v1.0/*"},"kind":"reset_before"}])");
    const played unsure =
        at.play("rackspace record create acme.example AAAA api 2001:db8::8 --ttl 1h");
    EXPECT_FALSE(unsure.asked.empty()) << unsure.text();
}

} // namespace
} // namespace chatops::operations
