// Base64 gives back what went in; what is none is nothing.
#include "chatops/core/base64.hpp"
#include "chatops/core/random.hpp"

#include <gtest/gtest.h>

#include <utility>

namespace chatops {
namespace {

TEST(base64, goes_there_and_back) {
    // RFC 4648, 10, and the two last letters of the alphabet.
    const std::pair<const char*, const char*> cases[] = {{"", ""},
                                                         {"f", "Zg=="},
                                                         {"fo", "Zm8="},
                                                         {"foo", "Zm9v"},
                                                         {"foob", "Zm9vYg=="},
                                                         {"fooba", "Zm9vYmE="},
                                                         {"foobar", "Zm9vYmFy"},
                                                         {"\xff\xfe", "//4="},
                                                         {"\xfb\xef\xbe", "++++"}};
    for (const auto& [bytes, text] : cases) {
        EXPECT_EQ(base64(bytes), text);
        EXPECT_EQ(from_base64(text), bytes);
    }
    seeded_random chance(5);
    for (std::size_t length = 0; length < 100; ++length) {
        std::string bytes;
        while (bytes.size() < length) bytes += static_cast<char>(chance.below(256));
        EXPECT_EQ(base64(bytes).size(), (length + 2) / 3 * 4);
        EXPECT_EQ(from_base64(base64(bytes)), bytes);
    }
}

TEST(base64, may_lack_its_padding) {
    EXPECT_EQ(from_base64("Zg"), "f");
    EXPECT_EQ(from_base64("Zm8"), "fo");
}

TEST(base64, that_is_none_is_nothing) {
    for (const char* const each : {"!", "Zm9vY", "Zg=", "Zg===", "==", "====", "Z=g=", "Zm9v\n",
                                   "Zm 9v", "-_-_", "\xc3\xa9\xc3\xa9"})
        EXPECT_FALSE(from_base64(each)) << each;
}

} // namespace
} // namespace chatops
