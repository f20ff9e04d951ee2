#pragma once

#include "chatops/core/json.hpp"
#include "chatops/provider/heroku/refusal.hpp"

#include <boost/describe/class.hpp>

#include <optional>
#include <string>
#include <string_view>
#include <utility>

namespace chatops::heroku {

namespace detail {

/// What a refusal says of itself.
struct refusal_words {
    std::optional<std::string> id;
    std::optional<std::string> message;
};
BOOST_DESCRIBE_STRUCT(refusal_words, (), (id, message))

/// What whoever asked has to do elsewhere. Source for the words: devcenter.heroku.com, "Platform
/// API Reference", Error responses; heroku/cli for the last one.
inline std::string_view way_out_of(std::string_view id) {
    if (id == "delinquent") return "Whoever pays for the account must settle that at Heroku first.";
    if (id == "verification_needed" || id == "verification_required")
        return "Whoever pays for the account must say how at Heroku first.";
    if (id == "two_factor")
        return "A bot has no second factor: this can only be done at Heroku, by a person.";
    if (id == "confirmation_required")
        return "Heroku wants that confirmed by a person, in its dashboard.";
    return {};
}

} // namespace detail

CHATOPS_INLINE provider::refusal refusal_in(const boost::json::value& body) {
    provider::refusal said;
    auto words = json::read<detail::refusal_words>(body);
    if (!words) return said;
    const std::string_view way_out = detail::way_out_of(words->id.value_or(std::string()));
    said.id = std::move(words->id);
    said.message = std::move(words->message);
    if (said.message && !way_out.empty()) (*said.message += ' ') += way_out;
    return said;
}

} // namespace chatops::heroku
