#pragma once

#include "chatops/core/limits.hpp"
#include "chatops/line/suggest.hpp"
#include "chatops/run/explain.hpp"
#include "chatops/run/outcome.hpp"
#include "chatops/run/steps.hpp"

#include <optional>

namespace chatops {

namespace detail {

/// What to do about a refusal, by the status the provider gave.
inline std::string advice_for(const provider_error& refused) {
    switch (refused.status()) {
    case 401:
        return "The credentials were refused. An administrator must put a valid token for " +
               refused.provider() + " into the configuration.";
    case 403:
        return "The token that the bot uses is not allowed to do this. Ask whoever owns the "
               "account.";
    case 404: return "Check the name, and that the bot's account can see it.";
    case 409: return "Something else is going on there. Wait for it to end, then ask again.";
    case 422: return "Change what was asked for, then ask again.";
    case 429: return "The account's rate limit is used up. Wait a few minutes, then ask again.";
    default:
        return refused.status() >= 500
                   ? "That is on their side. Look at their status page, then ask "
                     "again."
                   : std::string();
    }
}

inline std::string advice_for(const unavailable& silent, bool done_before) {
    if (silent.effect() == effect_known::did_not_happen)
        return std::string("Nothing ") + (done_before ? "else " : "") +
               "was changed. Ask again in a minute.";
    return "The request may have arrived all the same: look at how things are before you ask "
           "again.";
}

inline std::string deeds_of(const history& past, const std::string& prefix) {
    std::string deeds;
    for (const std::string& name : past.recorded_order()) {
        if (name.empty() || name.front() == '@' || name.compare(0, prefix.size(), prefix) != 0)
            continue;
        if (prefix.empty() && name.compare(0, 5, "undo/") == 0) continue;
        if (const auto* record = past.record_of(name); record != nullptr && is_deed(*record))
            deeds += (deeds.empty() ? "" : ", ") + name;
    }
    return deeds;
}

inline std::optional<not_confirmed> refusal_in(const std::exception_ptr& failure) {
    try {
        std::rethrow_exception(failure);
    } catch (const not_confirmed& end) {
        return end;
    } catch (...) {
        return std::nullopt;
    }
}

inline bool had_no_effect(const std::exception_ptr& failure) {
    try {
        std::rethrow_exception(failure);
    } catch (const unavailable& silent) {
        return silent.effect() == effect_known::did_not_happen;
    } catch (...) {
        return false;
    }
}

inline void add_cause(reply& answer, const std::exception_ptr& failure, bool done_before) {
    try {
        std::rethrow_exception(failure);
    } catch (const provider_error& refused) {
        const std::string advice = advice_for(refused);
        if (!advice.empty()) answer.add(text_part{advice});
        if (!refused.request_id().empty())
            answer.add(fields_part{{{"Request id", refused.request_id()}}});
    } catch (const unavailable& silent) {
        answer.add(text_part{advice_for(silent, done_before)});
    } catch (const diverged& changed) {
        answer.add(text_part{std::string("It was begun by a program whose steps differ from this "
                                         "one's: ") +
                             changed.what() + "."});
        answer.add(text_part{"Look at what was done, then ask anew for what is missing."});
    } catch (const gave_up&) {
        answer.add(
            text_part{"Look whether it has come about since; asking again is the way to wait "
                      "on."});
    } catch (...) {
        // The sentence has said it all.
    }
}

} // namespace detail

CHATOPS_INLINE std::string display_name(const std::string& provider) {
    static const std::vector<std::pair<std::string, std::string>> names{
        {"digitalocean", "DigitalOcean"},
        {"rackspace", "Rackspace"},
        {"heroku", "Heroku"},
        {"newrelic", "New Relic"},
        {"papertrail", "Papertrail"},
        {"sentry", "Sentry"},
        {"slack", "Slack"}};
    for (const auto& [word, name] : names)
        if (word == provider) return name;
    return provider;
}

CHATOPS_INLINE std::string failure_sentence(const std::exception_ptr& failure) {
    try {
        std::rethrow_exception(failure);
    } catch (const provider_error& refused) {
        return display_name(refused.provider()) + " refused: " + refused.what();
    } catch (const unavailable& silent) {
        return display_name(silent.provider()) + " gave no usable answer: " + silent.what();
    } catch (const cancelled& ended) {
        return "Cancelled by " + ended.by();
    } catch (const gave_up& late) {
        return std::string("Gave up: ") + late.what();
    } catch (const diverged&) {
        return "Stopped: the program was changed while this ran";
    } catch (const not_confirmed& end) {
        return end.too_late ? "Not confirmed in time" : "Cancelled";
    } catch (...) {
        // Its text may hold anything, a secret too: it goes nowhere.
        return "Stopped by an error in the program itself";
    }
}

CHATOPS_INLINE std::string outcome_of(const std::exception_ptr& failure) {
    try {
        std::rethrow_exception(failure);
    } catch (const cancelled&) {
        return "cancelled";
    } catch (const not_confirmed&) {
        return "declined";
    } catch (...) {
        return {};
    }
}

CHATOPS_INLINE reply said_no(bool too_late) {
    return reply::neutral(too_late ? "Not confirmed in time: nothing was changed"
                                   : "Cancelled: nothing was changed");
}

CHATOPS_INLINE reply explain_failure(const std::exception_ptr& failure) {
    reply answer = reply::bad(failure_sentence(failure));
    if (!outcome_of(failure).empty()) answer.how = tone::warning;
    detail::add_cause(answer, failure, false);
    return answer;
}

CHATOPS_INLINE reply explain_failure(const std::exception_ptr& failure, const history& past,
                                     const std::vector<undone>& put_back) {
    const std::string deeds = detail::deeds_of(past, {});
    if (deeds.empty())
        if (const auto no = detail::refusal_in(failure)) return said_no(no->too_late);
    reply answer = reply::bad(failure_sentence(failure));
    if (!outcome_of(failure).empty()) answer.how = tone::warning;
    if (!deeds.empty())
        answer.add(text_part{"Done before: " + deeds + "."});
    else if (put_back.empty() && !detail::had_no_effect(failure))
        answer.add(text_part{"Nothing had been changed before."});
    for (const auto& [name, problem] : put_back)
        answer.add(text_part{problem.empty() ? "Put back: " + name + "."
                                             : "Could not put back " + name + ": " + problem});
    detail::add_cause(answer, failure, !deeds.empty());
    return answer;
}

CHATOPS_INLINE void add_meant(reply& answer, const std::vector<std::string>& names) {
    if (names.empty()) return;
    answer.parts.insert(answer.parts.begin(), text_part{line::did_you_mean(names)});
}

CHATOPS_INLINE std::string a_few_of(const std::vector<std::string>& names) {
    const std::size_t shown =
        names.size() > limits::named_people + 1 ? limits::named_people : names.size();
    std::string text;
    for (std::size_t i = 0; i < shown; ++i) text += (i == 0 ? "" : ", ") + names[i];
    if (shown < names.size()) text += " and " + std::to_string(names.size() - shown) + " others";
    return text;
}

CHATOPS_INLINE reply explain_lost_secret(const history& past) {
    reply answer = reply::bad("Stopped: the secret in it cannot be read any more");
    const std::string deeds = detail::deeds_of(past, {});
    answer.add(text_part{"The bot's credentials were changed after it was typed."});
    answer.add(text_part{deeds.empty() ? "Nothing was done." : "Done before: " + deeds + "."});
    answer.add(text_part{"Type it again."});
    return answer;
}

CHATOPS_INLINE reply explain_late() {
    reply answer = reply::bad("Nothing was done: this was asked more than " +
                              std::to_string(limits::beginning_minutes.count()) + " minutes ago");
    answer.add(text_part{"The bot could not begin before: it was not running, or Slack took no "
                         "message of it."});
    return answer.add(
        text_part{"What was right then may be wrong now. Type it again if it is not."});
}

CHATOPS_INLINE reply explain_denial(const gate::decision& denied, const history& past) {
    const std::string deeds = detail::deeds_of(past, {});
    reply answer = reply::bad(deeds.empty() ? "Not allowed" : "Stopped: not allowed any more");
    answer.add(text_part{denied.reason});
    if (!deeds.empty()) answer.add(text_part{"Done before, and not put back: " + deeds + "."});
    if (denied.who_could.empty()) {
        answer.add(text_part{"Nobody may, by the rules as they are. An administrator can change "
                             "them."});
    } else {
        answer.add(text_part{"Who could: " + a_few_of(denied.who_could) + "."});
    }
    return answer;
}

} // namespace chatops
