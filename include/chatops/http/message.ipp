#pragma once

#include "chatops/http/message.hpp"

#include <algorithm>

namespace chatops::http {

CHATOPS_INLINE bool equal_without_case(std::string_view left, std::string_view right) {
    const auto lower = [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; };
    return left.size() == right.size() &&
           std::equal(left.begin(), left.end(), right.begin(),
                      [&](char a, char b) { return lower(a) == lower(b); });
}

CHATOPS_INLINE std::string_view fields::get(std::string_view name) const {
    for (const field& each : *this)
        if (equal_without_case(each.first, name)) return each.second;
    return {};
}

CHATOPS_INLINE bool fields::has(std::string_view name) const {
    return std::any_of(begin(), end(),
                       [&](const field& each) { return equal_without_case(each.first, name); });
}

CHATOPS_INLINE void fields::set(std::string_view name, std::string_view value) {
    // The views may be of a field that is about to go.
    field kept{name, value};
    const auto last = fields_.begin() + static_cast<std::ptrdiff_t>(size_);
    const auto gone = std::remove_if(fields_.begin(), last, [&](const field& each) {
        return equal_without_case(each.first, kept.first);
    });
    fields_.erase(gone, fields_.end());
    fields_.push_back(std::move(kept));
    size_ = fields_.size();
}

CHATOPS_INLINE void fields::add(std::string_view name, std::string_view value) {
    if (size_ == fields_.size()) {
        fields_.emplace_back(name, value);
    } else {
        fields_[size_].first = name;
        fields_[size_].second = value;
    }
    ++size_;
}

CHATOPS_INLINE void fields::clear() {
    for (std::size_t i = 0; i < size_; ++i) {
        fields_[i].first.clear();
        fields_[i].second.clear();
    }
    size_ = 0;
}

CHATOPS_INLINE std::string_view request::path() const {
    std::string_view rest = url;
    // A query may hold an address of its own.
    rest = rest.substr(0, rest.find('?'));
    if (const auto scheme = rest.find("://"); scheme != std::string_view::npos) {
        const auto slash = rest.find('/', scheme + 3);
        rest = slash == std::string_view::npos ? std::string_view("/") : rest.substr(slash);
    }
    return rest;
}

CHATOPS_INLINE std::string_view request::query() const {
    const std::string_view whole = url;
    const auto mark = whole.find('?');
    return mark == std::string_view::npos ? std::string_view() : whole.substr(mark + 1);
}

} // namespace chatops::http
