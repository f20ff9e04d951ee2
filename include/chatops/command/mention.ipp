#pragma once

#include "chatops/command/mention.hpp"
#include "chatops/command/text_of.hpp"

#include <algorithm>

namespace chatops {

namespace detail {

/// What tells people from channels in a text.
struct mention_form {
    char sign;
    /// The letters that an id of Slack's begins with.
    std::string_view id_letters;
    std::string_view expected;
};

inline constexpr mention_form person_form{'@', "UW", "a person such as @lead"};
inline constexpr mention_form channel_form{'#', "CGD", "a channel such as #acme"};

inline bool is_chat_id(std::string_view text, const mention_form& form) {
    return text.size() >= 6 && text.size() <= 64 &&
           form.id_letters.find(text.front()) != std::string_view::npos &&
           std::all_of(text.begin(), text.end(), [](char each) {
               return (each >= 'A' && each <= 'Z') || (each >= '0' && each <= '9');
           });
}

/// A name has at most 80 characters in Slack, of at most four bytes.
inline bool is_chat_name(std::string_view text) {
    return !text.empty() && text.size() <= 320 && text.front() != ' ' && text.back() != ' ' &&
           std::none_of(text.begin(), text.end(), [](char each) {
               return static_cast<unsigned char>(each) < ' ' || each == 0x7f ||
                      std::string_view("@#<>|,").find(each) != std::string_view::npos;
           });
}

template <class Mention>
result<Mention> read_mention(std::string_view text, const mention_form& form) {
    Mention made;
    std::string_view rest = text;
    const bool marked = rest.size() > 3 && rest.front() == '<' && rest.back() == '>';
    if (marked) rest = rest.substr(1, rest.size() - 2);
    if (rest.empty() || rest.front() != form.sign) return not_a(text, form.expected);
    rest.remove_prefix(1);
    const std::size_t bar = marked ? rest.find('|') : std::string_view::npos;
    const std::string_view target = rest.substr(0, bar);
    const bool labelled = bar != std::string_view::npos && bar + 1 < rest.size();
    if (is_chat_id(target, form))
        made.id = target;
    else if (!marked && is_chat_name(target))
        made.name = target;
    else
        return not_a(text, form.expected);
    if (!labelled) return made;
    const std::string_view label = rest.substr(bar + 1);
    if (!is_chat_name(label)) return not_a(text, form.expected);
    made.name = label;
    return made;
}

template <class Mention>
std::string written_mention(const Mention& from, char sign) {
    if (from.id.empty()) return sign + from.name;
    if (from.name.empty()) return sign + from.id;
    return std::string("<") + sign + from.id + "|" + from.name + ">";
}

} // namespace detail

CHATOPS_INLINE result<person_mention> person_mention::parse(std::string_view text) {
    return detail::read_mention<person_mention>(text, detail::person_form);
}

CHATOPS_INLINE std::string person_mention::to_text() const {
    return detail::written_mention(*this, detail::person_form.sign);
}

CHATOPS_INLINE result<channel_mention> channel_mention::parse(std::string_view text) {
    return detail::read_mention<channel_mention>(text, detail::channel_form);
}

CHATOPS_INLINE std::string channel_mention::to_text() const {
    return detail::written_mention(*this, detail::channel_form.sign);
}

} // namespace chatops
