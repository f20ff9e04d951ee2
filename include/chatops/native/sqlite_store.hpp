// The journal in a file: SQLite, with one thread that writes and commits many appends together.
#pragma once

#include "chatops/core/clock.hpp"
#include "chatops/journal/store.hpp"

#include <functional>
#include <memory>
#include <string>

namespace boost::asio {
class io_context;
}

namespace chatops::native {

struct sqlite_settings {
    /// Made if it is not there, readable by its owner alone. Beside it stand `PATH-wal` and
    /// `PATH-shm` (SQLite's) and `PATH.lock`, which keeps a second bot away.
    std::string path;
    /// How long a commit waits for whoever else has locked the file: someone who looks into it.
    duration lock_patience{5'000};
};

/// Every append is on disk, synced, before its awaitable returns; what is appended while a commit
/// is under way is committed together by the next one.
///
/// Opening throws `store_error` if another process uses the file, or if it is not ours, newer than
/// this program, or damaged at its end. `store_error` says what SQLite said: disk full, locked,
/// damaged. After a failed append the store goes on: the next append tries anew. Its coroutines run
/// on `io`, which must outlive it.
class sqlite_store final : public journal::store {
  public:
    sqlite_store(asio::io_context& io, const sqlite_settings& settings);
    /// Ends what was asked, and closes the file.
    ~sqlite_store() override;

    asio::awaitable<journal::append_outcome> append(const journal::batch& together) override;
    asio::awaitable<std::vector<journal::event>> events_of(const run_id& run) override;
    asio::awaitable<std::vector<journal::sealed_secret>> secrets_of(const run_id& run) override;
    asio::awaitable<std::vector<run_id>> open_runs() override;
    asio::awaitable<std::vector<run_id>> runs_named(const std::string& beginning,
                                                    std::size_t count) override;
    asio::awaitable<std::vector<journal::event>> after(std::uint64_t sequence,
                                                       std::size_t count) override;
    asio::awaitable<journal::chain_head> head() override;

    /// Commits made since it was opened: fewer than appends when these come together.
    [[nodiscard]] std::uint64_t commits() const;

    struct state;

  private:
    std::unique_ptr<state> state_;
};

} // namespace chatops::native

#include CHATOPS_BODY("chatops/native/sqlite_store.ipp")
