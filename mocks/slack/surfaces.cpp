#include "mocks/slack/surfaces.hpp"

#include "mocks/slack/blocks.hpp"
#include "mocks/slack/limits.hpp"
#include "mocks/slack/methods.hpp"
#include "mocks/slack/render.hpp"

#include <algorithm>
#include <utility>

namespace chatops::mocks::slack {

namespace {

refusal invalid_view(const complaints& found) {
    array messages;
    for (const std::string& each : found) messages.push_back(text_value("[ERROR] " + each));
    object metadata;
    metadata["messages"] = std::move(messages);
    object more;
    more["response_metadata"] = std::move(metadata);
    return {"invalid_arguments", std::move(more)};
}

void close_all(model& data, std::string_view user_id) {
    for (surface* const each : modals_of(data, user_id)) each->is_open = false;
}

surface& make(model& data, std::string_view type, std::string_view user_id, object content) {
    auto& all = data.surfaces;
    for (auto at = all.begin(); all.size() >= limits::surfaces_kept && at != all.end();)
        at = at->second.is_open ? std::next(at) : all.erase(at);
    surface made;
    made.id = data.new_id("V", 10);
    made.type = type;
    made.sequence = data.next_sequence();
    made.user = user_id;
    made.content = std::move(content);
    made.hash = "1600000000." + data.new_id("", 8);
    return all.emplace(made.id, std::move(made)).first->second;
}

/// A person has one home tab; a new one takes the old one's place.
surface& home_of(model& data, std::string_view user_id, object content) {
    for (auto& [id, each] : data.surfaces) {
        if (each.type != "home" || each.user != user_id) continue;
        replace_view(data, each, std::move(content));
        return each;
    }
    surface& made = make(data, "home", user_id, std::move(content));
    made.root_id = made.id;
    return made;
}

/// By `view_id` or `external_id`. Throws `not_found`.
surface& meant(call& asked) {
    const std::string id = asked.args.text("view_id");
    const std::string external = asked.args.text("external_id");
    for (auto& [key, each] : asked.in.data.surfaces) {
        const bool is_it =
            id.empty() ? !external.empty() && text_of(each.content, "external_id") == external
                       : key == id;
        if (is_it && each.is_open) return each;
    }
    throw refusal("not_found");
}

void check_hash(const call& asked, const surface& which) {
    const std::string given = asked.args.text("hash");
    if (!given.empty() && given != which.hash) throw refusal("hash_conflict");
}

void check_external_id(model& data, const object& content) {
    const auto id = text_of(content, "external_id");
    if (id.empty()) return;
    for (const auto& [key, each] : data.surfaces)
        if (each.is_open && text_of(each.content, "external_id") == id)
            throw refusal("duplicate_external_id");
}

object modal_content(call& asked) {
    object content =
        checked_view(asked.in.data, asked.args.json_value("view", "invalid_arguments"));
    if (text_of(content, "type") != "modal")
        throw wrong_argument("must be `modal` [json-pointer:/view/type]");
    return content;
}

} // namespace

object checked_view(model& data, value given) {
    if (!given.is_object()) throw wrong_argument("missing required field: view");
    if (boost::json::serialize(given).size() > limits::view_bytes) throw refusal("view_too_large");
    object content = std::move(given.get_object());
    if (const auto found = check_view(content); !found.empty()) throw invalid_view(found);
    add_ids(content["blocks"].get_array(), [&] { return data.new_id("", 5); });
    return content;
}

std::vector<surface*> modals_of(model& data, std::string_view user_id) {
    std::vector<surface*> all;
    for (auto& [id, each] : data.surfaces)
        if (each.is_open && each.type == "modal" && each.user == user_id) all.push_back(&each);
    std::sort(all.begin(), all.end(), [](const surface* left, const surface* right) {
        return left->sequence < right->sequence;
    });
    return all;
}

surface& push_modal(model& data, std::string_view user_id, object content) {
    const auto stack = modals_of(data, user_id);
    if (stack.size() >= limits::modal_stack) throw refusal("push_limit_reached");
    surface& made = make(data, "modal", user_id, std::move(content));
    made.root_id = stack.empty() ? made.id : stack.front()->id;
    if (!stack.empty()) made.previous_id = stack.back()->id;
    return made;
}

void replace_view(model& data, surface& which, object content) {
    which.content = std::move(content);
    which.errors.clear();
    which.offered.clear();
    which.hash = "1600000000." + data.new_id("", 8);
}

void respond_to_submission(parts& in, const parcel& what, const outcome& how) {
    const auto at = in.data.surfaces.find(what.surface);
    if (at == in.data.surfaces.end()) return;
    surface& which = at->second;
    which.errors.clear();
    if (!how.is_taken) {
        which.errors["_"] = "We had some trouble connecting. Try again?";
        return;
    }
    object body;
    auto read = json::parse(how.answer);
    if (read && read->is_object()) body = std::move(read->get_object());
    const auto action = text_of(body, "response_action");
    try {
        if (action == "errors") {
            if (const object* const errors = object_of(body, "errors")) which.errors = *errors;
        } else if (action == "update") {
            replace_view(in.data, which, checked_view(in.data, body["view"]));
        } else if (action == "push") {
            push_modal(in.data, which.user, checked_view(in.data, body["view"]));
        } else if (action == "clear") {
            close_all(in.data, which.user);
        } else {
            which.is_open = false;
        }
    } catch (const refusal& why) {
        which.errors["_"] =
            text_value("We had some trouble connecting. Try again? (" + why.error + ")");
    }
}

object views_open(call& asked) {
    object content = modal_content(asked);
    check_external_id(asked.in.data, content);
    const std::string person =
        asked.in.rights.use_trigger(asked.args.required("trigger_id"), asked.when.now);
    close_all(asked.in.data, person);
    object answer;
    answer["view"] =
        view_json(asked.in.data, push_modal(asked.in.data, person, std::move(content)));
    return answer;
}

object views_push(call& asked) {
    object content = modal_content(asked);
    check_external_id(asked.in.data, content);
    const std::string person =
        asked.in.rights.use_trigger(asked.args.required("trigger_id"), asked.when.now);
    object answer;
    answer["view"] =
        view_json(asked.in.data, push_modal(asked.in.data, person, std::move(content)));
    return answer;
}

object views_update(call& asked) {
    surface& which = meant(asked);
    check_hash(asked, which);
    replace_view(asked.in.data, which, modal_content(asked));
    object answer;
    answer["view"] = view_json(asked.in.data, which);
    return answer;
}

object views_publish(call& asked) {
    const std::string id = asked.args.required("user_id");
    if (asked.in.data.user_by_id(id) == nullptr) throw refusal("user_not_found");
    object content =
        checked_view(asked.in.data, asked.args.json_value("view", "invalid_arguments"));
    if (text_of(content, "type") != "home")
        throw wrong_argument("must be `home` [json-pointer:/view/type]");
    for (const auto& [key, each] : asked.in.data.surfaces)
        if (each.type == "home" && each.user == id) check_hash(asked, each);
    object answer;
    answer["view"] = view_json(asked.in.data, home_of(asked.in.data, id, std::move(content)));
    return answer;
}

} // namespace chatops::mocks::slack
