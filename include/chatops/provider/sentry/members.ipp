#pragma once

#include "chatops/core/ascii.hpp"
#include "chatops/provider/sentry/members.hpp"

#include <boost/json/array.hpp>
#include <boost/json/object.hpp>

#include <algorithm>

namespace chatops::sentry {

namespace detail {

CHATOPS_INLINE bool is_capital(char c) { return c >= 'A' && c <= 'Z'; }

/// The value of a parameter of a link, `results="true"`; empty where there is none.
CHATOPS_INLINE std::string_view parameter_of(std::string_view link, std::string_view name) {
    const std::string wanted = std::string(name) + "=\"";
    const auto at = link.find(wanted);
    if (at == std::string_view::npos) return {};
    const std::string_view rest = link.substr(at + wanted.size());
    return rest.substr(0, rest.find('"'));
}

/// What stands in a list of texts, or in whatever is nested: the first sentence, after the names
/// that lead to it.
CHATOPS_INLINE std::string first_sentence(const boost::json::value& from, int depth = 0) {
    constexpr int deepest = 4;
    if (from.is_string()) return std::string(from.get_string());
    if (depth == deepest) return {};
    if (const auto* const list = from.if_array())
        return list->empty() ? std::string() : first_sentence(list->front(), depth + 1);
    const auto* const object = from.if_object();
    if (object == nullptr) return {};
    for (const auto& [name, value] : *object) {
        const std::string sentence = first_sentence(value, depth + 1);
        if (!sentence.empty()) return std::string(name) + ": " + sentence;
    }
    return {};
}

} // namespace detail

CHATOPS_INLINE std::string member_name(std::string_view theirs) {
    std::string ours;
    ours.reserve(theirs.size() + 4);
    for (std::size_t i = 0; i < theirs.size(); ++i) {
        const bool begins = detail::is_capital(theirs[i]) && i > 0 &&
                            !detail::is_capital(theirs[i - 1]) && theirs[i - 1] != '_';
        if (begins) ours += '_';
        ours += lower(theirs[i]);
    }
    return ours;
}

CHATOPS_INLINE boost::json::value with_our_names(const boost::json::value& from) {
    if (const auto* const list = from.if_array()) {
        boost::json::array made;
        made.reserve(list->size());
        for (const auto& each : *list) made.push_back(with_our_names(each));
        return made;
    }
    const auto* const object = from.if_object();
    if (object == nullptr) return from;
    boost::json::object made;
    made.reserve(object->size());
    for (const auto& [name, value] : *object)
        made.insert_or_assign(member_name({name.data(), name.size()}), with_our_names(value));
    return made;
}

CHATOPS_INLINE std::optional<std::string> next_cursor(std::string_view link) {
    // Each is `<address>; rel="next"; results="true"; cursor="0:100:0"`.
    while (!link.empty()) {
        const auto begin = link.find('<');
        if (begin == std::string_view::npos) return std::nullopt;
        const auto close = link.find('>', begin);
        if (close == std::string_view::npos) return std::nullopt;
        const auto end = std::min(link.find('<', close), link.size());
        const std::string_view one = link.substr(close, end - close);
        link.remove_prefix(end);
        if (detail::parameter_of(one, "rel") != "next") continue;
        const std::string_view cursor = detail::parameter_of(one, "cursor");
        if (detail::parameter_of(one, "results") != "true" || cursor.empty()) return std::nullopt;
        return std::string(cursor);
    }
    return std::nullopt;
}

CHATOPS_INLINE provider::refusal refusal_in(const boost::json::value& body) {
    provider::refusal said;
    const auto* const object = body.if_object();
    if (object == nullptr) return said;
    for (const char* const name : {"detail", "error", "info"}) {
        const auto* const found = object->if_contains(name);
        if (found == nullptr) continue;
        if (const auto* const text = found->if_string()) said.message = std::string(*text);
        // `{"code": "sso-required", "message": "Must login via SSO"}`
        if (const auto* const inner = found->if_object()) {
            if (const auto* const code = inner->if_contains("code"); code && code->is_string())
                said.id = std::string(code->get_string());
            if (const auto* const text = inner->if_contains("message"); text && text->is_string())
                said.message = std::string(text->get_string());
        }
        if (said.message || said.id) return said;
    }
    std::string sentence = detail::first_sentence(body);
    if (!sentence.empty()) said.message = std::move(sentence);
    return said;
}

} // namespace chatops::sentry
