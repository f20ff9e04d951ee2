// Filling in a modal as a person would, submitting it, closing it.
#include "mocks/slack/inputs.hpp"
#include "mocks/slack/people.hpp"
#include "mocks/slack/render.hpp"
#include "mocks/slack/submission_state.hpp"
#include "mocks/slack/surfaces.hpp"

#include <algorithm>
#include <utility>
#include <vector>

namespace chatops::mocks::slack {

namespace {

mistake no_such_option(const input& of, std::string_view wanted) {
    return {"no_such_option", "'" + of.label + "' has no option '" + std::string(wanted) + "'."};
}

/// Of those that the view has; where the app is asked for them, of those it gave, or that stand
/// there already.
const value* option_chosen(const surface& in, const input& of, std::string_view wanted) {
    if (!of.asks_for_options()) return option_named(*of.element, "options", wanted);
    if (const object* const offered = object_of(in.offered, of.block_id))
        for (const char* const list : {"options", "before"})
            if (const value* const found = option_named(*offered, list, wanted)) return found;
    const value* const initial = member(*of.element, "initial_option");
    if (initial != nullptr && initial->is_object() &&
        text_of(initial->get_object(), "value") == wanted)
        return initial;
    return option_named(*of.element, "initial_options", wanted);
}

/// Where Slack reports what stands in an input that is no list of options.
std::string_view member_of(const input& of) {
    static constexpr std::pair<std::string_view, std::string_view> members[] = {
        {"users_select", "selected_user"},
        {"channels_select", "selected_channel"},
        {"conversations_select", "selected_conversation"},
        {"datepicker", "selected_date"},
        {"timepicker", "selected_time"}};
    for (const auto& [type, selected] : members)
        if (of.type == type) return selected;
    return "value";
}

/// People and channels may be named; Slack reports their ids.
result<value> value_put(model& data, const input& of, const value* given) {
    for (const char* const initial : {"initial_value", "initial_user", "initial_conversation"})
        if (given == nullptr) given = member(*of.element, initial);
    if (given == nullptr) return value();
    const auto name = given->is_string() ? view(given->get_string()) : std::string_view();
    if (name.empty()) return *given;
    if (of.type == "users_select") {
        const user* const found = data.find_user(name);
        if (found == nullptr)
            return mistake{"no_such_person", "There is no '" + std::string(name) + "' here."};
        return value(text_value(found->id));
    }
    if (of.type == "channels_select" || of.type == "conversations_select") {
        const channel* const found = data.find_channel(name);
        if (found == nullptr) return no_such_option(of, name);
        return value(text_value(found->id));
    }
    return *given;
}

/// What Slack reports of one input; null `given` means left as it was.
result<object> state_of(model& data, const surface& in, const input& of, const value* given) {
    object made;
    made["type"] = text_value(of.type);
    const bool is_several = of.type == "checkboxes" || of.type == "multi_static_select" ||
                            of.type == "multi_external_select";
    const bool is_one =
        of.type == "static_select" || of.type == "radio_buttons" || of.type == "external_select";
    if (is_several) {
        array chosen;
        if (given == nullptr) {
            if (const array* const initial = array_of(*of.element, "initial_options"))
                chosen = *initial;
        } else {
            const array wanted = given->is_array() ? given->get_array() : array{*given};
            for (const value& each : wanted) {
                const auto name = each.is_string() ? view(each.get_string()) : std::string_view();
                if (name.empty()) continue; // None of them.
                const value* const option = option_chosen(in, of, name);
                if (option == nullptr) return no_such_option(of, name);
                chosen.push_back(*option);
            }
        }
        made["selected_options"] = std::move(chosen);
    } else if (is_one) {
        const value* option = member(*of.element, "initial_option");
        if (given != nullptr) {
            const auto name = given->is_string() ? view(given->get_string()) : std::string_view();
            option = name.empty() ? nullptr : option_chosen(in, of, name);
            if (option == nullptr && !name.empty()) return no_such_option(of, name);
        }
        made["selected_option"] = option == nullptr ? value() : *option;
    } else {
        const auto put = value_put(data, of, given);
        if (!put) return put.error();
        made[member_of(of)] = *put;
    }
    return made;
}

bool is_blank(const object& state) {
    for (const auto& each : state) {
        if (each.key() == "type") continue;
        const value& given = each.value();
        if (given.is_null() || (given.is_string() && given.get_string().empty()) ||
            (given.is_array() && given.get_array().empty()))
            return true;
    }
    return false;
}

result<object> values_of(model& data, const surface& in, const object& given, bool is_sent) {
    const auto inputs = inputs_of(in.content);
    for (const auto& each : given) {
        const std::string_view name(each.key().data(), each.key().size());
        const bool is_known = std::any_of(inputs.begin(), inputs.end(), [&](const input& one) {
            return one.block_id == name || one.action_id == name || one.label == name;
        });
        if (!is_known)
            return mistake{"no_such_input", "The modal has no input '" + std::string(name) + "'."};
    }
    object values;
    for (const input& one : inputs) {
        const value* filled = member(given, one.block_id);
        if (filled == nullptr) filled = member(given, one.action_id);
        if (filled == nullptr) filled = member(given, one.label);
        auto state = state_of(data, in, one, filled);
        if (!state) return state.error();
        // Slack's own clients do not let a person leave out what is required.
        if (is_sent && !one.is_optional && is_blank(*state))
            return mistake{"missing_input", "'" + one.label + "' must be filled in."};
        object of_block;
        of_block[one.action_id] = std::move(*state);
        values[one.block_id] = std::move(of_block);
    }
    return values;
}

result<object> close_modal(parts& in, const user& by, surface& which, bool is_cleared,
                           sim::moment when) {
    object answer;
    answer["view_id"] = text_value(which.id);
    const auto stack = modals_of(in.data, by.id);
    for (surface* const each : stack)
        if (is_cleared || each == &which) each->is_open = false;
    if (!is_true(which.content, "notify_on_close")) return answer;
    object payload = interaction_payload(in, "view_closed", by, when);
    payload.erase("trigger_id");
    payload["view"] = view_json(in.data, which);
    payload["is_cleared"] = is_cleared;
    parcel made;
    made.kind = parcel_kind::interactive;
    made.id = which.id;
    made.user = by.id;
    made.payload = std::move(payload);
    in.post.post(std::move(made), when);
    return answer;
}

} // namespace

result<object> values_so_far(model& data, const surface& in, const object& given) {
    return values_of(data, in, given, false);
}

result<object> submit(parts& in, const submitting& what, sim::moment when) {
    const user* const by = in.data.find_user(what.user);
    if (by == nullptr) return mistake{"unknown_user", "There is no user '" + what.user + "' here."};
    const auto stack = modals_of(in.data, by->id);
    surface* const which = stack.empty() ? nullptr : stack.back();
    // What lies beneath another cannot be reached.
    if (which == nullptr || (!what.view_id.empty() && which->id != what.view_id))
        return mistake{"no_modal", by->name + " has no such modal open."};
    if (what.is_closed) return close_modal(in, *by, *which, what.is_cleared, when);
    auto values = values_of(in.data, *which, what.values, true);
    if (!values) return values.error();
    object view = view_json(in.data, *which);
    object state;
    state["values"] = std::move(*values);
    view["state"] = std::move(state);
    object payload = interaction_payload(in, "view_submission", *by, when);
    payload["view"] = std::move(view);
    payload["response_urls"] = array();
    parcel made;
    made.kind = parcel_kind::interactive;
    made.id = text_of(payload, "trigger_id");
    made.takes_answer = true;
    made.user = by->id;
    made.surface = which->id;
    made.payload = std::move(payload);
    in.post.post(std::move(made), when);
    object answer;
    answer["view_id"] = text_value(which->id);
    return answer;
}

} // namespace chatops::mocks::slack
