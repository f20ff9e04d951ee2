#pragma once

#include "chatops/core/limits.hpp"
#include "chatops/gate/rulebook.hpp"
#include "chatops/operations/general/values.hpp"
#include "chatops/run/catalogue.hpp"
#include "chatops/run/run_record.hpp"

#include <algorithm>

namespace chatops {

namespace operations {

CHATOPS_INLINE const value_knower& general_values() {
    static const value_knower known =
        value_knower_of<const value_inquiry, person_name, project_name, command_name, command_word,
                        run_ref>();
    return known;
}

namespace detail {

CHATOPS_INLINE texts_of_values commands_for(const inquiry& asked) {
    std::vector<const gate::rule*> mine;
    if (asked.asker != nullptr) mine = asked.rules.rules_for(*asked.asker);
    texts_of_values made;
    for (const entry& each : asked.commands.entries()) {
        const command_info& info = each.what->info;
        if (asked.asker == nullptr || each.is_open || each.answer != nullptr ||
            gate::may_try(mine, info.name, info.effect))
            made.emplace_back(info.name);
    }
    return made;
}

} // namespace detail
} // namespace operations

CHATOPS_INLINE asio::awaitable<texts_of_values>
value_source<operations::person_name, const value_inquiry>::values(
    const value_inquiry& from, const line::completion_request&) {
    texts_of_values made{"me"};
    for (const config::member& each : from.configuration.rules.members) made.push_back(each.name);
    co_return made;
}

CHATOPS_INLINE asio::awaitable<texts_of_values>
value_source<operations::project_name, const value_inquiry>::values(
    const value_inquiry& from, const line::completion_request&) {
    texts_of_values made;
    for (const config::project& each : from.configuration.projects) made.push_back(each.name);
    co_return made;
}

CHATOPS_INLINE asio::awaitable<texts_of_values>
value_source<operations::command_name, const value_inquiry>::values(
    const value_inquiry& from, const line::completion_request&) {
    co_return operations::detail::commands_for(from.asked);
}

CHATOPS_INLINE asio::awaitable<texts_of_values>
value_source<operations::command_word, const value_inquiry>::values(
    const value_inquiry& from, const line::completion_request& of) {
    std::string before;
    for (const line::known_value& each : of.known)
        if (each.field->value->type == type_of_value<operations::command_word>)
            before += each.text + ' ';
    texts_of_values made;
    for (const std::string& name : operations::detail::commands_for(from.asked)) {
        if (name.substr(0, before.size()) != before) continue;
        std::string word =
            name.substr(before.size(), name.find(' ', before.size()) - before.size());
        if (!word.empty() && std::find(made.begin(), made.end(), word) == made.end())
            made.push_back(std::move(word));
    }
    co_return made;
}

CHATOPS_INLINE asio::awaitable<texts_of_values>
value_source<operations::run_ref, const value_inquiry>::values(const value_inquiry& from,
                                                               const line::completion_request&) {
    // The last page of the journal: who looks for an older one has its id from somewhere.
    const journal::chain_head head = co_await from.journal.head();
    const std::uint64_t count = std::min<std::uint64_t>(head.sequence, limits::journal_page_events);
    const auto page =
        co_await from.journal.after(head.sequence - count, static_cast<std::size_t>(count));
    record_collector collector;
    texts_of_values made;
    for (auto each = page.rbegin(); each != page.rend(); ++each) {
        const std::optional<run_record> whole = collector.add(*each);
        if (whole &&
            (from.asked.asker == nullptr || whole->asked.asker_id == from.asked.asker->chat_id))
            made.push_back(whole->id.text);
    }
    co_return made;
}

} // namespace chatops
