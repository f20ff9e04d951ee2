#pragma once

#include "chatops/config/public_provider.hpp"
#include "chatops/core/limits.hpp"
#include "chatops/core/utf8.hpp"
#include "chatops/provider/answers.hpp"

#include <optional>

namespace chatops::provider {

CHATOPS_INLINE std::string quotable(std::string text, const secret& token) {
    for (char& each : text)
        if (each == '\n' || each == '\r' || each == '\t') each = ' ';
    // As it will be read: characters that are not shown could stand inside a token.
    text = shown_text(text);
    const std::string_view hidden = token.reveal();
    for (auto at = text.find(hidden); !hidden.empty() && at != std::string::npos;
         at = text.find(hidden, at))
        text.replace(at, hidden.size(), "[hidden]");
    return std::string(utf8_beginning(text, limits::vendor_message_bytes));
}

namespace detail {

CHATOPS_INLINE bool is_html(std::string_view body) {
    const auto first = body.find_first_not_of(" \t\r\n");
    return first != std::string_view::npos && body[first] == '<';
}

CHATOPS_INLINE std::string unreadable(const http::response& answer, const mistake& wrong) {
    const std::string status = std::to_string(answer.status);
    if (answer.body.empty()) return "it answered " + status + " without a body";
    if (is_html(answer.body)) return "it answered " + status + " with a web page instead of JSON";
    return "its answer (" + status + ") cannot be read: " + wrong.message;
}

CHATOPS_INLINE refusal words_of(const boost::json::value& body, const vendor& by) {
    if (by.refusal_in != nullptr) return by.refusal_in(body);
    auto read = json::read<refusal>(body);
    return read ? std::move(*read) : refusal();
}

[[noreturn]] CHATOPS_INLINE void refuse(const http::response& answer, const refusal& said,
                                        const vendor& by, const secret& token) {
    const std::string name(by.name);
    const std::string status = std::to_string(answer.status);
    const std::string id = said.id.value_or("http_" + status);
    std::string message =
        quotable(said.message ? *said.message : said.id.value_or("it answered " + status), token);
    if (answer.status == 401)
        message += " Check the " + std::string(config::public_provider_named(by.name).secret_key) +
                   " of " + name + " in the configuration.";
    std::string request_id(answer.headers.get(by.request_id));
    if (request_id.empty()) request_id = quotable(said.request_id.value_or(std::string()), token);
    int meant = answer.status == by.limited_status ? 429 : answer.status;
    if (by.meaning_of != nullptr)
        meant = by.meaning_of(meant, said.message.value_or(std::string()));
    throw provider_error(name, meant, quotable(id, token), message, request_id);
}

} // namespace detail

CHATOPS_INLINE unavailable asked::no_use(const std::string& why) const {
    return {std::string(whom.name), why + " (" + what + ")", effect()};
}

CHATOPS_INLINE boost::json::value value_of(const http::response& answer, const asked& question,
                                           const secret& token) {
    auto value = json::parse(answer.body, limits::provider_body_bytes);
    const bool good = answer.status >= 200 && answer.status < 300;
    // Where there is nothing to say, nothing is said: 202 Accepted, 204 No Content.
    if (answer.body.empty() && (answer.status == 202 || answer.status == 204)) return nullptr;
    if (good && value) {
        if (question.whom.check_good != nullptr) question.whom.check_good(*value, question);
        return std::move(*value);
    }
    if (good) throw question.no_use(detail::unreadable(answer, value.error()));
    // A proxy in front of them may refuse the token, too, with a page of its own.
    const bool refuses_token = answer.status == 401 || answer.status == 403;
    if (!value && answer.status < 500 && !refuses_token)
        throw question.no_use(detail::unreadable(answer, value.error()));
    const refusal said = value ? detail::words_of(*value, question.whom) : refusal();
    if (answer.status >= 400 && answer.status < 500)
        detail::refuse(answer, said, question.whom, token);
    std::string why = "it answered " + std::to_string(answer.status);
    if (said.message) why += ": " + quotable(*said.message, token);
    throw question.no_use(why);
}

} // namespace chatops::provider
