// Where the journal is kept: the interface. In memory here; SQLite in native/.
#pragma once

#include "chatops/core/asio.hpp"
#include "chatops/journal/event.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace chatops::journal {

/// A secret that a run needs until it ends, sealed.
struct sealed_secret {
    std::string name;
    std::string sealed;
};

/// What is appended together: all of it, or none.
struct batch {
    /// Names the delivery that caused it; empty for none. A key that was seen before appends
    /// nothing.
    std::string delivery_key;
    std::vector<entry> entries;
    /// Kept beside the run of the first entry until that run is `delivered`.
    std::vector<sealed_secret> secrets;
};

struct append_outcome {
    /// The delivery's key was seen before: nothing was appended.
    bool duplicate = false;
    /// Of the first event appended; 0 for a duplicate.
    std::uint64_t first_sequence = 0;
};

/// The end of a chain, for whoever compares it with what was posted elsewhere.
struct chain_head {
    std::uint64_t sequence = 0;
    sha256_digest hash{};
};

/// One workspace's journal. Every call throws `store_error` when the outcome is not certain.
///
/// An `accepted` event opens its run and a `delivered` one closes it; the store keeps that in mind,
/// so that `open_runs` costs what is open, not what ever was. References must live until the
/// awaitable ends.
class store {
  public:
    store() = default;
    store(const store&) = delete;
    store& operator=(const store&) = delete;
    virtual ~store() = default;

    /// Returns once it is as safe as this store can make it (on disk, synced).
    virtual asio::awaitable<append_outcome> append(const batch& together) = 0;

    /// A run's events, oldest first.
    virtual asio::awaitable<std::vector<event>> events_of(const run_id& run) = 0;

    /// What was sealed for a run that is open.
    virtual asio::awaitable<std::vector<sealed_secret>> secrets_of(const run_id& run) = 0;

    /// Runs accepted and not delivered, oldest first.
    virtual asio::awaitable<std::vector<run_id>> open_runs() = 0;

    /// Up to `count` runs whose ids begin so, in the order of their ids.
    virtual asio::awaitable<std::vector<run_id>> runs_named(const std::string& beginning,
                                                            std::size_t count) = 0;

    /// Up to `count` events after `sequence`, of all runs, oldest first: to audit and to verify.
    virtual asio::awaitable<std::vector<event>> after(std::uint64_t sequence,
                                                      std::size_t count) = 0;

    virtual asio::awaitable<chain_head> head() = 0;
};

} // namespace chatops::journal
