#pragma once

#include "chatops/core/limits.hpp"
#include "chatops/gate/rulebook.hpp"
#include "chatops/line/find_option.hpp"
#include "chatops/line/help.hpp"
#include "chatops/line/split.hpp"
#include "chatops/line/suggest.hpp"
#include "chatops/run/guide.hpp"
#include "chatops/run/shown_line.hpp"

#include <algorithm>
#include <utility>
#include <vector>

namespace chatops {

namespace detail {

/// The part of the line around a mistake, and carets under it. Long lines are cut on both sides,
/// and so is a mistake that is long itself.
inline std::string underlined(std::string_view line, mistake wrong) {
    constexpr std::size_t context = 60, longest = 200;
    wrong.end = std::min(wrong.end, wrong.begin + longest);
    std::size_t from = wrong.begin > context ? wrong.begin - context : 0;
    std::size_t to = std::min(line.size(), std::max(wrong.end, wrong.begin + 1) + context);
    // Not in the middle of a character.
    const auto inside = [&](std::size_t at) {
        return at < line.size() && (static_cast<unsigned char>(line[at]) & 0xc0) == 0x80;
    };
    while (inside(from)) --from;
    while (inside(to)) ++to;
    std::string shown(line.substr(from, to - from));
    for (char& each : shown)
        if (static_cast<unsigned char>(each) < ' ') each = ' ';
    const auto columns = [&](std::size_t begin, std::size_t end) {
        std::size_t count = 0;
        for (std::size_t at = begin; at < end && at < line.size(); ++at)
            if (!inside(at)) ++count;
        return count;
    };
    std::string carets(columns(from, wrong.begin), ' ');
    const std::size_t last = std::min(std::max(wrong.end, wrong.begin), to);
    carets += std::string(std::max<std::size_t>(columns(wrong.begin, last), 1), '^');
    return shown + "\n" + carets;
}

} // namespace detail

CHATOPS_INLINE reply explain_mistake(std::string_view line, const mistake& wrong,
                                     const catalogue& commands) {
    if (wrong.code == "no_command") {
        reply answer = reply::neutral("What can I do for you?");
        answer.add(text_part{"Type `help` to see what you may run."});
        return answer;
    }
    const bool hides = shown_line_of(commands, line, wrong).hides;
    const bool names_nothing = wrong.code == "unknown_command" || wrong.code == "look_alike_letter";
    reply answer = reply::bad(hides && names_nothing ? std::string("There is no such command.")
                                                     : wrong.message);
    if (!hides && (wrong.end > wrong.begin || wrong.begin > 0))
        answer.add(code_part{detail::underlined(line, wrong)});
    // Whoever hears which name was meant need not hear all of them.
    const bool is_name = wrong.code == "unknown_command" || wrong.code == "unknown_option";
    if (!wrong.expected.empty() && (wrong.suggestion.empty() || !is_name))
        answer.add(text_part{"Expected " + wrong.expected + "."});
    if (!wrong.suggestion.empty())
        answer.add(text_part{"Did you mean " + line::either(wrong.suggestion) + "?"});
    if (const auto split = line::split(line))
        if (const auto found = commands.names().find(*split))
            answer.add(text_part{"Usage: `" + line::usage_of(*found->command) + "`"});
    if (wrong.code == "unknown_command" && wrong.expected.empty() && wrong.suggestion.empty())
        answer.add(text_part{"Type `help` to see what you may run."});
    answer.add(text_part{"Nothing was done."});
    return answer;
}

CHATOPS_INLINE line::common_options wished_in(std::string_view line) {
    line::common_options wished;
    // A quote that is not closed leaves the words before it as they are.
    const auto words = line::split_unfinished(line);
    if (!words) return wished;
    for (const line::word& each : *words)
        if (const auto* const option = each.is_option() ? line::find_common(each) : nullptr)
            wished.*option->given = true;
    return wished;
}

CHATOPS_INLINE reply help_for(const entry& command) {
    const line::help help = line::help_of(*command.what);
    reply answer = reply::neutral(std::string(command.what->info.name));
    answer.add(code_part{line::text_of_help(help)});
    if (command.what->info.effect == effect::destroy)
        answer.add(text_part{"It asks you to confirm before it does anything."});
    return answer;
}

CHATOPS_INLINE reply help_for_all(const inquiry& asked, std::string_view prefix) {
    const std::span<const entry> all = asked.commands.entries();
    std::vector<bool> mine(all.size());
    std::size_t others = 0;
    std::vector<const gate::rule*> rules;
    if (asked.asker != nullptr) rules = asked.rules.rules_for(*asked.asker);
    for (std::size_t i = 0; i < all.size(); ++i) {
        const entry& each = all[i];
        const command_info& info = each.what->info;
        if (info.name.substr(0, prefix.size()) != prefix) continue;
        const bool open = each.answer != nullptr || (each.is_open && asked.asker != nullptr);
        if (open || gate::may_try(rules, info.name, info.effect))
            mine[i] = true;
        else
            ++others;
    }
    std::vector<line::help_group> groups = line::help_of(asked.commands.names(), mine);
    const auto count = static_cast<std::size_t>(std::count(mine.begin(), mine.end(), true));
    if (prefix.empty() && count > limits::help_commands)
        groups = line::shortened(std::move(groups));
    const std::string listed = line::text_of_help(groups);
    reply answer = reply::neutral(listed.empty() ? "There is nothing here that you may run"
                                                 : "What you may run");
    if (!listed.empty()) answer.add(code_part{listed});
    if (others > 0)
        answer.add(
            text_part{std::to_string(others) + (others == 1 ? " command needs" : " commands need") +
                      " rights that you do not have. Whoever keeps the configuration can give "
                      "them."});
    if (!listed.empty())
        answer.add(text_part{"`help COMMAND`, or `--help` after a command, says how it is typed."});
    return answer;
}

} // namespace chatops
