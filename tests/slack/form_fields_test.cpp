// Fields are found without copying and decoded as a browser means them.
#include "chatops/core/random.hpp"
#include "chatops/core/url.hpp"
#include "chatops/slack/form_fields.hpp"

#include <gtest/gtest.h>

namespace chatops::slack {
namespace {

TEST(form_fields, are_decoded_when_asked_for) {
    const form_fields fields("command=%2Fops&text=scale+web%3d3&text=second&flag&&=x&y=a=b");
    EXPECT_EQ(fields.value("command"), "/ops");
    EXPECT_EQ(fields.value("text"), "scale web=3");
    EXPECT_EQ(fields.value("y"), "a=b");
    EXPECT_EQ(fields.value("flag"), "");
    EXPECT_TRUE(fields.has("flag"));
    EXPECT_EQ(fields.value("absent"), "");
    EXPECT_FALSE(fields.has("absent"));
}

TEST(form_fields, that_are_malformed_have_no_value) {
    for (const char* const body : {"text=%", "text=%4", "text=%zz", "text=%4g", "text=a%"})
        EXPECT_FALSE(form_fields(body).value("text")) << body;
    EXPECT_FALSE(form_fields("text=%ff%fe").value("text")) << "not UTF-8";
    EXPECT_TRUE(form_fields("other=%zz&text=fine").value("text")) << "not asked for";
}

TEST(form_fields, agree_with_the_other_reader) {
    seeded_random chance(5);
    for (int round = 0; round < 300; ++round) {
        std::string body;
        for (std::uint64_t length = chance.below(40); length > 0; --length)
            body += "ab=&%+20zA"[chance.below(10)];
        const auto all = form_decode(body);
        const form_fields fields(body);
        for (const char* const name : {"a", "b", "ab"}) {
            if (!all || body.find(std::string(name) + "%") != std::string::npos) continue;
            const std::string* const expected = find_field(*all, name);
            if (expected != nullptr && fields.has(name)) {
                EXPECT_EQ(fields.value(name), *expected) << body;
            }
        }
    }
}

TEST(form_fields, beyond_the_limit_are_not_seen) {
    std::string body;
    for (int i = 0; i < 40; ++i) body += "f" + std::to_string(i) + "=1&";
    const form_fields fields(body);
    EXPECT_TRUE(fields.has("f31"));
    EXPECT_FALSE(fields.has("f32"));
}

} // namespace
} // namespace chatops::slack
