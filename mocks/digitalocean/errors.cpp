#include "mocks/digitalocean/errors.hpp"

namespace chatops::mocks::digitalocean {

// Source of the texts: digitalocean/openapi, specification/shared/responses and models/error.yml.

refused bad_request() { return {400, "bad_request", "error parsing request body"}; }

refused unauthorized() { return {401, "unauthorized", "Unable to authenticate you."}; }

// Source: description.yml, Example Error Response.
refused forbidden() {
    return {403, "forbidden", "You do not have access for the attempted action."};
}

// Source: as it was seen in digitalocean/droplet_kit#94.
refused not_found() {
    return {404, "not_found", "The resource you were accessing could not be found."};
}

// [?] The text; the specification has no 405.
refused method_not_allowed() {
    return {405, "method_not_allowed", "The method is not allowed for this resource."};
}

refused conflict(const std::string& message) { return {409, "conflict", message}; }

refused precondition_failed(const std::string& message) {
    return {412, "precondition_failed", message};
}

refused unprocessable(const std::string& message) { return {422, "unprocessable_entity", message}; }

refused too_many_requests() { return {429, "too_many_requests", "API Rate limit exceeded."}; }

refused server_error() { return {500, "server_error", "Unexpected server-side error"}; }

} // namespace chatops::mocks::digitalocean
