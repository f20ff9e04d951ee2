// Rules that mute incidents for a while.
#include "mocks/common/text.hpp"
#include "mocks/newrelic/handlers.hpp"
#include "mocks/newrelic/views.hpp"

#include <string>
#include <utility>

namespace chatops::mocks::newrelic {
namespace {

muting_rule& rule_of(const call& from) {
    for (muting_rule& each : from.account.muting_rules)
        if (each.id == from.number("id")) return each;
    throw not_found();
}

void check_schedule(const object& given) {
    const std::string_view begins = text_of(given, "startTime");
    const std::string_view ends = text_of(given, "endTime");
    if (!begins.empty() && !ends.empty() && begins >= ends)
        throw not_valid("schedule", "endTime must be after startTime");
    const std::string_view repeat = text_of(given, "repeat");
    const bool has_days = array_of(given, "weeklyRepeatDays") != nullptr;
    if (has_days && repeat != "WEEKLY")
        throw not_valid("schedule", "weeklyRepeatDays requires repeat to be WEEKLY");
}

/// What is not said of it stays as it was. Source: others change its times alone, without the zone.
value schedule_with(const value& before, const object& given) {
    object made = before.is_object() ? before.get_object() : object{};
    for (const auto& each : given) made[each.key()] = each.value();
    check_schedule(made);
    if (text_of(made, "timeZone").empty()) throw not_valid("schedule", "timeZone can't be blank");
    return made;
}

void take(muting_rule& to, const object& given) {
    if (given.contains("name")) {
        if (trimmed(text_of(given, "name")).empty()) throw not_valid("name", "can't be blank");
        to.name = text_of(given, "name");
    }
    if (given.contains("description")) to.description = text_of(given, "description");
    if (const value* const enabled = member(given, "enabled"); enabled && enabled->is_bool())
        to.is_enabled = enabled->get_bool();
    if (const object* const condition = object_of(given, "condition")) {
        if (array_of(*condition, "conditions")->empty())
            throw not_valid("condition", "must have at least one condition");
        to.condition = *condition;
    }
    if (const value* const schedule = member(given, "schedule")) {
        const object* const when = schedule->if_object();
        to.schedule = when != nullptr ? schedule_with(to.schedule, *when) : *schedule;
    }
    if (const value* const action = member(given, "actionOnMutingRuleWindowEnded"))
        to.window_action = *action;
}

} // namespace

value list_muting_rules(const call& from) {
    array made;
    for (const muting_rule& each : from.account.muting_rules)
        made.push_back(show(each, from.account, from.now));
    return made;
}

value show_muting_rule(const call& from) { return show(rule_of(from), from.account, from.now); }

value create_muting_rule(const call& from) {
    from.check_account();
    muting_rule made;
    take(made, from.input("rule"));
    made.id = from.account.new_number();
    made.created_at = made.updated_at = from.now;
    from.account.muting_rules.push_back(std::move(made));
    return show(from.account.muting_rules.back(), from.account, from.now);
}

value update_muting_rule(const call& from) {
    from.check_account();
    muting_rule changed = rule_of(from);
    take(changed, from.input("rule"));
    changed.updated_at = from.now;
    rule_of(from) = changed;
    return show(changed, from.account, from.now);
}

value delete_muting_rule(const call& from) {
    from.check_account();
    const std::int64_t id = rule_of(from).id;
    std::erase_if(from.account.muting_rules,
                  [&](const muting_rule& each) { return each.id == id; });
    return object{{"id", std::to_string(id)}};
}

} // namespace chatops::mocks::newrelic
