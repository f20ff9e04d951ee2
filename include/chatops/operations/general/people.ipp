#pragma once

#include "chatops/command/text_of.hpp"
#include "chatops/core/ascii.hpp"
#include "chatops/line/suggest.hpp"
#include "chatops/operations/general/people.hpp"

#include <vector>

namespace chatops::operations {

CHATOPS_INLINE std::string without_at(std::string_view typed) {
    if (typed.size() > 3 && typed.front() == '<' && typed.back() == '>')
        typed = typed.substr(1, typed.size() - 2);
    if (!typed.empty() && typed.front() == '@') typed.remove_prefix(1);
    return std::string(typed.substr(0, typed.find('|')));
}

CHATOPS_INLINE const config::member* find_person(std::string_view typed, const supervision& of) {
    const std::string name = without_at(typed);
    if (name == "me") return of.rules().find(of.asked().asker_id);
    if (const config::member* known = of.rules().find(name)) return known;
    for (const config::member& each : of.rules().all().members)
        if (equal_ignoring_case(each.name, name)) return &each;
    return nullptr;
}

CHATOPS_INLINE reply unknown_person(std::string_view typed, const supervision& of) {
    reply answer = reply::bad("I know nobody called " + shown(typed));
    std::vector<std::string_view> names;
    for (const config::member& each : of.rules().all().members) names.push_back(each.name);
    const std::string_view nearest = line::nearest_one(without_at(typed), names);
    if (!nearest.empty()) answer.add(text_part{"Did you mean `" + std::string(nearest) + "`?"});
    answer.add(text_part{"Whom the configuration does not name under [people] may run nothing."});
    return answer;
}

} // namespace chatops::operations
