// How a handler of the Web API says no: `{"ok": false, "error": …}`, still with status 200.
#pragma once

#include "mocks/common/json.hpp"

#include <string>
#include <string_view>
#include <utility>

namespace chatops::mocks::slack {

/// Thrown by a method's handler; the Web API turns it into the answer.
struct refusal {
    explicit refusal(std::string_view error_word) : error(error_word) {}
    refusal(std::string_view error_word, object also) : error(error_word), more(std::move(also)) {}

    /// Slack's word: `channel_not_found`.
    std::string error;
    /// Further members of the answer: `needed`, `provided`, `response_metadata`.
    object more;
};

/// `invalid_arguments`, or another word, with a sentence that says which.
refusal wrong_argument(std::string_view sentence, std::string_view error = "invalid_arguments");

} // namespace chatops::mocks::slack
