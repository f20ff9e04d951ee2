// Finding a button as a person would, and what Slack sends when it is pressed.
#include "mocks/slack/people.hpp"
#include "mocks/slack/render.hpp"

#include <optional>
#include <utility>
#include <vector>

namespace chatops::mocks::slack {

namespace {

/// A button or a menu, and where it is.
struct place {
    channel* where = nullptr;
    const message* what = nullptr;
    /// Of a modal or a home tab, instead of a message.
    const surface* view = nullptr;
    object element = {};
    std::string block_id = {};
};

std::string_view label_of(const object& element) {
    for (const char* const name : {"text", "placeholder"})
        if (const object* const text = object_of(element, name)) return text_of(*text, "text");
    return {};
}

bool matches(const object& element, const clicking& wanted) {
    const auto type = text_of(element, "type");
    if (type.empty() || type == "image" || type == "mrkdwn" || type == "plain_text") return false;
    if (!wanted.action_id.empty()) return text_of(element, "action_id") == wanted.action_id;
    return label_of(element) == wanted.text;
}

/// The first such element in the blocks.
std::optional<place> find_in(const array& blocks, const clicking& wanted) {
    for (const value& each : blocks) {
        const object* const block = each.if_object();
        if (block == nullptr || text_of(*block, "type") == "rich_text") continue;
        std::vector<const object*> elements;
        if (const object* const beside = object_of(*block, "accessory")) elements.push_back(beside);
        if (const array* const list = array_of(*block, "elements"))
            for (const value& one : *list)
                if (one.is_object()) elements.push_back(&one.get_object());
        for (const object* const element : elements) {
            if (!matches(*element, wanted)) continue;
            place found;
            found.element = *element;
            found.block_id = text_of(*block, "block_id");
            return found;
        }
    }
    return std::nullopt;
}

/// The latest message in a channel that this person sees and that has it.
std::optional<place> find_in(channel& where, const user& by, const clicking& wanted) {
    for (auto at = where.messages.rbegin(); at != where.messages.rend(); ++at) {
        if (!wanted.ts.empty() && at->ts != wanted.ts) continue;
        if (!at->ephemeral_to.empty() && at->ephemeral_to != by.id) continue;
        if (auto found = find_in(at->blocks, wanted)) {
            found->where = &where;
            found->what = &*at;
            return found;
        }
    }
    return std::nullopt;
}

std::optional<place> find_in_views(parts& in, const user& by, const clicking& wanted) {
    for (const auto& [id, each] : in.data.surfaces) {
        const array* const blocks = array_of(each.content, "blocks");
        if (!each.is_open || each.user != by.id || blocks == nullptr) continue;
        if (auto found = find_in(*blocks, wanted)) {
            found->view = &each;
            return found;
        }
    }
    return std::nullopt;
}

std::optional<place> find_anywhere(parts& in, const user& by, const clicking& wanted) {
    std::optional<place> latest;
    for (const std::string& id : in.data.channel_order()) {
        channel& each = *in.data.find_channel(id);
        if (!each.has(by.id)) continue;
        auto found = find_in(each, by, wanted);
        if (found && (!latest || latest->what->ts < found->what->ts)) latest = std::move(found);
    }
    return latest ? latest : find_in_views(in, by, wanted);
}

const value* find_option(const object& element, std::string_view wanted) {
    const auto search = [&](const array* options) -> const value* {
        for (std::size_t i = 0; options != nullptr && i < options->size(); ++i) {
            const object* const one = (*options)[i].if_object();
            if (one == nullptr) continue;
            if (text_of(*one, "value") == wanted || label_of(*one) == wanted) return &(*options)[i];
        }
        return nullptr;
    };
    if (const value* const found = search(array_of(element, "options"))) return found;
    const array* const groups = array_of(element, "option_groups");
    for (std::size_t i = 0; groups != nullptr && i < groups->size(); ++i)
        if ((*groups)[i].is_object())
            if (const value* const found = search(array_of((*groups)[i].get_object(), "options")))
                return found;
    return nullptr;
}

result<object> action_of(parts& in, const place& at, const clicking& wanted, sim::moment when) {
    object action;
    action["action_id"] = text_value(text_of(at.element, "action_id"));
    action["block_id"] = text_value(at.block_id);
    action["type"] = text_value(text_of(at.element, "type"));
    for (const char* const name : {"text", "value", "style", "placeholder"})
        if (const value* const given = member(at.element, name)) action[name] = *given;
    const bool has_options = member(at.element, "options") || member(at.element, "option_groups");
    if (has_options) {
        const value* const option = find_option(at.element, wanted.option);
        if (option == nullptr)
            return mistake{"no_such_option", "That menu has no option '" + wanted.option + "'."};
        const auto type = text_of(at.element, "type");
        const bool is_several = type == "checkboxes" || type == "multi_static_select";
        if (is_several)
            action["selected_options"] = array{*option};
        else
            action["selected_option"] = *option;
    }
    action["action_ts"] = text_value(in.data.next_ts(when.wall));
    return action;
}

void describe_message(parts& in, const place& at, const user& by, object& payload,
                      sim::moment when) {
    const bool is_ephemeral = !at.what->ephemeral_to.empty();
    object container;
    container["type"] = "message";
    container["message_ts"] = text_value(at.what->ts);
    container["channel_id"] = text_value(at.where->id);
    container["is_ephemeral"] = is_ephemeral;
    if (!at.what->thread_ts.empty()) container["thread_ts"] = text_value(at.what->thread_ts);
    payload["container"] = std::move(container);
    object where;
    where["id"] = text_value(at.where->id);
    where["name"] =
        text_value(at.where->kind == channel_kind::direct ? "directmessage" : at.where->name);
    payload["channel"] = std::move(where);
    if (!is_ephemeral) payload["message"] = message_json(in.data, *at.what, with_metadata::yes);
    object state;
    state["values"] = object();
    payload["state"] = std::move(state);
    response_hook hook;
    hook.channel = at.where->id;
    hook.user = by.id;
    hook.thread_ts = at.what->thread_ts;
    hook.original_ts = at.what->ts;
    payload["response_url"] =
        text_value(in.data.setup().url + in.rights.new_hook("actions", std::move(hook), when.now));
}

} // namespace

result<object> click(parts& in, const clicking& what, sim::moment when) {
    const user* const by = in.data.find_user(what.user);
    if (by == nullptr) return mistake{"unknown_user", "There is no user '" + what.user + "' here."};
    std::optional<place> found;
    if (what.channel.empty()) {
        found = find_anywhere(in, *by, what);
    } else {
        channel* const where = channel_meant(in, *by, what.channel, when.wall);
        if (where == nullptr)
            return mistake{"unknown_channel", "There is no channel '" + what.channel + "' here."};
        if (!where->has(by->id))
            return mistake{"not_in_channel", by->name + " is not in '" + what.channel + "'."};
        found = find_in(*where, *by, what);
    }
    if (!found) {
        const std::string& name = what.action_id.empty() ? what.text : what.action_id;
        return mistake{"no_such_button", by->name + " sees no button '" + name + "' there."};
    }
    auto action = action_of(in, *found, what, when);
    if (!action) return action.error();
    object payload = interaction_payload(in, "block_actions", *by, when);
    if (found->what != nullptr) {
        describe_message(in, *found, *by, payload, when);
    } else {
        object container;
        container["type"] = "view";
        container["view_id"] = text_value(found->view->id);
        payload["container"] = std::move(container);
        payload["view"] = view_json(in.data, *found->view);
    }
    payload["actions"] = array{*action};
    parcel made;
    made.kind = parcel_kind::interactive;
    made.id = text_of(payload, "trigger_id");
    made.user = by->id;
    if (found->where != nullptr) made.channel = found->where->id;
    made.payload = std::move(payload);
    in.post.post(std::move(made), when);
    object answer;
    if (found->what != nullptr) {
        answer["ts"] = text_value(found->what->ts);
        answer["channel"] =
            text_value(found->where->name.empty() ? found->where->id : found->where->name);
    } else {
        answer["view_id"] = text_value(found->view->id);
    }
    answer["action_id"] = text_value(text_of(*action, "action_id"));
    return answer;
}

} // namespace chatops::mocks::slack
