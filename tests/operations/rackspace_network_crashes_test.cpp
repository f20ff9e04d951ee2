// Rackspace's load balancers and domains with crashes at every turn and faults at every request
// that has an effect.
#include "tests/operations/rackspace_networks.hpp"

#include <gtest/gtest.h>

#include <string>

namespace chatops::operations {
namespace {

using support::crash_at_rackspace;
using support::play_on;
using support::played;
using support::rackspace_bench;
using support::rackspace_deed;
using support::refused_at_rackspace;
using support::trouble_at_rackspace;

rackspace_deed at_balancers(const std::string& line, const std::string& method) {
    return {line, method, false, with_balancers(), "/v1.0/*"};
}
rackspace_deed at_zones(const std::string& line, const std::string& method) {
    return {line, method, false, with_zones(), "/v1.0/*"};
}

const rackspace_deed make_balancer =
    at_balancers("rackspace load-balancer create shop http --node web-1:8080", "POST");
const rackspace_deed drain_nodes = at_balancers("rackspace load-balancer drain front web-2", "PUT");
const rackspace_deed remove_nodes =
    at_balancers("rackspace load-balancer remove front web-2", "DELETE");
const rackspace_deed add_nodes = at_balancers("rackspace load-balancer add front db-1:80", "POST");
const rackspace_deed destroy_balancer =
    at_balancers("rackspace load-balancer destroy front", "DELETE");
const rackspace_deed monitor_nodes =
    at_balancers("rackspace load-balancer monitor front http --path /up", "PUT");
const rackspace_deed allow_address =
    at_balancers("rackspace load-balancer allow front 203.0.113.7", "POST");

const rackspace_deed make_zone =
    at_zones("rackspace domain create globex.example ops@globex.example", "POST");
const rackspace_deed end_zone = at_zones("rackspace domain destroy acme.example", "DELETE");
const rackspace_deed make_zone_record =
    at_zones("rackspace record create acme.example A api 203.0.113.8", "POST");
const rackspace_deed change_zone_record =
    at_zones("rackspace record change acme.example www --data 203.0.113.8", "PUT");
const rackspace_deed end_zone_record =
    at_zones("rackspace record destroy acme.example www", "DELETE");

TEST(crashed_balancer, is_made_once) { crash_at_rackspace(make_balancer, 5); }
TEST(crashed_balancer, is_destroyed_once) { crash_at_rackspace(destroy_balancer, 5); }
TEST(crashed_balancer, gets_and_loses_nodes_once) {
    crash_at_rackspace(add_nodes, 5);
    crash_at_rackspace(remove_nodes, 5);
}
TEST(crashed_balancer, is_changed_once) {
    crash_at_rackspace(drain_nodes, 5);
    crash_at_rackspace(monitor_nodes, 5);
    crash_at_rackspace(allow_address, 5);
}

TEST(crashed_zone, is_made_and_ended_once) {
    crash_at_rackspace(make_zone, 5);
    crash_at_rackspace(end_zone, 5);
}
TEST(crashed_zone, has_its_records_changed_once) {
    crash_at_rackspace(make_zone_record, 5);
    crash_at_rackspace(change_zone_record, 5);
    crash_at_rackspace(end_zone_record, 5);
}

TEST(troubled_balancer, is_changed_once_and_that_is_found) {
    for (const rackspace_deed& each : {make_balancer, add_nodes, drain_nodes, remove_nodes,
                                       destroy_balancer, monitor_nodes, allow_address})
        trouble_at_rackspace(each);
}

TEST(troubled_zone, is_changed_once_and_its_job_is_found) {
    for (const rackspace_deed& each :
         {make_zone, end_zone, make_zone_record, change_zone_record, end_zone_record})
        trouble_at_rackspace(each);
}

TEST(troubled_network, whose_account_is_used_up_is_told_so) {
    for (const rackspace_deed& each : {make_balancer, drain_nodes, destroy_balancer, make_zone,
                                       change_zone_record, end_zone_record})
        refused_at_rackspace(each);
}

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
TEST(troubled_zone, knows_its_own_job_from_anothers) {
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
