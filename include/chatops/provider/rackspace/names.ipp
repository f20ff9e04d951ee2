#pragma once

#include "chatops/core/ascii.hpp"
#include "chatops/core/utf8.hpp"
#include "chatops/provider/rackspace/names.hpp"

#include <algorithm>

namespace chatops::rackspace::detail {

inline constexpr std::size_t longest_name_bytes = 255;

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
    const bool good = consists_of(
        text, [](char c) { return static_cast<unsigned char>(c) >= ' ' && c != '\x7f'; });
    // As a segment of a path they mean another path.
    const bool is_trimmed = good && text.front() != ' ' && text.back() != ' ';
    if (is_trimmed && is_utf8(text) && text != "." && text != "..") return std::nullopt;
    return not_named("rackspace_reference", text, kind, "a name or an id on one line");
}

CHATOPS_INLINE std::optional<mistake> wrong_flavor(std::string_view text, std::string_view kind) {
    const bool good = consists_of(text, [](char c) {
        return is_digit(c) || is_letter(c) || c == '-' || c == '.' || c == '_';
    });
    if (good && (is_digit(text.front()) || is_letter(text.front()))) return std::nullopt;
    return not_named("rackspace_flavor", text, kind, "Rackspace's word for it, like general1-2");
}

CHATOPS_INLINE std::optional<mistake> wrong_key_name(std::string_view text, std::string_view kind) {
    const bool good = consists_of(text, [](char c) {
        return is_digit(c) || is_letter(c) || c == '-' || c == '_' || c == ' ';
    });
    if (good && text.front() != ' ' && text.back() != ' ') return std::nullopt;
    return not_named("rackspace_key_name", text, kind,
                     "letters, digits, spaces, dashes and underscores, like ada-laptop");
}

/// Characters of UTF-8 begin with any byte but one that goes on.
CHATOPS_INLINE std::size_t metadata_characters(std::string_view text) {
    return static_cast<std::size_t>(std::count_if(text.begin(), text.end(), [](char c) {
        return (static_cast<unsigned char>(c) & 0xc0U) != 0x80U;
    }));
}

CHATOPS_INLINE bool is_one_line(std::string_view text) {
    return is_utf8(text) && std::none_of(text.begin(), text.end(), [](char c) {
               return static_cast<unsigned char>(c) < ' ' || c == '\x7f';
           });
}

CHATOPS_INLINE std::optional<mistake> wrong_metadata_name(std::string_view text,
                                                          std::string_view kind) {
    const bool good = !text.empty() && is_one_line(text) &&
                      metadata_characters(text) <= longest_name_bytes &&
                      text.find('=') == std::string_view::npos;
    // As a segment of a path they mean another path.
    if (good && text.front() != ' ' && text.back() != ' ' && text != "." && text != "..")
        return std::nullopt;
    return not_named("rackspace_metadata", text, kind, "a name on one line, like client");
}

} // namespace chatops::rackspace::detail

namespace chatops::rackspace {

CHATOPS_INLINE result<metadata_item> metadata_item::parse(std::string_view text) {
    const auto sign = text.find('=');
    const std::string_view value =
        sign == std::string_view::npos ? std::string_view() : text.substr(sign + 1);
    const bool good = sign != std::string_view::npos && detail::is_one_line(value) &&
                      detail::metadata_characters(value) <= detail::longest_name_bytes;
    if (!good)
        return provider::not_named("rackspace_metadata", text, "gives a name no value.",
                                   "NAME=VALUE on one line, like client=acme");
    auto name = metadata_name::parse(text.substr(0, sign));
    if (!name) return std::move(name).error();
    return metadata_item{std::move(*name), std::string(value)};
}

} // namespace chatops::rackspace
