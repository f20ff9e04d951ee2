#pragma once

#include "chatops/core/limits.hpp"
#include "chatops/line/value_cache.hpp"

#include <algorithm>

namespace chatops::line {

namespace detail {

/// The other values, each with its field's name; no character of a line is a zero byte.
inline std::string given_text(const completion_request& of) {
    std::string text;
    for (const known_value& each : of.known) {
        ((text += each.field->name) += '\0') += each.text;
        text += '\0';
    }
    return text;
}

} // namespace detail

CHATOPS_INLINE const std::vector<std::string>* value_cache::find(const completion_request& of,
                                                                 time_point now) const {
    const std::string given = detail::given_text(of);
    for (const list& each : lists_) {
        if (each.type != of.field->value->type || each.given != given) continue;
        // A clock that was set back makes nothing fresh.
        const bool fresh = each.asked <= now && now - each.asked < limits::value_cache_seconds;
        return fresh ? &each.values : nullptr;
    }
    return nullptr;
}

CHATOPS_INLINE const std::vector<std::string>&
value_cache::keep(const completion_request& of, std::vector<std::string> values, time_point now) {
    std::string given = detail::given_text(of);
    const void* const type = of.field->value->type;
    lists_.erase(
        std::remove_if(lists_.begin(), lists_.end(),
                       [&](const list& each) { return each.type == type && each.given == given; }),
        lists_.end());
    if (lists_.size() == limits::cached_value_lists) lists_.erase(lists_.begin());
    if (values.size() > limits::cached_values) values.resize(limits::cached_values);
    lists_.push_back({type, std::move(given), now, std::move(values)});
    return lists_.back().values;
}

} // namespace chatops::line
