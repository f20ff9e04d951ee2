#include "mocks/digitalocean/call.hpp"

#include "mocks/common/paths.hpp"

namespace chatops::mocks::digitalocean {
namespace {

// [?] The texts.
refused wrong_type(std::string_view name, std::string_view expected) {
    return unprocessable(std::string(name) + " must be " + std::string(expected));
}

const value* given(const object& in, std::string_view name) {
    const value* const found = member(in, name);
    return found == nullptr || found->is_null() ? nullptr : found;
}

std::optional<std::string> identity_in(const value& from) {
    if (from.is_string()) return std::string(view(from.get_string()));
    if (from.is_int64()) return std::to_string(from.get_int64());
    return std::nullopt;
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
    if (!text || text->empty()) throw unprocessable(std::string(name) + " is required");
    return *std::move(text);
}

std::optional<std::int64_t> number_parameter(const object& in, std::string_view name) {
    const value* const found = given(in, name);
    if (found == nullptr) return std::nullopt;
    if (found->is_int64()) return found->get_int64();
    const auto number = found->is_string() ? number_in(view(found->get_string())) : std::nullopt;
    if (!number) throw wrong_type(name, "an integer");
    return number;
}

std::optional<std::string> identity_parameter(const object& in, std::string_view name) {
    const value* const found = given(in, name);
    if (found == nullptr) return std::nullopt;
    auto identity = identity_in(*found);
    if (!identity) throw wrong_type(name, "a string or an integer");
    return identity;
}

std::vector<std::string> identities_parameter(const object& in, std::string_view name) {
    const value* const found = given(in, name);
    if (found == nullptr) return {};
    if (!found->is_array()) throw wrong_type(name, "an array");
    std::vector<std::string> all;
    for (const value& each : found->get_array()) {
        auto identity = identity_in(each);
        // As the platform shows what it cannot use: digitalocean/godo#17.
        all.push_back(identity ? *std::move(identity) : json::text(each));
    }
    return all;
}

std::optional<bool> flag_parameter(const object& in, std::string_view name) {
    const value* const found = given(in, name);
    if (found == nullptr) return std::nullopt;
    // python-digitalocean resizes with `"disk": "true"`, and was not refused.
    if (found->is_string() && found->get_string() == "true") return true;
    if (found->is_string() && found->get_string() == "false") return false;
    if (!found->is_bool()) throw wrong_type(name, "a boolean");
    return found->get_bool();
}

std::string own_url(const http::request& what) {
    return base_url(what, "https://api.digitalocean.com");
}

} // namespace chatops::mocks::digitalocean
