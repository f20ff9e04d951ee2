#pragma once

#include "chatops/native/inside/sqlite_journal.hpp"

#include <fcntl.h>
#include <soci/soci.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <charconv>
#include <optional>
#include <system_error>
#include <utility>

namespace chatops::native {

namespace detail {

/// "chop": tells our files from other SQLite files.
inline constexpr int application_id = 0x63686f70;
inline constexpr int schema_version = 1;

inline constexpr const char* schema[] = {
    "CREATE TABLE events (sequence INTEGER PRIMARY KEY, run TEXT NOT NULL, kind TEXT NOT NULL,"
    " name TEXT NOT NULL, data TEXT NOT NULL, at_ms INTEGER NOT NULL, hash TEXT NOT NULL) STRICT",
    "CREATE INDEX events_by_run ON events (run, sequence)",
    "CREATE TABLE open_runs (run TEXT PRIMARY KEY, opened_at INTEGER NOT NULL)"
    " STRICT, WITHOUT ROWID",
    "CREATE TABLE secrets (place INTEGER PRIMARY KEY, run TEXT NOT NULL, name TEXT NOT NULL,"
    " sealed TEXT NOT NULL) STRICT",
    "CREATE INDEX secrets_by_run ON secrets (run, place)",
    "CREATE TABLE deliveries (key TEXT PRIMARY KEY) STRICT, WITHOUT ROWID",
};

/// What operators can act on, for what SQLite says.
inline std::string words_for_sqlite(const std::string& said) {
    struct known {
        const char* piece;
        const char* words;
    };
    static constexpr known all[] = {
        {"disk is full", "the disk is full"},
        {"disk I/O error", "the disk failed or is full"},
        {"malformed", "the file is damaged"},
        {"not a database", "the file is damaged, or is no journal"},
        {"is locked", "another program has locked the file"},
        {"readonly", "the file cannot be written"},
        {"unable to open", "the file cannot be opened"},
        {"shared library for backend",
         "SOCI's back end for SQLite is missing: install libsoci-sqlite3-4.0"},
    };
    for (const known& each : all)
        if (said.find(each.piece) != std::string::npos) return each.words;
    return said;
}

/// A lock on `PATH.lock`: SQLite's own would keep out those who only look.
inline std::shared_ptr<void> lock_beside(const std::string& path) {
    const std::string beside = path + ".lock";
    const int file = ::open(beside.c_str(), O_RDWR | O_CREAT | O_CLOEXEC, S_IRUSR | S_IWUSR);
    if (file < 0) throw store_error(beside + ": " + std::generic_category().message(errno));
    std::shared_ptr<void> held(nullptr, [file](void*) { ::close(file); });
    if (::flock(file, LOCK_EX | LOCK_NB) != 0)
        throw store_error(path + ": another chatops-bot is using this journal");
    return held;
}

/// SQLite makes files that everyone may read; its own beside this one follow this one's mode.
inline void make_private(const std::string& path) {
    const int file = ::open(path.c_str(), O_RDWR | O_CREAT | O_CLOEXEC, S_IRUSR | S_IWUSR);
    const bool good = file >= 0 && ::fchmod(file, S_IRUSR | S_IWUSR) == 0;
    const int why = errno;
    if (file >= 0) ::close(file);
    if (!good) throw store_error(path + ": " + std::generic_category().message(why));
}

inline sha256_digest digest_from_hex(const std::string& text) {
    sha256_digest digest{};
    if (text.size() != digest.size() * 2) throw store_error("a hash of the journal is damaged");
    for (std::size_t i = 0; i < digest.size(); ++i) {
        const char* const begin = text.data() + 2 * i;
        if (std::from_chars(begin, begin + 2, digest[i], 16).ptr != begin + 2)
            throw store_error("a hash of the journal is damaged");
    }
    return digest;
}

} // namespace detail

/// The session, and the statements that every append needs, prepared once.
struct sqlite_journal::statements {
    explicit statements(const std::string& path) : session("sqlite3", "db=\"" + path + "\"") {}

    void prepare() {
        using soci::use;
        insert_event.emplace(
            (session.prepare << "INSERT INTO events VALUES (:s, :r, :k, :n, :d, :a, :h)",
             use(sequence), use(run), use(kind), use(name), use(data), use(at), use(hash)));
        insert_delivery.emplace(
            (session.prepare << "INSERT OR IGNORE INTO deliveries VALUES (:k)", use(name)));
        open_run.emplace((session.prepare << "INSERT OR REPLACE INTO open_runs VALUES (:r, :s)",
                          use(run), use(sequence)));
        close_run.emplace((session.prepare << "DELETE FROM open_runs WHERE run = :r", use(run)));
        erase_secrets.emplace((session.prepare << "DELETE FROM secrets WHERE run = :r", use(run)));
        insert_secret.emplace((session.prepare
                                   << "INSERT INTO secrets (run, name, sealed) SELECT run, :n, :d"
                                      " FROM open_runs WHERE run = :r",
                               use(name, "n"), use(data, "d"), use(run, "r")));
    }

