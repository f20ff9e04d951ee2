// The digest of this platform and the browser's, against the same published vectors.
#include "chatops/core/digest.hpp"
#include "chatops/core/sha256.hpp"

#include <gtest/gtest.h>

namespace chatops {
namespace {

/// One of the two implementations.
struct implementation {
    const char* name;
    sha256_digest (*sha256)(std::string_view);
    sha256_digest (*hmac)(std::string_view, std::string_view, std::string_view);
};

class digest : public testing::TestWithParam<implementation> {
  protected:
    static std::string of(std::string_view bytes) { return hex(GetParam().sha256(bytes)); }
    static std::string keyed(std::string_view key, std::string_view first,
                             std::string_view second = {}) {
        return hex(GetParam().hmac(key, first, second));
    }
};

INSTANTIATE_TEST_SUITE_P(both, digest,
                         testing::Values(implementation{"platform", sha256, hmac_sha256},
                                         implementation{"portable", portable::sha256,
                                                        portable::hmac_sha256}),
                         [](const auto& each) { return std::string(each.param.name); });

// Source: NIST, "Examples with Intermediate Values", SHA-256; and FIPS 180-2, appendix B.3.
TEST_P(digest, is_nists) {
    EXPECT_EQ(of(""), "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
    EXPECT_EQ(of("abc"), "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
    EXPECT_EQ(of("abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq"),
              "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1");
    EXPECT_EQ(of(std::string(1'000'000, 'a')),
              "cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0");
}

// Source: RFC 4231, 4.2 to 4.8; 4.6 is of a shortened output, which nobody here uses.
TEST_P(digest, with_a_key_is_that_of_rfc_4231) {
    EXPECT_EQ(keyed(std::string(20, '\x0b'), "Hi There"),
              "b0344c61d8db38535ca8afceaf0bf12b881dc200c9833da726e9376c2e32cff7");
    EXPECT_EQ(keyed("Jefe", "what do ya want for nothing?"),
              "5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843");
    EXPECT_EQ(keyed(std::string(20, '\xaa'), std::string(50, '\xdd')),
              "773ea91e36800e46854db8ebd09181a72959098b3ef8c122d9635514ced565fe");
    std::string counting;
    for (char each = 1; each <= 25; ++each) counting += each;
    EXPECT_EQ(keyed(counting, std::string(50, '\xcd')),
              "82558a389a443c0ea4cc819899f2083a85f0faa3e578f8077a2e3ff46729665b");
    EXPECT_EQ(
        keyed(std::string(131, '\xaa'), "Test Using Larger Than Block-Size Key - Hash Key First"),
        "60e431591ee0b67f0d8a26aacbf5b77f8e0bc6213728c5140546040f0ee37f54");
    EXPECT_EQ(keyed(std::string(131, '\xaa'),
                    "This is a test using a larger than block-size key and a larger than "
                    "block-size data. The key needs to be hashed before being used by the HMAC "
                    "algorithm."),
              "9b09ffa71b942fcb27635fbcd5b0e944bfdc63644f0713938a7f51535c3a35e2");
}

TEST_P(digest, of_parts_is_that_of_the_whole) {
    const std::string whole = "v0:1531420618:token=xyzz0WbapA4vBCDEFasx0q6G&team_id=T1DC2JH3J";
    for (std::size_t cut = 0; cut <= whole.size(); ++cut)
        EXPECT_EQ(keyed("key", whole.substr(0, cut), whole.substr(cut)), keyed("key", whole));
}

TEST_P(digest, takes_an_empty_key) {
    // Source: RFC 2104 pads any key with zeros, so the empty key is one zero byte.
    EXPECT_EQ(keyed("", "text"), keyed(std::string(1, '\0'), "text"));
}

TEST(digest, of_every_length_around_a_block_is_the_same_by_both) {
    for (std::size_t length = 0; length <= 200; ++length) {
        const std::string bytes(length, static_cast<char>(length));
        EXPECT_EQ(sha256(bytes), portable::sha256(bytes)) << length;
        EXPECT_EQ(hmac_sha256(bytes, "text"), portable::hmac_sha256(bytes, "text")) << length;
    }
}

// A declaration's digest can be known when the program is compiled.
static_assert(portable::sha256("abc")[0] == 0xba && portable::sha256("abc")[31] == 0xad);

TEST(constant_time_equal, compares_as_equality_does) {
    EXPECT_TRUE(constant_time_equal("", ""));
    EXPECT_TRUE(constant_time_equal("abc", "abc"));
    EXPECT_FALSE(constant_time_equal("abc", "abd"));
    EXPECT_FALSE(constant_time_equal("abc", "ab"));
    EXPECT_FALSE(constant_time_equal("xbc", "abc"));
    EXPECT_FALSE(constant_time_equal(std::string_view("a\0b", 3), std::string_view("a\0c", 3)));
}

} // namespace
} // namespace chatops
