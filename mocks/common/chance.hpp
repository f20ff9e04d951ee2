// Chance that belongs to a state, and is copied with it.
#pragma once

#include "chatops/core/random.hpp"

#include <cstdint>

namespace chatops::mocks {

/// A copy begins anew: it is for who only looks at a state, where nothing drawn stays.
class copied_random final : public random_source {
  public:
    explicit copied_random(std::uint64_t seed) : seed_(seed), drawn_(seed) {}
    copied_random(const copied_random& other) : copied_random(other.seed_) {}

    std::uint64_t next() override { return drawn_.next(); }

  private:
    std::uint64_t seed_;
    seeded_random drawn_;
};

} // namespace chatops::mocks
