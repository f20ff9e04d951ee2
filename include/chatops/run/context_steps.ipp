#pragma once

#include "chatops/core/limits.hpp"
#include "chatops/run/context_steps.hpp"

namespace chatops {

CHATOPS_INLINE asio::awaitable<void> context::sleep(std::string_view name, duration how_long) {
    const std::string where = path(name);
    step_history& step = steps_.enter(where, scope_);
    if (step.record) co_return;
    const time_point ends = co_await steps_.absolute_end(where, step, how_long);
    co_await steps_.pause_until(ends);
    const std::string text = value_record(nullptr, step_kind::looked);
    co_await steps_.record(where, text);
}

CHATOPS_INLINE asio::awaitable<std::string> context::ask(std::string_view name, reply shown) {
    question what{path(name), std::move(shown)};
    for (button& each : what.shown.buttons) each.question = what.name;
    std::string choice = co_await steps_.ask(what);
    co_return choice;
}

CHATOPS_INLINE asio::awaitable<void> context::confirm(reply shown, std::string yes) {
    CHATOPS_ASSERT(scope_.empty()); // One question for the whole run, and none for a branch.
    question what{std::string(confirm_question), std::move(shown)};
    what.shown.how = tone::waiting;
    what.shown.add(text_part{"Without a yes within " +
                             std::to_string(limits::confirmation_minutes.count()) +
                             " minutes it is not done."});
    what.shown.buttons = {{what.name, "yes", std::move(yes), button::style::danger},
                          {what.name, "no", "Leave it as it is", button::style::plain}};
    co_await steps_.confirm(what);
}

CHATOPS_INLINE asio::awaitable<void> context::progress(std::string text) {
    const reply working{tone::working, std::move(text), {}, {}};
    co_await steps_.show_progress(working);
}

} // namespace chatops
