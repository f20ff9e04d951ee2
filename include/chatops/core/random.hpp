// Chance as an argument, with distributions of our own: the standard's differ between libraries.
#pragma once

#include "chatops/core/config.hpp"

#include <cstddef>
#include <cstdint>
#include <string>

namespace chatops {

/// A source of 64 random bits at a time.
class random_source {
  public:
    random_source() = default;
    random_source& operator=(const random_source&) = delete;
    virtual ~random_source() = default;

    virtual std::uint64_t next() = 0;

    /// A number in [0, bound); `bound` must not be 0. Unbiased, the same on every compiler.
    std::uint64_t below(std::uint64_t bound);

    /// True `numerator` times in `denominator`.
    bool chance(std::uint64_t numerator, std::uint64_t denominator) {
        return below(denominator) < numerator;
    }

    /// Lower-case letters and digits without those that look alike (0 o 1 l i).
    std::string word(std::size_t length);

  protected:
    random_source(const random_source&) = default;
};

/// SplitMix64: one seed, one sequence, on every compiler; a copy goes on by itself. Not for
/// secrets. Source: Steele, Lea, Flood, "Fast splittable pseudorandom number generators", 2014.
class seeded_random final : public random_source {
  public:
    explicit seeded_random(std::uint64_t seed) : state_(seed) {}

    std::uint64_t next() override {
        std::uint64_t mixed = (state_ += 0x9e3779b97f4a7c15U);
        mixed = (mixed ^ (mixed >> 30)) * 0xbf58476d1ce4e5b9U;
        mixed = (mixed ^ (mixed >> 27)) * 0x94d049bb133111ebU;
        return mixed ^ (mixed >> 31);
    }

  private:
    std::uint64_t state_;
};

} // namespace chatops

#include CHATOPS_BODY("chatops/core/random.ipp")
