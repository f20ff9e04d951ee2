// Filling in a modal as a person would, submitting it, closing it.
#include "mocks/slack/people.hpp"
#include "mocks/slack/render.hpp"
#include "mocks/slack/surfaces.hpp"

#include <algorithm>
#include <utility>
#include <vector>

namespace chatops::mocks::slack {

namespace {

/// One input of a modal.
struct input {
    std::string block_id;
    std::string action_id;
    std::string label;
    std::string type;
    bool is_optional = false;
    const object* element = nullptr;
};

std::vector<input> inputs_of(const object& view) {
    std::vector<input> made;
    const array* const blocks = array_of(view, "blocks");
    for (std::size_t i = 0; blocks != nullptr && i < blocks->size(); ++i) {
        const object* const block = (*blocks)[i].if_object();
        const object* const element = block != nullptr && text_of(*block, "type") == "input"
                                          ? object_of(*block, "element")
                                          : nullptr;
        if (element == nullptr) continue;
        const object* const label = object_of(*block, "label");
        made.push_back(
            {std::string(text_of(*block, "block_id")), std::string(text_of(*element, "action_id")),
             std::string(label == nullptr ? std::string_view() : text_of(*label, "text")),
             std::string(text_of(*element, "type")), is_true(*block, "optional"), element});
    }
    return made;
}

const value* option_named(const object& element, std::string_view wanted) {
    const array* const options = array_of(element, "options");
    for (std::size_t i = 0; options != nullptr && i < options->size(); ++i) {
        const object* const one = (*options)[i].if_object();
        const object* const text = one == nullptr ? nullptr : object_of(*one, "text");
        if (one == nullptr) continue;
        const bool is_it = text_of(*one, "value") == wanted ||
                           (text != nullptr && text_of(*text, "text") == wanted);
        if (is_it) return &(*options)[i];
    }
    return nullptr;
}

mistake no_such_option(const input& of, std::string_view wanted) {
    return {"no_such_option", "'" + of.label + "' has no option '" + std::string(wanted) + "'."};
}

/// What Slack reports of one input; null `given` means left as it was.
result<object> state_of(const input& of, const value* given) {
    object made;
    made["type"] = text_value(of.type);
    const bool is_several = of.type == "checkboxes" || of.type == "multi_static_select";
    const bool is_one = of.type == "static_select" || of.type == "radio_buttons";
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
                const value* const option = option_named(*of.element, name);
                if (option == nullptr) return no_such_option(of, name);
                chosen.push_back(*option);
            }
        }
        made["selected_options"] = std::move(chosen);
    } else if (is_one) {
        const value* option = member(*of.element, "initial_option");
        if (given != nullptr) {
            const auto name = given->is_string() ? view(given->get_string()) : std::string_view();
            option = name.empty() ? nullptr : option_named(*of.element, name);
            if (option == nullptr && !name.empty()) return no_such_option(of, name);
        }
        made["selected_option"] = option == nullptr ? value() : *option;
    } else {
        static constexpr std::pair<std::string_view, const char*> members[] = {
            {"users_select", "selected_user"},
            {"channels_select", "selected_channel"},
            {"conversations_select", "selected_conversation"},
            {"datepicker", "selected_date"},
            {"timepicker", "selected_time"}};
        const char* name = "value";
        for (const auto& [type, selected] : members)
            if (of.type == type) name = selected;
        const value* const initial = member(*of.element, "initial_value");
        made[name] = given != nullptr ? *given : initial != nullptr ? *initial : value();
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

result<object> values_of(const object& view, const object& given) {
    const auto inputs = inputs_of(view);
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
        auto state = state_of(one, filled);
        if (!state) return state.error();
        // Slack's own clients do not let a person leave out what is required.
        if (!one.is_optional && is_blank(*state))
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

result<object> submit(parts& in, const submitting& what, sim::moment when) {
    const user* const by = in.data.find_user(what.user);
    if (by == nullptr) return mistake{"unknown_user", "There is no user '" + what.user + "' here."};
    const auto stack = modals_of(in.data, by->id);
    surface* const which = stack.empty() ? nullptr : stack.back();
    // What lies beneath another cannot be reached.
    if (which == nullptr || (!what.view_id.empty() && which->id != what.view_id))
        return mistake{"no_modal", by->name + " has no such modal open."};
    if (what.is_closed) return close_modal(in, *by, *which, what.is_cleared, when);
    auto values = values_of(which->content, what.values);
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
