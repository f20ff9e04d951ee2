#include "mocks/heroku/drains.hpp"

#include "mocks/heroku/handlers.hpp"
#include "mocks/heroku/views.hpp"

#include <algorithm>
#include <array>

namespace chatops::mocks::heroku {
namespace {

log_drain& drain_of(app& of, std::string_view identity) {
    for (log_drain& each : of.drains)
        if (each.id == identity || each.url == identity || each.token == identity) return each;
    throw not_found("log drain");
}

/// Whether it begins with one of these, and something follows.
template <std::size_t Count>
bool has_scheme(std::string_view url, const std::array<std::string_view, Count>& schemes) {
    return std::any_of(schemes.begin(), schemes.end(), [&](std::string_view each) {
        return url.size() > each.size() && url.substr(0, each.size()) == each;
    });
}

/// Source: devcenter.heroku.com, "Log Drains"; [?] for the texts.
std::string checked_drain_url(const call& from, const app& of) {
    std::string url = required_text(from.body, "url");
    if (!has_scheme(url, std::array<std::string_view, 4>{"https://", "http://", "syslog://",
                                                         "syslog+tls://"}))
        throw invalid_params("Url is invalid");
    for (const log_drain& each : of.drains)
        if (each.url == url) throw invalid_params("Url has already been taken");
    return url;
}

webhook& webhook_of(app& of, std::string_view id) {
    for (webhook& each : of.webhooks)
        if (each.id == id) return each;
    throw not_found("webhook");
}

/// Source: devcenter.heroku.com, "App Webhooks".
constexpr std::string_view webhook_events[] = {
    "api:addon-attachment", "api:addon",     "api:app",     "api:build",        "api:collaborator",
    "api:domain",           "api:formation", "api:release", "api:sni-endpoint", "dyno"};

/// Takes over what is given. [?] for the texts.
void take_over(webhook& which, const object& body) {
    if (const auto url = text_parameter(body, "url")) {
        if (!has_scheme(*url, std::array<std::string_view, 2>{"https://", "http://"}))
            throw invalid_params("Url is invalid");
        which.url = *url;
    }
    if (const auto level = text_parameter(body, "level")) {
        if (*level != "notify" && *level != "sync")
            throw invalid_params("Level is not included in the list");
        which.level = *level;
    }
    const array* const include = array_of(body, "include");
    if (include == nullptr) return;
    std::vector<std::string> events;
    for (const value& each : *include) {
        const std::string event =
            each.is_string() ? std::string(view(each.get_string())) : std::string();
        const auto* const end = std::end(webhook_events);
        if (std::find(std::begin(webhook_events), end, event) == end)
            throw invalid_params("Include is invalid");
        events.push_back(event);
    }
    which.include = std::move(events);
}

} // namespace

answer list_drains(call& from) {
    return {200, show_all(from.of().drains, from.of()), {"id", "updated_at"}};
}

answer show_drain(call& from) {
    app& of = from.of();
    return {200, show(drain_of(of, from.words[1]), of)};
}

answer create_drain(call& from) {
    app& of = from.of();
    log_drain made;
    made.url = checked_drain_url(from, of);
    made.id = from.account.new_id();
    made.token = "d." + from.account.new_id();
    made.created_at = from.now;
    of.drains.push_back(std::move(made));
    return {201, show(of.drains.back(), of)};
}

answer delete_drain(call& from) {
    app& of = from.of();
    log_drain& which = drain_of(of, from.words[1]);
    // Source: schema.json; [?] for status and text.
    if (which.addon_id)
        throw invalid_params("Log drains added by add-ons can only be removed by removing the "
                             "add-on.");
    object last = show(which, of);
    of.drains.erase(of.drains.begin() + (&which - of.drains.data()));
    return {200, std::move(last)};
}

answer list_webhooks(call& from) { return {200, show_all(from.of().webhooks, from.of()), {"id"}}; }

answer show_webhook(call& from) {
    app& of = from.of();
    return {200, show(webhook_of(of, from.words[1]), of)};
}

/// Without a secret to sign with, Heroku makes one up and says it once.
/// Source: devcenter.heroku.com, "App Webhooks", Verifying messages.
answer create_webhook(call& from) {
    app& of = from.of();
    webhook made;
    for (const char* const needed : {"url", "level"}) required_text(from.body, needed);
    take_over(made, from.body);
    if (made.include.empty()) throw invalid_params("Missing required parameter: `include`.");
    made.id = from.account.new_id();
    made.created_at = made.updated_at = from.now;
    of.webhooks.push_back(std::move(made));
    answer done{201, show(of.webhooks.back(), of)};
    if (!text_parameter(from.body, "secret")) {
        constexpr std::size_t secret_characters = 58;
        done.headers.add("Heroku-Webhook-Secret", from.account.chance().word(secret_characters));
    }
    return done;
}

answer update_webhook(call& from) {
    app& of = from.of();
    webhook& which = webhook_of(of, from.words[1]);
    webhook changed = which;
    take_over(changed, from.body);
    changed.updated_at = from.now;
    which = std::move(changed);
    return {200, show(which, of)};
}

answer delete_webhook(call& from) {
    app& of = from.of();
    webhook& which = webhook_of(of, from.words[1]);
    object last = show(which, of);
    of.webhooks.erase(of.webhooks.begin() + (&which - of.webhooks.data()));
    return {200, std::move(last)};
}

} // namespace chatops::mocks::heroku
