#include "mocks/sentry/errors.hpp"

#include "mocks/common/json.hpp"

namespace chatops::mocks::sentry {

refused::refused(int status, const std::string& detail)
    : std::runtime_error(detail), status_(status), body_({{"detail", detail}}) {}

refused::refused(int status, boost::json::object body)
    : std::runtime_error("refused"), status_(status), body_(std::move(body)) {}

refused bad_request(const std::string& detail) { return {400, detail}; }

// Source: getsentry/sentry, api/helpers/group_index: InvalidSearchQuery becomes this.
refused bad_search(const std::string& why) { return {400, "Error parsing search query: " + why}; }

refused invalid_field(std::string_view field, const std::string& why) {
    object body;
    body[boost::json::string_view(field.data(), field.size())] = array{text_value(why)};
    return {400, std::move(body)};
}

refused invalid_status_detail(std::string_view name, const std::string& why) {
    object inner;
    inner[boost::json::string_view(name.data(), name.size())] = array{text_value(why)};
    return {400, object{{"statusDetails", std::move(inner)}}};
}

// Source: rest_framework's own texts; the second is that of sentry/api/authentication.py.
refused unauthorized(bool no_credentials) {
    return {401,
            no_credentials ? "Authentication credentials were not provided." : "Invalid token"};
}

refused forbidden() { return {403, "You do not have permission to perform this action."}; }

// Source: sentry/api/exceptions.py, ResourceDoesNotExist.
refused not_found() { return {404, "The requested resource does not exist"}; }

refused method_not_allowed(std::string_view method) {
    return {405, "Method \"" + std::string(method) + "\" not allowed."};
}

// Source: sentry/middleware/ratelimit.py, DEFAULT_ERROR_MESSAGE.
refused rate_limited(int requests, long long seconds) {
    return {429, "You are attempting to use this endpoint too frequently. Limit is " +
                     std::to_string(requests) + " requests in " + std::to_string(seconds) +
                     " seconds"};
}

} // namespace chatops::mocks::sentry
