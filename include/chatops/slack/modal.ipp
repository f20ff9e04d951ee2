#pragma once

#include "chatops/core/json.hpp"
#include "chatops/core/limits.hpp"
#include "chatops/core/utf8.hpp"
#include "chatops/slack/drawing.hpp"
#include "chatops/slack/json_member.hpp"
#include "chatops/slack/markup.hpp"
#include "chatops/slack/modal.hpp"

#include <boost/describe/class.hpp>
#include <boost/json/array.hpp>

#include <algorithm>
#include <utility>
#include <vector>

namespace chatops::slack {

namespace detail {

/// What `private_metadata` holds.
struct view_origin {
    std::string command;
    std::string declaration;
    std::string channel;
    std::string channel_name;
    std::string thread;
    std::string response_url;
};
BOOST_DESCRIBE_STRUCT(view_origin, (),
                      (command, declaration, channel, channel_name, thread, response_url))

CHATOPS_INLINE boost::json::string json_string(std::string_view text) {
    return boost::json::string(boost::json::string_view(text.data(), text.size()));
}

/// A `plain_text` object of at most so many bytes.
CHATOPS_INLINE boost::json::object plain_text(std::string_view text, std::size_t most) {
    std::string shown = escaped(text);
    if (shown.size() > most) shown = std::string(escaped_beginning(shown, most - 3)) + "…";
    if (shown.empty()) shown = "…"; // Slack refuses an empty one.
    boost::json::object made;
    made["type"] = "plain_text";
    made["text"] = json_string(shown);
    made["emoji"] = false;
    return made;
}

CHATOPS_INLINE boost::json::object option_of(const form_choice& choice) {
    boost::json::object made;
    made["text"] = plain_text(choice.label, limits::slack_option_bytes);
    made["value"] = json_string(choice.value);
    if (!choice.help.empty())
        made["description"] = plain_text(choice.help, limits::slack_option_bytes);
    return made;
}

CHATOPS_INLINE bool can_be_option(const form_choice& choice) {
    return !choice.value.empty() && choice.value.size() <= limits::slack_option_bytes;
}

/// Choices that follow one another in one group.
struct choice_group {
    std::string_view label;
    boost::json::array options;
};

CHATOPS_INLINE std::vector<choice_group> groups_of(const std::vector<form_choice>& choices) {
    std::vector<choice_group> made;
    for (const form_choice& each : choices) {
        if (made.empty() || made.back().label != each.group) made.push_back({each.group, {}});
        made.back().options.push_back(option_of(each));
    }
    return made;
}

/// Whether Slack can offer all of its choices; else they are typed.
CHATOPS_INLINE bool can_be_offered(const form_field& field) {
    const bool menu =
        field.how == form_field::input::choice || field.how == form_field::input::choices;
    if (!menu || field.choices.empty() ||
        !std::all_of(field.choices.begin(), field.choices.end(), can_be_option))
        return false;
    const std::vector<choice_group> groups = groups_of(field.choices);
    return groups.size() <= limits::slack_options &&
           std::all_of(groups.begin(), groups.end(), [](const choice_group& each) {
               return each.options.size() <= limits::slack_options;
           });
}

CHATOPS_INLINE void add_options(boost::json::object& to, const std::vector<form_choice>& choices) {
    std::vector<choice_group> groups = groups_of(choices);
    if (groups.size() == 1 && groups.front().label.empty()) {
        to["options"] = std::move(groups.front().options);
        return;
    }
    boost::json::array all;
    for (choice_group& each : groups) {
        boost::json::object one;
        one["label"] = plain_text(each.label, limits::slack_option_bytes);
        one["options"] = std::move(each.options);
        all.push_back(std::move(one));
    }
    to["option_groups"] = std::move(all);
}

CHATOPS_INLINE bool holds(const std::vector<std::string>& values, std::string_view one) {
    return std::find(values.begin(), values.end(), one) != values.end();
}

CHATOPS_INLINE boost::json::object menu_of(const form_field& field) {
    const bool several = field.how == form_field::input::choices;
    boost::json::object element;
    element["type"] = several ? "multi_static_select" : "static_select";
    element["action_id"] = json_string(field.name);
    boost::json::array chosen;
    for (const form_choice& each : field.choices)
        if (holds(field.values, each.value)) chosen.push_back(option_of(each));
    add_options(element, field.choices);
    if (!chosen.empty() && several)
        element["initial_options"] = std::move(chosen);
    else if (!chosen.empty())
        element["initial_option"] = std::move(chosen.front());
    return element;
}

/// A menu whose options Slack asks for, beginning with those for nothing typed.
CHATOPS_INLINE boost::json::object lookup_of(const form_field& field) {
    const bool several = field.how == form_field::input::several_looked_up;
    boost::json::object element;
    element["type"] = several ? "multi_external_select" : "external_select";
    element["action_id"] = json_string(field.name);
    element["min_query_length"] = 0;
    boost::json::array chosen;
    for (const std::string& each : field.values)
        if (const form_choice one{each, each, {}}; can_be_option(one))
            chosen.push_back(option_of(one));
    if (!chosen.empty() && several)
        element["initial_options"] = std::move(chosen);
    else if (!chosen.empty())
        element["initial_option"] = std::move(chosen.front());
    return element;
}

/// Chosen among those whom Slack knows. What was typed of one may be a name, which Slack's menus do
/// not take.
CHATOPS_INLINE boost::json::object chat_menu_of(const form_field& field) {
    boost::json::object element;
    element["type"] =
        field.how == form_field::input::person ? "users_select" : "conversations_select";
    element["action_id"] = json_string(field.name);
    if (field.how == form_field::input::channel)
        element["filter"] = {{"include", {"public", "private"}}};
    return element;
}

CHATOPS_INLINE boost::json::object text_input_of(const form_field& field) {
    boost::json::object element;
    const bool number = field.how == form_field::input::number;
    const bool several =
        field.how == form_field::input::texts || field.how == form_field::input::choices;
    element["type"] = number ? "number_input" : "plain_text_input";
    element["action_id"] = json_string(field.name);
    if (number) {
        element["is_decimal_allowed"] = false;
    } else {
        element["multiline"] = several;
        element["max_length"] = limits::slack_input_bytes;
    }
    std::string initial;
    for (const std::string& each : field.values) initial += (initial.empty() ? "" : "\n") + each;
    if (!initial.empty() && initial.size() <= limits::slack_input_bytes)
        element["initial_value"] = json_string(initial);
    return element;
}

CHATOPS_INLINE boost::json::object element_of(const form_field& field) {
    switch (field.how) {
    case form_field::input::looked_up:
    case form_field::input::several_looked_up: return lookup_of(field);
    case form_field::input::person:
    case form_field::input::channel: return chat_menu_of(field);
    default: return can_be_offered(field) ? menu_of(field) : text_input_of(field);
    }
}

CHATOPS_INLINE boost::json::object input_block(std::string_view id, const std::string& label,
                                               const std::string& hint, bool optional,
                                               boost::json::object element) {
    boost::json::object block;
    block["type"] = "input";
    block["block_id"] = json_string(id);
    block["optional"] = optional;
    block["label"] = plain_text(label, limits::slack_field_bytes);
    if (!hint.empty()) block["hint"] = plain_text(hint, limits::slack_field_bytes);
    block["element"] = std::move(element);
    return block;
}

/// Flags from `first` on, as many as one block of check boxes takes; their block's id begins with a
/// dash, as no field's name does.
CHATOPS_INLINE boost::json::object flags_block(const std::vector<const form_field*>& flags,
                                               std::size_t first) {
    const std::size_t last = std::min(flags.size(), first + limits::slack_check_boxes);
    boost::json::array options;
    boost::json::array set;
    for (std::size_t i = first; i < last; ++i) {
        const form_choice choice{flags[i]->name, flags[i]->label, flags[i]->hint};
        options.push_back(option_of(choice));
        if (!flags[i]->values.empty()) set.push_back(option_of(choice));
    }
    const std::string id = "-flags" + std::to_string(first / limits::slack_check_boxes);
    boost::json::object element;
    element["type"] = "checkboxes";
    element["action_id"] = json_string(id);
    element["options"] = std::move(options);
    if (!set.empty()) element["initial_options"] = std::move(set);
    return input_block(id, "Also", {}, true, std::move(element));
}

CHATOPS_INLINE boost::json::array blocks_of(const input_form& what) {
    boost::json::array blocks;
    if (!what.intro.empty()) {
        boost::json::object intro;
        intro["type"] = "section";
        intro["text"] = plain_text(what.intro, limits::slack_section_bytes);
        blocks.push_back(std::move(intro));
    }
    std::vector<const form_field*> flags;
    for (const form_field& each : what.fields) {
        if (each.how == form_field::input::flag) {
            flags.push_back(&each);
            continue;
        }
        blocks.push_back(
            input_block(each.name, each.label, each.hint, !each.required, element_of(each)));
    }
    for (std::size_t i = 0; i < flags.size(); i += limits::slack_check_boxes)
        blocks.push_back(flags_block(flags, i));
    CHATOPS_ASSERT(blocks.size() <= limits::slack_view_blocks);
    return blocks;
}

CHATOPS_INLINE std::string metadata_of(const form_origin& origin) {
    view_origin made{origin.command,       origin.declaration,
                     origin.where.channel, origin.where.channel_name,
                     origin.where.thread,  std::string(origin.response_url.reveal())};
    std::string text = json::text(json::write(made));
    if (text.size() <= limits::slack_view_metadata_bytes) return text;
    // Only the address to answer to can be long, and without it the answer still has its place.
    made.response_url.clear();
    return json::text(json::write(made));
}

CHATOPS_INLINE boost::json::object view_of(const input_form& what) {
    boost::json::object view;
    view["type"] = "modal";
    view["callback_id"] = json_string(form_callback);
    view["title"] = plain_text(what.title, limits::slack_view_title_bytes);
    view["submit"] = plain_text(what.submit, limits::slack_view_title_bytes);
    view["close"] = plain_text("Cancel", limits::slack_view_title_bytes);
    view["private_metadata"] = json_string(metadata_of(what.origin));
    view["blocks"] = blocks_of(what);
    return view;
}

} // namespace detail

CHATOPS_INLINE std::string modal_view(const input_form& what) {
    return json::text(boost::json::value(detail::view_of(what)));
}

CHATOPS_INLINE bool read_origin(std::string_view private_metadata, form_origin& to) {
    const auto parsed = json::parse(private_metadata, limits::slack_view_metadata_bytes);
    if (!parsed) return false;
    auto read = json::read<detail::view_origin>(*parsed);
    if (!read) return false;
    to.command = std::move(read->command);
    to.declaration = std::move(read->declaration);
    to.where = {std::move(read->channel), std::move(read->channel_name), std::move(read->thread)};
    to.response_url = secret(std::move(read->response_url));
    return true;
}

CHATOPS_INLINE std::string suggestion_answer(const std::vector<form_choice>& offered) {
    boost::json::array options;
    for (const form_choice& each : offered)
        if (options.size() < limits::slack_options && detail::can_be_option(each))
            options.push_back(detail::option_of(each));
    boost::json::object body;
    body["options"] = std::move(options);
    return json::text(boost::json::value(std::move(body)));
}

CHATOPS_INLINE std::string submission_answer(const form_outcome& outcome) {
    boost::json::object body;
    if (const auto* const mistakes = std::get_if<std::vector<form_mistake>>(&outcome)) {
        boost::json::object errors;
        // Of several at one field, the first is shown.
        for (const form_mistake& each : *mistakes)
            errors.emplace(each.field, detail::json_string(mended_utf8(each.message)));
        body["response_action"] = "errors";
        body["errors"] = std::move(errors);
    } else if (const auto* const next = std::get_if<input_form>(&outcome)) {
        body["response_action"] = "update";
        body["view"] = detail::view_of(*next);
    } else {
        return {};
    }
    return json::text(boost::json::value(std::move(body)));
}

} // namespace chatops::slack
