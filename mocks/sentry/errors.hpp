// How Sentry refuses: a status, and a sentence or what is wrong with each field.
#pragma once

#include <boost/json/object.hpp>

#include <stdexcept>
#include <string>
#include <string_view>

namespace chatops::mocks::sentry {

/// Thrown by a handler; becomes the answer with that body.
class refused : public std::runtime_error {
  public:
    /// `{"detail": …}`.
    refused(int status, const std::string& detail);
    refused(int status, boost::json::object body);

    [[nodiscard]] int status() const { return status_; }
    [[nodiscard]] const boost::json::object& body() const { return body_; }

  private:
    int status_;
    boost::json::object body_;
};

/// 400 with `{"detail": …}`: the request itself cannot be read.
refused bad_request(const std::string& detail);
/// 400 for a search that cannot be understood.
refused bad_search(const std::string& why);
/// 400 with `{"field": ["…"]}`.
refused invalid_field(std::string_view field, const std::string& why);
/// The same of a member of `statusDetails`.
refused invalid_status_detail(std::string_view name, const std::string& why);
/// 401, with what Sentry says when there were no credentials, or wrong ones.
refused unauthorized(bool no_credentials);
refused forbidden();
refused not_found();
refused method_not_allowed(std::string_view method);
refused rate_limited(int requests, long long seconds);

} // namespace chatops::mocks::sentry
