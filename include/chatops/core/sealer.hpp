// Keeping a secret on disk for as long as a run needs it: the interface.
#pragma once

#include "chatops/core/secret.hpp"

#include <optional>
#include <string>
#include <string_view>

namespace chatops {

/// Turns a secret into text that is worth nothing without the key, and back.
class sealer {
  public:
    sealer() = default;
    sealer(const sealer&) = delete;
    sealer& operator=(const sealer&) = delete;
    virtual ~sealer() = default;

    /// `purpose` is bound to the text: what was sealed for one purpose does not open for another.
    virtual std::string seal(const secret& what, std::string_view purpose) = 0;

    /// Nothing when the text was sealed with another key, for another purpose, or was changed.
    virtual std::optional<secret> open(std::string_view sealed, std::string_view purpose) = 0;
};

} // namespace chatops
