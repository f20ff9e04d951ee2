// How DigitalOcean refuses: a status, an error word, a sentence.
#pragma once

#include <stdexcept>
#include <string>
#include <string_view>

namespace chatops::mocks::digitalocean {

/// Thrown by a handler; becomes the answer `{"id":…,"message":…,"request_id":…}` with that status.
class refused : public std::runtime_error {
  public:
    refused(int status, std::string_view id, const std::string& message)
        : std::runtime_error(message), status_(status), id_(id) {}

    [[nodiscard]] int status() const { return status_; }
    [[nodiscard]] const std::string& id() const { return id_; }

  private:
    int status_;
    std::string id_;
};

/// 400: the request itself cannot be read.
refused bad_request();
/// 401.
refused unauthorized();
/// 403: the token may do other things.
refused forbidden();
/// 404, for a thing and for a path alike.
refused not_found();
/// 405: the path is there, the method is not.
refused method_not_allowed();
/// 409.
refused conflict(const std::string& message);
/// 412: what must be so before is not.
refused precondition_failed(const std::string& message);
/// 422: readable and wrong, or not possible now.
refused unprocessable(const std::string& message);
/// 429.
refused too_many_requests();
/// 500.
refused server_error();

} // namespace chatops::mocks::digitalocean
