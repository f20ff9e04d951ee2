#include "mocks/newrelic/serving.hpp"

#include "chatops/core/digest.hpp"
#include "chatops/core/time.hpp"
#include "mocks/common/json.hpp"
#include "mocks/newrelic/graphql_execution.hpp"
#include "mocks/newrelic/limits.hpp"
#include "mocks/newrelic/nerdgraph_schema.hpp"
#include "mocks/newrelic/resolving.hpp"
#include "mocks/newrelic/rest.hpp"

#include <utility>

namespace chatops::mocks::newrelic {
namespace {

/// Source: probed by others; of an account's key that is none, newrelic-client-go expects
/// `BAD_API_KEY` inside.
http::response unauthorized(std::string_view key) {
    object error;
    error["message"] = key.empty() ? "authentication required" : "Invalid API key";
    if (!key.empty()) error["extensions"] = object{{"error_code", "BAD_API_KEY"}};
    object body;
    body["errors"] = array{std::move(error)};
    return json_response(key.empty() ? 401 : 200, body);
}

http::response refused_body(std::string_view message) {
    object error;
    error["message"] = text_value(message);
    object body;
    body["errors"] = array{std::move(error)};
    return json_response(400, body);
}

/// The seldom ways in which a request to NerdGraph is none.
std::optional<http::response> unreadable(const http::request& what, graphql::asked& to) {
    if (what.headers.get("Content-Type").substr(0, 19) == "application/graphql") {
        to.query = what.body;
        return std::nullopt;
    }
    auto read = json::parse(what.body, limits::body_bytes);
    if (!read || !read->is_object()) return refused_body("Invalid JSON in the request's body");
    const object& body = read->get_object();
    to.query = text_of(body, "query");
    to.operation_name = text_of(body, "operationName");
    const value* const variables = member(body, "variables");
    if (variables != nullptr && !variables->is_null()) {
        if (!variables->is_object()) return refused_body("variables must be a map of values");
        to.variables = variables->get_object();
    }
    if (to.query.empty()) return refused_body("No query document supplied");
    return std::nullopt;
}

http::response serve_nerdgraph(account_state& account, const http::request& what, time_point now) {
    const std::string_view key = key_of(what);
    if (key.empty() || !constant_time_equal(key, account.api_key)) return unauthorized(key);
    if (account.failing > 0) {
        --account.failing;
        return failing(200, "An error occurred resolving this field", account.failing_class);
    }
    graphql::asked asked;
    if (auto refused = unreadable(what, asked)) return *std::move(refused);
    return json_response(200,
                         graphql::answer(nerdgraph_schema(), asked, resolver_of(account, now)));
}

} // namespace

std::string_view key_of(const http::request& what) {
    for (const char* const name : {"Api-Key", "X-Api-Key"})
        if (const std::string_view key = what.headers.get(name); !key.empty()) return key;
    return {};
}

http::response failing(int status, std::string_view message, std::string_view error_class) {
    object error;
    error["message"] = text_value(message);
    error["extensions"] = object{{"errorClass", text_value(error_class)}};
    object body;
    body["errors"] = array{std::move(error)};
    return json_response(status, body);
}

http::response serve(account_state& account, const http::request& what, time_point now) {
    http::response made;
    if (what.path() != "/graphql")
        made = serve_rest(account, what, now);
    else if (what.method == "POST")
        made = serve_nerdgraph(account, what, now);
    else
        made = json_response(404, object{{"errors", array{object{{"message", "Not found"}}}}});
    made.headers.set("Date", format_http_time(now));
    return made;
}

} // namespace chatops::mocks::newrelic
