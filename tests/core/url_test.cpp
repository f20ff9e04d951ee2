// Names go into paths and forms, and come out as they went in; what is not a form is a mistake.
#include "chatops/core/random.hpp"
#include "chatops/core/url.hpp"

#include <gtest/gtest.h>

namespace chatops {
namespace {

TEST(percent_encode, leaves_only_what_rfc_3986_calls_unreserved) {
    EXPECT_EQ(percent_encode("acme-web_1.2~x"), "acme-web_1.2~x");
    EXPECT_EQ(percent_encode("a/b?c#d e%f+g&h=i"), "a%2Fb%3Fc%23d%20e%25f%2Bg%26h%3Di");
    EXPECT_EQ(percent_encode("\xc3\xa9\r\n"), "%C3%A9%0D%0A");
    EXPECT_EQ(percent_encode(std::string_view("\0", 1)), "%00");
    EXPECT_EQ(percent_encode(""), "");
}

TEST(form, is_encoded_as_a_browser_does) {
    EXPECT_EQ(form_encode({{"text", "scale web=3 & more"}, {"empty", ""}, {"a b", "ü"}}),
              "text=scale+web%3D3+%26+more&empty=&a+b=%C3%BC");
    EXPECT_EQ(form_encode({}), "");
}

TEST(form, comes_out_as_it_went_in) {
    seeded_random chance(11);
    for (int round = 0; round < 200; ++round) {
        form fields;
        for (std::uint64_t count = chance.below(6); count > 0; --count) {
            auto& [name, value] = fields.emplace_back();
            name = "n" + chance.word(2);
            for (std::uint64_t length = chance.below(20); length > 0; --length)
                value += static_cast<char>(chance.below(256));
        }
        EXPECT_EQ(form_decode(form_encode(fields)).value(), fields);
    }
}

TEST(form, of_slack_is_read) {
    const auto fields = form_decode("command=%2Fops&text=scale+web%3d3&text=second&flag&&x=a=b");
    ASSERT_TRUE(fields);
    EXPECT_EQ(*find_field(*fields, "command"), "/ops");
    EXPECT_EQ(*find_field(*fields, "text"), "scale web=3");
    EXPECT_EQ(*find_field(*fields, "flag"), "");
    EXPECT_EQ(*find_field(*fields, "x"), "a=b");
    EXPECT_EQ(find_field(*fields, "nothing"), nullptr);
    EXPECT_EQ(fields->size(), 5u);
}

TEST(form, that_is_malformed_says_where) {
    const auto offset = [](std::string_view text) {
        const auto fields = form_decode(text);
        return fields ? std::string("fine")
                      : fields.error().code + std::to_string(fields.error().begin);
    };
    EXPECT_EQ(offset("a=1&b=%"), "form_malformed6");
    EXPECT_EQ(offset("a=1&b=%4"), "form_malformed6");
    EXPECT_EQ(offset("a=1&b=%4x&c"), "form_malformed6");
    EXPECT_EQ(offset("%zz=1"), "form_malformed0");
    EXPECT_EQ(offset("a%20=%41"), "fine");
    EXPECT_EQ(offset(""), "fine");
    EXPECT_EQ(offset("&=&"), "fine");
}

TEST(form, has_a_limit) {
    std::string many;
    for (std::size_t i = 0; i < limits::form_fields; ++i) many += "a=&";
    EXPECT_EQ(form_decode(many).value().size(), limits::form_fields);
    EXPECT_EQ(form_decode(many + "a=").error().code, "form_too_long");
}

} // namespace
} // namespace chatops
