#include "chatops/core/errors.hpp"
#include "chatops/native/sqlite_store.hpp"
#include "chatops/native/verify_journal.hpp"
#include "tests/native/loop.hpp"
#include "tests/native/temporary_folder.hpp"

#include <gtest/gtest.h>
#include <soci/soci.h>

#include <fstream>
#include <optional>
#include <string>

namespace {

using namespace chatops;
using native::testing::loop;

class verify_journal : public ::testing::Test {
  protected:
    verify_journal() : path_(folder_.file("journal.db")) {
        store_.emplace(turning_.io, native::sqlite_settings{path_});
    }

    /// So many events, of runs `run1`, `run2`, …
    void append(int count) {
        for (int i = 1; i <= count; ++i) {
            journal::batch one;
            one.entries.push_back({run_id{"run" + std::to_string(i)}, journal::kind::accepted, "",
                                   "{\"number\":" + std::to_string(i) + "}", time_point{}});
            turning_.run(store_->append(one));
        }
    }
    /// As somebody does who has the file.
    void tamper(const std::string& sql) {
        store_.reset();
        soci::session direct("sqlite3", "db=\"" + path_ + "\"");
        direct << sql;
    }
    [[nodiscard]] journal::chain_check checked() const { return native::verify_journal(path_); }

    native::testing::temporary_folder folder_;
    std::string path_;
    loop turning_;
    std::optional<native::sqlite_store> store_;
};

TEST_F(verify_journal, finds_a_sound_journal_sound_while_a_bot_uses_it) {
    EXPECT_TRUE(checked().is_sound()) << "an empty one";
    append(1'200);
    const journal::chain_check check = checked();
    EXPECT_TRUE(check.is_sound()) << check.broken();
    EXPECT_EQ(check.head().sequence, 1'200U);
    EXPECT_EQ(check.head().hash, turning_.run(store_->head()).hash);
    append(1);
    EXPECT_EQ(checked().head().sequence, 1'201U);
}

TEST_F(verify_journal, names_the_first_event_that_was_changed) {
    append(700);
    tamper("UPDATE events SET data = '{\"number\":7}' WHERE sequence = 600");
    EXPECT_FALSE(checked().is_sound());
    EXPECT_EQ(checked().head().sequence, 599U);
}

TEST_F(verify_journal, names_an_event_that_is_missing) {
    append(5);
    tamper("DELETE FROM events WHERE sequence = 3");
    EXPECT_EQ(checked().head().sequence, 2U);
    EXPECT_EQ(checked().broken(), "it is missing: after 2 comes 4");
}

TEST_F(verify_journal, counts_what_stands_before_an_event_that_cannot_be_read) {
    append(5);
    tamper("UPDATE events SET hash = 'none' WHERE sequence = 4");
    EXPECT_EQ(checked().head().sequence, 3U);
    EXPECT_EQ(checked().broken(), "a hash of the journal is damaged");
}

TEST_F(verify_journal, makes_no_file_and_takes_no_other) {
    EXPECT_THROW(native::verify_journal(folder_.file("nowhere.db")), store_error);
    EXPECT_FALSE(std::ifstream(folder_.file("nowhere.db")).good());
    std::ofstream(folder_.file("text")) << std::string(4'096, 'x');
    EXPECT_THROW(native::verify_journal(folder_.file("text")), store_error);
}

TEST_F(verify_journal, runs_are_found_by_the_beginning_of_their_ids) {
    append(12);
    const auto found = turning_.run(store_->runs_named("run1", 10));
    ASSERT_EQ(found.size(), 4U);
    EXPECT_EQ(found[0].text, "run1");
    EXPECT_EQ(found[3].text, "run12");
    EXPECT_EQ(turning_.run(store_->runs_named("run", 5)).size(), 5U);
    EXPECT_TRUE(turning_.run(store_->runs_named("x' OR 1 = 1", 5)).empty());
}

} // namespace
