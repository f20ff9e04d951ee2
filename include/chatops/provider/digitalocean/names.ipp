#pragma once

#include "chatops/command/text_of.hpp"
#include "chatops/core/ascii.hpp"
#include "chatops/core/utf8.hpp"
#include "chatops/provider/digitalocean/names.hpp"
#include "chatops/provider/user_data.hpp"

#include <algorithm>
#include <charconv>

namespace chatops::digitalocean {

namespace detail {

inline constexpr std::size_t longest_name_bytes = 255;

CHATOPS_INLINE mistake not_named(std::string_view code, std::string_view text,
                                 std::string_view kind, std::string_view expected) {
    return provider::not_named(code, text, "is no " + std::string(kind) + ".", expected);
}

CHATOPS_INLINE bool is_letter_or_digit(char c) { return is_letter(c) || is_digit(c); }

/// Not empty, not too long, and all of its characters are good.
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
    if (good && is_utf8(text) && text != "." && text != "..") return std::nullopt;
    return not_named("digitalocean_reference", text, kind, "a name or an id on one line");
}

CHATOPS_INLINE std::optional<mistake> wrong_slug(std::string_view text, std::string_view kind) {
    const bool good = consists_of(text, [](char c) {
        return is_digit(c) || (is_letter(c) && lower(c) == c) || c == '-' || c == '.' || c == '_';
    });
    if (good && is_letter_or_digit(text.front())) return std::nullopt;
    return not_named("digitalocean_slug", text, kind,
                     "DigitalOcean's word for it, like nyc3 or s-1vcpu-1gb");
}

CHATOPS_INLINE std::optional<mistake> wrong_host_name(std::string_view text,
                                                      std::string_view kind) {
    const bool good =
        consists_of(text, [](char c) { return is_letter_or_digit(c) || c == '-' || c == '.'; });
    if (good && is_letter_or_digit(text.front()) && is_letter_or_digit(text.back()))
        return std::nullopt;
    return not_named("digitalocean_host_name", text, kind,
                     "letters, digits, dots and dashes, like web-1 or example.com");
}

CHATOPS_INLINE std::optional<mistake> wrong_volume_name(std::string_view text,
                                                        std::string_view kind) {
    constexpr std::size_t longest_bytes = 64;
    const bool good = text.size() <= longest_bytes && consists_of(text, [](char c) {
                          return is_digit(c) || (is_letter(c) && lower(c) == c) || c == '-';
                      });
    if (good && is_letter(text.front())) return std::nullopt;
    return not_named("digitalocean_volume_name", text, kind,
                     "lower-case letters, digits and dashes, a letter first, like acme-data");
}

CHATOPS_INLINE std::optional<mistake> wrong_record_name(std::string_view text,
                                                        std::string_view kind) {
    const bool good = consists_of(text, [](char c) {
        return is_letter_or_digit(c) || c == '-' || c == '_' || c == '.' || c == '*';
    });
    if (text == "@" || good) return std::nullopt;
    return not_named("digitalocean_record_name", text, kind,
                     "@ for the domain itself, or a name like www or _dmarc");
}

CHATOPS_INLINE std::optional<mistake> wrong_tag(std::string_view text, std::string_view kind) {
    const bool good = consists_of(
        text, [](char c) { return is_letter_or_digit(c) || c == ':' || c == '-' || c == '_'; });
    if (good) return std::nullopt;
    return not_named("digitalocean_tag", text, kind,
                     "letters, digits, colons, dashes and underscores, like env:prod");
}

CHATOPS_INLINE std::optional<mistake> wrong_user_data(std::string_view text, std::string_view) {
    return provider::wrong_user_data("digitalocean_user_data", text, 64 << 10);
}

CHATOPS_INLINE std::optional<std::int64_t> port_in(std::string_view text) {
    constexpr std::int64_t most = 65'535;
    const auto number = id_in(text);
    return number && *number <= most ? number : std::nullopt;
}

CHATOPS_INLINE std::optional<mistake> wrong_ports(std::string_view text, std::string_view kind) {
    const auto dash = text.find('-');
    const auto first = port_in(text.substr(0, dash));
    const auto last = dash == std::string_view::npos ? first : port_in(text.substr(dash + 1));
    if (text == "all" || (first && last && *first <= *last)) return std::nullopt;
    return not_named("digitalocean_ports", text, kind, "a port like 443, 8000-8080, or all");
}

} // namespace detail

CHATOPS_INLINE result<volume_size> volume_size::parse(std::string_view text) {
    constexpr std::int64_t most = 16'384;
    const std::string_view number = text.substr(0, text.find_last_of("0123456789") + 1);
    const std::string_view unit = text.substr(number.size());
    const auto gigabytes = id_in(number);
    const bool good =
        unit.empty() || equal_ignoring_case(unit, "GB") || equal_ignoring_case(unit, "GiB");
    if (gigabytes && *gigabytes <= most && good) return volume_size{*gigabytes};
    return not_a(text, "gigabytes from 1 to 16384, like 100GB");
}

CHATOPS_INLINE std::optional<std::int64_t> id_in(std::string_view text) {
    std::int64_t number = 0;
    const auto read = std::from_chars(text.data(), text.data() + text.size(), number);
    const bool good = read.ec == std::errc() && read.ptr == text.data() + text.size();
    if (!good || number <= 0 || text.front() == '0') return std::nullopt;
    return number;
}

} // namespace chatops::digitalocean
