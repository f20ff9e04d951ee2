// Paths, addresses and identities as servers meet them.
#include "mocks/common/ids.hpp"
#include "mocks/common/paths.hpp"

#include <gtest/gtest.h>

namespace chatops::mocks {
namespace {

using words = std::vector<std::string_view>;

TEST(common_paths, are_words_between_slashes) {
    EXPECT_EQ(path_words("/v2/droplets/12"), (words{"v2", "droplets", "12"}));
    EXPECT_EQ(path_words("/v2//droplets/"), (words{"v2", "droplets"}));
    EXPECT_EQ(path_words("droplets"), (words{"droplets"}));
    EXPECT_TRUE(path_words("").empty());
    EXPECT_TRUE(path_words("//").empty());
}

TEST(common_paths, match_a_pattern_with_stars_for_words) {
    EXPECT_TRUE(path_matches("/apps/*/dynos", path_words("/apps/acme/dynos")));
    EXPECT_TRUE(path_matches("/apps", path_words("/apps/")));
    EXPECT_FALSE(path_matches("/apps/*", path_words("/apps")));
    EXPECT_FALSE(path_matches("/apps", path_words("/apps/acme")));
    EXPECT_FALSE(path_matches("/apps/*", path_words("/app/acme")));
    EXPECT_TRUE(path_matches("", path_words("/")));
}

TEST(common_paths, give_the_words_that_stars_stood_for) {
    EXPECT_EQ(path_parameters("/tags/*/of/*", path_words("/tags/env%3Aprod/of/a+b")),
              (std::vector<std::string>{"env:prod", "a+b"}));
    EXPECT_TRUE(path_parameters("/tags", path_words("/tags")).empty());
}

TEST(common_paths, begin_where_the_client_found_the_server) {
    http::request what;
    EXPECT_EQ(base_url(what, "https://api.example"), "https://api.example");
    what.headers.set("Host", "127.0.0.1:9101");
    EXPECT_EQ(base_url(what, "https://api.example"), "http://127.0.0.1:9101");
    what.headers.set("Host", "[::1]:9101");
    EXPECT_EQ(base_url(what, "https://api.example"), "http://[::1]:9101");
    what.headers.set("Host", "api.vendor.example");
    EXPECT_EQ(base_url(what, "https://api.example"), "https://api.vendor.example");
}

TEST(common_ids, are_uuids_of_version_4_and_the_same_for_the_same_seed) {
    seeded_random one(7);
    seeded_random two(7);
    const std::string first = next_uuid(one);

    EXPECT_EQ(first, next_uuid(two));
    EXPECT_NE(first, next_uuid(one));
    ASSERT_EQ(first.size(), 36U);
    EXPECT_EQ(first[8], '-');
    EXPECT_EQ(first[14], '4');
    EXPECT_NE(std::string("89ab").find(first[19]), std::string::npos);
}

} // namespace
} // namespace chatops::mocks
