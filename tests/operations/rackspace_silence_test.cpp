// What is said of load balancers at Rackspace some of whose nodes do not answer.
#include "tests/operations/rackspace_deeds.hpp"

#include <gtest/gtest.h>

#include <chrono>
#include <string>

namespace chatops::operations {
namespace {

using namespace std::chrono_literals;
using support::cells;
using support::paragraphs;
using support::played;
using bench_of_nodes = support::rackspace_bench;

/// Both web servers are behind `front`; the health monitor is sure after three failures.
constexpr const char* second_node = "10.208.0.2";

TEST(rackspace_silent_nodes, are_shown_first) {
    bench_of_nodes at(with_balancers());
    at.silence(second_node);
    at.pass(20s);
    EXPECT_EQ(at.play("rackspace load-balancer show front").text(), "front is active")
        << "the monitor is not sure yet";
    at.pass(11s);
    const played seen = at.play("rackspace load-balancer show front");
    EXPECT_EQ(seen.text(), "front is active, and 1 of 2 nodes does not answer");
    EXPECT_EQ(seen.answer.how, tone::warning);
    EXPECT_EQ(cells(seen.answer), "10.208.0.2:80 (web-2) | 410014 | enabled, offline | \n"
                                  "10.208.0.1:80 (web-1) | 410007 | enabled, online | \n");
    EXPECT_EQ(paragraphs(seen.answer),
              "What is offline gets nothing until the health monitor hears "
              "of it again: look at the servers there.\n");
    at.silence("10.208.0.1");
    at.pass(31s);
    EXPECT_EQ(at.play("rackspace load-balancer show front").text(),
              "front is active, and no node behind it answers");
    at.silence("10.208.0.1", false);
    at.silence(second_node, false);
    at.pass(11s);
    EXPECT_EQ(at.play("rackspace load-balancer show front").text(), "front is active");
}

TEST(rackspace_silent_nodes, are_not_what_others_are_taken_away_for_unasked) {
    for (const auto& [line, asked] :
         {std::pair{"rackspace load-balancer drain front web-1", "Drain the last nodes of front?"},
          std::pair{"rackspace load-balancer disable front web-1",
                    "Disable the last nodes of front?"},
          std::pair{"rackspace load-balancer remove front web-1",
                    "Take the last nodes from front?"}}) {
        bench_of_nodes at(with_balancers());
        at.silence(second_node);
        at.pass(31s);
        const played asks = at.play(line);
        EXPECT_EQ(asks.asked, "@confirm") << line;
        EXPECT_EQ(asks.shown.title, asked) << line;
        EXPECT_TRUE(at.deeds().empty()) << line;
    }
}

TEST(rackspace_silent_nodes, get_nothing_although_they_are_enabled) {
    bench_of_nodes at(with_balancers());
    detail::prepare_disabled_node(at);
    at.silence(second_node);
    at.pass(31s);
    const played done = at.play("rackspace load-balancer enable front web-2");
    EXPECT_EQ(done.text(), "front sends connections to web-2 again");
    EXPECT_EQ(done.answer.how, tone::warning);
    EXPECT_EQ(paragraphs(done.answer), "The health monitor does not hear of 10.208.0.2:80, and "
                                       "front sends nothing there until it does.\n");
}

} // namespace
} // namespace chatops::operations
