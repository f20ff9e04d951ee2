#pragma once

#include "chatops/core/json.hpp"
#include "chatops/provider/heroku/refusal.hpp"

#include <string>
#include <string_view>
#include <utility>

namespace chatops::heroku {

namespace detail {

/// What whoever asked has to do elsewhere. Source for the words: devcenter.heroku.com, "Platform
/// API Reference", Error responses; heroku/cli for the last one.
CHATOPS_INLINE std::string_view way_out_of(std::string_view id) {
    if (id == "delinquent") return "Whoever pays for the account must settle that at Heroku first.";
    if (id == "verification_needed" || id == "verification_required")
        return "The account must be verified at Heroku first, with a way to pay.";
    if (id == "two_factor")
        return "A bot has no second factor: this can only be done at Heroku, by a person.";
    if (id == "confirmation_required")
        return "Heroku wants that confirmed by a person, in its dashboard.";
    return {};
}

} // namespace detail

CHATOPS_INLINE provider::refusal refusal_in(const boost::json::value& body) {
    auto said = json::read<provider::refusal>(body);
    if (!said) return {};
    const std::string_view way_out = detail::way_out_of(said->id.value_or(std::string()));
    if (said->message && !way_out.empty()) (*said->message += ' ') += way_out;
    return std::move(*said);
}

} // namespace chatops::heroku
