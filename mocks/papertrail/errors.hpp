// How Papertrail refuses: a status and a sentence.
#pragma once

#include <stdexcept>
#include <string>

namespace chatops::mocks::papertrail {

/// Thrown by a handler; becomes the answer `{"message":…}` with that status.
/// Source: help.papertrailapp.com, "HTTP API", Responses. [?] for the sentences.
class refused : public std::runtime_error {
  public:
    refused(int status, const std::string& message)
        : std::runtime_error(message), status_(status) {}

    [[nodiscard]] int status() const { return status_; }

  private:
    int status_;
};

inline refused bad_request(const std::string& message) { return {400, message}; }
inline refused unauthorized() { return {401, "Invalid API token"}; }
/// `System`, `Group`.
inline refused not_found(const std::string& sort) { return {404, sort + " not found"}; }
inline refused no_such_endpoint() { return {404, "Not found"}; }
inline refused rate_limited() { return {429, "Rate limit exceeded"}; }

} // namespace chatops::mocks::papertrail
