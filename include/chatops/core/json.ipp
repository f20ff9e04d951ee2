#pragma once

#include "chatops/core/json.hpp"
#include "chatops/core/time.hpp"

#include <boost/json/error.hpp>
#include <boost/json/parser.hpp>
#include <boost/json/serializer.hpp>

#include <array>
#include <cmath>

namespace chatops::json {

namespace detail {

CHATOPS_INLINE std::string place::path() const {
    if (outer == nullptr) return {};
    std::string text = outer->path();
    if (member.data() == nullptr) return text += '[' + std::to_string(index) + ']';
    if (!text.empty()) text += '.';
    return text += member;
}

CHATOPS_INLINE std::string_view kind_name(const boost::json::value& value) {
    switch (value.kind()) {
    case boost::json::kind::null: return "null";
    case boost::json::kind::bool_: return "true or false";
    case boost::json::kind::string: return "text";
    case boost::json::kind::array: return "a list";
    case boost::json::kind::object: return "an object";
    default: return "a number";
    }
}

CHATOPS_INLINE bool describe(reading& state, std::string_view code, const place& where,
                             std::string_view what) {
    std::string path = where.path();
    state.wrong.code = code;
    state.wrong.message = path.empty() ? std::string("The JSON value") : std::move(path);
    state.wrong.message += what;
    return false;
}

CHATOPS_INLINE bool reading::missing(const place& where) {
    return describe(*this, "json_missing", where, " is missing");
}

CHATOPS_INLINE bool reading::wrong_type(const place& where, std::string_view expected,
                                        const boost::json::value& found) {
    wrong.expected = expected;
    std::string what = " must be ";
    what += expected;
    what += ", not ";
    what += kind_name(found);
    return describe(*this, "json_wrong_type", where, what);
}

CHATOPS_INLINE bool reading::out_of_range(const place& where, std::string_view expected) {
    wrong.expected = expected;
    std::string what = " must be ";
    what += expected;
    return describe(*this, "json_out_of_range", where, what);
}

CHATOPS_INLINE bool reading::unknown_name(const place& where, std::string expected) {
    wrong.expected = std::move(expected);
    return describe(*this, "json_unknown_name", where, " must be " + wrong.expected);
}

CHATOPS_INLINE bool reading::wrong_text(const place& where, const mistake& inner) {
    wrong.expected = inner.expected;
    wrong.suggestion = inner.suggestion;
    return describe(*this, "json_wrong_text", where, " is not right: " + inner.message);
}

CHATOPS_INLINE bool read_bool(const boost::json::value& from, bool& to, const place& where,
                              reading& state) {
    const bool* const found = from.if_bool();
    if (found == nullptr) return state.wrong_type(where, "true or false", from);
    to = *found;
    return true;
}

/// A number that is no 64-bit integer: a fraction, or too large for one.
CHATOPS_INLINE bool refuse_number(const boost::json::value& from, const place& where,
                                  reading& state, std::string_view range) {
    const double* const fraction = from.if_double();
    if (fraction != nullptr && std::abs(*fraction) < 9.2e18)
        return state.out_of_range(where, "a whole number");
    if (!from.is_number()) return state.wrong_type(where, "a whole number", from);
    return state.out_of_range(where, range);
}

CHATOPS_INLINE bool read_signed(const boost::json::value& from, std::int64_t& to,
                                std::int64_t least, std::int64_t most, const place& where,
                                reading& state) {
    const std::int64_t* const found = from.if_int64();
    if (found != nullptr && *found >= least && *found <= most) {
        to = *found;
        return true;
    }
    return refuse_number(from, where, state,
                         "a number from " + std::to_string(least) + " to " + std::to_string(most));
}

CHATOPS_INLINE bool read_unsigned(const boost::json::value& from, std::uint64_t& to,
                                  std::uint64_t most, const place& where, reading& state) {
    const std::int64_t* const small = from.if_int64();
    const std::uint64_t* const large = from.if_uint64();
    if ((small != nullptr && *small >= 0) || large != nullptr) {
        to = large != nullptr ? *large : static_cast<std::uint64_t>(*small);
        if (to <= most) return true;
    }
    return refuse_number(from, where, state, "a number from 0 to " + std::to_string(most));
}

CHATOPS_INLINE bool read_double(const boost::json::value& from, double& to, const place& where,
                                reading& state) {
    if (const double* const found = from.if_double())
        to = *found;
    else if (const std::int64_t* const whole = from.if_int64())
        to = static_cast<double>(*whole);
    else if (const std::uint64_t* const large = from.if_uint64())
        to = static_cast<double>(*large);
    else
        return state.wrong_type(where, "a number", from);
    return true;
}

CHATOPS_INLINE bool read_string(const boost::json::value& from, std::string& to, const place& where,
                                reading& state) {
    const boost::json::string* const found = from.if_string();
    if (found == nullptr) return state.wrong_type(where, "text", from);
    to.assign(found->data(), found->size());
    return true;
}

CHATOPS_INLINE bool read_moment(const boost::json::value& from, time_point& to, const place& where,
                                reading& state) {
    const boost::json::string* const found = from.if_string();
    if (found == nullptr) return state.wrong_type(where, "text", from);
    const auto when = read_time({found->data(), found->size()});
    if (!when) return state.wrong_text(where, when.error());
    to = *when;
    return true;
}

CHATOPS_INLINE boost::json::value write_moment(time_point from) {
    return boost::json::value(boost::json::string_view(format_time(from)));
}

CHATOPS_INLINE boost::json::value write_double(double from) {
    // A whole number is written as people write it: Boost.JSON would make `1E0` of 1.
    constexpr double exact = 1LL << 53;
    if (std::trunc(from) != from || std::abs(from) > exact) return boost::json::value(from);
    return boost::json::value(static_cast<std::int64_t>(from));
}

CHATOPS_INLINE mistake not_json(std::string_view code, std::string message, std::size_t offset) {
    mistake wrong;
    wrong.code = code;
    wrong.message = std::move(message);
    wrong.begin = wrong.end = offset;
    wrong.expected = "JSON";
    return wrong;
}

} // namespace detail

CHATOPS_INLINE result<boost::json::value> parse(std::string_view text, std::size_t limit_bytes) {
    if (text.size() > limit_bytes)
        return detail::not_json(
            "json_too_long", "This JSON is longer than " + std::to_string(limit_bytes) + " bytes",
            limit_bytes);
    boost::json::parse_options options;
    options.max_depth = limits::json_depth;
    std::array<unsigned char, 4096> room; // Filled before it is read; clearing it would cost.
    boost::json::parser parser({}, options, room.data(), room.size());
    boost::json::error_code failed;
    const std::size_t offset = parser.write(text.data(), text.size(), failed);
    if (!failed) return parser.release();
    if (failed == boost::json::error::too_deep)
        return detail::not_json("json_too_deep",
                                "This JSON is nested more than " +
                                    std::to_string(limits::json_depth) + " deep",
                                offset);
    const std::string_view why =
        failed == boost::json::error::incomplete ? "ends too early" : "is malformed";
    return detail::not_json("json_malformed",
                            "This JSON " + std::string(why) + " at byte " + std::to_string(offset),
                            offset);
}

CHATOPS_INLINE std::string text(const boost::json::value& value) {
    boost::json::serializer from;
    from.reset(&value);
    std::string text;
    std::array<char, 4096> room; // Filled before it is read.
    while (!from.done()) {
        const auto part = from.read(room.data(), room.size());
        text.append(part.data(), part.size());
    }
    return text;
}

} // namespace chatops::json
