#include "mocks/heroku/call.hpp"

#include "mocks/common/paths.hpp"

namespace chatops::mocks::heroku {
namespace {

refused wrong_type(std::string_view name, std::string_view expected) {
    return invalid_params("`" + std::string(name) + "` must be " + std::string(expected) + ".");
}

const value* given(const object& in, std::string_view name) {
    const value* const found = member(in, name);
    return found == nullptr || found->is_null() ? nullptr : found;
}

} // namespace

std::optional<std::string> text_parameter(const object& in, std::string_view name) {
    const value* const found = given(in, name);
    if (found == nullptr) return std::nullopt;
    if (!found->is_string()) throw wrong_type(name, "a string");
    return std::string(view(found->get_string()));
}

std::string required_text(const object& in, std::string_view name) {
    auto text = text_parameter(in, name);
    if (!text || text->empty())
        throw invalid_params("Missing required parameter: `" + std::string(name) + "`.");
    return *std::move(text);
}

std::optional<std::string> identity_parameter(const object& in, std::string_view name) {
    const value* const found = given(in, name);
    if (found == nullptr || !found->is_object()) return text_parameter(in, name);
    for (const std::string_view key : {"id", "name"})
        if (auto text = text_parameter(found->get_object(), key)) return text;
    throw wrong_type(name, "an id or a name");
}

std::optional<bool> flag_parameter(const object& in, std::string_view name) {
    const value* const found = given(in, name);
    if (found == nullptr) return std::nullopt;
    if (!found->is_bool()) throw wrong_type(name, "a boolean");
    return found->get_bool();
}

std::string base_url(const http::request& what) {
    return mocks::base_url(what, "https://api.heroku.com");
}

} // namespace chatops::mocks::heroku
