// How many of something go on, counted where they do.
#pragma once

#include <cstddef>
#include <memory>
#include <utility>

namespace chatops {

/// Counts up as long as it lives; in a coroutine that is destroyed after its engine, too.
class counted {
  public:
    explicit counted(std::shared_ptr<std::size_t> count) : count_(std::move(count)) { ++*count_; }
    ~counted() { --*count_; }
    counted(const counted&) = delete;
    counted& operator=(const counted&) = delete;

  private:
    std::shared_ptr<std::size_t> count_;
};

} // namespace chatops
