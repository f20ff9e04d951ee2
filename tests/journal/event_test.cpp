#include "chatops/journal/event.hpp"

#include <gtest/gtest.h>

#include <set>

namespace chatops::journal {
namespace {

entry sample() {
    return {run_id{"abc"}, kind::recorded, "scale", R"({"value":3})",
            time_point(std::chrono::milliseconds(1'700'000'000'123))};
}

TEST(journal_event, every_kind_has_a_word_that_leads_back_to_it) {
    std::set<std::string_view> words;
    for (const kind each : {kind::accepted, kind::asked, kind::answered, kind::begun,
                            kind::recorded, kind::cancelled, kind::delivered}) {
        EXPECT_EQ(kind_of(word_of(each)), each);
        words.insert(word_of(each));
    }
    EXPECT_EQ(words.size(), 7U);
    EXPECT_EQ(kind_of("eaten"), std::nullopt);
}

TEST(journal_event, the_hash_is_the_same_on_every_compiler) {
    EXPECT_EQ(hex(chain_hash(sha256_digest{}, 1, sample())),
              "4edd42a31bf55c678e221142cfcc5089d980091225bccc12c6d8e2b10f17ad6a");
}

TEST(journal_event, whatever_changes_changes_the_hash) {
    const sha256_digest before = chain_hash(sha256_digest{}, 1, sample());
    std::set<std::string> hashes{hex(before)};
    const auto changed = [&](auto change) {
        entry other = sample();
        change(other);
        return hashes.insert(hex(chain_hash(sha256_digest{}, 1, other))).second;
    };
    EXPECT_TRUE(changed([](entry& each) { each.run.text = "abd"; }));
    EXPECT_TRUE(changed([](entry& each) { each.what = kind::begun; }));
    EXPECT_TRUE(changed([](entry& each) { each.name = "scal"; }));
    EXPECT_TRUE(changed([](entry& each) { each.data += " "; }));
    EXPECT_TRUE(changed([](entry& each) { each.when += std::chrono::milliseconds(1); }));
    // Moving a letter from one member to the next is no way around it.
    EXPECT_TRUE(changed([](entry& each) {
        each.name = "scale{";
        each.data.erase(0, 1);
    }));
    EXPECT_TRUE(hashes.insert(hex(chain_hash(sha256_digest{}, 2, sample()))).second);
    EXPECT_TRUE(hashes.insert(hex(chain_hash(before, 1, sample()))).second);
}

TEST(journal_event, a_chained_event_names_its_place_and_its_predecessor) {
    const event first = chained(sha256_digest{}, 1, sample());
    const event second = chained(first.hash, 2, sample());
    EXPECT_EQ(second.sequence, 2U);
    EXPECT_EQ(second.previous, first.hash);
    EXPECT_EQ(second.hash, chain_hash(first.hash, 2, sample()));
    EXPECT_EQ(second.data, sample().data);
}

} // namespace
} // namespace chatops::journal
