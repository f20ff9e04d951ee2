// Where Slack's deliveries become authentic: the only maker of `authentic<…>` here.
#pragma once

#include "chatops/chat/incoming.hpp"
#include "chatops/core/clock.hpp"
#include "chatops/core/config.hpp"
#include "chatops/core/secret.hpp"
#include "chatops/http/message.hpp"
#include "chatops/slack/envelope.hpp"
#include "chatops/slack/identity.hpp"
#include "chatops/slack/payload.hpp"

#include <variant>

namespace chatops::slack {

/// A payload whose sender was checked, or what became of it instead.
using delivery =
    std::variant<authentic<said>, authentic<clicked>, authentic<submitted>, authentic<half_filled>,
                 authentic<pointed_at>, authentic<opened_home>, handshake, ignored, refused>;

/// What a request is about; with HTTP, the path says it.
enum class route { commands, events, interactive };

class authenticator {
  public:
    /// `time` must outlive this. Without a signing secret no request is authentic, as with Socket
    /// Mode alone.
    authenticator(secret signing_secret, identity self, const clock& time)
        : signing_secret_(std::move(signing_secret)), self_(std::move(self)), time_(time) {}

    /// Checks the request's signature, then reads it. What is not signed is refused with 401, but
    /// for Slack's `ssl_check`, of which nothing else is read.
    [[nodiscard]] delivery read(route about, const http::request& request) const;

    /// An envelope is authentic by where it came from.
    [[nodiscard]] delivery read(const envelope& received) const;

    [[nodiscard]] const identity& self() const { return self_; }

  private:
    static delivery vouched(payload checked);
    template <class T>
    static delivery vouched_as(T checked) {
        return authentic<T>(std::move(checked));
    }

    secret signing_secret_;
    identity self_;
    const clock& time_;
};

} // namespace chatops::slack

#include CHATOPS_BODY("chatops/slack/authenticator.ipp")
