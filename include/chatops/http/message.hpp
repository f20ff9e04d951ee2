// HTTP requests and responses as plain values, without a socket.
#pragma once

#include "chatops/core/config.hpp"

#include <cstddef>
#include <initializer_list>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace chatops::http {

/// Header fields in the order given; names compare without case (RFC 9110, 5.1).
class fields {
  public:
    using field = std::pair<std::string, std::string>;

    fields() = default;
    fields(std::initializer_list<field> given) : fields_(given), size_(given.size()) {}
    fields(const fields&) = default;
    fields(fields&& other) noexcept
        : fields_(std::move(other.fields_)), size_(std::exchange(other.size_, 0)) {}
    fields& operator=(const fields&) = default;
    fields& operator=(fields&& other) noexcept {
        fields_ = std::move(other.fields_);
        size_ = std::exchange(other.size_, 0);
        return *this;
    }
    ~fields() = default;

    /// The first value of that name, or an empty view.
    [[nodiscard]] std::string_view get(std::string_view name) const;
    [[nodiscard]] bool has(std::string_view name) const;
    /// Replaces all fields of that name.
    void set(std::string_view name, std::string_view value);
    void add(std::string_view name, std::string_view value);
    /// Removes every field, and keeps the memory for the next ones.
    void clear();

    [[nodiscard]] auto begin() const { return fields_.begin(); }
    [[nodiscard]] auto end() const { return begin() + static_cast<std::ptrdiff_t>(size_); }
    [[nodiscard]] std::size_t size() const { return size_; }

  private:
    /// The first `size_` are in use; those behind are empty strings with memory of their own.
    std::vector<field> fields_;
    std::size_t size_ = 0;
};

/// A request. `url` is absolute (`https://api.heroku.com/apps?x=1`) on the client's side; what a
/// server or a mock receives has only the target (`/apps?x=1`).
struct request {
    std::string method = "GET";
    std::string url;
    fields headers;
    std::string body;

    /// The path without the query, percent-encoding kept: `/apps/acme`.
    [[nodiscard]] std::string_view path() const;
    /// What follows the `?`, or empty.
    [[nodiscard]] std::string_view query() const;
};

struct response {
    int status = 200;
    fields headers;
    std::string body;
};

/// Compares ASCII without case.
bool equal_without_case(std::string_view left, std::string_view right);

} // namespace chatops::http

#include CHATOPS_BODY("chatops/http/message.ipp")
