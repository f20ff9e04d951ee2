// The elements of Block Kit: buttons, selects, inputs.
#include "mocks/slack/block_checker.hpp"

#include <algorithm>
#include <array>

namespace chatops::mocks::slack {

namespace {

/// Elements with an optional placeholder and no options of their own.
constexpr std::array<std::string_view, 15> plain_elements{
    "datepicker",           "timepicker",
    "datetimepicker",       "plain_text_input",
    "email_text_input",     "url_text_input",
    "number_input",         "rich_text_input",
    "file_input",           "users_select",
    "conversations_select", "channels_select",
    "multi_users_select",   "multi_conversations_select",
    "multi_channels_select"};

constexpr std::array<std::string_view, 4> unchecked_elements{"workflow_button", "feedback_buttons",
                                                             "icon_button", "url_source"};

template <class List>
bool holds(const List& all, std::string_view one) {
    return std::find(all.begin(), all.end(), one) != all.end();
}

} // namespace

void block_checker::element(const value& of, const pointer& at, std::set<std::string>& action_ids) {
    const object* const given = of.if_object();
    if (given == nullptr) return complain("must provide an object", at);
    const auto type = text_of(*given, "type");
    if (type == "image") return image(*given, at);
    string(*given, "action_id", at, 255, presence::optional);
    const std::string id(text_of(*given, "action_id"));
    if (!id.empty() && !action_ids.insert(id).second)
        complain("`action_id` must be unique", at.to("action_id"));
    if (member(*given, "confirm") != nullptr) confirm(*given, at);
    if (type == "button") return button(*given, at);
    if (type == "static_select" || type == "multi_static_select") return select(*given, at);
    if (type == "external_select" || type == "multi_external_select")
        return external_select(*given, at);
    if (type == "overflow") return options(*given, at, 5, presence::required);
    if (type == "checkboxes" || type == "radio_buttons")
        return options(*given, at, 10, presence::required);
    if (holds(plain_elements, type)) {
        text(*given, "placeholder", at, 150, text_kind::plain, presence::optional);
        if (number_of(*given, "max_length", 1) > 3'000)
            complain("must be less than 3001", at.to("max_length"));
        return;
    }
    if (!holds(unchecked_elements, type))
        complain(type.empty() ? std::string("missing required field: type")
                              : "unsupported type: " + std::string(type),
                 at);
}

void block_checker::button(const object& of, const pointer& at) {
    text(of, "text", at, 75, text_kind::plain, presence::required);
    string(of, "value", at, 2'000, presence::optional);
    string(of, "url", at, 3'000, presence::optional);
    string(of, "accessibility_label", at, 75, presence::optional);
    choice(of, "style", at, {"primary", "danger"});
}

void block_checker::select(const object& of, const pointer& at) {
    text(of, "placeholder", at, 150, text_kind::plain, presence::optional);
    const array* const groups = list(of, "option_groups", at, 1, 100, presence::optional);
    if (groups == nullptr) return options(of, at, 100, presence::required);
    for (std::size_t i = 0; i < groups->size(); ++i) {
        const pointer here = at.to("option_groups", i);
        const object* const one = (*groups)[i].if_object();
        if (one == nullptr) {
            complain("must provide an object", here);
            continue;
        }
        text(*one, "label", here, 75, text_kind::plain, presence::required);
        options(*one, here, 100, presence::required);
    }
}

void block_checker::external_select(const object& of, const pointer& at) {
    text(of, "placeholder", at, 150, text_kind::plain, presence::optional);
    if (number_of(of, "min_query_length", 0) < 0)
        complain("must be greater than or equal to 0", at.to("min_query_length"));
    if (member(of, "options") != nullptr) complain("additional property", at.to("options"));
    if (const value* const chosen = member(of, "initial_option"))
        option(*chosen, at.to("initial_option"));
    const array* const several = list(of, "initial_options", at, 1, 100, presence::optional);
    for (std::size_t i = 0; several != nullptr && i < several->size(); ++i)
        option((*several)[i], at.to("initial_options", i));
}

void block_checker::suggestions(const object& in, const pointer& at) {
    const array* const groups = list(in, "option_groups", at, 0, 100, presence::optional);
    const array* const all = list(in, "options", at, 0, 100,
                                  groups == nullptr ? presence::required : presence::optional);
    for (std::size_t i = 0; all != nullptr && i < all->size(); ++i)
        option((*all)[i], at.to("options", i));
}

void block_checker::options(const object& of, const pointer& at, std::size_t most, presence must) {
    const array* const all = list(of, "options", at, 1, most, must);
    for (std::size_t i = 0; all != nullptr && i < all->size(); ++i)
        option((*all)[i], at.to("options", i));
}

void block_checker::option(const value& of, const pointer& at) {
    const object* const given = of.if_object();
    if (given == nullptr) return complain("must provide an object", at);
    text(*given, "text", at, 75, text_kind::any, presence::required);
    // @slack/types says 75, the Python SDK 150: the mock refuses only what both do.
    string(*given, "value", at, 150, presence::required);
    text(*given, "description", at, 75, text_kind::any, presence::optional);
    string(*given, "url", at, 3'000, presence::optional);
}

void block_checker::confirm(const object& of, const pointer& at) {
    const pointer here = at.to("confirm");
    const object* const given = object_of(of, "confirm");
    if (given == nullptr) return complain("must provide an object", here);
    text(*given, "title", here, 100, text_kind::plain, presence::required);
    text(*given, "text", here, 300, text_kind::any, presence::required);
    text(*given, "confirm", here, 30, text_kind::plain, presence::required);
    text(*given, "deny", here, 30, text_kind::plain, presence::required);
    choice(*given, "style", here, {"primary", "danger"});
}

} // namespace chatops::mocks::slack
