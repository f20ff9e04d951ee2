#pragma once

#include "chatops/core/utf8.hpp"
#include "chatops/slack/form_fields.hpp"

#include <algorithm>

namespace chatops::slack {

CHATOPS_INLINE form_fields::form_fields(std::string_view body) {
    while (!body.empty() && count_ < most_fields) {
        const std::size_t end = std::min(body.find('&'), body.size());
        const std::string_view field = body.substr(0, end);
        const std::size_t equals = std::min(field.find('='), field.size());
        if (!field.empty())
            fields_[count_++] = {field.substr(0, equals),
                                 field.substr(std::min(equals + 1, field.size()))};
        body.remove_prefix(std::min(end + 1, body.size()));
    }
}

CHATOPS_INLINE const std::string_view* form_fields::find(std::string_view name) const {
    for (std::size_t i = 0; i < count_; ++i)
        if (fields_[i].first == name) return &fields_[i].second;
    return nullptr;
}

CHATOPS_INLINE std::optional<std::string> form_fields::value(std::string_view name) const {
    const std::string_view* const found = find(name);
    if (found == nullptr) return std::string();
    const std::string_view encoded = *found;
    const auto digit = [](char c) {
        if (c >= '0' && c <= '9') return c - '0';
        if (c >= 'a' && c <= 'f') return c - 'a' + 10;
        return c >= 'A' && c <= 'F' ? c - 'A' + 10 : -1;
    };
    std::string decoded;
    decoded.reserve(encoded.size());
    // Few characters are encoded: both searches are the library's, which look at many bytes at
    // once.
    std::size_t percent = std::min(encoded.find('%'), encoded.size());
    std::size_t plus = std::min(encoded.find('+'), encoded.size());
    std::size_t at = 0;
    while (true) {
        const std::size_t next = std::min(percent, plus);
        decoded.append(encoded, at, next - at);
        if (next == encoded.size()) break;
        at = next + 1;
        if (next == plus) {
            decoded += ' ';
            plus = std::min(encoded.find('+', at), encoded.size());
            continue;
        }
        if (encoded.size() - at < 2) return std::nullopt;
        const int high = digit(encoded[at]);
        const int low = digit(encoded[at + 1]);
        if (high < 0 || low < 0) return std::nullopt;
        decoded += static_cast<char>(high * 16 + low);
        at += 2;
        percent = std::min(encoded.find('%', at), encoded.size());
    }
    if (!is_utf8(decoded)) return std::nullopt;
    return decoded;
}

} // namespace chatops::slack
