#pragma once

#include "chatops/core/ascii.hpp"
#include "chatops/core/errors.hpp"
#include "chatops/core/secret.hpp"
#include "chatops/provider/newrelic/graph.hpp"

#include <algorithm>
#include <array>

namespace chatops::newrelic {

namespace detail {

CHATOPS_INLINE const boost::json::value* member(const boost::json::value* of,
                                                std::string_view name) {
    const boost::json::object* const object = of == nullptr ? nullptr : of->if_object();
    const boost::json::value* const held =
        object == nullptr ? nullptr : object->if_contains({name.data(), name.size()});
    return held == nullptr || held->is_null() ? nullptr : held;
}

CHATOPS_INLINE std::string text_in(const boost::json::value* of, std::string_view name) {
    const boost::json::value* const held = member(of, name);
    return held != nullptr && held->is_string() ? std::string(held->get_string()) : std::string();
}

/// Without keys, whoever's they are: `NRAK-…`, `NRII-…`.
CHATOPS_INLINE std::string without_keys(std::string text) {
    const auto is_of_key = [](char c) { return is_digit(c) || is_letter(c) || c == '-'; };
    for (auto at = text.find("NR"); at != std::string::npos; at = text.find("NR", at + 1)) {
        if (text.size() < at + 5 || text[at + 4] != '-') continue;
        const auto end =
            std::find_if_not(text.begin() + static_cast<std::ptrdiff_t>(at), text.end(), is_of_key);
        const auto size = static_cast<std::size_t>(end - text.begin()) - at;
        constexpr std::size_t shortest_key = 16;
        if (size >= shortest_key) text.replace(at, size, "[hidden]");
    }
    return text;
}

struct meant {
    std::string_view word;
    int status;
};

/// Errors of New Relic's own, which end by themselves. Source: the same, retry.go.
constexpr std::array<std::string_view, 3> own_failures{"TIMEOUT", "INTERNAL_SERVER_ERROR",
                                                       "SERVER_ERROR"};
constexpr std::array<meant, 7> meanings{{{"TOO_MANY_REQUESTS", 429},
                                         {"BAD_API_KEY", 401},
                                         {"UNAUTHENTICATED", 401},
                                         {"FORBIDDEN", 403},
                                         {"ACCESS_DENIED", 403},
                                         {"UNAUTHORIZED", 403},
                                         {"NOT_FOUND", 404}}};

CHATOPS_INLINE bool is_known(std::string_view word) {
    return std::find(own_failures.begin(), own_failures.end(), word) != own_failures.end() ||
           std::any_of(meanings.begin(), meanings.end(),
                       [&](const meant& each) { return each.word == word; });
}

/// The word that tells most, of the several that an error may have.
CHATOPS_INLINE std::string word_of(const boost::json::value* extensions) {
    std::string word;
    for (const char* const name : {"error_code", "errorClass", "code"}) {
        const std::string each = text_in(extensions, name);
        if (is_known(each)) return each;
        if (word.empty()) word = each;
    }
    return word;
}

} // namespace detail

CHATOPS_INLINE std::vector<graph_error> errors_in(const boost::json::value& body) {
    std::vector<graph_error> made;
    const boost::json::value* const errors = detail::member(&body, "errors");
    const boost::json::array* const list = errors == nullptr ? nullptr : errors->if_array();
    if (list == nullptr) return made;
    for (const boost::json::value& each : *list) {
        graph_error one;
        one.word = detail::word_of(detail::member(&each, "extensions"));
        one.message = detail::text_in(&each, "message");
        if (one.message.empty()) one.message = one.word.empty() ? "an error" : one.word;
        one.message = chatops::provider::quotable(detail::without_keys(one.message), secret());
        made.push_back(std::move(one));
    }
    return made;
}

CHATOPS_INLINE bool says_something(const boost::json::value& data) {
    if (const boost::json::object* const object = data.if_object())
        return std::any_of(object->begin(), object->end(),
                           [](const auto& each) { return says_something(each.value()); });
    if (const boost::json::array* const list = data.if_array())
        return list->empty() || std::any_of(list->begin(), list->end(), says_something);
    return !data.is_null();
}

CHATOPS_INLINE void refuse(const graph_error& why, const chatops::provider::asked& about) {
    const auto& own = detail::own_failures;
    if (std::find(own.begin(), own.end(), why.word) != own.end()) throw about.no_use(why.message);
    // Whatever has no other meaning: what was asked for must be changed.
    int status = 422;
    for (const detail::meant& each : detail::meanings)
        if (each.word == why.word) status = each.status;
    std::string message = why.message;
    if (status == 401) message += " Check the api_key of newrelic in the configuration.";
    throw provider_error(std::string(about.whom.name), status,
                         why.word.empty() ? "graphql_error" : why.word, message);
}

CHATOPS_INLINE void check_answer(const boost::json::value& body,
                                 const chatops::provider::asked& about) {
    const std::vector<graph_error> errors = errors_in(body);
    if (errors.empty()) return;
    const boost::json::value* const data = detail::member(&body, "data");
    if (data != nullptr && says_something(*data)) return;
    refuse(errors.front(), about);
}

CHATOPS_INLINE chatops::provider::refusal refusal_words(const boost::json::value& body) {
    chatops::provider::refusal made;
    if (auto errors = errors_in(body); !errors.empty()) {
        made.message = std::move(errors.front().message);
        if (!errors.front().word.empty()) made.id = std::move(errors.front().word);
        return made;
    }
    const boost::json::value* const error = detail::member(&body, "error");
    std::string title = detail::text_in(error, "title");
    if (!title.empty()) made.message = detail::without_keys(std::move(title));
    return made;
}

CHATOPS_INLINE const boost::json::value* found_at(const boost::json::value& body,
                                                  std::string_view path) {
    const boost::json::value* at = detail::member(&body, "data");
    while (at != nullptr && !path.empty()) {
        const auto slash = std::min(path.find('/'), path.size());
        at = detail::member(at, path.substr(0, slash));
        path.remove_prefix(std::min(slash + 1, path.size()));
    }
    return at;
}

} // namespace chatops::newrelic
