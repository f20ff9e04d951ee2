// A firewall's rules as people type them.
#include "chatops/provider/digitalocean/traffic_rule.hpp"

#include <gtest/gtest.h>

namespace chatops::digitalocean {
namespace {

TEST(traffic_rule, says_what_goes_through_and_for_whom) {
    const auto read =
        traffic_rule::parse("tcp:8000-8080=tag:env:prod,203.0.113.0/24,everyone,2001:db8::/32");
    ASSERT_TRUE(read) << read.error().message;
    EXPECT_EQ(read->protocol, "tcp");
    EXPECT_EQ(read->ports, "8000-8080");
    EXPECT_TRUE(read->everyone);
    EXPECT_EQ(read->addresses, (std::vector<std::string>{"203.0.113.0/24", "2001:db8::/32"}));
    EXPECT_EQ(read->tags, std::vector<std::string>{"env:prod"});
}

TEST(traffic_rule, is_written_so_that_it_can_be_read) {
    for (const char* const each :
         {"tcp:443=everyone", "udp:all=203.0.113.7", "icmp=everyone", "icmp=tag:acme",
          "tcp:1-65535=everyone,203.0.113.0/24,2001:db8::1,tag:a,tag:b_c:d"})
        EXPECT_EQ(traffic_rule::parse(each)->to_text(), each);
    EXPECT_EQ(traffic_rule::parse("Tcp:22=Tag:acme,Everyone")->to_text(),
              "tcp:22=everyone,tag:acme")
        << "phones begin with a capital letter";
}

TEST(traffic_rule, that_is_none_says_what_is_wrong_with_it) {
    const std::pair<const char*, const char*> wrong[] = {
        {"", "“” begins with none of tcp, udp and icmp."},
        {"443", "“443” begins with none of tcp, udp and icmp."},
        {"http:80=everyone", "“http:80=everyone” begins with none of tcp, udp and icmp."},
        {"tcp=everyone",
         "“tcp=everyone” does not say for which port, from which to which, or all."},
        {"tcp:0=everyone",
         "“tcp:0=everyone” does not say for which port, from which to which, or all."},
        {"udp:9-8=everyone",
         "“udp:9-8=everyone” does not say for which port, from which to which, or all."},
        {"icmp:8=everyone", "“icmp:8=everyone” names ports, and icmp has none."},
        {"tcp:22", "“tcp:22” does not say for whom: everyone, an address, a tag:NAME."},
        {"icmp=", "“icmp=” does not say for whom: everyone, an address, a tag:NAME."},
        {"tcp:22=office", "“tcp:22=office” is for “office”, which is neither everyone nor an "
                          "address nor a tag:NAME."},
        {"tcp:22=acme", "“tcp:22=acme” is for “acme”, which is neither everyone nor an address "
                        "nor a tag:NAME."},
        {"tcp:22=everyone,,tag:a", "“tcp:22=everyone,,tag:a” is for “”, which is neither everyone "
                                   "nor an address nor a tag:NAME."},
        {"tcp:22=tag:", "“tcp:22=tag:” is for “tag:”, which is neither everyone nor an address "
                        "nor a tag:NAME."},
        {"tcp:22=tag:a b", "“tcp:22=tag:a b” is for “tag:a b”, which is neither everyone nor an "
                           "address nor a tag:NAME."}};
    for (const auto& [typed, said] : wrong) {
        const auto read = traffic_rule::parse(typed);
        ASSERT_FALSE(read) << typed;
        EXPECT_EQ(read.error().message, said);
        EXPECT_EQ(read.error().code, "digitalocean_rule");
    }
    EXPECT_EQ(traffic_rule::parse("tcp:22").error().expected,
              "a rule like tcp:443=everyone, tcp:22=203.0.113.0/24 or udp:53=tag:acme");
}

} // namespace
} // namespace chatops::digitalocean