    /// Events by a condition, oldest first; the hash before each comes from the row before it.
    std::vector<journal::event> select(const std::string& condition, const std::string& of_run,
                                       long long after, long long count) {
        std::string previous;
        soci::indicator has_previous = soci::i_null;
        soci::statement all(session);
        all.exchange(soci::into(sequence));
        all.exchange(soci::into(run));
        all.exchange(soci::into(kind));
        all.exchange(soci::into(name));
        all.exchange(soci::into(data));
        all.exchange(soci::into(at));
        all.exchange(soci::into(hash));
        all.exchange(soci::into(previous, has_previous));
        if (!of_run.empty()) all.exchange(soci::use(of_run, "run"));
        if (of_run.empty()) all.exchange(soci::use(after, "after"));
        if (of_run.empty()) all.exchange(soci::use(count, "count"));
        all.alloc();
        all.prepare("SELECT e.sequence, e.run, e.kind, e.name, e.data, e.at_ms, e.hash, p.hash"
                    " FROM events e LEFT JOIN events p ON p.sequence = e.sequence - 1 WHERE " +
                    condition);
        all.define_and_bind();
        std::vector<journal::event> found;
        for (bool more = all.execute(true); more; more = all.fetch())
            found.push_back(current(has_previous == soci::i_ok ? previous : std::string()));
        return found;
    }

    [[nodiscard]] journal::event current(const std::string& previous) const {
        journal::event made;
        made.run.text = run;
        const auto known = journal::kind_of(kind);
        if (!known) throw store_error("an event of the journal has no known kind");
        made.what = *known;
        made.name = name;
        made.data = data;
        made.when = time_point(duration(at));
        made.sequence = static_cast<std::uint64_t>(sequence);
        made.hash = detail::digest_from_hex(hash);
        if (!previous.empty()) made.previous = detail::digest_from_hex(previous);
        return made;
    }

