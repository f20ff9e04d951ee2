#pragma once

#include "chatops/core/ascii.hpp"
#include "chatops/core/utf8.hpp"
#include "chatops/provider/rackspace/names.hpp"
#include "chatops/provider/user_data.hpp"

#include <algorithm>

namespace chatops::rackspace::detail {

inline constexpr std::size_t longest_name_bytes = 255;
inline constexpr std::size_t longest_metadata_characters = 255;

CHATOPS_INLINE mistake not_named(std::string_view code, std::string_view text,
                                 std::string_view kind, std::string_view expected) {
    return provider::not_named(code, text, "is no " + std::string(kind) + ".", expected);
}

template <class Good>
bool consists_of(std::string_view text, Good good) {
    return !text.empty() && text.size() <= longest_name_bytes &&
           std::all_of(text.begin(), text.end(), good);
}

CHATOPS_INLINE std::optional<mistake> wrong_reference(std::string_view text,
                                                      std::string_view kind) {
    const bool good =
        !text.empty() && text.size() <= longest_name_bytes && provider::is_one_line(text);
    // As a segment of a path they mean another path.
    const bool is_trimmed = good && text.front() != ' ' && text.back() != ' ';
    if (is_trimmed && text != "." && text != "..") return std::nullopt;
    return not_named("rackspace_reference", text, kind, "a name or an id on one line");
}

CHATOPS_INLINE std::optional<mistake> wrong_key_name(std::string_view text, std::string_view kind) {
    const bool good = consists_of(text, [](char c) {
        return is_digit(c) || is_letter(c) || c == '-' || c == '_' || c == ' ';
    });
    if (good && text.front() != ' ' && text.back() != ' ') return std::nullopt;
    return not_named("rackspace_key_name", text, kind,
                     "letters, digits, spaces, dashes and underscores, like ada-laptop");
}

/// Names and values alike.
CHATOPS_INLINE bool fits_metadata(std::string_view text) {
    return provider::is_one_line(text) && characters_in(text) <= longest_metadata_characters;
}

CHATOPS_INLINE std::optional<mistake> wrong_metadata_name(std::string_view text,
                                                          std::string_view kind) {
    const bool good =
        !text.empty() && fits_metadata(text) && text.find('=') == std::string_view::npos;
    // As a segment of a path they mean another path.
    if (good && text.front() != ' ' && text.back() != ' ' && text != "." && text != "..")
        return std::nullopt;
    return not_named("rackspace_metadata", text, kind,
                     "one line of at most 255 characters, like client");
}

CHATOPS_INLINE std::optional<mistake> wrong_user_data(std::string_view text, std::string_view) {
    constexpr std::size_t longest_encoded_bytes = 65'535;
    // Base64 makes four bytes of three, or of what is left.
    return provider::wrong_user_data("rackspace_user_data", text, longest_encoded_bytes / 4 * 3);
}

} // namespace chatops::rackspace::detail

namespace chatops::rackspace {

CHATOPS_INLINE result<metadata_item> metadata_item::parse(std::string_view text) {
    const auto sign = text.find('=');
    if (sign == std::string_view::npos)
        return provider::not_named("rackspace_metadata", text, "gives a name no value.",
                                   "NAME=VALUE, like client=acme");
    auto name = metadata_name::parse(text.substr(0, sign));
    if (!name) return std::move(name).error();
    const std::string_view value = text.substr(sign + 1);
    if (!detail::fits_metadata(value))
        return provider::not_named("rackspace_metadata", text,
                                   "has a value that is too long, or not one line.",
                                   "a value on one line of at most 255 characters");
    return metadata_item{std::move(*name), std::string(value)};
}

} // namespace chatops::rackspace
