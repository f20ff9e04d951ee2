#include "chatops/http/message.hpp"

#include <gtest/gtest.h>

namespace chatops::http {
namespace {

TEST(message, a_request_has_a_path_and_a_query_whatever_stands_in_them) {
    request what;
    what.url = "https://api.example/v2/things?name=a";
    EXPECT_EQ(what.path(), "/v2/things");
    EXPECT_EQ(what.query(), "name=a");
    what.url = "https://api.example";
    EXPECT_EQ(what.path(), "/");
    EXPECT_EQ(what.query(), "");
    what.url = "/v1.0/1/rdns/servers?href=https://api.example/v2/1/servers/2";
    EXPECT_EQ(what.path(), "/v1.0/1/rdns/servers");
    EXPECT_EQ(what.query(), "href=https://api.example/v2/1/servers/2");
    what.url = "https://api.example?next=/elsewhere";
    EXPECT_EQ(what.path(), "/");
}

} // namespace
} // namespace chatops::http
