#pragma once

#include "chatops/chat/json_form.hpp"
#include "chatops/core/json.hpp"
#include "chatops/core/utf8.hpp"

#include <boost/describe/class.hpp>
#include <boost/describe/enum.hpp>

#include <cmath>
#include <optional>
#include <type_traits>
#include <utility>

namespace chatops {

BOOST_DESCRIBE_ENUM(tone, neutral, working, waiting, good, warning, bad)
static_assert(json::mapped<tone>);

namespace detail::reply_json {

enum class kind { text, fields, table, change, code, chart, file };
BOOST_DESCRIBE_ENUM(kind, text, fields, table, change, code, chart, file)

enum class style { plain, primary, danger };
BOOST_DESCRIBE_ENUM(style, plain, primary, danger)

struct field {
    std::string name;
    std::string value;
};
BOOST_DESCRIBE_STRUCT(field, (), (name, value))

struct line {
    std::string name;
    std::string before;
    std::string after;
};
BOOST_DESCRIBE_STRUCT(line, (), (name, before, after))

struct course {
    std::string name;
    std::vector<std::optional<double>> points;
};
BOOST_DESCRIBE_STRUCT(course, (), (name, points))

/// Every kind's members; those of the others are absent.
struct any_part {
    reply_json::kind kind = kind::text;
    std::optional<std::string> text;
    std::optional<std::vector<field>> fields;
    std::optional<std::vector<std::string>> headings;
    std::optional<std::vector<std::vector<std::string>>> rows;
    std::optional<std::vector<line>> lines;
    std::optional<std::vector<course>> courses;
    std::optional<std::string> unit;
    std::optional<std::string> begins;
    std::optional<std::string> ends;
    std::optional<std::string> name;
};
BOOST_DESCRIBE_STRUCT(any_part, (),
                      (kind, text, fields, headings, rows, lines, courses, unit, begins, ends,
                       name))

struct any_button {
    std::string question;
    std::string choice;
    std::string label;
    reply_json::style style = style::plain;
};
BOOST_DESCRIBE_STRUCT(any_button, (), (question, choice, label, style))

struct whole {
    chatops::tone tone = tone::neutral;
    std::string title;
    std::vector<any_part> parts;
    std::vector<any_button> buttons;
};
BOOST_DESCRIBE_STRUCT(whole, (), (tone, title, parts, buttons))

static_assert(static_cast<int>(style::danger) == static_cast<int>(button::style::danger));

CHATOPS_INLINE std::vector<std::string> mended(const std::vector<std::string>& texts) {
    std::vector<std::string> made;
    made.reserve(texts.size());
    for (const std::string& each : texts) made.push_back(mended_utf8(each));
    return made;
}

/// Writes each kind of part.
struct writer {
    any_part operator()(const text_part& part) const {
        any_part made;
        made.text = mended_utf8(part.text);
        return made;
    }
    any_part operator()(const fields_part& part) const {
        any_part made;
        made.kind = kind::fields;
        made.fields.emplace();
        for (const auto& [name, value] : part.fields)
            made.fields->push_back({mended_utf8(name), mended_utf8(value)});
        return made;
    }
    any_part operator()(const table_part& part) const {
        any_part made;
        made.kind = kind::table;
        made.headings = mended(part.headings);
        made.rows.emplace();
        for (const auto& row : part.rows) made.rows->push_back(mended(row));
        return made;
    }
    any_part operator()(const change_part& part) const {
        any_part made;
        made.kind = kind::change;
        made.lines.emplace();
        for (const auto& each : part.lines)
            made.lines->push_back(
                {mended_utf8(each.name), mended_utf8(each.before), mended_utf8(each.after)});
        return made;
    }
    any_part operator()(const code_part& part) const {
        any_part made;
        made.kind = kind::code;
        made.text = mended_utf8(part.text);
        return made;
    }
    any_part operator()(const chart_part& part) const {
        any_part made;
        made.kind = kind::chart;
        made.courses.emplace();
        for (const auto& each : part.courses) {
            course& one = made.courses->emplace_back();
            one.name = mended_utf8(each.name);
            for (const std::optional<double>& point : each.points) {
                const bool known = point && std::isfinite(*point); // JSON has no other numbers.
                one.points.push_back(known ? point : std::nullopt);
            }
        }
        made.unit = mended_utf8(part.unit);
        made.begins = mended_utf8(part.begins);
        made.ends = mended_utf8(part.ends);
        return made;
    }
    any_part operator()(const file_part& part) const {
        any_part made;
        made.kind = kind::file;
        made.name = mended_utf8(part.name);
        made.text = mended_utf8(part.text);
        return made;
    }
};

/// A chart, when it has what one has.
CHATOPS_INLINE std::optional<part> read_chart(any_part&& from) {
    if (!from.courses || !from.unit || !from.begins || !from.ends) return std::nullopt;
    chart_part made;
    for (course& each : *from.courses)
        made.courses.push_back({std::move(each.name), std::move(each.points)});
    made.unit = std::move(*from.unit);
    made.begins = std::move(*from.begins);
    made.ends = std::move(*from.ends);
    return made;
}

/// Nothing when the part lacks what its kind has.
CHATOPS_INLINE std::optional<part> read_part(any_part&& from) {
    if (from.kind == kind::text && from.text) return text_part{std::move(*from.text)};
    if (from.kind == kind::code && from.text) return code_part{std::move(*from.text)};
    if (from.kind == kind::file && from.name && from.text)
        return file_part{std::move(*from.name), std::move(*from.text)};
    if (from.kind == kind::fields && from.fields) {
        fields_part made;
        for (field& each : *from.fields)
            made.fields.emplace_back(std::move(each.name), std::move(each.value));
        return made;
    }
    if (from.kind == kind::table && from.headings && from.rows) {
        for (const auto& row : *from.rows)
            if (row.size() != from.headings->size()) return std::nullopt;
        return table_part{std::move(*from.headings), std::move(*from.rows)};
    }
    if (from.kind == kind::chart) return read_chart(std::move(from));
    if (from.kind == kind::change && from.lines) {
        change_part made;
        for (line& each : *from.lines)
            made.lines.push_back(
                {std::move(each.name), std::move(each.before), std::move(each.after)});
        return made;
    }
    return std::nullopt;
}

} // namespace detail::reply_json

CHATOPS_INLINE boost::json::value json_form(const reply& what) {
    namespace form = detail::reply_json;
    form::whole made;
    made.tone = what.how;
    made.title = mended_utf8(what.title);
    for (const part& each : what.parts) made.parts.push_back(std::visit(form::writer{}, each));
    for (const button& each : what.buttons)
        made.buttons.push_back({mended_utf8(each.question), mended_utf8(each.choice),
                                mended_utf8(each.label), static_cast<form::style>(each.looks)});
    return json::write(made);
}

CHATOPS_INLINE result<reply> read_json_form(const boost::json::value& from) {
    namespace form = detail::reply_json;
    auto read = json::read<form::whole>(from);
    if (!read) return read.error();
    reply made;
    made.how = read->tone;
    made.title = std::move(read->title);
    for (form::any_part& each : read->parts) {
        auto one = form::read_part(std::move(each));
        if (!one) {
            mistake wrong;
            wrong.code = "reply_malformed";
            wrong.message = "parts[" + std::to_string(made.parts.size()) +
                            "] lacks what a part of its kind has";
            return wrong;
        }
        made.parts.push_back(std::move(*one));
    }
    for (form::any_button& each : read->buttons)
        made.buttons.push_back({std::move(each.question), std::move(each.choice),
                                std::move(each.label), static_cast<button::style>(each.style)});
    return made;
}

} // namespace chatops
