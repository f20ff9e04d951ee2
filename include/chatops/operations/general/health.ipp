#pragma once

#include "chatops/operations/general/health.hpp"
#include "chatops/operations/general/shown.hpp"
#include "chatops/operations/shown.hpp"
#include "chatops/run/explain.hpp"
#include "chatops/run/supervision.hpp"

#include <algorithm>
#include <optional>
#include <string>
#include <utility>

namespace chatops::operations {

namespace detail {

/// One way between the bot and somebody, in words.
struct way {
    std::string text;
    bool is_well = true;

    void add(const std::string& more) { text += (text.empty() ? "" : "; ") + more; }
};

inline std::string ago(time_point when, const chat_health& known) {
    return age_text(known.now - when) + " ago";
}

inline way way_in(const chat_health& known) {
    way in;
    if (known.links_wanted > 0) {
        in.is_well = known.links >= known.links_wanted && known.ghosts == 0;
        in.add(std::to_string(known.links) + " of " + std::to_string(known.links_wanted) +
               " connections");
        if (known.last_hello) in.add("the last one was greeted " + ago(*known.last_hello, known));
        if (known.last_heard) in.add("last heard of " + ago(*known.last_heard, known));
        if (known.ghosts > 0)
            in.add("Slack counts " + std::to_string(known.ghosts) +
                   " more that nobody holds, and what it says there is lost");
    } else {
        in.add("over HTTP");
        in.add(known.last_heard
                   ? "the request before this one came " + ago(*known.last_heard, known)
                   : "this is the first request since I began");
    }
    return in;
}

/// `trouble` says what it was, if that is known.
inline way way_out(const chat_health& known, std::optional<time_point> last_success,
                   std::optional<time_point> last_failure, const std::string& trouble) {
    way out;
    out.is_well = !last_failure || last_success > last_failure;
    if (!last_success && !last_failure) out.add("not asked since I began");
    if (last_success) out.add("answered " + ago(*last_success, known));
    if (last_failure)
        out.add("failed " + ago(*last_failure, known) +
                (trouble.empty() ? "" : " (" + shortened(trouble, 120) + ")"));
    return out;
}

inline way way_to_chat(const chat_health& known) {
    way out = way_out(known, known.last_success, known.last_failure, {});
    std::string refusals;
    for (const std::string& each : known.broken) refusals += (refusals.empty() ? "" : " ") + each;
    if (!refusals.empty()) {
        out.is_well = false;
        out.add(refusals);
    }
    return out;
}

inline way way_to(const provider::account_state& account, const chat_health& known) {
    way out = way_out(known, account.last_success, account.last_failure, account.trouble);
    if (account.under_way > 0) out.add(counted(account.under_way, "request") + " under way");
    if (account.remaining)
        out.add(counted(static_cast<std::size_t>(*account.remaining), "request") +
                " left by its last answer");
    if (account.refused_until && *account.refused_until > known.now) {
        out.is_well = false;
        out.add("takes more in " + age_text(*account.refused_until - known.now));
    }
    std::optional<time_point> last;
    for (const auto& [kind, rate] : account.rates) last = std::max(last, rate.refused_until);
    if (last && *last > known.now) {
        out.is_well = false;
        out.add("takes more of some requests in " + age_text(*last - known.now));
    }
    return out;
}

} // namespace detail

CHATOPS_INLINE asio::awaitable<reply> health::supervise(supervision& of) const {
    const chat_health known = of.chat_state();
    fields_part ways;
    std::string troubled;
    const auto add = [&](const std::string& name, detail::way which) {
        ways.fields.emplace_back(name, std::move(which.text));
        if (!which.is_well) troubled += (troubled.empty() ? "" : ", ") + name;
    };
    add("From Slack", detail::way_in(known));
    add("To Slack", detail::way_to_chat(known));
    for (const auto& [name, account] : of.configuration().providers)
        add("To " + display_name(name), detail::way_to(of.account(name), known));
    reply answer = troubled.empty() ? reply::good("All that I asked lately answers")
                                    : reply::warning("Not all is well: " + troubled);
    ways.fields.emplace_back("As of", minute_there(known.now, of));
    ways.fields.emplace_back("I began", detail::ago(known.began, known));
    answer.add(std::move(ways));
    co_return answer;
}

} // namespace chatops::operations
