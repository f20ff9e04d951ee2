#pragma once

#include "chatops/core/limits.hpp"
#include "chatops/core/utf8.hpp"
#include "chatops/native/log_writer.hpp"

#include <spdlog/logger.h>
#include <spdlog/pattern_formatter.h>
#include <spdlog/sinks/stdout_sinks.h>

#include <array>
#include <utility>

namespace chatops::native {

namespace detail {

inline void append_escaped_byte(std::string& line, char byte) {
    static constexpr char digits[] = "0123456789abcdef";
    const auto value = static_cast<unsigned char>(byte);
    line += "\\x";
    line += digits[value >> 4];
    line += digits[value & 15];
}

/// Appends a value; true if it has to be quoted.
inline bool append_escaped(std::string& line, std::string_view value) {
    bool is_quoted = value.empty();
    for (std::size_t at = 0; at < value.size();) {
        const utf8_character next = character_at(value, at);
        const std::string_view bytes = value.substr(at, next.size);
        at += next.size;
        const char first = bytes[0];
        is_quoted = is_quoted || first == ' ' || first == '=' || first == '"' || first == '\\';
        if (first == '"' || first == '\\') {
            line += '\\';
            line += first;
        } else if (first == '\n' || first == '\r' || first == '\t') {
            line += first == '\n' ? "\\n" : first == '\r' ? "\\r" : "\\t";
            is_quoted = true;
        } else if (!next.valid || !is_shown(next.code)) {
            for (const char byte : bytes) append_escaped_byte(line, byte);
            is_quoted = true;
        } else {
            line += bytes;
        }
    }
    return is_quoted;
}

inline void append_value(std::string& line, std::string_view value) {
    const std::size_t begin = line.size();
    const std::string_view kept = utf8_beginning(value, limits::log_value_bytes);
    const bool is_quoted = append_escaped(line, kept);
    if (kept.size() < value.size()) line += "...";
    if (!is_quoted) return;
    line.insert(begin, 1, '"');
    line += '"';
}

} // namespace detail

CHATOPS_INLINE std::string log_line(log_level level, std::string_view event,
                                    std::initializer_list<log_field> fields) {
    static constexpr std::array<std::string_view, 4> words{"debug", "info", "warning", "error"};
    std::string line = "level=";
    line += words[static_cast<std::size_t>(level)];
    line += " event=";
    detail::append_value(line, event);
    for (const log_field& each : fields) {
        line += ' ';
        line += each.name;
        line += '=';
        detail::append_value(line, each.value);
    }
    return line;
}

struct log_writer::state {
    using sink = spdlog::sinks::stdout_sink_base<spdlog::details::console_mutex>;

    state(log_level from, std::FILE* to)
        : least(from), logger("chatops", std::make_shared<sink>(to)) {
        logger.set_formatter(std::make_unique<spdlog::pattern_formatter>(
            "time=%Y-%m-%dT%H:%M:%S.%eZ %v", spdlog::pattern_time_type::utc));
        logger.set_level(spdlog::level::trace);
        logger.flush_on(spdlog::level::trace);
    }

    log_level least;
    spdlog::logger logger;
};

CHATOPS_INLINE log_writer::log_writer(log_level least, std::FILE* to)
    : state_(std::make_unique<state>(least, to)) {}

CHATOPS_INLINE log_writer::~log_writer() = default;

CHATOPS_INLINE void log_writer::write(log_level level, std::string_view event,
                                      std::initializer_list<log_field> fields) {
    if (level < state_->least) return;
    state_->logger.log(spdlog::level::info, spdlog::string_view_t(log_line(level, event, fields)));
}

} // namespace chatops::native
