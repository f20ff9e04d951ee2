#pragma once

#include "chatops/core/ascii.hpp"
#include "chatops/core/json.hpp"
#include "chatops/core/url.hpp"
#include "chatops/http/recording.hpp"

#include <algorithm>
#include <array>
#include <string_view>

namespace chatops::http {

namespace detail {

inline constexpr std::string_view hidden = "[hidden]";

/// Whether what bears that name is a credential. `X-Auth-Token`, `apiKey` and `api_key` are all
/// seen.
CHATOPS_INLINE bool names_a_secret(std::string_view name) {
    static constexpr std::array<std::string_view, 14> words{
        "token",         "password",  "secret",     "apikey",     "adminpass",
        "authorization", "cookie",    "signature",  "insertkey",  "ticket",
        "licensekey",    "accesskey", "privatekey", "responseurl"};
    std::string bare;
    for (const char each : name)
        if (each != '-' && each != '_') bare += lower(each);
    return std::any_of(words.begin(), words.end(),
                       [&](std::string_view word) { return bare.find(word) != std::string::npos; });
}

/// What may be shown of a URL: a WebSocket's and a webhook's path are the credential themselves.
CHATOPS_INLINE std::string shown_url(std::string_view url) {
    const auto scheme = url.find("://");
    if (scheme == std::string_view::npos) return std::string(url);
    const auto path = std::min(url.find('/', scheme + 3), url.size());
    const std::string_view host = url.substr(scheme + 3, path - scheme - 3);
    const bool all = url.substr(0, 2) == "ws" || host.substr(0, 6) == "hooks.";
    std::string shown(url.substr(0, scheme + 3));
    if (const auto user = host.find('@'); user != std::string_view::npos) {
        shown += hidden;
        shown += host.substr(user);
    } else {
        shown += host;
    }
    if (all) return shown.append("/").append(hidden);
    const std::string_view rest = url.substr(path);
    const auto query = rest.find('?');
    shown += rest.substr(0, query);
    if (query != std::string_view::npos) shown.append("?").append(hidden);
    return shown;
}

CHATOPS_INLINE void hide_in(boost::json::value& value, bool secret) {
    if (auto* const text = value.if_string()) {
        if (secret && !text->empty()) text->assign(hidden.data(), hidden.size());
        const std::string_view view(text->data(), text->size());
        if (view.find("://") < 6) *text = shown_url(view);
    } else if (auto* const list = value.if_array()) {
        for (boost::json::value& each : *list) hide_in(each, secret);
    } else if (auto* const object = value.if_object()) {
        for (auto& each : *object)
            hide_in(each.value(), secret || names_a_secret({each.key().data(), each.key().size()}));
    }
}

/// A form or a query; one that cannot be read is hidden whole.
CHATOPS_INLINE std::string shown_form(std::string_view text) {
    auto fields = form_decode(text);
    if (!fields) return std::string(hidden);
    for (auto& [name, value] : *fields) {
        if (names_a_secret(name)) {
            value = hidden;
        } else if (auto inner = json::parse(value); inner && inner->is_object()) {
            hide_in(*inner, false); // Slack's interactions are JSON in a form.
            value = json::text(*inner);
        }
    }
    return form_encode(*fields);
}

CHATOPS_INLINE fields shown_headers(const fields& headers) {
    fields shown;
    for (const auto& [name, value] : headers)
        shown.add(name, names_a_secret(name)               ? std::string(hidden)
                        : value.find("://") < value.size() ? shown_url(value)
                                                           : value);
    return shown;
}

CHATOPS_INLINE void hide_in_body(std::string& body, std::string_view type, bool all) {
    if (body.empty()) return;
    const auto is = [&](std::string_view word) {
        return type.find(word) != std::string_view::npos;
    };
    if (is("x-www-form-urlencoded")) {
        body = shown_form(body);
    } else if (auto value = json::parse(body)) {
        hide_in(*value, all);
        body = json::text(*value);
    } else if (is("json") || all) {
        body = "[" + std::to_string(body.size()) + " bytes that are not JSON]";
    }
}

} // namespace detail

CHATOPS_INLINE void hide_credentials(recorded_exchange& shown) {
    const std::string path(shown.what.path());
    const bool variables = path.find("/config-vars") != std::string::npos;
    const std::string query(shown.what.query());
    std::string url = detail::shown_url(shown.what.url);
    if (!query.empty()) {
        url.erase(std::min(url.find('?'), url.size()));
        if (url.find(detail::hidden) == std::string::npos) url += '?' + detail::shown_form(query);
    }
    detail::hide_in_body(shown.what.body, shown.what.headers.get("Content-Type"), variables);
    detail::hide_in_body(shown.answer.body, shown.answer.headers.get("Content-Type"), variables);
    shown.what.url = std::move(url);
    shown.what.headers = detail::shown_headers(shown.what.headers);
    shown.answer.headers = detail::shown_headers(shown.answer.headers);
}

CHATOPS_INLINE recorded_exchange recording::begun(const request& what) const {
    recorded_exchange seen;
    seen.sent = time_.now();
    seen.what = what;
    seen.answer.status = 0;
    return seen;
}

CHATOPS_INLINE asio::awaitable<response> recording::send(const request& what, time_point deadline) {
    recorded_exchange seen = begun(what);
    std::exception_ptr failure;
    try {
        seen.answer = co_await inner_.send(what, deadline);
    } catch (const unavailable& silent) {
        failure = std::current_exception();
        seen.failure = silent.what();
    }
    response answer = seen.answer;
    note(seen);
    if (failure) std::rethrow_exception(failure);
    co_return answer;
}

CHATOPS_INLINE asio::awaitable<std::unique_ptr<socket>> recording::connect(const std::string& url,
                                                                           time_point deadline) {
    return inner_.connect(url, deadline);
}

CHATOPS_INLINE asio::awaitable<std::unique_ptr<stream>> recording::open(const request& what,
                                                                        time_point deadline) {
    recorded_exchange seen = begun(what);
    std::exception_ptr failure;
    std::unique_ptr<stream> opened;
    try {
        opened = co_await inner_.open(what, deadline);
        seen.answer = opened->head();
    } catch (const unavailable& silent) {
        failure = std::current_exception();
        seen.failure = silent.what();
    }
    note(seen);
    if (failure) std::rethrow_exception(failure);
    co_return opened;
}

CHATOPS_INLINE void recording::note(recorded_exchange& ended) const {
    ended.took = time_.now() - ended.sent;
    hide_credentials(ended);
    show_(ended);
}

} // namespace chatops::http
