// One thing that happened in a run, as the journal keeps it.
#pragma once

#include "chatops/core/clock.hpp"
#include "chatops/core/digest.hpp"
#include "chatops/core/ids.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace chatops::journal {

/// What kind of thing happened. The words are on disk: never rename one.
enum class kind : std::uint8_t {
    /// A request is ours to answer: who said what where, and the facts the gate will use. Opens the
    /// run.
    accepted,
    /// A person was asked (confirm, or a command's own question).
    asked,
    /// A person answered what was asked.
    answered,
    /// A step that must not happen twice is about to act.
    begun,
    /// A step's outcome: a value or a failure.
    recorded,
    /// A person wants the run to end at its next step.
    cancelled,
    /// The reply is where people see it. Closes the run; what was sealed for it is erased.
    delivered,
};

std::string_view word_of(kind what);
std::optional<kind> kind_of(std::string_view word);

/// What is to be appended.
struct entry {
    run_id run;
    kind what = kind::accepted;
    /// The step's path (`scale`, `all/web/restart`), or empty.
    std::string name;
    /// JSON text, at most `limits::record_bytes`.
    std::string data;
    time_point when;
};

/// What was appended: its place in the workspace's one chain, and the hash that ties it there.
struct event : entry {
    /// From 1, without gaps.
    std::uint64_t sequence = 0;
    sha256_digest previous{};
    sha256_digest hash{};
};

/// The hash of an entry at its place: SHA-256 over the previous hash, the sequence and every
/// member, each with its length before it, so that no two different events have the same bytes.
sha256_digest chain_hash(const sha256_digest& previous, std::uint64_t sequence,
                         const entry& appended);

/// The event that follows `sequence` and `previous` in the chain.
event chained(const sha256_digest& previous, std::uint64_t sequence, entry appended);

} // namespace chatops::journal

#include CHATOPS_BODY("chatops/journal/event.ipp")
