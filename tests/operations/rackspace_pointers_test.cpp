// What the addresses of Rackspace's servers and load balancers are called: reverse DNS.
#include "chatops/core/ascii.hpp"
#include "tests/operations/rackspace_deeds.hpp"

#include <gtest/gtest.h>

#include <string>
#include <utility>
#include <variant>

namespace chatops::operations {
namespace {

using support::cells;
using support::fact_of;
using support::paragraphs;
using support::played;
using bench_of_pointers = support::rackspace_bench;

mocks::rackspace::seed with_pointed() {
    auto given = with_balancers();
    given.domains = with_zones().domains;
    return given;
}

/// Its public address of version 6.
std::string version_6_of(bench_of_pointers& at, const std::string& server) {
    const auto shown = at.get("/servers/" + at.id_of(server));
    for (const auto& each : shown.at_pointer("/server/addresses/public").as_array())
        if (each.at("version") == 6) return std::string(each.at("addr").as_string());
    return {};
}

TEST(rackspace_pointers, are_listed_with_the_addresses_that_have_none) {
    bench_of_pointers at(with_pointed());
    detail::prepare_pointer(at);
    const played seen = at.play("rackspace pointers web-1");
    EXPECT_EQ(seen.text(), "What the addresses of web-1 are called");
    EXPECT_EQ(cells(seen.answer), "192.0.2.1 | mail.acme.example | 3600 s | \n" +
                                      version_6_of(at, "web-1") + " | nothing |  | \n");
    bench_of_pointers none(with_pointed());
    EXPECT_EQ(cells(none.play("rackspace rdns front --load-balancer").answer),
              "198.51.100.110 | nothing |  | \n");
}

TEST(rackspace_pointer_create, calls_an_address_something) {
    bench_of_pointers at(with_pointed());
    const played made = at.play("rackspace pointer create web-1 Mail.acme.example --ttl 1h");
    EXPECT_EQ(made.text(), "192.0.2.1 of web-1 is called mail.acme.example");
    EXPECT_EQ(paragraphs(made.answer),
              "Who checks it asks for the opposite, too: mail.acme.example "
              "should lead to 192.0.2.1.\n");
    EXPECT_NE(at.state().find(R"("PTR" "mail.acme.example" "192.0.2.1" 3600)"), std::string::npos)
        << at.state();
    bench_of_pointers six(with_pointed());
    const std::string address = version_6_of(six, "web-1");
    std::string shouted = address;
    for (char& c : shouted) c = upper(c);
    const std::string line = "rackspace pointer create web-1 six.acme.example --address " + shouted;
    EXPECT_EQ(six.play(line).text(), address + " of web-1 is called six.acme.example");
    bench_of_pointers front(with_pointed());
    EXPECT_EQ(front.play("rackspace pointer create front www.acme.example --load-balancer").text(),
              "198.51.100.110 of front is called www.acme.example");
}

TEST(rackspace_pointer_create, does_nothing_that_is_not_clear) {
    const std::pair<const char*, const char*> lines[] = {
        {"rackspace pointer create web-1 mail.acme.example",
         "192.0.2.1 is called that already: nothing was changed"},
        {"rackspace pointer create web-1 other.acme.example",
         "Nothing was made: 192.0.2.1 of web-1 is called mail.acme.example already"},
        {"rackspace pointer create web-1 a.acme.example --address 203.0.113.99",
         "Nothing was changed: web-1 has no public address 203.0.113.99"},
        {"rackspace pointer change web-2 a.acme.example",
         "Nothing was changed: 192.0.2.2 of web-2 is called nothing yet"},
        {"rackspace pointer change web-1 mail.acme.example",
         "192.0.2.1 is called that already: nothing was changed"},
        {"rackspace pointer destroy web-2",
         "192.0.2.2 of web-2 is called nothing already: nothing was changed"}};
    for (const auto& [line, said] : lines) {
        bench_of_pointers at(with_pointed());
        detail::prepare_pointer(at);
        EXPECT_EQ(at.play(line).text(), said) << line;
        EXPECT_TRUE(at.deeds().empty()) << line;
    }
    bench_of_pointers refused(with_pointed());
    EXPECT_EQ(refused.play("rackspace pointer create web-1 mail.acme.example --ttl 1m").text(),
              "Record TTL is required and must be greater than or equal to 300");
}

TEST(rackspace_pointer_change, calls_it_something_else) {
    bench_of_pointers at(with_pointed());
    detail::prepare_pointer(at);
    const played done = at.play("rackspace pointer change web-1 smtp.acme.example");
    EXPECT_EQ(done.text(), "192.0.2.1 of web-1 is called smtp.acme.example");
    const auto& change = std::get<change_part>(done.answer.parts.at(0));
    ASSERT_EQ(change.lines.size(), 1u);
    EXPECT_EQ(change.lines[0].before + " > " + change.lines[0].after,
              "mail.acme.example > smtp.acme.example");
    EXPECT_EQ(paragraphs(done.answer), "Others may remember what it was for 3600 s.\n");
}

TEST(rackspace_pointer_destroy, shows_what_is_lost_first) {
    bench_of_pointers at(with_pointed());
    detail::prepare_pointer(at);
    const std::string line = "rackspace pointer destroy web-1";
    const played asks = at.play(line);
    EXPECT_EQ(asks.shown.title, "Destroy the pointer of 192.0.2.1 of web-1 for good?");
    EXPECT_EQ(fact_of(asks.shown, "Says"), "192.0.2.1 is mail.acme.example");
    at.answer("@confirm", "yes");
    EXPECT_EQ(at.play(line).text(), "192.0.2.1 of web-1 is called nothing any more");
    EXPECT_EQ(at.state().find(R"("PTR")"), std::string::npos);
}

} // namespace
} // namespace chatops::operations
