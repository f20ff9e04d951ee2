// What people name at Papertrail, and what is no name.
#include "chatops/provider/papertrail/names.hpp"

#include <gtest/gtest.h>

#include <string>

namespace chatops::papertrail {
namespace {

TEST(papertrail_names, may_hold_any_sign_on_one_line) {
    EXPECT_TRUE(system_ref::parse("a name/with?all#&=%20 \"quoted\" 'té' <!channel>"));
    EXPECT_TRUE(query_text::parse("program:(rails OR nginx) -\"a b\""));
    EXPECT_TRUE(email::parse("dev+logs@agency.example"));
    EXPECT_TRUE(address::parse("203.0.113.40"));
    EXPECT_TRUE(address::parse("2001:db8::7"));
}

TEST(papertrail_names, are_refused_with_what_was_expected) {
    EXPECT_EQ(system_ref::parse("").error().expected,
              "a name or id of a system: one line of at most 255 bytes");
    EXPECT_EQ(group_ref::parse("a\nb").error().code, "papertrail_reference");
    EXPECT_EQ(group_ref::parse(std::string(256, 'a')).error().code, "papertrail_reference");
    EXPECT_EQ(group_ref::parse("\xff").error().code, "papertrail_reference");
    EXPECT_EQ(query_text::parse(std::string(5'000, 'a')).error().message.substr(0, 3), "“");
    EXPECT_EQ(email::parse("dev").error().code, "papertrail_email");
    for (const char* const none : {"@b", "a@", "a@b@c", "a b@c", "a/b@c", ""})
        EXPECT_FALSE(email::parse(none)) << none;
    for (const char* const none :
         {"", "web", "203.0.113", "203.0.113.256", "203.0.113.4/24", "::g"})
        EXPECT_FALSE(address::parse(none)) << none;
    EXPECT_EQ(address::parse("web").error().code, "papertrail_address");
}

} // namespace
} // namespace chatops::papertrail
