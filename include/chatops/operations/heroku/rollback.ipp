#pragma once

#include "chatops/operations/heroku/limits.hpp"
#include "chatops/operations/heroku/release_phase.hpp"
#include "chatops/operations/heroku/rollback.hpp"
#include "chatops/operations/heroku/shown.hpp"
#include "chatops/provider/heroku/client.hpp"
#include "chatops/run/context.hpp"

#include <boost/describe/class.hpp>

#include <algorithm>

namespace chatops::operations {

namespace detail {

CHATOPS_INLINE bool is_rollback(const heroku::release& each) {
    return each.description.substr(0, 12) == "Rollback to ";
}

CHATOPS_INLINE bool can_return_to(const heroku::release& each) {
    return each.status == "succeeded" && each.eligible_for_rollback.value_or(true);
}

CHATOPS_INLINE asio::awaitable<std::optional<heroku::release>>
look_for_rollback(heroku::client& heroku, const heroku::app_name& name, const heroku::release& to,
                  std::int64_t newest_before, time_point since) {
    const auto newest = co_await heroku.releases(name, heroku_limits::releases_seen);
    std::optional<heroku::release> found;
    if (const heroku::release* const made = find_rollback(newest, to, newest_before, since))
        found = *made;
    co_return found;
}

/// Once it failed there is nothing more to wait for.
CHATOPS_INLINE asio::awaitable<bool> has_ended(heroku::client& heroku, const heroku::app_name& name,
                                               std::int64_t version) {
    const heroku::release_version number{version};
    const heroku::release now = co_await heroku.release(name, number);
    if (now.status == "pending") co_return false;
    if (now.status != "succeeded") co_return true;
    const bool up = co_await heroku.all_up(name);
    co_return up;
}

/// How the release that a rollback made stands in the end.
struct rollback_end {
    heroku::release made;
    phase_output phase;
};
BOOST_DESCRIBE_STRUCT(rollback_end, (), (made, phase))

CHATOPS_INLINE asio::awaitable<rollback_end>
look_at_rollback(heroku::client& heroku, const heroku::app_name& name, std::int64_t version) {
    rollback_end end;
    const heroku::release_version number{version};
    end.made = co_await heroku.release(name, number);
    end.phase = co_await look_at_failure(heroku, name, end.made);
    co_return end;
}

CHATOPS_INLINE reply no_choice(const std::string& name,
                               const std::vector<heroku::release>& newest) {
    const heroku::release* const current = current_of(newest);
    std::string why = "there is no release to go back to";
    if (current != nullptr && is_rollback(*current))
        why = "v" + std::to_string(current->version) +
              " is itself a rollback. Say which release you want";
    reply answer = reply::bad(name + " stays as it is: " + why);
    if (!newest.empty()) answer.add(release_table(newest));
    return answer;
}

CHATOPS_INLINE reply rollback_question(const std::string& name, const heroku::release* current,
                                       const heroku::release& to) {
    reply shown;
    shown.title = "Roll " + name + " back to v" + std::to_string(to.version) + "?";
    fields_part facts;
    if (current != nullptr) facts.fields.emplace_back("Runs now", release_text(*current));
    facts.fields.emplace_back("Then again", release_text(to));
    shown.add(std::move(facts));
    return shown.add(text_part{"Code and config vars go back to what they were then, and the dynos "
                               "start anew. What is in databases stays as it is."});
}

CHATOPS_INLINE reply rolled_back(const std::string& name, const heroku::release& to,
                                 const rollback_end& end) {
    const heroku::release& made = end.made;
    const std::string version = "v" + std::to_string(made.version);
    reply answer;
    if (made.has_failed()) {
        answer = reply::bad(name + ": release " + version + " failed, what ran before still runs");
        add_phase(answer, end.phase);
    } else {
        const bool pending = made.status == "pending";
        answer =
            reply::good(name + (pending ? " goes back to v" : " runs v") +
                        std::to_string(to.version) + (pending ? ", as " : " again, as ") + version);
    }
    return answer.add(fields_part{{{"Code and config vars of", release_text(to)}}});
}

} // namespace detail

CHATOPS_INLINE const heroku::release* current_of(const std::vector<heroku::release>& newest) {
    const auto said = std::find_if(newest.begin(), newest.end(), [](const heroku::release& each) {
        return each.current.value_or(false);
    });
    if (said != newest.end()) return &*said;
    const auto good = std::find_if(newest.begin(), newest.end(), [](const heroku::release& each) {
        return each.status == "succeeded";
    });
    return good == newest.end() ? nullptr : &*good;
}

CHATOPS_INLINE const heroku::release* one_before(const std::vector<heroku::release>& newest) {
    const heroku::release* const current = current_of(newest);
    // After a rollback, the one before is what was rolled back from.
    if (current == nullptr || detail::is_rollback(*current)) return nullptr;
    for (const heroku::release& each : newest)
        if (each.version < current->version && detail::can_return_to(each)) return &each;
    return nullptr;
}

CHATOPS_INLINE const heroku::release* find_rollback(const std::vector<heroku::release>& newest,
                                                    const heroku::release& to,
                                                    std::int64_t newest_before, time_point since) {
    const std::string description = "Rollback to v" + std::to_string(to.version);
    for (const heroku::release& each : newest)
        if (each.description == description && each.version > newest_before &&
            each.created_at >= since)
            return &each;
    return nullptr;
}

CHATOPS_INLINE asio::awaitable<reply> heroku_rollback::run(context& ctx) const {
    const auto newest = co_await ctx.observe("releases", [&](heroku::client& heroku) {
        return heroku.releases(*app, heroku_limits::releases_seen);
    });
    std::optional<heroku::release> to;
    if (*release) {
        to = co_await ctx.observe(
            "target", [&](heroku::client& heroku) { return heroku.release(*app, **release); });
    } else if (const heroku::release* const before = one_before(newest)) {
        to = *before;
    }
    if (!to || newest.empty()) co_return detail::no_choice(app->text, newest);
    const heroku::release* const current = current_of(newest);
    if (current != nullptr && current->version == to->version)
        co_return reply::neutral(app->text + " runs " + release_text(*to));

    if (!detail::can_return_to(*to))
        co_return reply::bad(app->text + " stays as it is: " + release_text(*to) +
                             " cannot be gone back to");
    reply shown = detail::rollback_question(app->text, current, *to);
    co_await ctx.confirm(std::move(shown), "Confirm");
    const auto act = [&](heroku::client& heroku) { return heroku.rollback(*app, to->id); };
    const auto find = [&](heroku::client& heroku, time_point since) {
        return detail::look_for_rollback(heroku, *app, *to, newest.front().version, since);
    };
    detail::rollback_end end;
    end.made = co_await ctx.once("rollback", act, find);
    if (*wait) {
        const std::int64_t version = end.made.version;
        co_await ctx.until("ended", [&](heroku::client& heroku) {
            return detail::has_ended(heroku, *app, version);
        });
        end = co_await ctx.observe("outcome", [&](heroku::client& heroku) {
            return detail::look_at_rollback(heroku, *app, version);
        });
    }
    co_return detail::rolled_back(app->text, *to, end);
}

} // namespace chatops::operations
