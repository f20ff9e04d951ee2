// What people name at Sentry, and what they mistype.
#include "chatops/provider/sentry/names.hpp"

#include <gtest/gtest.h>

namespace chatops::sentry {
namespace {

template <class T>
std::string wrong(std::string_view text) {
    const auto read = T::parse(text);
    return read ? "good: " + read->to_text() : read.error().code + ": " + read.error().message;
}

template <class T>
bool is_good(std::string_view text) {
    return T::parse(text).has_value();
}

TEST(sentry_names, are_taken_as_sentry_has_them) {
    EXPECT_TRUE(is_good<project_name>("acme-web_2"));
    EXPECT_TRUE(is_good<issue_ref>("ACME-1A"));
    EXPECT_TRUE(is_good<issue_ref>("acme-web-1a"));
    EXPECT_TRUE(is_good<issue_ref>("4509123456789012"));
    EXPECT_TRUE(is_good<release_version>("acme@1.4.2+build 7"));
    EXPECT_TRUE(is_good<release_version>("böse"));
    EXPECT_TRUE(is_good<environment_name>("production (eu)"));
    EXPECT_TRUE(is_good<assignee_ref>("Devi Nair"));
    EXPECT_TRUE(is_good<assignee_ref>("team:backend"));
    EXPECT_TRUE(is_good<event_ref>("0123456789ABCDEF0123456789abcdef"));
    EXPECT_TRUE(is_good<event_ref>("01234567-89ab-cdef-0123-456789abcdef"));
    EXPECT_TRUE(is_good<event_ref>("0123abcd")) << "its beginning";
    EXPECT_FALSE(is_good<event_ref>("0123abc"));
    EXPECT_TRUE(is_good<key_ref>("Liked Pegasus"));
    EXPECT_FALSE(is_good<key_ref>(""));
    EXPECT_FALSE(is_good<key_ref>("a\nb"));
    EXPECT_FALSE(is_good<event_ref>("0123456789abcdef0123456789abcdef0"));
}

TEST(sentry_names, none_means_another_path) {
    for (const char* const bad : {"", ".", "..", "a/b", "a\\b", "a\nb", "../x"}) {
        EXPECT_FALSE(is_good<project_name>(bad)) << bad;
        EXPECT_FALSE(is_good<issue_ref>(bad)) << bad;
        EXPECT_FALSE(is_good<release_version>(bad)) << bad;
        EXPECT_FALSE(is_good<event_ref>(bad)) << bad;
    }
    EXPECT_FALSE(is_good<release_version>(" "));
    EXPECT_FALSE(is_good<release_version>(std::string(251, 'a')));
    EXPECT_FALSE(is_good<environment_name>("a/b"));
    EXPECT_FALSE(is_good<environment_name>(std::string(65, 'a')));
    EXPECT_FALSE(is_good<assignee_ref>(""));
}

TEST(sentry_names, say_what_is_wrong) {
    EXPECT_EQ(wrong<issue_ref>("broken"), "sentry_issue: “broken” names no issue.");
    EXPECT_EQ(wrong<project_name>("Acme"), "sentry_project: “Acme” is not a name of a project.");
    EXPECT_EQ(wrong<event_ref>("123"), "sentry_event: “123” is no id of an event.");
    EXPECT_EQ(wrong<release_version>("1/2"),
              "sentry_release: “1/2” is not a version that a release can have.");
}

} // namespace
} // namespace chatops::sentry
