// The operating system's randomness: good enough for ids and nonces.
#pragma once

#include "chatops/core/random.hpp"

namespace chatops::native {

/// getrandom(2). Throws `std::system_error` where the kernel has none to give.
class system_random final : public random_source {
  public:
    std::uint64_t next() override;
};

} // namespace chatops::native

#include CHATOPS_BODY("chatops/native/system_random.ipp")
