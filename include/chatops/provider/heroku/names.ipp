#pragma once

#include "chatops/command/text_of.hpp"
#include "chatops/core/ascii.hpp"
#include "chatops/provider/heroku/names.hpp"

#include <algorithm>
#include <charconv>

namespace chatops::heroku {

namespace detail {

using provider::not_named;

/// Moves the place of a mistake in a part to where that part stands in the whole.
CHATOPS_INLINE mistake at_offset(mistake wrong, std::size_t offset) {
    wrong.begin += offset;
    wrong.end += offset;
    return wrong;
}

CHATOPS_INLINE bool is_word(char c) {
    return is_digit(c) || is_lower(lower(c)) || c == '_' || c == '-';
}

/// Digits only, up to nine of them: more would be no quantity, and could overflow.
CHATOPS_INLINE std::optional<std::int64_t> number_in(std::string_view text) {
    if (text.empty() || text.size() > 9 || !std::all_of(text.begin(), text.end(), is_digit))
        return std::nullopt;
    std::int64_t number = 0;
    std::from_chars(text.data(), text.data() + text.size(), number);
    return number;
}

/// Whether all of the text is so, and there is some, and not more than that.
CHATOPS_INLINE bool all_are(std::string_view text, std::size_t most, bool (*good)(char)) {
    return !text.empty() && text.size() <= most && std::all_of(text.begin(), text.end(), good);
}

CHATOPS_INLINE bool is_code(char c) { return is_digit(c) || is_lower(c) || c == '-'; }

/// A name of DNS: letters, digits and dashes between dots, none of the latter two at an end.
CHATOPS_INLINE bool is_host_label(std::string_view label) {
    return all_are(label, 63, [](char c) { return is_word(c) && c != '_'; }) &&
           label.front() != '-' && label.back() != '-';
}

CHATOPS_INLINE bool is_host(std::string_view text) {
    const bool has_dot = text.find('.') != std::string_view::npos;
    for (bool more = true; more;) {
        const auto dot = text.find('.');
        if (!is_host_label(text.substr(0, dot))) return false;
        more = dot != std::string_view::npos;
        if (more) text.remove_prefix(dot + 1);
    }
    return has_dot;
}

CHATOPS_INLINE std::optional<mistake> wrong_variable(std::string_view text, std::string_view) {
    if (all_are(text, 256, [](char c) { return is_word(c) && c != '-'; })) return std::nullopt;
    return not_named("heroku_variable", text, "is not a name of a config var.",
                     "letters, digits and underscores, like LOG_LEVEL");
}

CHATOPS_INLINE std::optional<mistake> wrong_domain(std::string_view text, std::string_view) {
    const std::string_view host = text.substr(0, 2) == "*." ? text.substr(2) : text;
    if (text.size() <= 253 && is_host(host)) return std::nullopt;
    return not_named("heroku_domain", text, "is not a domain.",
                     "a domain without anything before or after it, like www.acme.example");
}

CHATOPS_INLINE std::optional<mistake> wrong_addon(std::string_view text, std::string_view) {
    if (all_are(text, 256, is_code)) return std::nullopt;
    return not_named("heroku_addon", text, "is not a name of an add-on.",
                     "lower-case letters, digits and dashes, like postgresql-round-12345");
}

CHATOPS_INLINE std::optional<mistake> wrong_plan(std::string_view text, std::string_view) {
    const auto colon = std::min(text.find(':'), text.size());
    const bool has_plan = colon < text.size();
    if (all_are(text.substr(0, colon), 128, is_code) &&
        (!has_plan || all_are(text.substr(colon + 1), 128, is_code)))
        return std::nullopt;
    return not_named("heroku_plan", text, "is not a plan of an add-on.",
                     "service:plan, like heroku-postgresql:essential-0");
}

CHATOPS_INLINE std::optional<mistake> wrong_service(std::string_view text, std::string_view) {
    if (all_are(text, 128, is_code)) return std::nullopt;
    return not_named("heroku_service", text, "is not a name of a service.",
                     "lower-case letters, digits and dashes, like heroku-postgresql");
}

CHATOPS_INLINE std::optional<mistake> wrong_email(std::string_view text, std::string_view) {
    const auto at = text.find('@');
    const bool has_name = at != std::string_view::npos && at > 0 && at <= 64 &&
                          std::all_of(text.begin(), text.begin() + static_cast<std::ptrdiff_t>(at),
                                      [](char c) { return c > ' ' && c < 127 && c != '/'; });
    if (has_name && text.size() <= 254 && is_host(text.substr(at + 1))) return std::nullopt;
    return not_named("heroku_email", text, "is not an email address.",
                     "the address that the person uses at Heroku, like dev@acme.example");
}

CHATOPS_INLINE std::optional<mistake> wrong_build(std::string_view text, std::string_view) {
    if (text.size() >= 4 && all_are(text, 36, is_code)) return std::nullopt;
    return not_named("heroku_build", text, "names no build.",
                     "a build's id or its beginning, as heroku builds shows it");
}

CHATOPS_INLINE std::optional<mistake> wrong_source(std::string_view text, std::string_view) {
    constexpr std::size_t longest = 2'048;
    const bool web = text.substr(0, 8) == "https://" || text.substr(0, 7) == "http://";
    if (web && text.size() > 8 && all_are(text, longest, [](char c) { return c > ' ' && c < 127; }))
        return std::nullopt;
    return not_named("heroku_source", text, "is not an address that Heroku can fetch from.",
                     "the address of a .tar.gz, like https://code.example/acme.tar.gz");
}

CHATOPS_INLINE std::optional<mistake> wrong_pipeline(std::string_view text, std::string_view) {
    if (text.size() >= 3 && all_are(text, 36, is_code)) return std::nullopt;
    return not_named("heroku_pipeline", text, "is not a name of a pipeline.",
                     "lower-case letters, digits and dashes, like acme");
}

CHATOPS_INLINE std::optional<mistake> wrong_pipeline_name(std::string_view text, std::string_view) {
    if (text.size() >= 3 && all_are(text, 30, is_code) && is_lower(text.front()))
        return std::nullopt;
    return not_named("heroku_pipeline_name", text, "is not a name that a pipeline can have.",
                     "3 to 30 lower-case letters, digits and dashes, a letter first, like acme");
}

CHATOPS_INLINE std::optional<mistake> wrong_drain(std::string_view text, std::string_view kind) {
    const auto is_of_hosts = [](char c) { return is_code(c) || c == '.'; };
    const bool is_path = text == "." || text == ".." || text.find("..") < text.size();
    if (text.size() >= 4 && !is_path && all_are(text, 253, is_of_hosts)) return std::nullopt;
    return not_named("heroku_drain", text, "names no " + std::string(kind) + ".",
                     "its id, the beginning of it, or the host it sends to, like logs.example");
}

CHATOPS_INLINE std::optional<mistake> wrong_code_word(std::string_view text, std::string_view) {
    if (all_are(text, 64, [](char c) { return is_word(c) && c != '_'; })) return std::nullopt;
    return not_named("heroku_word", text, "is not a word of Heroku's.",
                     "letters, digits and dashes, like eu or heroku-24");
}

} // namespace detail

CHATOPS_INLINE result<app_name> app_name::parse(std::string_view text) {
    const bool good = text.size() >= 3 && text.size() <= 30 && is_lower(text.front()) &&
                      text.back() != '-' && std::all_of(text.begin(), text.end(), [](char c) {
                          return is_lower(c) || is_digit(c) || c == '-';
                      });
    if (good) return app_name{std::string(text)};
    return provider::not_named(
        "heroku_app_name", text, "is not a name of a Heroku application.",
        "3 to 30 lower-case letters, digits and dashes, like acme-production");
}

CHATOPS_INLINE result<process_type> process_type::parse(std::string_view text) {
    if (!text.empty() && text.size() <= 128 &&
        std::all_of(text.begin(), text.end(), detail::is_word))
        return process_type{std::string(text)};
    return provider::not_named("heroku_process_type", text, "is not a name of a process type.",
                               "a name of the Procfile, like web or worker");
}

CHATOPS_INLINE result<assignment> assignment::parse(std::string_view text) {
    const auto sign = text.find('=');
    if (sign == std::string_view::npos)
        return provider::not_named("heroku_assignment", text, "gives a config var no value.",
                                   "NAME=VALUE, like LOG_LEVEL=debug");
    auto variable = variable_name::parse(text.substr(0, sign));
    if (!variable) return std::move(variable).error();
    return assignment{std::move(*variable), secret(std::string(text.substr(sign + 1)))};
}

CHATOPS_INLINE secret assignment::reveal(const assignment& what) {
    return secret(what.variable.text + "=" + std::string(what.value.reveal()));
}

CHATOPS_INLINE result<quantity> quantity::parse(std::string_view text) {
    const std::string_view expected = "process=quantity, like web=3 or web=3:standard-2x";
    const auto sign = text.find_first_of("=+");
    const auto minus = text.rfind('-');
    const bool relative =
        sign != std::string_view::npos
            ? text[sign] == '+' || text.substr(sign + 1, 1).find_first_of("+-") == 0
            : minus != std::string_view::npos && minus > 0 &&
                  detail::number_in(text.substr(minus + 1)).has_value();
    if (relative)
        return provider::not_named(
            "heroku_quantity", text,
            "is a difference, which would add up if it were asked for twice: "
            "say how many there shall be.",
            expected);
    if (sign == std::string_view::npos)
        return provider::not_named("heroku_quantity", text, "says no quantity.", expected);
    quantity made;
    auto process = process_type::parse(text.substr(0, sign));
    if (!process) return std::move(process).error();
    made.process = std::move(*process);
    const std::string_view rest = text.substr(sign + 1);
    const auto colon = std::min(rest.find(':'), rest.size());
    const std::string_view digits = rest.substr(0, colon);
    const auto count = detail::number_in(digits);
    if (!count) {
        const bool large = !digits.empty() && std::all_of(digits.begin(), digits.end(), is_digit);
        return detail::at_offset(
            provider::not_named("heroku_quantity", digits,
                                large ? "is more than anyone can run." : "is not a whole number.",
                                expected),
            sign + 1);
    }
    made.count = *count;
    if (colon == rest.size()) return made;
    const std::string_view size = rest.substr(colon + 1);
    if (size.empty() || size.size() > 64 || !std::all_of(size.begin(), size.end(), detail::is_word))
        return detail::at_offset(provider::not_named("heroku_quantity", size,
                                                     "is not a name of a dyno size.",
                                                     "a dyno size, like standard-2x"),
                                 sign + 1 + colon + 1);
    made.size = size;
    return made;
}

CHATOPS_INLINE std::string quantity::to_text() const {
    std::string text = process.text + '=' + std::to_string(count);
    if (size) text += ':' + *size;
    return text;
}

CHATOPS_INLINE result<dyno_group> dyno_group::parse(std::string_view text) {
    dyno_group made;
    const auto dot = std::min(text.find('.'), text.size());
    auto process = process_type::parse(text.substr(0, dot));
    if (!process) return std::move(process).error();
    made.process = std::move(*process);
    if (dot == text.size()) return made;
    made.number = detail::number_in(text.substr(dot + 1));
    if (made.number && *made.number > 0) return made;
    return provider::not_named("heroku_dynos", text, "names no dyno.",
                               "a process type or one of its dynos, like web or web.2");
}

CHATOPS_INLINE std::string dyno_group::to_text() const {
    return number ? process.text + '.' + std::to_string(*number) : process.text;
}

CHATOPS_INLINE result<release_version> release_version::parse(std::string_view text) {
    const bool has_letter = !text.empty() && (text.front() == 'v' || text.front() == 'V');
    const auto number = detail::number_in(text.substr(has_letter ? 1 : 0));
    if (number && *number > 0) return release_version{*number};
    return provider::not_named("heroku_release", text, "names no release.",
                               "a release's number, like v42");
}

} // namespace chatops::heroku
