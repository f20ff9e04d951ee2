#include "mocks/slack/block_checker.hpp"

#include "mocks/common/text.hpp"
#include "mocks/slack/limits.hpp"

#include <algorithm>

namespace chatops::mocks::slack {

// The numbers of this file and of block_elements.cpp: @slack/types, block-kit/*; python-slack-sdk,
// models/blocks.

std::string pointer::text() const {
    std::string made;
    if (outer_ != nullptr) made = outer_->text();
    if (outer_ != nullptr && !name_.empty()) made += '/';
    made += name_;
    if (index_) made += '/' + std::to_string(*index_);
    return made;
}

void block_checker::complain(std::string_view what, const pointer& at) {
    found.push_back(std::string(what) + " [json-pointer:" + at.text() + "]");
}

void block_checker::text_object(const value& of, const pointer& at, std::size_t most,
                                text_kind kind) {
    const object* const given = of.if_object();
    if (given == nullptr) return complain("must provide an object", at);
    const auto type = text_of(*given, "type");
    const bool is_known = type == "plain_text" || (kind == text_kind::any && type == "mrkdwn");
    if (!is_known) {
        complain(kind == text_kind::plain ? "must be `plain_text`" : "unsupported type",
                 at.to("type"));
        return;
    }
    const auto before = found.size();
    string(*given, "text", at, most, presence::required);
    // Slack names the schema that failed first, then why.
    if (found.size() > before)
        found.insert(found.begin() + static_cast<std::ptrdiff_t>(before),
                     "failed to match all allowed schemas [json-pointer:" + at.text() + "]");
}

void block_checker::text(const object& in, std::string_view name, const pointer& at,
                         std::size_t most, text_kind kind, presence must) {
    const value* const given = member(in, name);
    if (given != nullptr && !given->is_null()) return text_object(*given, at.to(name), most, kind);
    if (must == presence::required) complain("missing required field: " + std::string(name), at);
}

void block_checker::string(const object& in, std::string_view name, const pointer& at,
                           std::size_t most, presence must) {
    const value* const given = member(in, name);
    if (given == nullptr || given->is_null()) {
        if (must == presence::required)
            complain("missing required field: " + std::string(name), at);
        return;
    }
    if (!given->is_string()) return complain("must provide a string", at.to(name));
    const std::size_t count = characters(view(given->get_string()));
    if (count == 0 && must == presence::required)
        complain("must be more than 0 characters", at.to(name));
    if (count > most)
        complain("must be less than " + std::to_string(most + 1) + " characters", at.to(name));
}

const array* block_checker::list(const object& in, std::string_view name, const pointer& at,
                                 std::size_t least, std::size_t most, presence must) {
    const value* const given = member(in, name);
    if (given == nullptr || given->is_null()) {
        if (must == presence::required)
            complain("missing required field: " + std::string(name), at);
        return nullptr;
    }
    const array* const all = given->if_array();
    if (all == nullptr) {
        complain("must provide an array", at.to(name));
        return nullptr;
    }
    if (all->size() > most)
        complain("no more than " + std::to_string(most) + " items allowed", at.to(name));
    if (all->size() < least)
        complain("must contain at least " + std::to_string(least) + " items", at.to(name));
    return all;
}

void block_checker::choice(const object& in, std::string_view name, const pointer& at,
                           std::initializer_list<std::string_view> allowed) {
    if (member(in, name) == nullptr) return;
    const auto given = text_of(in, name);
    if (std::find(allowed.begin(), allowed.end(), given) == allowed.end())
        complain("must be a valid enum value", at.to(name));
}

void block_checker::blocks(const array& all, const pointer& at, std::size_t most) {
    if (all.size() > most) complain("no more than " + std::to_string(most) + " items allowed", at);
    std::set<std::string> ids;
    for (std::size_t i = 0; i < all.size(); ++i) {
        const pointer here = at.to(i);
        const object* const one = all[i].if_object();
        if (one == nullptr) {
            complain("must provide an object", here);
            continue;
        }
        const std::string id(text_of(*one, "block_id"));
        string(*one, "block_id", here, 255, presence::optional);
        if (!id.empty() && !ids.insert(id).second)
            complain("`block_id` must be unique", here.to("block_id"));
        block(*one, here);
    }
}

void block_checker::block(const object& of, const pointer& at) {
    const auto type = text_of(of, "type");
    if (type.empty()) return complain("missing required field: type", at);
    if (type == "section") return section(of, at);
    if (type == "actions") return actions(of, at);
    if (type == "context") return context(of, at);
    if (type == "input") return input(of, at);
    if (type == "image") return image(of, at);
    if (type == "table") return table(of, at);
    if (type == "header") return text(of, "text", at, 150, text_kind::plain, presence::required);
    if (type == "markdown") {
        markdown_characters_ += characters(text_of(of, "text"));
        string(of, "text", at, limits::markdown_characters, presence::required);
        if (markdown_characters_ > limits::markdown_characters)
            complain("must be less than 12001 characters in all markdown blocks", at.to("text"));
        return;
    }
    if (type == "rich_text") {
        list(of, "elements", at, 0, 1'000, presence::required);
        return;
    }
    if (type == "context_actions") {
        list(of, "elements", at, 1, 5, presence::required);
        return;
    }
    if (type == "video") {
        text(of, "title", at, 200, text_kind::plain, presence::required);
        string(of, "video_url", at, 3'000, presence::required);
        string(of, "thumbnail_url", at, 3'000, presence::required);
        return string(of, "alt_text", at, 2'000, presence::required);
    }
    const auto bare = {"divider", "file", "call"};
    if (std::find(bare.begin(), bare.end(), type) == bare.end())
        complain("unsupported type: " + std::string(type), at);
}

void block_checker::section(const object& of, const pointer& at) {
    text(of, "text", at, 3'000, text_kind::any, presence::optional);
    const array* const fields = list(of, "fields", at, 1, 10, presence::optional);
    if (member(of, "text") == nullptr && member(of, "fields") == nullptr)
        complain("missing required field: text", at);
    for (std::size_t i = 0; fields != nullptr && i < fields->size(); ++i)
        text_object((*fields)[i], at.to("fields", i), 2'000, text_kind::any);
    std::set<std::string> ids;
    if (const value* const beside = member(of, "accessory"))
        element(*beside, at.to("accessory"), ids);
}

void block_checker::actions(const object& of, const pointer& at) {
    const array* const all = list(of, "elements", at, 1, 25, presence::required);
    std::set<std::string> ids;
    for (std::size_t i = 0; all != nullptr && i < all->size(); ++i)
        element((*all)[i], at.to("elements", i), ids);
}

void block_checker::context(const object& of, const pointer& at) {
    const array* const all = list(of, "elements", at, 1, 10, presence::required);
    for (std::size_t i = 0; all != nullptr && i < all->size(); ++i) {
        const pointer here = at.to("elements", i);
        const object* const one = (*all)[i].if_object();
        if (one != nullptr && text_of(*one, "type") == "image")
            image(*one, here);
        else
            text_object((*all)[i], here, 2'000, text_kind::any);
    }
}

void block_checker::input(const object& of, const pointer& at) {
    text(of, "label", at, 2'000, text_kind::plain, presence::required);
    text(of, "hint", at, 2'000, text_kind::plain, presence::optional);
    const value* const inner = member(of, "element");
    if (inner == nullptr) return complain("missing required field: element", at);
    std::set<std::string> ids;
    element(*inner, at.to("element"), ids);
}

void block_checker::image(const object& of, const pointer& at) {
    if (object_of(of, "slack_file") == nullptr)
        string(of, "image_url", at, 3'000, presence::required);
    string(of, "alt_text", at, 2'000, presence::required);
    text(of, "title", at, 2'000, text_kind::plain, presence::optional);
}

void block_checker::table(const object& of, const pointer& at) {
    const array* const rows = list(of, "rows", at, 1, 100, presence::required);
    for (std::size_t i = 0; rows != nullptr && i < rows->size(); ++i) {
        const array* const cells = (*rows)[i].if_array();
        const pointer here = at.to("rows", i);
        if (cells == nullptr)
            complain("must provide an array", here);
        else if (cells->size() > 20)
            complain("no more than 20 items allowed", here);
    }
}

} // namespace chatops::mocks::slack
