// Failures of the outside world, as exceptions: what a command may see thrown from a step.
#pragma once

#include <stdexcept>
#include <string>
#include <utility>

namespace chatops {

/// The provider answered and refused. The effect did not happen.
///
/// `status` is HTTP's for what the refusal means (see `provider::vendor::meaning_of`), `id` the
/// vendor's own error word (`not_found`), `what()` the vendor's own message, `request_id` what its
/// support asks for; the latter may be empty.
class provider_error : public std::runtime_error {
  public:
    provider_error(std::string provider, int status, std::string id, const std::string& message,
                   std::string request_id = {})
        : std::runtime_error(message), provider_(std::move(provider)), status_(status),
          id_(std::move(id)), request_id_(std::move(request_id)) {}

    [[nodiscard]] const std::string& provider() const { return provider_; }
    [[nodiscard]] int status() const { return status_; }
    [[nodiscard]] const std::string& id() const { return id_; }
    [[nodiscard]] const std::string& request_id() const { return request_id_; }

  private:
    std::string provider_;
    int status_;
    std::string id_;
    std::string request_id_;
};

/// Whether a request that got no usable answer may have had its effect.
enum class effect_known { did_not_happen, may_have_happened };

/// No usable answer: refused connection, time-out, reset, HTML, a truncated body.
class unavailable : public std::runtime_error {
  public:
    unavailable(std::string provider, const std::string& what, effect_known effect)
        : std::runtime_error(what), provider_(std::move(provider)), effect_(effect) {}

    [[nodiscard]] const std::string& provider() const { return provider_; }
    [[nodiscard]] effect_known effect() const { return effect_; }

  private:
    std::string provider_;
    effect_known effect_;
};

/// A wait reached its limit: what was waited for had not come about by then.
class gave_up : public std::runtime_error {
  public:
    using std::runtime_error::runtime_error;
};

/// A person cancelled the run; honoured at a step's boundary.
class cancelled : public std::runtime_error {
  public:
    explicit cancelled(std::string by) : std::runtime_error("cancelled"), by_(std::move(by)) {}

    /// Who cancelled, as the chat names them.
    [[nodiscard]] const std::string& by() const { return by_; }

  private:
    std::string by_;
};

/// The journal could not be written or read. A run that meets it is parked, never guessed on.
class store_error : public std::runtime_error {
  public:
    using std::runtime_error::runtime_error;
};

} // namespace chatops
