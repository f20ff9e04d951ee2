#include "mocks/slack/blocks.hpp"

#include "mocks/common/text.hpp"
#include "mocks/slack/block_checker.hpp"
#include "mocks/slack/limits.hpp"

#include <algorithm>
#include <utility>

namespace chatops::mocks::slack {

namespace {

bool is_input(const value& block) {
    return block.is_object() && text_of(block.get_object(), "type") == "input";
}

} // namespace

complaints check_message_blocks(const array& blocks) {
    block_checker checker;
    checker.blocks(blocks, pointer("/blocks"), limits::message_blocks);
    return std::move(checker.found);
}

complaints check_view(const object& of) {
    block_checker checker;
    const pointer at("/view");
    checker.choice(of, "type", at, {"modal", "home"});
    if (text_of(of, "type").empty()) checker.complain("missing required field: type", at);
    if (text_of(of, "type") == "modal") {
        checker.text(of, "title", at, 24, text_kind::plain, presence::required);
        checker.text(of, "submit", at, 24, text_kind::plain, presence::optional);
        checker.text(of, "close", at, 24, text_kind::plain, presence::optional);
    }
    checker.string(of, "private_metadata", at, 3'000, presence::optional);
    checker.string(of, "callback_id", at, 255, presence::optional);
    checker.string(of, "external_id", at, 255, presence::optional);
    const array* const blocks = array_of(of, "blocks");
    if (blocks == nullptr)
        checker.complain("missing required field: blocks", at);
    else
        checker.blocks(*blocks, at.to("blocks"), limits::view_blocks);
    const bool asks = blocks != nullptr && std::any_of(blocks->begin(), blocks->end(), is_input);
    if (text_of(of, "type") == "modal" && asks && member(of, "submit") == nullptr)
        checker.complain("missing required field: submit", at);
    return std::move(checker.found);
}

std::size_t text_characters(const value& of) {
    std::size_t total = 0;
    if (const array* const all = of.if_array()) {
        for (const value& each : *all) total += text_characters(each);
    } else if (const object* const one = of.if_object()) {
        for (const auto& each : *one) {
            const bool is_text = each.key() == "text" && each.value().is_string();
            total += is_text ? characters(view(each.value().get_string()))
                             : text_characters(each.value());
        }
    }
    return total;
}

} // namespace chatops::mocks::slack
