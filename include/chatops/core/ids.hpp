// Names of things that must not be mixed up.
#pragma once

#include <string>
#include <utility>

namespace chatops {

/// Names one run for good: short enough to type, drawn at random, never used twice.
struct run_id {
    std::string text;

    friend bool operator==(const run_id& left, const run_id& right) {
        return left.text == right.text;
    }
    friend bool operator<(const run_id& left, const run_id& right) {
        return left.text < right.text;
    }
};

} // namespace chatops
