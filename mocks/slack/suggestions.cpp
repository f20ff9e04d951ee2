// Typing into a menu of a modal whose options the app is asked for: `block_suggestion`.
#include "mocks/slack/block_checker.hpp"
#include "mocks/slack/inputs.hpp"
#include "mocks/slack/limits.hpp"
#include "mocks/slack/people.hpp"
#include "mocks/slack/render.hpp"
#include "mocks/slack/submission_state.hpp"
#include "mocks/slack/surfaces.hpp"

#include <algorithm>
#include <utility>

namespace chatops::mocks::slack {

namespace {

const input* input_named(const std::vector<input>& all, std::string_view name) {
    const auto found = std::find_if(all.begin(), all.end(), [&](const input& each) {
        return each.block_id == name || each.action_id == name || each.label == name;
    });
    return found == all.end() ? nullptr : &*found;
}

/// What Slack would show: the options, or why there are none.
object shown_options(const outcome& how) {
    object made;
    made["options"] = array();
    if (!how.is_taken) {
        made["error"] = text_value(how.reason);
        return made;
    }
    auto read = json::parse(how.answer);
    object* const body = read ? read->if_object() : nullptr;
    if (body == nullptr) {
        made["error"] = "no JSON object";
        return made;
    }
    block_checker checker;
    const pointer at("");
    // Slack shows none of them when one is wrong.
    checker.suggestions(*body, at);
    if (!checker.found.empty()) {
        made["error"] = text_value(checker.found.front());
        return made;
    }
    if (const array* const options = array_of(*body, "options")) made["options"] = *options;
    return made;
}

} // namespace

result<object> suggest(parts& in, const suggesting& what, sim::moment when) {
    const user* const by = in.data.find_user(what.user);
    if (by == nullptr) return mistake{"unknown_user", "There is no user '" + what.user + "' here."};
    const auto stack = modals_of(in.data, by->id);
    if (stack.empty()) return mistake{"no_modal", by->name + " has no modal open."};
    surface& which = *stack.back();
    const auto inputs = inputs_of(which.content);
    const input* const into = input_named(inputs, what.input);
    if (into == nullptr)
        return mistake{"no_such_input", "The modal has no input '" + what.input + "'."};
    if (!into->asks_for_options())
        return mistake{"no_suggestions", "'" + into->label + "' does not ask for its options."};
    // Without the member it is asked from the third character on.
    const auto least = number_of(*into->element, "min_query_length", 3);
    object answer;
    answer["view_id"] = text_value(which.id);
    answer["asked"] = static_cast<std::int64_t>(what.value.size()) >= least;
    if (!answer["asked"].as_bool()) return answer;
    auto values = values_so_far(in.data, which, what.values);
    if (!values) return values.error();
    object view = view_json(in.data, which);
    object state;
    state["values"] = std::move(*values);
    view["state"] = std::move(state);
    object payload = interaction_payload(in, "block_suggestion", *by, when);
    payload.erase("trigger_id");
    object container;
    container["type"] = "view";
    container["view_id"] = text_value(which.id);
    payload["container"] = std::move(container);
    payload["action_id"] = text_value(into->action_id);
    payload["block_id"] = text_value(into->block_id);
    payload["value"] = text_value(what.value);
    payload["view"] = std::move(view);
    parcel made;
    made.kind = parcel_kind::interactive;
    made.id = which.id + ' ' + into->block_id;
    made.takes_answer = true;
    made.user = by->id;
    made.surface = which.id;
    made.asks_for = into->block_id;
    made.payload = std::move(payload);
    in.post.post(std::move(made), when);
    return answer;
}

void respond_to_suggestion(parts& in, const parcel& what, const outcome& how) {
    const auto at = in.data.surfaces.find(what.surface);
    if (at == in.data.surfaces.end()) return;
    object made = shown_options(how);
    // What was offered before may have been chosen then.
    array before;
    if (const object* const last = object_of(at->second.offered, what.asks_for))
        for (const char* const list : {"options", "before"})
            if (const array* const some = array_of(*last, list))
                before.insert(before.end(), some->begin(), some->end());
    if (before.size() > limits::suggestions_kept) before.resize(limits::suggestions_kept);
    made["before"] = std::move(before);
    at->second.offered[what.asks_for] = std::move(made);
}

} // namespace chatops::mocks::slack