    soci::session session;
    // What the statements read from, and write to.
    long long sequence = 0;
    std::string run;
    std::string kind;
    std::string name;
    std::string data;
    long long at = 0;
    std::string hash;
    std::optional<soci::statement> insert_event;
    std::optional<soci::statement> insert_delivery;
    std::optional<soci::statement> open_run;
    std::optional<soci::statement> close_run;
    std::optional<soci::statement> erase_secrets;
    std::optional<soci::statement> insert_secret;
};

namespace detail {

/// Runs work on the database; what SOCI throws becomes what the journal's callers expect.
template <class Work>
auto guarded(const std::string& path, Work work) {
    try {
        return work();
    } catch (const soci::soci_error& wrong) {
        throw store_error(path + ": " + words_for_sqlite(wrong.what()));
    }
}

} // namespace detail

CHATOPS_INLINE sqlite_journal::sqlite_journal(const sqlite_settings& settings)
    : path_(settings.path) {
    must_be_a_path();
    lock_ = detail::lock_beside(path_);
    detail::make_private(path_);
    detail::guarded(path_, [&] {
        open_file(settings.lock_patience);
        make_tables();
        sql_->prepare();
        read_head();
    });
    verify_end();
}

CHATOPS_INLINE sqlite_journal::sqlite_journal(const std::string& path, only_to_read) : path_(path) {
    must_be_a_path();
    if (::access(path_.c_str(), R_OK) != 0)
        throw store_error(path_ + ": " + std::generic_category().message(errno));
    detail::guarded(path_, [&] {
        connect(sqlite_settings().lock_patience);
        sql_->session << "PRAGMA query_only = ON";
        int id = 0;
        sql_->session << "PRAGMA application_id", soci::into(id);
        if (id != detail::application_id) throw store_error(path_ + ": no journal of a bot");
    });
}

CHATOPS_INLINE sqlite_journal::~sqlite_journal() = default;

CHATOPS_INLINE void sqlite_journal::must_be_a_path() const {
    if (path_.empty() || path_.find('"') != std::string::npos)
        throw store_error("the journal's path is empty or has a quotation mark in it");
}

CHATOPS_INLINE void sqlite_journal::connect(duration lock_patience) {
    // What begins with "file:" would be read as a URL.
    const bool is_plain = path_.front() == '/' || path_.front() == '.';
    sql_ = std::make_unique<statements>(is_plain ? path_ : "./" + path_);
    sql_->session << "PRAGMA busy_timeout = " << lock_patience.count();
}

CHATOPS_INLINE void sqlite_journal::open_file(duration lock_patience) {
    connect(lock_patience);
    std::string mode;
    sql_->session << "PRAGMA journal_mode = WAL", soci::into(mode);
    if (mode != "wal") throw store_error(path_ + ": SQLite cannot keep a write-ahead log here");
    sql_->session << "PRAGMA synchronous = FULL";
    // Erased means erased: sealed secrets leave nothing in the file's free pages.
    sql_->session << "PRAGMA secure_delete = ON";
}

CHATOPS_INLINE void sqlite_journal::make_tables() {
    int id = 0;
    int version = 0;
    int tables = 0;
    sql_->session << "PRAGMA application_id", soci::into(id);
    sql_->session << "PRAGMA user_version", soci::into(version);
    sql_->session << "SELECT count(*) FROM sqlite_schema", soci::into(tables);
    if (id == detail::application_id && version == detail::schema_version) return;
    if (id == detail::application_id)
        throw store_error(path_ + ": written by another version of this program (schema " +
                          std::to_string(version) + ", this one knows " +
                          std::to_string(detail::schema_version) + ")");
    if (id != 0 || tables != 0) throw store_error(path_ + ": a database of another program");
    sql_->session << "BEGIN IMMEDIATE";
    for (const char* each : detail::schema) sql_->session << each;
    sql_->session << "PRAGMA application_id = " << detail::application_id;
    sql_->session << "PRAGMA user_version = " << detail::schema_version;
    sql_->session << "COMMIT";
}

CHATOPS_INLINE void sqlite_journal::read_head() {
    journal::chain_head found;
    long long sequence = 0;
    std::string hash;
    soci::statement last =
        (sql_->session.prepare
             << "SELECT sequence, hash FROM events ORDER BY sequence DESC LIMIT 1",
         soci::into(sequence), soci::into(hash));
    if (last.execute(true)) {
        found.sequence = static_cast<std::uint64_t>(sequence);
        found.hash = detail::digest_from_hex(hash);
    }
    head_ = found;
    is_head_known_ = true;
}

CHATOPS_INLINE void sqlite_journal::verify_end() {
    if (head_.sequence == 0) return;
    const std::vector<journal::event> last = after(head_.sequence - 1, 1);
    if (last.size() != 1 ||
        journal::chain_hash(last[0].previous, last[0].sequence, last[0]) != head_.hash)
        throw store_error(path_ + ": damaged: the last event does not have the hash it was given");
}

CHATOPS_INLINE journal::chain_head sqlite_journal::head() {
    if (!is_head_known_) detail::guarded(path_, [&] { read_head(); });
    return head_;
}

CHATOPS_INLINE void sqlite_journal::must_be_storable(const journal::batch& together) {
    const auto check = [](const std::string& text) {
        if (text.find('\0') != std::string::npos)
            throw store_error("a zero byte in what is to be appended");
    };
    check(together.delivery_key);
    for (const journal::entry& each : together.entries) {
        check(each.run.text);
        check(each.name);
        check(each.data);
    }
    for (const journal::sealed_secret& each : together.secrets) {
        check(each.name);
        check(each.sealed);
    }
}

CHATOPS_INLINE std::vector<journal::append_outcome>
sqlite_journal::append(const std::vector<const journal::batch*>& group) {
    std::vector<journal::append_outcome> outcomes;
    try {
        detail::guarded(path_, [&] {
            if (!is_head_known_) read_head();
            sql_->session << "BEGIN IMMEDIATE";
            is_head_known_ = false;
            for (const journal::batch* each : group) outcomes.push_back(append_one(*each));
            sql_->session << "COMMIT";
            is_head_known_ = true;
        });
    } catch (const store_error&) {
        undo();
        throw;
    }
    return outcomes;
}

CHATOPS_INLINE journal::append_outcome sqlite_journal::append_one(const journal::batch& together) {
    journal::append_outcome outcome;
    statements& to = *sql_;
    if (!together.delivery_key.empty()) {
        to.name = together.delivery_key;
        to.insert_delivery->execute(true);
        outcome.duplicate = to.insert_delivery->get_affected_rows() == 0;
        if (outcome.duplicate) return outcome;
    }
    outcome.first_sequence = head_.sequence + 1;
    for (const journal::entry& each : together.entries) {
        head_.hash = journal::chain_hash(head_.hash, head_.sequence + 1, each);
        ++head_.sequence;
        to.sequence = static_cast<long long>(head_.sequence);
        to.run = each.run.text;
        to.kind = journal::word_of(each.what);
        to.name = each.name;
        to.data = each.data;
        to.at = each.when.time_since_epoch().count();
        to.hash = hex(head_.hash);
        to.insert_event->execute(true);
        if (each.what == journal::kind::accepted) to.open_run->execute(true);
        if (each.what == journal::kind::delivered) {
            to.close_run->execute(true);
            to.erase_secrets->execute(true);
        }
    }
    for (const journal::sealed_secret& each : together.secrets) {
        if (together.entries.empty()) break;
        to.run = together.entries.front().run.text;
        to.name = each.name;
        to.data = each.sealed;
        to.insert_secret->execute(true);
    }
    return outcome;
}

CHATOPS_INLINE void sqlite_journal::undo() noexcept {
    // Whether the failed transaction is still open depends on the failure; if it is not, this fails
    // and nothing is lost.
    try {
        sql_->session << "ROLLBACK";
    } catch (const std::exception&) {
        return;
    }
}

} // namespace chatops::native

#include "chatops/native/inside/sqlite_journal_reads.ipp"
