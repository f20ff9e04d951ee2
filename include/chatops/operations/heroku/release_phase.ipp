#pragma once

#include "chatops/core/errors.hpp"
#include "chatops/operations/heroku/output.hpp"
#include "chatops/operations/heroku/release_phase.hpp"

#include <utility>

namespace chatops::operations {

CHATOPS_INLINE asio::awaitable<phase_output>
look_at_phase(heroku::client& heroku, heroku::app_name of, heroku::release which) {
    phase_output seen;
    // What was released is told without it, too: it may have had one.
    seen.has_phase = true;
    const heroku::release_version version{which.version};
    try {
        auto text = co_await heroku.release_output(of, version);
        seen.has_phase = text.has_value();
        seen.text = std::move(text);
    } catch (const provider_error&) {
        seen.text.reset();
    } catch (const unavailable&) {
        seen.text.reset();
    }
    co_return seen;
}

CHATOPS_INLINE asio::awaitable<phase_output>
look_at_failure(heroku::client& heroku, heroku::app_name of, heroku::release which) {
    phase_output seen;
    if (!which.has_failed()) co_return seen;
    seen = co_await look_at_phase(heroku, of, which);
    if (seen.text) seen.text = end_of_output(*seen.text);
    co_return seen;
}

CHATOPS_INLINE void add_phase(reply& answer, const phase_output& seen) {
    if (!seen.has_phase) return;
    const std::string text = seen.text ? shown_output(*seen.text) : std::string();
    if (text.empty()) {
        answer.add(text_part{seen.text ? "Its release phase wrote nothing."
                                       : "What its release phase wrote cannot be read."});
        return;
    }
    answer.add(text_part{"Its release phase wrote:"});
    answer.add(code_part{text});
}

} // namespace chatops::operations
