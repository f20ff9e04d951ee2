#pragma once

#include "chatops/core/json.hpp"
#include "chatops/provider/sentry/events.hpp"

#include <algorithm>

namespace chatops::sentry {

namespace detail {

struct stack_trace {
    std::optional<std::vector<frame>> frames;
};
BOOST_DESCRIBE_STRUCT(stack_trace, (), (frames))

struct exception {
    std::optional<stack_trace> stacktrace;
};
BOOST_DESCRIBE_STRUCT(exception, (), (stacktrace))

struct exceptions {
    std::optional<std::vector<exception>> values;
};
BOOST_DESCRIBE_STRUCT(exceptions, (), (values))

} // namespace detail

CHATOPS_INLINE std::vector<frame> stack_of(const event& of) {
    std::vector<frame> stack;
    if (!of.entries) return stack;
    for (const event_entry& each : *of.entries) {
        if (each.type != "exception") continue;
        // What cannot be read is no stack: programs send what they like.
        const auto read = json::read<detail::exceptions>(each.data);
        if (!read || !read->values || read->values->empty()) continue;
        // Of exceptions that led to others, the last one is what happened.
        const auto& trace = read->values->back().stacktrace;
        if (trace && trace->frames) stack = *trace->frames;
        std::reverse(stack.begin(), stack.end());
    }
    return stack;
}

CHATOPS_INLINE std::string tag_of(const event& of, std::string_view key) {
    if (!of.tags) return {};
    for (const tag& each : *of.tags)
        if (each.key == key) return each.value.value_or(std::string());
    return {};
}

} // namespace chatops::sentry
