// Text that must not be seen: tokens, passwords, config values.
#pragma once

#include <string>
#include <string_view>
#include <utility>

namespace chatops {

/// Holds text that cannot be printed, logged, compared by accident or recorded.
///
/// There is no conversion and no stream operator: `reveal()` is the only way in, so that every use
/// can be found. The memory is wiped when it ends.
class secret {
  public:
    secret() = default;
    explicit secret(std::string text) : text_(std::move(text)) {}
    secret(const secret&) = default;
    secret(secret&& other) noexcept : text_(std::move(other.text_)) { other.wipe(); }
    secret& operator=(const secret& other) {
        if (this != &other) {
            wipe();
            text_ = other.text_;
        }
        return *this;
    }
    secret& operator=(secret&& other) noexcept {
        if (this != &other) {
            wipe();
            text_ = std::move(other.text_);
            other.wipe();
        }
        return *this;
    }
    ~secret() { wipe(); }

    [[nodiscard]] std::string_view reveal() const { return text_; }
    [[nodiscard]] bool empty() const { return text_.empty(); }

  private:
    void wipe() noexcept {
        // All the memory, not only what is in use: a short text stays where it was moved from.
        text_.resize(text_.capacity());
        // Through volatile, or the compiler removes writes to memory that is about to end.
        volatile char* characters = text_.data();
        for (std::size_t i = 0; i < text_.size(); ++i) characters[i] = 0;
        text_.clear();
    }

    std::string text_;
};

} // namespace chatops
