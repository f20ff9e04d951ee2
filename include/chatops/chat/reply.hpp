// What the bot says: a title and parts, before anyone decides how it looks in Slack or a terminal.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

namespace chatops {

/// How it stands; Slack shows it as an emoji, a terminal as a colour.
enum class tone {
    neutral,
    /// Still going on.
    working,
    /// A person must do something.
    waiting,
    good,
    /// Done in part, or done with something to know.
    warning,
    bad,
};

/// The tone's name, as JSON and the journal have it.
constexpr std::string_view word_of(tone how) {
    constexpr std::string_view words[]{"neutral", "working", "waiting", "good", "warning", "bad"};
    return words[static_cast<int>(how)];
}

/// A paragraph of plain text; nothing in it is markup.
struct text_part {
    std::string text;

    friend bool operator==(const text_part&, const text_part&) = default;
};

/// Names with values: facts of one thing.
struct fields_part {
    std::vector<std::pair<std::string, std::string>> fields;

    friend bool operator==(const fields_part&, const fields_part&) = default;
};

/// Rows of cells under headings; every row has as many cells as there are headings.
struct table_part {
    std::vector<std::string> headings;
    std::vector<std::vector<std::string>> rows;

    friend bool operator==(const table_part&, const table_part&) = default;
};

/// What was and what is, a line each: `web  1 → 3`.
struct change_part {
    struct line {
        std::string name;
        std::string before;
        std::string after;

        friend bool operator==(const line&, const line&) = default;
    };
    std::vector<line> lines;

    friend bool operator==(const change_part&, const change_part&) = default;
};

/// Text in a fixed width: output, logs.
struct code_part {
    std::string text;

    friend bool operator==(const code_part&, const code_part&) = default;
};

/// How figures went over a time: loads, errors, latencies.
struct chart_part {
    struct course {
        std::string name;
        /// At equal distances in time, the newest last; nothing where none is known.
        std::vector<std::optional<double>> points;

        friend bool operator==(const course&, const course&) = default;
    };
    std::vector<course> courses;
    /// Of every point: `%`, `ms`.
    std::string unit;
    /// The first point's time and the last one's, as people say them; both or neither empty.
    std::string begins;
    std::string ends;

    friend bool operator==(const chart_part&, const chart_part&) = default;
};

/// Text that people keep or search, as a file of that name (`acme.log`) beside the message.
struct file_part {
    std::string name;
    std::string text;

    friend bool operator==(const file_part&, const file_part&) = default;
};

using part =
    std::variant<text_part, fields_part, table_part, change_part, code_part, chart_part, file_part>;

/// A button under a message. Its press comes back as `clicked` with the question and the choice.
struct button {
    enum class style { plain, primary, danger };

    std::string question;
    std::string choice;
    std::string label;
    style looks = style::plain;

    friend bool operator==(const button&, const button&) = default;
};

struct reply {
    tone how = tone::neutral;
    /// One sentence that says it all: also the notification on a phone.
    std::string title;
    std::vector<part> parts;
    std::vector<button> buttons;

    static reply good(std::string title) { return {tone::good, std::move(title), {}, {}}; }
    static reply bad(std::string title) { return {tone::bad, std::move(title), {}, {}}; }
    static reply neutral(std::string title) { return {tone::neutral, std::move(title), {}, {}}; }
    static reply warning(std::string title) { return {tone::warning, std::move(title), {}, {}}; }

    reply& add(part more) {
        parts.push_back(std::move(more));
        return *this;
    }

    friend bool operator==(const reply&, const reply&) = default;
};

} // namespace chatops
