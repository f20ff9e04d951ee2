// How Heroku refuses: a status, an error word, a sentence.
#pragma once

#include <boost/json/object.hpp>

#include <stdexcept>
#include <string>
#include <string_view>

namespace chatops::mocks::heroku {

/// Thrown by a handler; becomes the answer `{"id":…,"message":…}` with that status.
class refused : public std::runtime_error {
  public:
    refused(int status, std::string_view id, const std::string& message,
            boost::json::object more = {});

    [[nodiscard]] int status() const { return status_; }
    [[nodiscard]] const boost::json::object& body() const { return body_; }
    /// A header beside those that every answer has; no name where there is none.
    [[nodiscard]] const std::string& header_name() const { return header_name_; }
    [[nodiscard]] const std::string& header_text() const { return header_text_; }
    refused with_header(std::string name, std::string text) &&;

  private:
    int status_;
    boost::json::object body_;
    std::string header_name_;
    std::string header_text_;
};

/// 400: the request itself cannot be read.
refused bad_request(const std::string& message);
/// 401, with `Invalid credentials provided.` or what Heroku says when there were none.
refused unauthorized(bool no_credentials);
/// 402: something that costs, for an account whose bill is not paid.
refused delinquent();
/// 403: only with a second factor.
refused second_factor_required();
/// 423: only with the application's name as `confirm`.
refused confirmation_required(const std::string& app);
/// 404 for a thing: `Couldn't find that app.`, with `resource` `app`.
refused not_found(std::string_view resource);
/// The same for a process type, which Heroku names: `Couldn't find that process type (web).`
refused no_process_type(std::string_view type);
/// 404 for a path or method that the API does not have.
refused no_such_endpoint();
/// 406 for an `Accept` without the API's version.
refused missing_version();
/// 412: `If-Match` named another version of the thing.
refused precondition_failed();
/// 416 for a `Range` that cannot be.
refused bad_range(const std::string& message);
/// 422: the parameters are readable and wrong.
refused invalid_params(const std::string& message);
/// 429.
refused rate_limited();

} // namespace chatops::mocks::heroku
