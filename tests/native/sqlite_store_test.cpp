#include "chatops/core/errors.hpp"
#include "chatops/core/random.hpp"
#include "chatops/journal/memory_store.hpp"
#include "chatops/native/files.hpp"
#include "chatops/native/sqlite_store.hpp"
#include "tests/native/loop.hpp"
#include "tests/native/temporary_folder.hpp"

#include <gtest/gtest.h>
#include <soci/soci.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include <csignal>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <set>

namespace {

using namespace chatops;
using journal::kind;
using native::testing::loop;

journal::entry entry(const std::string& run, kind what, const std::string& data = "{}") {
    journal::entry made;
    made.run.text = run;
    made.what = what;
    made.name = what == kind::recorded ? "all/web/restart" : "";
    made.data = data;
    made.when = time_point(duration(1'700'000'000'123));
    return made;
}

journal::batch batch(std::vector<journal::entry> entries, const std::string& key = "") {
    journal::batch made;
    made.entries = std::move(entries);
    made.delivery_key = key;
    return made;
}

class sqlite_store : public ::testing::Test {
  protected:
    sqlite_store() { settings.path = folder.file("journal.db"); }

    native::sqlite_store& store() {
        if (!store_) store_.emplace(turning.io, settings);
        return *store_;
    }
    void close() { store_.reset(); }

    journal::append_outcome append(const journal::batch& what) {
        return turning.run(store().append(what));
    }
    std::string failure_of(const journal::batch& what) {
        try {
            append(what);
        } catch (const store_error& failed) {
            return failed.what();
        }
        return "no failure";
    }
    std::string refusal() {
        try {
            store();
        } catch (const store_error& failed) {
            return failed.what();
        }
        return "was opened";
    }
    std::vector<journal::event> all() { return turning.run(store().after(0, 1'000'000)); }

    /// Does something to the file as another program would.
    void change(const std::string& statement) {
        soci::session other("sqlite3", "db=\"" + settings.path + "\"");
        other << statement;
    }

    native::testing::temporary_folder folder;
    native::sqlite_settings settings;
    loop turning;

