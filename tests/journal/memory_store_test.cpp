#include "chatops/journal/memory_store.hpp"
#include "tests/support/finished.hpp"

#include <gtest/gtest.h>

namespace chatops::journal {
namespace {

using support::finished;

batch of(const std::string& run, kind what, const std::string& key = {}) {
    batch together;
    together.delivery_key = key;
    together.entries.push_back({run_id{run}, what, "step", "{}", time_point{}});
    return together;
}

TEST(memory_store, what_was_appended_is_read_back_in_order) {
    memory_store store;
    EXPECT_EQ(finished(store.append(of("a", kind::accepted))).first_sequence, 1U);
    EXPECT_EQ(finished(store.append(of("b", kind::accepted))).first_sequence, 2U);
    EXPECT_EQ(finished(store.append(of("a", kind::recorded))).first_sequence, 3U);
    const auto events = finished(store.events_of(run_id{"a"}));
    ASSERT_EQ(events.size(), 2U);
    EXPECT_EQ(events[0].what, kind::accepted);
    EXPECT_EQ(events[1].sequence, 3U);
    EXPECT_TRUE(finished(store.events_of(run_id{"nobody"})).empty());
}

TEST(memory_store, the_same_delivery_is_appended_once) {
    memory_store store;
    EXPECT_FALSE(finished(store.append(of("a", kind::accepted, "key"))).duplicate);
    EXPECT_TRUE(finished(store.append(of("b", kind::accepted, "key"))).duplicate);
    EXPECT_FALSE(finished(store.append(of("c", kind::accepted, "other"))).duplicate);
    EXPECT_EQ(store.events().size(), 2U);
}

TEST(memory_store, a_run_is_open_until_it_is_delivered) {
    memory_store store;
    finished(store.append(of("z", kind::accepted)));
    finished(store.append(of("a", kind::accepted)));
    const auto open = finished(store.open_runs());
    ASSERT_EQ(open.size(), 2U);
    EXPECT_EQ(open[0].text, "z") << "the oldest first, whatever its name";
    finished(store.append(of("z", kind::delivered)));
    EXPECT_EQ(finished(store.open_runs()).size(), 1U);
}

TEST(memory_store, what_was_sealed_for_a_run_is_erased_when_it_ends) {
    memory_store store;
    batch opening = of("a", kind::accepted);
    opening.secrets.push_back({"response_url", "sealed"});
    finished(store.append(opening));
    ASSERT_EQ(finished(store.secrets_of(run_id{"a"})).size(), 1U);
    finished(store.append(of("a", kind::delivered)));
    EXPECT_TRUE(finished(store.secrets_of(run_id{"a"})).empty());
}

TEST(memory_store, runs_are_found_by_the_beginning_of_their_ids) {
    memory_store store;
    for (const char* const run : {"b2", "a1", "a12", "a1", "c"})
        finished(store.append(of(run, kind::accepted)));
    const auto found = finished(store.runs_named("a1", 10));
    ASSERT_EQ(found.size(), 2U);
    EXPECT_EQ(found[0].text, "a1");
    EXPECT_EQ(found[1].text, "a12");
    EXPECT_EQ(finished(store.runs_named("", 3)).size(), 3U);
    EXPECT_TRUE(finished(store.runs_named("d", 10)).empty());
}

TEST(memory_store, the_chain_is_whole_from_the_first_event_to_the_head) {
    memory_store store;
    for (int i = 0; i < 5; ++i) finished(store.append(of("run", kind::recorded)));
    sha256_digest previous{};
    for (const event& each : finished(store.after(0, 100))) {
        EXPECT_EQ(each.previous, previous);
        EXPECT_EQ(each.hash, chain_hash(previous, each.sequence, each));
        previous = each.hash;
    }
    EXPECT_EQ(finished(store.head()).hash, previous);
    EXPECT_EQ(finished(store.head()).sequence, 5U);
    EXPECT_EQ(finished(store.after(3, 1)).at(0).sequence, 4U);
}

} // namespace
} // namespace chatops::journal
