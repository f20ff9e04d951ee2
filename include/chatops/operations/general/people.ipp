#pragma once

#include "chatops/command/text_of.hpp"
#include "chatops/core/ascii.hpp"
#include "chatops/line/suggest.hpp"
#include "chatops/operations/general/people.hpp"

#include <utility>
#include <vector>

namespace chatops::operations {

CHATOPS_INLINE person_mention mention_of(std::string_view typed) {
    const bool is_marked = typed.starts_with('@') || typed.starts_with('<');
    const std::string text = is_marked ? std::string(typed) : "@" + std::string(typed);
    auto read = person_mention::parse(text);
    return read ? std::move(*read) : person_mention{{}, std::string(typed)};
}

CHATOPS_INLINE const config::member* find_person(std::string_view typed, const supervision& of) {
    const person_mention meant = mention_of(typed);
    if (meant.name == "me") return of.rules().find(of.asked().asker_id);
    if (!meant.id.empty()) return of.rules().find(meant.id);
    for (const config::member& each : of.rules().all().members)
        if (equal_ignoring_case(each.name, meant.name)) return &each;
    return nullptr;
}

CHATOPS_INLINE reply unknown_person(std::string_view typed, const supervision& of) {
    reply answer = reply::bad("I know nobody called " + shown(typed));
    std::vector<std::string_view> names;
    for (const config::member& each : of.rules().all().members) names.push_back(each.name);
    const std::string_view nearest = line::nearest_one(mention_of(typed).name, names);
    if (!nearest.empty()) answer.add(text_part{"Did you mean `" + std::string(nearest) + "`?"});
    answer.add(text_part{"Whom the configuration does not name under [people] may run nothing."});
    return answer;
}

} // namespace chatops::operations
