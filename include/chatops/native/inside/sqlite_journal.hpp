// The journal's tables, through SOCI: what the store's own thread does. It waits for the disk.
#pragma once

#include "chatops/core/errors.hpp"
#include "chatops/journal/store.hpp"
#include "chatops/native/sqlite_store.hpp"

#include <cstddef>
#include <cstdint>
#include <memory>
#include <string>
#include <vector>

namespace chatops::native {

/// Used by one thread at a time. Everything throws `store_error`.
class sqlite_journal {
  public:
    explicit sqlite_journal(const sqlite_settings& settings);
    /// A file that is there, whoever else uses it, and whatever is wrong with its events.
    struct only_to_read {};
    sqlite_journal(const std::string& path, only_to_read);
    sqlite_journal(const sqlite_journal&) = delete;
    sqlite_journal& operator=(const sqlite_journal&) = delete;
    ~sqlite_journal();

    /// All of these batches in one transaction; on failure none is there. They must be storable.
    std::vector<journal::append_outcome> append(const std::vector<const journal::batch*>& group);

    std::vector<journal::event> events_of(const std::string& run);
    std::vector<journal::sealed_secret> secrets_of(const std::string& run);
    std::vector<run_id> open_runs();
    std::vector<run_id> runs_named(const std::string& beginning, std::size_t count);
    std::vector<journal::event> after(std::uint64_t sequence, std::size_t count);
    journal::chain_head head();

    /// Throws for a batch that would fail, and take the others of its group with it: one with a
    /// zero byte, where SQLite ends a text.
    static void must_be_storable(const journal::batch& together);

    struct statements;

  private:
    void must_be_a_path() const;
    void connect(duration lock_patience);
    void open_file(duration lock_patience);
    void make_tables();
    void read_head();
    void verify_end();
    journal::append_outcome append_one(const journal::batch& together);
    void undo() noexcept;

    std::string path_;
    std::shared_ptr<void> lock_;
    std::unique_ptr<statements> sql_;
    journal::chain_head head_;
    /// A commit failed, and nobody knows yet whether it is there.
    bool is_head_known_ = false;
};

} // namespace chatops::native

#include CHATOPS_BODY("chatops/native/inside/sqlite_journal.ipp")