  private:
    std::optional<native::sqlite_store> store_;
};

std::string shown(const std::vector<journal::event>& events) {
    std::string text;
    for (const journal::event& each : events)
        text += std::to_string(each.sequence) + " " + each.run.text + " " +
                std::string(journal::word_of(each.what)) + " " + each.name + " " + each.data + " " +
                std::to_string(each.when.time_since_epoch().count()) + " " + hex(each.previous) +
                " " + hex(each.hash) + "\n";
    return text;
}

std::string shown(const std::vector<journal::sealed_secret>& secrets) {
    std::string text;
    for (const auto& each : secrets) text += each.name + "=" + each.sealed + "\n";
    return text;
}

std::string shown(const std::vector<run_id>& runs) {
    std::string text;
    for (const run_id& each : runs) text += each.text + "\n";
    return text;
}

/// A batch as a bot might make it, and some that it would not.
journal::batch drawn(random_source& chance) {
    static constexpr kind kinds[] = {kind::accepted, kind::accepted, kind::asked,
                                     kind::begun,    kind::recorded, kind::delivered};
    journal::batch made;
    if (chance.chance(1, 2)) made.delivery_key = "delivery-" + std::to_string(chance.below(40));
    const std::uint64_t entries = chance.below(4);
    for (std::uint64_t i = 0; i < entries; ++i) {
        const std::string run = "run-" + std::to_string(chance.below(12));
        const kind what = kinds[chance.below(std::size(kinds))];
        const std::string data = "{\"text\":\"größe '" + chance.word(5) + "\"}";
        made.entries.push_back(entry(run, what, data));
    }
    const std::uint64_t secrets = chance.below(3);
    for (std::uint64_t i = 0; i < secrets; ++i) {
        const std::string sealed = "v1." + chance.word(10);
        made.secrets.push_back({"secret-" + std::to_string(i), sealed});
    }
    return made;
}

TEST_F(sqlite_store, keeps_what_the_store_in_memory_keeps) {
    seeded_random chance(7);
    journal::memory_store model;
    for (int i = 0; i < 400; ++i) {
        if (i % 100 == 50) close(); // and opened again by the next call
        const journal::batch what = drawn(chance);
        const journal::append_outcome expected = turning.run(model.append(what));
        const journal::append_outcome outcome = append(what);
        ASSERT_EQ(outcome.duplicate, expected.duplicate) << i;
        ASSERT_EQ(outcome.first_sequence, expected.first_sequence) << i;
    }
    EXPECT_EQ(shown(all()), shown(turning.run(model.after(0, 1'000'000))));
    EXPECT_EQ(shown(turning.run(store().after(17, 5))), shown(turning.run(model.after(17, 5))));
    EXPECT_EQ(shown(turning.run(store().open_runs())), shown(turning.run(model.open_runs())));
    EXPECT_EQ(hex(turning.run(store().head()).hash), hex(turning.run(model.head()).hash));
    EXPECT_EQ(turning.run(store().head()).sequence, turning.run(model.head()).sequence);
    for (int i = 0; i < 12; ++i) {
        const run_id run{"run-" + std::to_string(i)};
        EXPECT_EQ(shown(turning.run(store().events_of(run))),
                  shown(turning.run(model.events_of(run))));
        EXPECT_EQ(shown(turning.run(store().secrets_of(run))),
                  shown(turning.run(model.secrets_of(run))));
    }
}

TEST_F(sqlite_store, ties_each_event_to_the_one_before) {
    append(batch({entry("a", kind::accepted), entry("a", kind::begun)}));
    append(batch({entry("b", kind::accepted)}));
    sha256_digest previous{};
    for (const journal::event& each : all()) {
        EXPECT_EQ(each.previous, previous);
        EXPECT_EQ(each.hash, journal::chain_hash(previous, each.sequence, each));
        previous = each.hash;
    }
}

TEST_F(sqlite_store, appends_nothing_for_a_delivery_seen_before) {
    EXPECT_EQ(append(batch({entry("a", kind::accepted)}, "Ev1")).first_sequence, 1U);
    close();
    const journal::append_outcome again = append(batch({entry("b", kind::accepted)}, "Ev1"));
    EXPECT_TRUE(again.duplicate);
    EXPECT_EQ(again.first_sequence, 0U);
    EXPECT_EQ(all().size(), 1U);
}

TEST_F(sqlite_store, erases_secrets_when_their_run_ends) {
    const std::string sealed = "v1.UNMISTAKABLE-SEALED-TEXT";
    journal::batch first = batch({entry("a", kind::accepted)});
    first.secrets.push_back({"response_url", sealed});
    append(first);
    EXPECT_EQ(turning.run(store().secrets_of(run_id{"a"})).at(0).sealed, sealed);
    append(batch({entry("a", kind::delivered)}));
    EXPECT_TRUE(turning.run(store().secrets_of(run_id{"a"})).empty());
    EXPECT_TRUE(turning.run(store().open_runs()).empty());
    close();
    const std::string bytes = native::read_file(settings.path, 1 << 20).value();
    EXPECT_EQ(bytes.find("UNMISTAKABLE"), std::string::npos);
    EXPECT_FALSE(std::filesystem::exists(settings.path + "-wal"));
}

TEST_F(sqlite_store, commits_together_what_comes_together) {
    std::vector<journal::batch> batches;
    for (int i = 0; i < 500; ++i)
        batches.push_back(batch({entry("run-" + std::to_string(i), kind::accepted)}));
    store();
    std::set<std::uint64_t> sequences;
    std::uint64_t before = 0;
    for (const journal::batch& each : batches)
        asio::co_spawn(turning.io, store().append(each),
                       [&](const std::exception_ptr& wrong, journal::append_outcome outcome) {
                           EXPECT_FALSE(wrong);
                           EXPECT_GT(outcome.first_sequence, before) << "out of order";
                           before = outcome.first_sequence;
                           sequences.insert(outcome.first_sequence);
                       });
    turning.until([&] { return sequences.size() == batches.size(); });
    EXPECT_EQ(*sequences.rbegin(), batches.size());
    EXPECT_LT(store().commits(), batches.size() / 10);
    EXPECT_GE(store().commits(), 2U);
}

TEST_F(sqlite_store, finishes_what_was_asked_when_it_is_closed) {
    const journal::batch what = batch({entry("a", kind::accepted)});
    bool is_done = false;
    asio::co_spawn(turning.io, store().append(what),
                   [&](const std::exception_ptr& wrong, journal::append_outcome) {
                       EXPECT_FALSE(wrong);
                       is_done = true;
                   });
    turning.io.poll();
    close();
    turning.until([&] { return is_done; });
    EXPECT_EQ(all().size(), 1U);
}

TEST_F(sqlite_store, has_lost_nothing_it_acknowledged_after_kill_9) {
    int pipe_ends[2];
    ASSERT_EQ(::pipe(pipe_ends), 0);
    const pid_t child = ::fork();
    ASSERT_GE(child, 0);
    if (child == 0) {
        loop own;
        native::sqlite_store dying(own.io, settings);
        for (std::uint32_t i = 1;; ++i) {
            const journal::batch what = batch({entry("run-" + std::to_string(i), kind::accepted),
                                               entry("run-" + std::to_string(i), kind::begun)},
                                              "key-" + std::to_string(i));
            own.run(dying.append(what));
            if (::write(pipe_ends[1], &i, sizeof i) != sizeof i) ::_exit(1);
        }
    }
    ::close(pipe_ends[1]);
    std::uint32_t acknowledged = 0;
    while (acknowledged < 50)
        ASSERT_EQ(::read(pipe_ends[0], &acknowledged, sizeof acknowledged),
                  static_cast<ssize_t>(sizeof acknowledged));
    ::kill(child, SIGKILL);
    ::waitpid(child, nullptr, 0);
    while (::read(pipe_ends[0], &acknowledged, sizeof acknowledged) > 0) continue;
    ::close(pipe_ends[0]);

    const std::vector<journal::event> events = all();
    EXPECT_GE(events.size(), 2U * acknowledged);
    EXPECT_EQ(events.size() % 2, 0U) << "half of a batch";
    EXPECT_EQ(turning.run(store().open_runs()).size(), events.size() / 2);
    EXPECT_TRUE(append(batch({}, "key-" + std::to_string(acknowledged))).duplicate);
    EXPECT_EQ(append(batch({entry("x", kind::accepted)})).first_sequence, events.size() + 1);
}

TEST_F(sqlite_store, is_one_process_at_a_time) {
    append(batch({entry("a", kind::accepted)}));
    try {
        const native::sqlite_store second(turning.io, settings);
        FAIL() << "two stores on one file";
    } catch (const store_error& refused) {
        EXPECT_EQ(refused.what(), settings.path + ": another chatops-bot is using this journal");
    }
    // Who only looks is welcome.
    soci::session other("sqlite3", "db=\"" + settings.path + "\"");
    int count = 0;
    other << "SELECT count(*) FROM events", soci::into(count);
    EXPECT_EQ(count, 1);
    close();
    EXPECT_EQ(refusal(), "was opened");
}

TEST_F(sqlite_store, is_readable_by_its_owner_alone) {
    { std::ofstream(settings.path); }
    ::chmod(settings.path.c_str(), 0644);
    append(batch({entry("a", kind::accepted)}));
    for (const char* each : {"", "-wal", "-shm", ".lock"}) {
        struct stat about {};
        ASSERT_EQ(::stat((settings.path + each).c_str(), &about), 0) << each;
        EXPECT_EQ(about.st_mode & 0777U, 0600U) << each;
    }
}

TEST_F(sqlite_store, says_where_it_cannot_be) {
    settings.path = folder.file("no/such/folder/journal.db");
    EXPECT_EQ(refusal(), settings.path + ".lock: No such file or directory");
    settings.path = folder.file("");
    EXPECT_NE(refusal().find("directory"), std::string::npos) << refusal();
}

TEST_F(sqlite_store, takes_any_path_for_a_path) {
    for (const char* name : {"with space.db", "a=b timeout=1.db", "file:x?mode=ro", "größe.db"}) {
        settings.path = folder.file(name);
        append(batch({entry("a", kind::accepted)}));
        EXPECT_TRUE(std::filesystem::exists(settings.path)) << name;
        close();
    }
}

TEST_F(sqlite_store, opens_nothing_that_is_not_its_own) {
    { std::ofstream(settings.path) << "this is a text, and long enough to be looked at" << 42; }
    EXPECT_EQ(refusal(), settings.path + ": the file is damaged, or is no journal");
    std::filesystem::remove(settings.path);
    change("CREATE TABLE mine (x)");
    EXPECT_EQ(refusal(), settings.path + ": a database of another program");
    std::filesystem::remove(settings.path);
    append(batch({entry("a", kind::accepted)}));
    close();
    change("PRAGMA user_version = 2");
    EXPECT_EQ(refusal(), settings.path + ": written by another version of this program (schema 2, "
                                         "this one knows 1)");
}

TEST_F(sqlite_store, notices_that_its_last_event_was_changed) {
    append(batch({entry("a", kind::accepted), entry("a", kind::recorded)}));
    close();
    change("UPDATE events SET data = '{\"web\":9}' WHERE sequence = 2");
    EXPECT_NE(refusal().find("damaged: the last event"), std::string::npos) << refusal();
}

TEST_F(sqlite_store, says_that_the_file_is_damaged) {
    for (int i = 0; i < 50; ++i)
        append(batch({entry("run", kind::recorded, std::string(5'000, 'x'))}));
    close();
    {
        std::fstream file(settings.path, std::ios::in | std::ios::out | std::ios::binary);
        for (int page = 1; page < 40; ++page) {
            file.seekp(page * 4096);
            file << std::string(100, '\xff');
        }
    }
    const auto use = [&] {
        store();
        all();
    };
    try {
        use();
        FAIL() << "damage was not noticed";
    } catch (const store_error& failed) {
        EXPECT_NE(std::string(failed.what()).find("damaged"), std::string::npos) << failed.what();
    }
}

TEST_F(sqlite_store, says_that_someone_has_locked_the_file_and_goes_on_afterwards) {
    settings.lock_patience = duration(30);
    append(batch({entry("a", kind::accepted)}));
    {
        soci::session other("sqlite3", "db=\"" + settings.path + "\"");
        other << "BEGIN IMMEDIATE";
        EXPECT_EQ(failure_of(batch({entry("b", kind::accepted)}, "Ev1")),
                  settings.path + ": another program has locked the file");
        EXPECT_EQ(all().size(), 1U) << "to read is still allowed";
        other << "ROLLBACK";
    }
    EXPECT_EQ(append(batch({entry("b", kind::accepted)}, "Ev1")).first_sequence, 2U);
}

TEST_F(sqlite_store, says_that_the_disk_fails_and_goes_on_once_it_does_not) {
    append(batch({entry("a", kind::accepted)}));
    const auto size = std::filesystem::file_size(settings.path + "-wal");
    std::signal(SIGXFSZ, SIG_IGN);
    rlimit before{};
    ASSERT_EQ(::getrlimit(RLIMIT_FSIZE, &before), 0);
    rlimit full = before;
    full.rlim_cur = size + 8'192;
    ASSERT_EQ(::setrlimit(RLIMIT_FSIZE, &full), 0);
    const std::string why =
        failure_of(batch({entry("b", kind::accepted, std::string(60'000, 'x'))}, "Ev1"));
    ASSERT_EQ(::setrlimit(RLIMIT_FSIZE, &before), 0);
    EXPECT_EQ(why, settings.path + ": the disk failed or is full");
    EXPECT_EQ(turning.run(store().head()).sequence, 1U);
    EXPECT_EQ(append(batch({entry("b", kind::accepted)}, "Ev1")).first_sequence, 2U);
    close();
    EXPECT_EQ(all().size(), 2U);
}

TEST_F(sqlite_store, refuses_what_sqlite_would_cut) {
    const journal::batch bad = batch({entry("a", kind::accepted, std::string("{\0}", 3))});
    const journal::batch good = batch({entry("b", kind::accepted)});
    EXPECT_EQ(failure_of(bad), "a zero byte in what is to be appended");
    EXPECT_EQ(append(good).first_sequence, 1U);
}

} // namespace
