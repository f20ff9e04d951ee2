#pragma once

#include "chatops/core/limits.hpp"
#include "chatops/native/log_writer.hpp"

#include <spdlog/logger.h>
#include <spdlog/pattern_formatter.h>
#include <spdlog/sinks/stdout_sinks.h>

#include <array>
#include <cstdint>
#include <utility>

namespace chatops::native {

namespace detail {

/// The length of the UTF-8 sequence at the beginning, or 0: overlong forms, surrogates and what
/// lies beyond U+10FFFF are none (Unicode 15, table 3-7).
inline std::size_t utf8_length(std::string_view text) {
    const auto byte = [&](std::size_t i) {
        return i < text.size() ? static_cast<unsigned char>(text[i]) : 0U;
    };
    const auto follows = [&](std::size_t i) { return (byte(i) & 0xC0U) == 0x80U; };
    const unsigned first = byte(0);
    if (first < 0x80) return 1;
    if (first >= 0xC2 && first <= 0xDF) return follows(1) ? 2 : 0;
    if (first >= 0xE0 && first <= 0xEF) {
        const unsigned least = first == 0xE0 ? 0xA0U : 0x80U;
        const unsigned most = first == 0xED ? 0x9FU : 0xBFU;
        return byte(1) >= least && byte(1) <= most && follows(2) ? 3 : 0;
    }
    if (first >= 0xF0 && first <= 0xF4) {
        const unsigned least = first == 0xF0 ? 0x90U : 0x80U;
        const unsigned most = first == 0xF4 ? 0x8FU : 0xBFU;
        return byte(1) >= least && byte(1) <= most && follows(2) && follows(3) ? 4 : 0;
    }
    return 0;
}

inline void append_escaped_byte(std::string& line, char byte) {
    static constexpr char digits[] = "0123456789abcdef";
    const auto value = static_cast<unsigned char>(byte);
    line += "\\x";
    line += digits[value >> 4];
    line += digits[value & 15];
}

/// Control characters (C0, DEL, and C1 as UTF-8), and the marks that turn the direction of text
/// around.
inline bool is_control(std::string_view sequence) {
    const auto first = static_cast<unsigned char>(sequence[0]);
    if (sequence.size() == 1) return first < 0x20 || first == 0x7F;
    if (sequence.size() == 2)
        return first == 0xC2 && static_cast<unsigned char>(sequence[1]) < 0xA0;
    return sequence == "\u2028" || sequence == "\u2029" ||
           (sequence >= "\u202A" && sequence <= "\u202E") ||
           (sequence >= "\u2066" && sequence <= "\u2069");
}

/// Appends a value; true if it has to be quoted.
inline bool append_escaped(std::string& line, std::string_view value) {
    bool is_quoted = value.empty();
    while (!value.empty()) {
        const std::size_t length = utf8_length(value);
        const std::string_view sequence = value.substr(0, length == 0 ? 1 : length);
        value.remove_prefix(sequence.size());
        const char first = sequence[0];
        is_quoted = is_quoted || first == ' ' || first == '=' || first == '"' || first == '\\';
        if (first == '"' || first == '\\') {
            line += '\\';
            line += first;
        } else if (first == '\n' || first == '\r' || first == '\t') {
            line += first == '\n' ? "\\n" : first == '\r' ? "\\r" : "\\t";
            is_quoted = true;
        } else if (length == 0 || is_control(sequence)) {
            for (const char byte : sequence) append_escaped_byte(line, byte);
            is_quoted = true;
        } else {
            line += sequence;
        }
    }
    return is_quoted;
}

inline void append_value(std::string& line, std::string_view value) {
    const std::size_t begin = line.size();
    const bool is_cut = value.size() > limits::log_value_bytes;
    const bool is_quoted = append_escaped(line, value.substr(0, limits::log_value_bytes));
    if (is_cut) line += "...";
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
