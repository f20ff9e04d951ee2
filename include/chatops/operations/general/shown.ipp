#pragma once

#include "chatops/command/text_of_enum.hpp"
#include "chatops/core/ascii.hpp"
#include "chatops/core/limits.hpp"
#include "chatops/operations/general/shown.hpp"
#include "chatops/operations/shown.hpp"

#include <algorithm>

namespace chatops::operations {

CHATOPS_INLINE std::string shortened(std::string_view text, std::size_t bytes) {
    std::size_t end = text.size();
    if (end > bytes)
        // Not in the middle of a character.
        for (end = bytes; end > 0 && (static_cast<unsigned char>(text[end]) & 0xc0) == 0x80;) --end;
    std::string made(text.substr(0, end));
    for (char& each : made)
        if (static_cast<unsigned char>(each) < ' ') each = ' ';
    if (end < text.size()) made += "…";
    return made;
}

CHATOPS_INLINE std::string state_text(run_state state) {
    std::string text = text_of<run_state>::write(state);
    std::replace(text.begin(), text.end(), '-', ' ');
    return text;
}

CHATOPS_INLINE std::string asked_text(const accepted_request& asked, const supervision& of) {
    const auto is_of_id = [](char letter) {
        return is_digit(letter) || (letter >= 'A' && letter <= 'Z');
    };
    std::string text;
    const std::string_view line = asked.line;
    for (std::size_t at = 0; at < line.size();) {
        text += line[at++];
        if (line[at - 1] != '@') continue;
        std::size_t end = at;
        while (end < line.size() && is_of_id(line[end])) ++end;
        const std::string_view id = line.substr(at, end - at);
        const config::member* const known = of.rules().find(id);
        if (known == nullptr) continue;
        text += known->name;
        at = end;
    }
    return shortened(text, limits::shown_record_bytes);
}

CHATOPS_INLINE time_zone zone_of(const supervision& of) {
    return typed_at(of.asked(), of.now()).zone;
}

CHATOPS_INLINE time_point shown_there(time_point when, const time_zone& zone) {
    return time_point(zone.wall_at(when).time_since_epoch());
}

CHATOPS_INLINE std::string minute_there(time_point when, const supervision& of) {
    const time_zone zone = zone_of(of);
    return minute_of(shown_there(when, zone)) + ' ' + zone.to_text();
}

CHATOPS_INLINE table_part run_table(const std::vector<run_record>& runs, const supervision& of) {
    table_part table;
    const time_zone zone = zone_of(of);
    table.headings = {"Run", "State", "What, when (" + zone.to_text() + ")"};
    for (const run_record& each : runs)
        table.rows.push_back({each.id.text, state_text(each.state),
                              each.asked.asker_name + ": " + asked_text(each.asked, of) + "\n" +
                                  minute_of(shown_there(each.accepted_at, zone))});
    return table;
}

CHATOPS_INLINE reply run_list(const found_runs& found, const supervision& of,
                              std::string_view nothing) {
    if (of.asked().member.empty()) {
        reply answer = reply::warning("I do not know you");
        answer.add(text_part{"The configuration names no person with your Slack id."});
        return answer;
    }
    reply answer = reply::neutral(found.runs.empty()
                                      ? std::string(nothing)
                                      : counted(found.runs.size(), "run") +
                                            (found.runs.size() > 1 ? ", the newest first" : ""));
    if (!found.runs.empty()) {
        answer.add(run_table(found.runs, of));
        answer.add(text_part{"`run ID` tells all of one; the beginning of an id is enough."});
    }
    if (found.searched_to)
        answer.add(text_part{"I looked back to " + minute_there(*found.searched_to, of) +
                             ". Give `--until` to look further."});
    else if (found.has_more)
        answer.add(text_part{found.runs.size() < limits::listed_runs
                                 ? "There are more: narrow it down, or give a greater `--count`."
                                 : "There are more: narrow it down, as with `--command`."});
    if (found.has_hidden)
        answer.add(text_part{"Some are not shown: you see your own, those asked for in this "
                             "channel, and those for which a rule allows you `audit`."});
    return answer;
}

CHATOPS_INLINE std::optional<reply> not_one_run(const std::string& beginning,
                                                const std::vector<run_record>& found,
                                                const supervision& of) {
    if (found.size() == 1) return std::nullopt;
    if (found.empty()) {
        reply answer = reply::bad("There is no run " + shown(beginning) + " that you may see");
        answer.add(text_part{"`runs --all` lists those that you may."});
        return answer;
    }
    reply answer = reply::bad("More than one run begins with " + shown(beginning));
    answer.add(run_table(found, of));
    answer.add(text_part{"Nothing was done. Type more of the id."});
    return answer;
}

} // namespace chatops::operations
