#pragma once

#include "chatops/config/live.hpp"

#include <utility>

namespace chatops::config {

namespace detail {

inline bool is_same_slack(const slack_settings& left, const slack_settings& right) {
    return left.mode == right.mode && left.url == right.url && left.listen == right.listen &&
           left.bot_token.reveal() == right.bot_token.reveal() &&
           left.app_token.reveal() == right.app_token.reveal() &&
           left.signing_secret.reveal() == right.signing_secret.reveal();
}

} // namespace detail

CHATOPS_INLINE reloaded live_configuration::take(reading fresh) {
    reloaded outcome;
    outcome.errors = std::move(fresh.errors);
    outcome.warnings = std::move(fresh.warnings);
    if (!outcome.errors.empty()) return outcome;
    configuration& next = fresh.value;
    if (next.bot_name != now_.bot_name) outcome.needs_restart.emplace_back("bot.name");
    if (!detail::is_same_slack(next.slack, now_.slack)) outcome.needs_restart.emplace_back("slack");
    if (next.store_path != now_.store_path) outcome.needs_restart.emplace_back("store.path");
    retired_.push_back(std::move(now_.providers));
    now_.providers = std::move(next.providers);
    now_.projects = std::move(next.projects);
    now_.zone = next.zone;
    now_.rules = std::move(next.rules);
    outcome.is_taken = true;
    outcome.people = now_.rules.members.size();
    outcome.rules = now_.rules.allowed.size();
    return outcome;
}

} // namespace chatops::config
