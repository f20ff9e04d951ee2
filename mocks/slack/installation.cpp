#include "mocks/slack/installation.hpp"

#include "chatops/core/base64.hpp"
#include "mocks/common/text.hpp"
#include "mocks/slack/limits.hpp"

#include <algorithm>
#include <chrono>
#include <utility>

namespace chatops::mocks::slack {

namespace {

http::response error_page(std::string_view why) {
    http::response made;
    made.status = 400;
    made.headers.set("Content-Type", "text/html; charset=utf-8");
    made.body = "<!DOCTYPE html><html><body><h1>Something went wrong</h1><p>" + std::string(why) +
                "</p></body></html>\n";
    return made;
}

/// Source: Slack, "Installing with OAuth": a subset of a configured address will do.
bool is_allowed(const seed_app& app, std::string_view url) {
    return std::any_of(
        app.redirect_urls.begin(), app.redirect_urls.end(), [&](const std::string& each) {
            return url.rfind(each, 0) == 0 && (url.size() == each.size() || each.back() == '/' ||
                                               url[each.size()] == '/' || url[each.size()] == '?');
        });
}

std::vector<std::string> scopes_in(std::string_view text) {
    std::vector<std::string> made;
    while (!text.empty()) {
        const auto end = text.find_first_of(", ");
        if (end != 0) made.emplace_back(text.substr(0, end));
        if (end == std::string_view::npos) break;
        text.remove_prefix(end + 1);
    }
    return made;
}

} // namespace

http::response answer_authorize(parts& in, const http::request& what, sim::moment when) {
    const seed_app& app = in.data.setup().app;
    const form query = read_form(what.query());
    if (what.method != "GET") return error_page("Use GET.");
    if (app.client_id.empty() || field(query, "client_id") != app.client_id)
        return error_page("Invalid client_id parameter");
    std::string back(field(query, "redirect_uri"));
    const std::string given = back;
    if (back.empty() && !app.redirect_urls.empty()) back = app.redirect_urls.front();
    if (!is_allowed(app, back)) return error_page("redirect_uri did not match any configured URIs");
    std::vector<std::string> scopes = scopes_in(field(query, "scope"));
    const bool is_denied = field(query, "mock_deny") == "1";
    if (scopes.empty() && !is_denied) return error_page("No scopes requested");
    std::string target = back + (back.find('?') == std::string::npos ? "?" : "&");
    target +=
        is_denied
            ? std::string("error=access_denied")
            : "code=" + form_encoded(in.rights.new_code({{}, given, std::move(scopes)}, when.now));
    target += "&state=" + form_encoded(field(query, "state"));
    http::response made;
    made.status = 302;
    made.headers.set("Location", target);
    return made;
}

void check_client(const seed_app& app, const http::request& what, const arguments& args) {
    std::string id = args.text("client_id");
    std::string secret_text = args.text("client_secret");
    const std::string_view header = what.headers.get("Authorization");
    if (header.size() > 6 && http::equal_without_case(header.substr(0, 6), "Basic ")) {
        const std::string pair = from_base64(header.substr(6)).value_or("");
        const auto colon = pair.find(':');
        id = percent_decoded(pair.substr(0, colon));
        secret_text = colon == std::string::npos ? std::string() : pair.substr(colon + 1);
    }
    if (app.client_id.empty() || id != app.client_id) throw refusal("invalid_client_id");
    if (secret_text != app.client_secret) throw refusal("bad_client_secret");
}

object oauth_v2_access(call& asked) {
    const std::string kind = asked.args.text("grant_type");
    seed& setup = asked.in.data.setup();
    if (kind == "refresh_token")
        asked.in.rights.use_refresh_token(asked.args.text("refresh_token"));
    else if (kind.empty() || kind == "authorization_code")
        setup.app.scopes = asked.in.rights.use_code(
            asked.args.text("code"), asked.args.text("redirect_uri"), asked.when.now);
    else
        throw refusal("invalid_grant_type");
    object answer;
    answer["app_id"] = text_value(setup.app.id);
    answer["authed_user"] = object{{"id", text_value(asked.in.data.users().front().id)}};
    answer["scope"] = text_value(scope_list(setup.app.scopes));
    answer["token_type"] = "bot";
    if (setup.app.token_rotation) {
        const rotating_token made = asked.in.rights.new_token(asked.when.now);
        answer["access_token"] = text_value(made.access);
        answer["refresh_token"] = text_value(made.refresh);
        answer["expires_in"] = std::chrono::seconds(limits::token_hours).count();
    } else {
        answer["access_token"] = text_value(setup.app.bot_token);
    }
    answer["bot_user_id"] = text_value(setup.app.bot_user_id);
    answer["team"] =
        object{{"id", text_value(setup.team_id)}, {"name", text_value(setup.team_name)}};
    answer["enterprise"] = nullptr;
    answer["is_enterprise_install"] = false;
    return answer;
}

} // namespace chatops::mocks::slack
