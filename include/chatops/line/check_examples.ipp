#pragma once

#include "chatops/line/check_examples.hpp"
#include "chatops/line/parse.hpp"
#include "chatops/line/split.hpp"

namespace chatops::line {

namespace detail {

inline result<void> check_example(const directory& commands, const command_description& of,
                                  std::string_view example, const moment& typed) {
    const auto words = split(example);
    if (!words) return words.error();
    const auto found = commands.find(*words);
    if (!found) return found.error();
    if (found->command != &of)
        return mistake("another_command",
                       "This is about " + std::string(found->command->info.name) + ".", 0,
                       example.size());
    if (of.make == nullptr) return {};
    const auto made = of.make();
    const auto common = parse(of, *words, found->words, made.get(), typed);
    if (!common) return common.error();
    return {};
}

} // namespace detail

CHATOPS_INLINE std::vector<bad_example> check_examples(const directory& commands) {
    using std::chrono::sys_days;
    const moment typed{sys_days(std::chrono::year(2026) / 1 / 2) + std::chrono::hours(12), {}};
    std::vector<bad_example> found;
    for (const command_description* const each : commands.commands())
        for (const std::string_view example : each->info.examples)
            if (auto good = detail::check_example(commands, *each, example, typed); !good)
                found.push_back({each->info.name, example, std::move(good).error()});
    return found;
}

CHATOPS_INLINE std::string text_of(const std::vector<bad_example>& found) {
    std::string text;
    for (const bad_example& each : found) {
        ((text += each.command) += ": `") += each.example;
        (text += "`: ") += each.wrong.message;
        text += '\n';
    }
    return text;
}

} // namespace chatops::line
