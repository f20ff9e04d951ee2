// What there is to fill in in a modal, as a person finds it.
#pragma once

#include "mocks/slack/model.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace chatops::mocks::slack {

/// One input of a modal.
struct input {
    std::string block_id;
    std::string action_id;
    std::string label;
    std::string type;
    bool is_optional = false;
    const object* element = nullptr;

    /// The app is asked for them as a person types: `block_suggestion`.
    [[nodiscard]] bool asks_for_options() const {
        return type == "external_select" || type == "multi_external_select";
    }
};

std::vector<input> inputs_of(const object& view);

/// That option of the list of that name, by its value or its label; null when there is none. Those
/// in `option_groups` count as `options`.
const value* option_named(const object& of, std::string_view list, std::string_view wanted);

} // namespace chatops::mocks::slack
