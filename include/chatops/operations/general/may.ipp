#pragma once

#include "chatops/line/split.hpp"
#include "chatops/line/write.hpp"
#include "chatops/operations/general/may.hpp"
#include "chatops/operations/general/people.hpp"
#include "chatops/operations/general/shown.hpp"
#include "chatops/run/explain.hpp"
#include "chatops/run/facts.hpp"
#include "chatops/run/guide.hpp"

#include <algorithm>
#include <utility>
#include <vector>

namespace chatops::operations {

namespace detail {

/// One text is a line as it is; several are its words.
inline std::string line_of_words(const std::vector<command_word>& words) {
    if (words.size() == 1) return words.front().text;
    std::string line;
    for (const command_word& each : words)
        line += (line.empty() ? "" : " ") + line::quoted(each.text);
    return line;
}

inline std::string in_this_place(const supervision& of) {
    if (of.asked().channel.substr(0, 1) == "D") return " in a direct message";
    return of.asked().channel_name.empty() ? " here" : " in #" + of.asked().channel_name;
}

inline std::vector<std::string> who_may_try(const command_info& info, const supervision& of) {
    std::vector<const gate::rule*> covering;
    for (const gate::rule& each : of.rules().all().allowed)
        if (gate::covers_command(each, info.name, info.effect)) covering.push_back(&each);
    std::vector<std::string> names;
    for (const config::member& each : of.rules().all().members) {
        const gate::facts known = gate::as_if_by(each, {});
        if (std::any_of(covering.begin(), covering.end(),
                        [&](const gate::rule* one) { return gate::covers_person(*one, known); }))
            names.push_back(each.name);
    }
    return names;
}

/// The rules that let them run it at all, for a command of which not all is given.
inline reply may_try_answer(const config::member& who, const command_info& info,
                            const supervision& of) {
    std::vector<std::string> lines;
    for (const gate::rule* each : of.rules().rules_for(who))
        if (gate::covers_command(*each, info.name, info.effect))
            lines.push_back(gate::describe(*each));
    const std::string name(info.name);
    if (lines.empty()) {
        reply answer = reply::bad("No: no rule lets " + who.name + " run " + name);
        const std::vector<std::string> others = who_may_try(info, of);
        answer.add(text_part{others.empty() ? "Nobody may, by the rules as they are."
                                            : "Who could: " + a_few_of(others) + "."});
        return answer;
    }
    constexpr std::size_t most = 5;
    reply answer = reply::neutral(who.name + " may run " + name + " by " +
                                  (lines.size() == 1 ? "one rule" : "these rules"));
    for (std::size_t i = 0; i < lines.size() && i < most; ++i) answer.add(text_part{lines[i]});
    if (lines.size() > most)
        answer.add(text_part{"… and by " + std::to_string(lines.size() - most) + " more."});
    answer.add(
        text_part{"Give all that the command needs, and I say whether just that is allowed."});
    return answer;
}

inline reply decided_answer(const config::member& who, const read_line& read,
                            const supervision& of) {
    const command_info& info = read.command->what->info;
    gate::facts what = facts_of(read, of.configuration(), of.asked());
    const gate::decision decided = gate::decide(of.rules(), gate::as_if_by(who, std::move(what)));
    if (!decided.allowed) {
        reply answer = explain_denial(decided, {});
        answer.title = "No: " + who.name + " may not" + in_this_place(of);
        return answer;
    }
    reply answer = reply::good("Yes: " + who.name + " may" + in_this_place(of));
    answer.add(text_part{decided.by != nullptr
                             ? "By " + gate::describe(*decided.by) + "."
                             : "Everyone whom I know may, and sees in it what they may see."});
    if (info.effect == effect::destroy) answer.add(text_part{"It has to be confirmed."});
    return answer;
}

} // namespace detail

CHATOPS_INLINE asio::awaitable<reply> may::supervise(supervision& of) const {
    const config::member* const who = find_person(person->text, of);
    if (who == nullptr) co_return unknown_person(person->text, of);
    const std::string line = detail::line_of_words(*command);
    const auto words = line::split(line);
    if (!words) co_return explain_mistake(line, words.error(), of.commands());
    const auto found = of.commands().names().find(*words);
    if (!found) co_return explain_mistake(line, found.error(), of.commands());
    const auto read = of.commands().read(line, typed_at(of.asked(), of.now()));
    if (read) co_return detail::decided_answer(*who, *read, of);
    const std::string& code = read.error().code;
    if (code == "missing_argument" || code == "missing_option")
        co_return detail::may_try_answer(*who, found->command->info, of);
    co_return explain_mistake(line, read.error(), of.commands());
}

} // namespace chatops::operations
