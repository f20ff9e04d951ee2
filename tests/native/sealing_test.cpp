#include "chatops/native/sealing.hpp"

#include <gtest/gtest.h>

#include <set>

namespace {

using chatops::secret;
using chatops::native::gcm_sealer;

std::string opened(gcm_sealer& with, std::string_view sealed, std::string_view purpose = "p") {
    const std::optional<secret> found = with.open(sealed, purpose);
    return found ? std::string(found->reveal()) : "nothing";
}

class sealing : public ::testing::Test {
  protected:
    gcm_sealer ours{secret("8f742231b10e8888abcd99yyyzzz85a5")};
};

TEST_F(sealing, opens_what_it_sealed) {
    for (const std::string& text :
         {std::string(), std::string("x"), std::string("https://hooks.slack.com/commands/T/1/x"),
          std::string("a\0b", 3), std::string(100'000, 'y')})
        EXPECT_EQ(opened(ours, ours.seal(secret(text), "p")), text);
}

TEST_F(sealing, opens_after_a_restart_with_the_same_credentials) {
    gcm_sealer later{secret("8f742231b10e8888abcd99yyyzzz85a5")};
    EXPECT_EQ(opened(later, ours.seal(secret("value"), "p")), "value");
}

TEST_F(sealing, opens_nothing_with_other_credentials_or_for_another_purpose) {
    gcm_sealer other{secret("8f742231b10e8888abcd99yyyzzz85a6")};
    const std::string sealed = ours.seal(secret("value"), "run-1/response_url");
    EXPECT_EQ(opened(other, sealed, "run-1/response_url"), "nothing");
    EXPECT_EQ(opened(ours, sealed, "run-2/response_url"), "nothing");
    EXPECT_EQ(opened(ours, sealed, ""), "nothing");
}

TEST_F(sealing, opens_nothing_that_was_changed) {
    const std::string sealed = ours.seal(secret("value"), "p");
    EXPECT_EQ(opened(ours, ""), "nothing");
    EXPECT_EQ(opened(ours, "v1."), "nothing");
    EXPECT_EQ(opened(ours, "v2" + sealed.substr(2)), "nothing");
    for (std::size_t length = 0; length < sealed.size(); ++length)
        EXPECT_EQ(opened(ours, sealed.substr(0, length)), "nothing");
    for (const char* more : {"A", "=", "==", " ", "\n", "AAAA"})
        EXPECT_EQ(opened(ours, sealed + more), "nothing") << more;
    for (std::size_t i = 0; i < sealed.size(); ++i) {
        std::string changed = sealed;
        changed[i] = changed[i] == 'A' ? 'B' : 'A';
        EXPECT_EQ(opened(ours, changed), "nothing") << i;
    }
}

TEST_F(sealing, never_seals_alike_and_shows_nothing) {
    std::set<std::string> all;
    for (int i = 0; i < 100; ++i) all.insert(ours.seal(secret("plain text"), "p"));
    EXPECT_EQ(all.size(), 100U);
    for (const std::string& each : all) {
        EXPECT_EQ(each.find("plain"), std::string::npos);
        EXPECT_EQ(each.find_first_not_of("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ"
                                         "0123456789-_."),
                  std::string::npos);
    }
}

} // namespace
