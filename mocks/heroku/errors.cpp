#include "mocks/heroku/errors.hpp"

#include <utility>

namespace chatops::mocks::heroku {

refused::refused(int status, std::string_view id, const std::string& message,
                 boost::json::object more)
    : std::runtime_error(message), status_(status), body_(std::move(more)) {
    body_["id"] = id;
    body_["message"] = message;
}

refused refused::with_header(std::string name, std::string text) && {
    header_name_ = std::move(name);
    header_text_ = std::move(text);
    return std::move(*this);
}

// Source: the texts are what interagent/committee answers, Heroku's own middleware.
refused bad_request(const std::string& message) { return {400, "bad_request", message}; }

// Source: seen in scala-vienna-web#35 and OneManager-php#432; the longer one in
// atmos/hubot-deploy-heroku test/cassettes/heroku_account.coffee.
refused unauthorized(bool no_credentials) {
    if (no_credentials)
        return {401, "unauthorized",
                "There were no credentials in your `Authorization` header. Try `Authorization: "
                "Bearer <OAuth access token>` or `Authorization: Basic <base64-encoded email + "
                "\":\" + password>`."};
    return {401, "unauthorized", "Invalid credentials provided."};
}

// Source: devcenter.heroku.com, "Platform API Reference", Error responses, says id and meaning; [?]
// for the text.
refused delinquent() {
    return {402, "delinquent",
            "The account has become delinquent as a result of non-payment, or its payment method "
            "must be confirmed to continue."};
}

// Source: heroku/hk's and heroku/identity's tests.
refused second_factor_required() {
    return refused(403, "two_factor", "A second factor is required.")
        .with_header("Heroku-Two-Factor-Required", "true");
}

// Source: heroku/cli, addons:create and its tests.
refused confirmation_required(const std::string& app) {
    return refused(423, "confirmation_required",
                   "This add-on is not automatically networked with this Private Space.")
        .with_header("X-Confirmation-Required", app);
}

refused not_found(std::string_view resource) {
    return {404,
            "not_found",
            "Couldn't find that " + std::string(resource) + ".",
            {{"resource", resource}}};
}

// Source: the text was seen by many (e.g. performant-software/dm-2#261), the status in
// heroku/hatchet#153.
refused no_process_type(std::string_view type) {
    return {404,
            "not_found",
            "Couldn't find that process type (" + std::string(type) + ").",
            {{"resource", "formation"}}};
}

refused no_such_endpoint() {
    return {404, "not_found",
            "The requested API endpoint was not found. Are you using the right HTTP verb (i.e. "
            "`GET` vs. `POST`), and did you specify your intended version with the `Accept` "
            "header?"};
}

// This one answer also has the legacy API's key, `error`. Source: interagent/http-api-design.
refused missing_version() {
    const std::string message = "Please specify a version along with Heroku's API MIME type. For "
                                "example, `Accept: application/vnd.heroku+json; version=3`.\n";
    return {406, "missing_version", message, {{"error", message}}};
}

refused precondition_failed() {
    return {412, "precondition_failed", "The resource has changed since you last received it."};
}

refused bad_range(const std::string& message) {
    return {416, "requested_range_not_satisfiable", message};
}

refused invalid_params(const std::string& message) { return {422, "invalid_params", message}; }

refused rate_limited() {
    return {429,
            "rate_limit",
            "Your account reached the API rate limit\nPlease wait a few minutes before making new "
            "requests",
            {{"url", "https://devcenter.heroku.com/articles/platform-api-reference#rate-limits"}}};
}

} // namespace chatops::mocks::heroku
