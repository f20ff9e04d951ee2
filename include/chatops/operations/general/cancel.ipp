#pragma once

#include "chatops/core/limits.hpp"
#include "chatops/operations/general/cancel.hpp"
#include "chatops/operations/general/shown.hpp"
#include "chatops/run/explain.hpp"
#include "chatops/run/supervision.hpp"

#include <utility>

namespace chatops::operations {

CHATOPS_INLINE asio::awaitable<reply> cancel::supervise(supervision& of) const {
    const std::vector<run_record> found = co_await of.named(id->text);
    if (std::optional<reply> why = not_one_run(id->text, found, of)) co_return std::move(*why);
    const run_record& which = found.front();
    const std::string what = which.id.text + " (" + which.asked.asker_name + ": " +
                             shortened(which.asked.line, limits::shown_record_bytes) + ")";
    if (has_ended(which.state)) {
        reply answer = reply::neutral("It has ended already: " + what);
        answer.add(text_part{"`run " + which.id.text + "` tells how."});
        co_return answer;
    }
    const gate::decision decided = of.may_cancel(which);
    if (!decided.allowed) {
        reply answer = reply::bad("Only " + which.asked.asker_name +
                                  ", or whom a rule allows `cancel`, can cancel this");
        std::vector<std::string> others;
        for (const std::string& each : decided.who_could)
            if (each != which.asked.member) others.push_back(each);
        if (!others.empty()) answer.add(text_part{"Who could: " + a_few_of(others) + "."});
        answer.add(text_part{"Nothing was done."});
        co_return answer;
    }
    co_await of.cancel(which);
    reply answer = reply::good("Cancelling " + what);
    answer.add(text_part{"What waits or sleeps ends at once; a step under way is finished first. "
                         "Its own message says what was done and what was put back."});
    co_return answer;
}

} // namespace chatops::operations
