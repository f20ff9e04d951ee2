// How Rackspace refuses: a status, an element, a sentence; in the shape of the service.
#pragma once

#include "chatops/core/clock.hpp"
#include "mocks/common/json.hpp"

#include <optional>
#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

namespace chatops::mocks::rackspace {

/// Thrown by a handler; becomes the answer with that status. Servers and Identity name the
/// element, `{"itemNotFound":{"code":404,"message":…}}`; load balancers and DNS do not,
/// `{"code":404,"message":…,"details":…}`.
class refused : public std::runtime_error {
  public:
    refused(int status, std::string_view element, const std::string& message)
        : std::runtime_error(message), status_(status), element_(element) {}

    [[nodiscard]] int status() const { return status_; }

    /// Said as well, where the service has a place for it.
    refused& with_details(std::string text) {
        details_ = std::move(text);
        return *this;
    }
    /// What each member that is wrong should have been: load balancers and DNS list them.
    refused& with_validation(std::vector<std::string> messages) {
        validation_ = std::move(messages);
        return *this;
    }
    /// When the same request is no longer one too many.
    refused& until(time_point when) {
        retry_at_ = when;
        return *this;
    }
    [[nodiscard]] std::optional<time_point> retry_at() const { return retry_at_; }
    /// What a 401 asks for, where that is no token.
    refused& with_challenge(std::string text) {
        challenge_ = std::move(text);
        return *this;
    }
    [[nodiscard]] const std::optional<std::string>& challenge() const { return challenge_; }

    /// `{element: {code, message, details?, retryAt?}}`.
    [[nodiscard]] object nested() const;
    /// `{validationErrors?, message, code, details?}`.
    [[nodiscard]] object flat() const;

  private:
    int status_;
    std::string element_;
    std::optional<std::string> details_;
    std::vector<std::string> validation_;
    std::optional<time_point> retry_at_;
    std::optional<std::string> challenge_;
};

/// 400.
refused bad_request(const std::string& message);
/// 401: no token, an unknown one, or one that is not valid any more.
refused unauthorized();
/// 403.
refused forbidden(const std::string& message);
/// 404, for a path and for a thing of which no more is said.
refused not_found();
refused not_found(const std::string& message);
/// 405: the path is there, the method is not.
refused method_not_allowed();
/// 409: something is under way, or the state does not allow it.
refused conflict(const std::string& message);
/// 413: too many requests.
refused over_limit(time_point until);
/// 415.
refused bad_media_type();
/// 500.
refused compute_fault();

} // namespace chatops::mocks::rackspace
