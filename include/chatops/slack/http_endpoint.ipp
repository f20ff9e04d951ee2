#pragma once

#include "chatops/core/limits.hpp"
#include "chatops/slack/http_endpoint.hpp"
#include "chatops/slack/modal.hpp"

#include <exception>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace chatops::slack {

namespace detail {

CHATOPS_INLINE std::optional<route> route_of(std::string_view path) {
    if (path == http_endpoint::commands_path) return route::commands;
    if (path == http_endpoint::events_path) return route::events;
    if (path == http_endpoint::interactive_path) return route::interactive;
    return std::nullopt;
}

/// `application/json` of `application/json; charset=utf-8`.
CHATOPS_INLINE std::string_view media_type(std::string_view content_type) {
    content_type = content_type.substr(0, content_type.find(';'));
    while (!content_type.empty() && content_type.back() == ' ') content_type.remove_suffix(1);
    return content_type;
}

CHATOPS_INLINE http::response with_body(std::string_view type, std::string body) {
    return {200, {{"Content-Type", std::string(type)}}, std::move(body)};
}

} // namespace detail

CHATOPS_INLINE http::response http_endpoint::refuse(const http::request& request, int status,
                                                    std::string_view why) {
    log_.warning("slack request refused",
                 {{"path", std::string(request.path().substr(0, limits::logged_path_bytes))},
                  {"status", std::to_string(status)},
                  {"why", std::string(why)}});
    http::response refusal;
    refusal.status = status;
    if (status == 405) refusal.headers.set("Allow", "POST");
    // Who is not known to be Slack learns no more than that.
    if (status == 400) {
        refusal.headers.set("Content-Type", "text/plain; charset=utf-8");
        refusal.body = "Nothing was done: " + std::string(why) + ".\n";
    }
    return refusal;
}

CHATOPS_INLINE http_endpoint::step http_endpoint::take(const http::request& request) {
    const auto about = detail::route_of(request.path());
    if (!about) return refuse(request, 404, "unknown path");
    if (request.method != "POST") return refuse(request, 405, "not a POST");
    if (request.body.size() > limits::slack_body_bytes) return refuse(request, 413, "too large");
    const std::string_view expected = *about == route::events ? std::string_view("application/json")
                                                              : "application/x-www-form-urlencoded";
    if (!http::equal_without_case(detail::media_type(request.headers.get("Content-Type")),
                                  expected))
        return refuse(request, 415, "another content type");

    delivery received = door_.read(*about, request);
    if (auto* const line = std::get_if<authentic<said>>(&received)) {
        if ((*line)->way == answer_way::in_response)
            if (const std::optional<reply> answer = inbox_.answer_at_once(*line))
                return detail::with_body("application/json", responses_.text(*answer));
        return std::move(*line);
    }
    if (auto* const press = std::get_if<authentic<clicked>>(&received)) return std::move(*press);
    if (auto* const filled = std::get_if<authentic<submitted>>(&received))
        return std::move(*filled);
    if (auto* const typed = std::get_if<authentic<half_filled>>(&received))
        return std::move(*typed);
    if (const auto* const at = std::get_if<authentic<pointed_at>>(&received)) inbox_.point(*at);
    if (const auto* const by = std::get_if<authentic<opened_home>>(&received))
        inbox_.open_home(*by);
    if (auto* const question = std::get_if<handshake>(&received))
        return detail::with_body("text/plain", std::move(question->challenge));
    if (const auto* const wrong = std::get_if<refused>(&received))
        return refuse(request, wrong->status, wrong->why);
    return http::response{};
}

CHATOPS_INLINE http_answering http_endpoint::answer(const http::request& request) {
    step next = take(request);
    if (auto* const answer = std::get_if<http::response>(&next)) return std::move(*answer);
    return accept(std::move(next));
}

CHATOPS_INLINE asio::awaitable<http::response> http_endpoint::accept(step what) {
    http::response acknowledged;
    try {
        if (const auto* const line = std::get_if<authentic<said>>(&what)) {
            co_await inbox_.accept(*line);
        } else if (const auto* const press = std::get_if<authentic<clicked>>(&what)) {
            co_await inbox_.accept(*press);
        } else if (const auto* const typed = std::get_if<authentic<half_filled>>(&what)) {
            const std::vector<form_choice> offered = co_await inbox_.suggest(*typed);
            acknowledged = detail::with_body("application/json", suggestion_answer(offered));
        } else {
            const form_outcome outcome =
                co_await inbox_.accept(std::get<authentic<submitted>>(what));
            std::string body = submission_answer(outcome);
            if (!body.empty())
                acknowledged = detail::with_body("application/json", std::move(body));
        }
    } catch (const std::exception& failure) {
        log_.error("slack delivery not accepted", {{"why", failure.what()}});
        acknowledged.status = 503;
    }
    co_return acknowledged;
}

} // namespace chatops::slack
