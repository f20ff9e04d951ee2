#pragma once

#include "chatops/core/glob.hpp"
#include "chatops/core/limits.hpp"
#include "chatops/line/write.hpp"
#include "chatops/run/supervision.hpp"

#include <algorithm>
#include <utility>

namespace chatops {

CHATOPS_INLINE gate::facts supervision::facts_about(const run_record& which,
                                                    std::string_view command, effect does) const {
    gate::facts what;
    what.person = asked().member;
    what.roles = asked().roles;
    what.groups = asked().groups.value_or(std::vector<std::string>());
    what.command = std::string(command);
    what.effect = does;
    what.channel = asked().channel_name;
    what.channel_id = asked().channel;
    what.values.emplace_back("person", which.asked.asker_name);
    if (!which.asked.command.empty()) what.values.emplace_back("command", which.asked.command);
    if (which.asked.projects)
        for (const std::string& each : *which.asked.projects) {
            what.values.emplace_back("project", each);
            what.things.push_back({each, {each}});
        }
    return what;
}

CHATOPS_INLINE bool supervision::may_see(const run_record& which) const {
    if (asked().member.empty()) return false;
    return which.asked.asker_id == asked().asker_id || which.asked.channel == asked().channel ||
           rules_.allowing(facts_about(which, "audit", effect::read)) != nullptr;
}

CHATOPS_INLINE gate::decision supervision::may_cancel(const run_record& which) const {
    gate::facts what = facts_about(which, "cancel", effect::change);
    what.is_open = which.asked.asker_id == asked().asker_id;
    return gate::decide(rules_, what);
}

CHATOPS_INLINE bool supervision::fits(const run_record& each, const run_filter& which) const {
    const accepted_request& what = each.asked;
    if (each.id == run_.id) return false;
    if (which.without_looks && which.command.empty() && is_look(what.command)) return false;
    if (!which.person.empty() && what.member != which.person && what.asker_name != which.person)
        return false;
    if (!which.person_id.empty() && what.asker_id != which.person_id) return false;
    if (!which.channel.empty() && what.channel != which.channel) return false;
    if (!which.command.empty() && !glob_matches(which.command, what.command) &&
        !glob_matches(which.command + " *", what.command))
        return false;
    if (!which.project.empty() &&
        (!what.projects || std::find(what.projects->begin(), what.projects->end(), which.project) ==
                               what.projects->end()))
        return false;
    if (which.state && each.state != *which.state) return false;
    if (which.open_only && has_ended(each.state)) return false;
    return (!which.since || each.accepted_at >= *which.since) &&
           (!which.until || each.accepted_at <= *which.until);
}

CHATOPS_INLINE bool supervision::is_look(const std::string& command) const {
    const entry* const known = commands_.find(command);
    return known != nullptr && known->what->info.effect == effect::read &&
           (known->is_open || known->answer != nullptr);
}

CHATOPS_INLINE bool supervision::take(run_record each, const run_filter& which,
                                      found_runs& into) const {
    if (!fits(each, which)) return true;
    if (!may_see(each)) {
        into.has_hidden = true;
        return true;
    }
    if (into.runs.size() == which.most) {
        into.has_more = true;
        return false;
    }
    into.runs.push_back(std::move(each));
    return true;
}

CHATOPS_INLINE asio::awaitable<found_runs> supervision::find(const run_filter& which) {
    if (which.open_only) co_return co_await find_open(which);
    found_runs found;
    record_collector collector;
    const journal::chain_head head = co_await world_.journal.head();
    std::uint64_t end = head.sequence;
    std::size_t searched = 0;
    while (end > 0) {
        const std::size_t count = std::min<std::uint64_t>(end, limits::journal_page_events);
        const auto page = co_await world_.journal.after(end - count, count);
        for (auto each = page.rbegin(); each != page.rend(); ++each) {
            if (which.since && each->when < *which.since) co_return found;
            std::optional<run_record> whole = collector.add(*each);
            if (whole && !take(std::move(*whole), which, found)) co_return found;
        }
        end -= count;
        searched += count;
        if (end == 0 || searched < limits::searched_events) continue;
        found.has_more = true;
        if (!page.empty()) found.searched_to = page.front().when;
        break;
    }
    co_return found;
}

CHATOPS_INLINE asio::awaitable<found_runs> supervision::find_open(const run_filter& which) {
    found_runs found;
    const std::vector<run_id> open = co_await world_.journal.open_runs();
    for (auto each = open.rbegin(); each != open.rend(); ++each) {
        std::optional<run_record> whole = co_await record_of(*each);
        if (whole && !take(std::move(*whole), which, found)) break;
    }
    co_return found;
}

CHATOPS_INLINE asio::awaitable<std::optional<run_record>>
supervision::record_of(const run_id& run) {
    const std::vector<journal::event> events = co_await world_.journal.events_of(run);
    record_collector collector;
    std::optional<run_record> made;
    for (auto each = events.rbegin(); each != events.rend(); ++each)
        if (std::optional<run_record> whole = collector.add(*each)) made = std::move(whole);
    co_return made;
}

CHATOPS_INLINE asio::awaitable<std::vector<run_record>>
supervision::named(const std::string& beginning) {
    std::vector<run_record> found;
    const std::vector<run_id> ids =
        co_await world_.journal.runs_named(beginning, limits::listed_runs);
    for (const run_id& each : ids) {
        std::optional<run_record> whole = co_await record_of(each);
        if (!whole || !may_see(*whole)) continue;
        if (each.text == beginning) {
            found.assign(1, std::move(*whole));
            break;
        }
        if (found.size() < few) found.push_back(std::move(*whole));
    }
    co_return found;
}

CHATOPS_INLINE asio::awaitable<std::vector<journal::event>>
supervision::events_of(const run_id& run) {
    return world_.journal.events_of(run);
}

CHATOPS_INLINE chat_health supervision::chat_state() const {
    chat_health known;
    if (world_.health) known = world_.health();
    known.now = world_.time.now();
    return known;
}

CHATOPS_INLINE provider::account_state supervision::account(const std::string& name) const {
    const auto found = world_.accounts.find(name);
    return found == world_.accounts.end() ? provider::account_state() : found->second;
}

CHATOPS_INLINE asio::awaitable<void> supervision::cancel(const run_record& which) {
    const std::string& by = asked().asker_name;
    journal::batch together;
    // Asked again after a crash, it is one wish all the same.
    together.delivery_key = "cancel/" + run_.id.text;
    together.entries.push_back({which.id, journal::kind::cancelled, {}, by, world_.time.now()});
    co_await world_.journal.append(together);
    world_.log.info("run cancelled", {{"run", which.id.text}, {"by", by}});
    hooks_.cancelled(which.id, by);
}

} // namespace chatops
