// Whether a chain of events is what was once appended: each hash is computed anew.
#pragma once

#include "chatops/core/config.hpp"
#include "chatops/journal/store.hpp"

#include <cstdint>
#include <string>

namespace chatops::journal {

/// Takes a journal's events from the first on. A changed, moved, missing or added event breaks the
/// chain at its number; a cut tail does not, and is found by whoever kept the head.
class chain_check {
  public:
    /// False at the event where the chain breaks, and from then on.
    bool add(const event& next);

    /// The next event cannot even be read.
    void cannot_read(std::string why);

    [[nodiscard]] bool is_sound() const { return broken_.empty(); }
    /// The last sound event: how many are.
    [[nodiscard]] const chain_head& head() const { return head_; }
    /// What is wrong with the event after it; empty while nothing is.
    [[nodiscard]] const std::string& broken() const { return broken_; }

  private:
    chain_head head_;
    std::string broken_;
};

} // namespace chatops::journal

#include CHATOPS_BODY("chatops/journal/chain_check.ipp")
