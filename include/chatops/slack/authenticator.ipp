#pragma once

#include "chatops/slack/authenticator.hpp"
#include "chatops/slack/form_fields.hpp"
#include "chatops/slack/signature.hpp"

#include <type_traits>
#include <utility>
#include <variant>

namespace chatops::slack {

namespace detail {

/// Slack's periodic look at our certificate: a form with `ssl_check=1`, never signed.
CHATOPS_INLINE bool is_ssl_check(std::string_view body) {
    return form_fields(body).value("ssl_check") == "1";
}

} // namespace detail

CHATOPS_INLINE delivery authenticator::vouched(payload checked) {
    return std::visit(
        [](auto& what) -> delivery {
            using kind = std::decay_t<decltype(what)>;
            constexpr bool is_told = std::is_same_v<kind, handshake> ||
                                     std::is_same_v<kind, ignored> || std::is_same_v<kind, refused>;
            if constexpr (is_told)
                return std::move(what);
            else
                return vouched_as(std::move(what));
        },
        checked);
}

CHATOPS_INLINE delivery authenticator::read(route about, const http::request& request) const {
    auto verdict = signature_verdict::missing;
    if (!signing_secret_.empty())
        verdict =
            check_signature(signing_secret_, request.headers.get("X-Slack-Request-Timestamp"),
                            request.headers.get("X-Slack-Signature"), request.body, time_.now());
    if (verdict != signature_verdict::good) {
        if (about != route::events && detail::is_ssl_check(request.body))
            return ignored{"ssl_check"};
        switch (verdict) {
        case signature_verdict::missing: return refused{401, "signature missing"};
        case signature_verdict::malformed: return refused{401, "signature malformed"};
        case signature_verdict::stale: return refused{401, "signature stale"};
        default: return refused{401, "signature wrong"};
        }
    }
    switch (about) {
    case route::commands: return vouched(read_command_form(request.body, self_));
    case route::interactive: return vouched(read_interaction_form(request.body, self_));
    case route::events: break;
    }
    return vouched(read_event_text(request.body, self_));
}

CHATOPS_INLINE delivery authenticator::read(const envelope& received) const {
    if (received.type() == "slash_commands")
        return vouched(read_command(received.payload(), self_));
    if (received.type() == "interactive")
        return vouched(read_interaction(received.payload(), self_));
    if (received.type() == "events_api") return vouched(read_event(received.payload(), self_));
    return ignored{"envelope of another type"};
}

} // namespace chatops::slack
