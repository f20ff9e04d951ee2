#pragma once

#include "chatops/config/read.hpp"
#include "chatops/operations/general/reload.hpp"
#include "chatops/operations/shown.hpp"
#include "chatops/run/supervision.hpp"

#include <string>
#include <vector>

namespace chatops::operations {

namespace detail {

/// Nobody reads more in a chat; the log has them all.
inline std::string first_of(const std::vector<config::configuration_error>& all) {
    constexpr std::size_t most = 10;
    std::string text;
    for (std::size_t i = 0; i < all.size() && i < most; ++i)
        text += (text.empty() ? "" : "\n") + config::describe("chatops.toml", all[i]);
    if (all.size() > most) text += "\n… and " + std::to_string(all.size() - most) + " more";
    return text;
}

} // namespace detail

CHATOPS_INLINE asio::awaitable<reply> reload::supervise(supervision& of) const {
    const config::reloaded outcome = of.reload();
    if (!outcome.is_taken) {
        reply answer = reply::bad("Not reloaded: the configuration is wrong, and the old one goes "
                                  "on");
        answer.add(code_part{detail::first_of(outcome.errors)});
        co_return answer;
    }
    reply answer = reply::good("Reloaded: " + std::to_string(outcome.people) +
                               (outcome.people == 1 ? " person, " : " people, ") +
                               counted(outcome.rules, "rule"));
    if (!outcome.warnings.empty()) {
        answer.how = tone::warning;
        answer.add(text_part{"Without effect as it stands:"});
        answer.add(code_part{detail::first_of(outcome.warnings)});
    }
    std::string names;
    for (const std::string& each : outcome.needs_restart)
        names += (names.empty() ? "" : ", ") + each;
    if (!names.empty())
        answer.add(text_part{"Changed, but in force only after a restart: " + names + "."});
    answer.add(text_part{"Runs that are under way go on; what waits is judged by the new rules."});
    co_return answer;
}

} // namespace chatops::operations
