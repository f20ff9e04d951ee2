// What a load balancer forwards, and how it looks at health, as people type it.
#include "chatops/provider/digitalocean/forwarding.hpp"

#include <gtest/gtest.h>

namespace chatops::digitalocean {
namespace {

template <class T>
std::string said_of(std::string_view typed) {
    const auto read = T::parse(typed);
    return read ? read->to_text() : std::string(read.error().code) + ": " + read.error().message;
}

TEST(forwarding, says_what_comes_in_and_where_it_goes) {
    const auto read = forwarding::parse("http:80=http:8080");
    ASSERT_TRUE(read) << read.error().message;
    EXPECT_EQ(read->entry, (listener{"http", 80}));
    EXPECT_EQ(read->target, (listener{"http", 8080}));
    for (const char* const each : {"http:80=http:8080", "https:443=http:80", "http2:443=http2:443",
                                   "tcp:5432=tcp:5432", "udp:53=udp:5353"})
        EXPECT_EQ(said_of<forwarding>(each), each);
}

TEST(forwarding, goes_to_the_same_where_only_one_side_is_named) {
    EXPECT_EQ(said_of<forwarding>("https:443"), "https:443=https:443");
    EXPECT_EQ(said_of<forwarding>("TCP:25"), "tcp:25=tcp:25");
}

TEST(forwarding, knows_who_has_the_certificate) {
    const auto read = [](const char* typed) { return *forwarding::parse(typed); };
    EXPECT_TRUE(read("https:443=https:8443").passes_tls());
    EXPECT_TRUE(read("http2:443").passes_tls());
    EXPECT_FALSE(read("http:80").passes_tls());
    EXPECT_FALSE(read("tcp:443").passes_tls());
    EXPECT_TRUE(read("https:443=http:80").needs_certificate());
    EXPECT_TRUE(read("https:443=http2:443").needs_certificate());
    EXPECT_FALSE(read("https:443").needs_certificate());
    EXPECT_FALSE(read("http:80=https:443").needs_certificate());
}

TEST(forwarding, that_is_none_says_what_is_wrong_with_it) {
    const std::string code = "digitalocean_forwarding: ";
    const std::string protocol = "names a protocol that is none of http, https, http2, tcp and "
                                 "udp.";
    const std::string port = "has no port from 1 to 65535 behind a protocol.";
    EXPECT_EQ(said_of<forwarding>(""), code + "“” " + protocol);
    EXPECT_EQ(said_of<forwarding>("80=8080"), code + "“80=8080” " + protocol);
    EXPECT_EQ(said_of<forwarding>("ftp:21"), code + "“ftp:21” " + protocol);
    EXPECT_EQ(said_of<forwarding>("http:80="), code + "“http:80=” " + protocol);
    for (const char* const each : {"http", "http:", "http:0", "http:65536", "http:80-90",
                                   "http:80=http", "http:80=http:080", "http:80=http:8080=x"})
        EXPECT_EQ(said_of<forwarding>(each), code + "“" + each + "” " + port);
    EXPECT_EQ(said_of<forwarding>("udp:53=tcp:53"),
              code + "“udp:53=tcp:53” has udp on one side: it is on both, or on none.");
    EXPECT_EQ(forwarding::parse("x").error().expected,
              "what comes in and where it goes, like http:80=http:8080");
}

TEST(health_target, says_what_has_to_answer) {
    EXPECT_EQ(said_of<health_target>("http:8080/health?deep=1"), "http:8080/health?deep=1");
    EXPECT_EQ(said_of<health_target>("https:443"), "https:443/");
    EXPECT_EQ(said_of<health_target>("Tcp:5432"), "tcp:5432");
    const std::string code = "digitalocean_health: ";
    EXPECT_EQ(said_of<health_target>("tcp:5432/x"),
              code + "“tcp:5432/x” has a path, and tcp has none.");
    EXPECT_EQ(said_of<health_target>("udp:53"),
              code + "“udp:53” asks for health by none of http, https and tcp.");
    EXPECT_EQ(said_of<health_target>("http/health"),
              code + "“http/health” has no port from 1 to 65535 behind a protocol.");
    EXPECT_EQ(said_of<health_target>("/health"),
              code + "“/health” names a protocol that is none of http, https, http2, tcp and udp.");
}

TEST(entry_ref, is_what_comes_in) {
    EXPECT_EQ(said_of<entry_ref>("https:443"), "https:443");
    EXPECT_EQ(said_of<entry_ref>("https:443=https:443").substr(0, 20), "digitalocean_entry: ");
    EXPECT_EQ(said_of<entry_ref>("443").substr(0, 20), "digitalocean_entry: ");
}

} // namespace
} // namespace chatops::digitalocean
