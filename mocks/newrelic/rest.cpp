#include "mocks/newrelic/rest.hpp"

#include "chatops/core/digest.hpp"
#include "mocks/common/paths.hpp"
#include "mocks/newrelic/call.hpp"
#include "mocks/newrelic/limits.hpp"
#include "mocks/newrelic/rest_call.hpp"
#include "mocks/newrelic/serving.hpp"

#include <algorithm>
#include <utility>

namespace chatops::mocks::newrelic {
namespace {

struct rest_route {
    std::string_view method;
    /// A `*` stands for one word; `.json` is left away.
    std::string_view path;
    rest_answer (*run)(const rest_call&);
};

constexpr rest_route routes[] = {
    {"GET", "/v2/applications", list_rest_applications},
    {"GET", "/v2/applications/*", show_rest_application},
    {"PUT", "/v2/applications/*", update_rest_application},
    {"DELETE", "/v2/applications/*", delete_rest_application},
    {"GET", "/v2/applications/*/metrics", list_metric_names},
    {"GET", "/v2/applications/*/metrics/data", show_metric_data},
    {"GET", "/v2/applications/*/hosts", list_rest_hosts},
    {"GET", "/v2/applications/*/hosts/*", show_rest_host},
    {"GET", "/v2/applications/*/instances", list_rest_instances},
    {"GET", "/v2/applications/*/instances/*", show_rest_instance},
    {"GET", "/v2/applications/*/deployments", list_rest_deployments},
    {"POST", "/v2/applications/*/deployments", create_rest_deployment},
    {"DELETE", "/v2/applications/*/deployments/*", delete_rest_deployment},
    {"GET", "/v2/alerts_incidents", list_rest_incidents},
    {"PUT", "/v2/alerts_incidents/*/acknowledge", acknowledge_rest_incident},
    {"PUT", "/v2/alerts_incidents/*/close", close_rest_incident},
    {"GET", "/v2/alerts_violations", list_rest_violations},
    {"GET", "/v2/alerts_events", list_rest_events},
    {"GET", "/v2/alerts_policies", list_rest_policies},
    {"POST", "/v2/alerts_policies", create_rest_policy},
    {"PUT", "/v2/alerts_policies/*", update_rest_policy},
    {"DELETE", "/v2/alerts_policies/*", delete_rest_policy},
};

std::string page_link(const rest_call& from, std::size_t page, std::string_view relation) {
    form query;
    for (const auto& [name, given] : from.query)
        if (name != "page") query.emplace_back(name, given);
    query.emplace_back("page", std::to_string(page));
    return "<" + base_url(from.what, "https://api.newrelic.com") + std::string(from.what.path()) +
           "?" + write_form(query) + ">; rel=\"" + std::string(relation) + "\"";
}

/// Source: docs.newrelic.com, "Pagination for API output": RFC 5988, only where there are pages.
void cut(rest_answer& whole, const rest_call& from, http::fields& headers) {
    array& all = whole.body[boost::json::string_view(whole.pages_of.data(), whole.pages_of.size())]
                     .get_array();
    const std::size_t last =
        std::max<std::size_t>(1, (all.size() + limits::page_rest - 1) / limits::page_rest);
    const auto asked = whole_number(from.asked("page")).value_or(1);
    const std::size_t page = asked < 1 ? 1 : static_cast<std::size_t>(asked);
    array shown;
    if (page <= last)
        for (std::size_t i = (page - 1) * limits::page_rest;
             i < std::min(page * limits::page_rest, all.size()); ++i)
            shown.push_back(std::move(all[i]));
    all = std::move(shown);
    std::string links;
    const auto add = [&](std::size_t to, std::string_view relation) {
        links += (links.empty() ? "" : ", ") + page_link(from, to, relation);
    };
    if (page > 1) {
        add(1, "first");
        add(std::min(page - 1, last), "prev");
    }
    if (page < last) add(page + 1, "next");
    if (page < last && whole.has_last) add(last, "last");
    if (!links.empty()) headers.set("Link", links);
}

http::response carried_out(rest_call& from, std::string_view path) {
    const std::vector<std::string_view> words = path_words(path);
    for (const rest_route& each : routes) {
        if (each.method != from.what.method || !path_matches(each.path, words)) continue;
        from.words = path_parameters(each.path, words);
        rest_answer made = each.run(from);
        http::fields links;
        if (!made.pages_of.empty()) cut(made, from, links);
        http::response sent = json_response(made.status, made.body);
        for (const auto& [name, text] : links) sent.headers.set(name, text);
        return sent;
    }
    return rest_refusal(404, "The requested path does not exist");
}

} // namespace

application& rest_call::app() const {
    application* const found = account.find_app_by_id(number(0));
    if (found == nullptr) throw rest_refused(404, "No application found with id " + words.at(0));
    return *found;
}

std::int64_t rest_call::number(std::size_t place) const {
    const auto given = whole_number(words.at(place));
    if (!given) throw rest_refused(404, "Not found: " + words.at(place));
    return *given;
}

object rest_call::body(std::string_view root) const {
    const auto read = object_body(what);
    const object* const given = read ? object_of(*read, root) : nullptr;
    if (given == nullptr) throw rest_refused(422, "Missing " + std::string(root) + " in the body");
    return *given;
}

http::response rest_refusal(int status, std::string_view title) {
    object error;
    error["title"] = text_value(title);
    object body;
    body["error"] = std::move(error);
    return json_response(status, body);
}

http::response serve_rest(account_state& account, const http::request& what, time_point now) {
    const std::string_view key = key_of(what);
    if (key.empty()) return rest_refusal(401, "No API key specified");
    if (!constant_time_equal(key, account.api_key))
        return rest_refusal(401, "The API key provided is invalid");
    // Without a word: "429 may have no detail".
    if (!account.calls.take(now, limits::rest_calls_a_minute)) return json_response(429, object{});
    std::string_view path = what.path();
    constexpr std::string_view extension = ".json";
    if (path.size() < extension.size() || path.substr(path.size() - extension.size()) != extension)
        return rest_refusal(404, "The requested path does not exist");
    path.remove_suffix(extension.size());
    rest_call from{account, now, what, {}, read_form(what.query())};
    try {
        return carried_out(from, path);
    } catch (const rest_refused& why) {
        return rest_refusal(why.status(), why.what());
    }
}

} // namespace chatops::mocks::newrelic
