#include "mocks/slack/inputs.hpp"

namespace chatops::mocks::slack {

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

const value* option_named(const object& of, std::string_view list, std::string_view wanted) {
    const array* const options = array_of(of, list);
    for (std::size_t i = 0; options != nullptr && i < options->size(); ++i) {
        const object* const one = (*options)[i].if_object();
        const object* const text = one == nullptr ? nullptr : object_of(*one, "text");
        if (one == nullptr) continue;
        const bool is_it = text_of(*one, "value") == wanted ||
                           (text != nullptr && text_of(*text, "text") == wanted);
        if (is_it) return &(*options)[i];
    }
    const array* const groups = list == "options" ? array_of(of, "option_groups") : nullptr;
    for (std::size_t i = 0; groups != nullptr && i < groups->size(); ++i)
        if ((*groups)[i].is_object())
            if (const value* const found = option_named((*groups)[i].get_object(), list, wanted))
                return found;
    return nullptr;
}

} // namespace chatops::mocks::slack
