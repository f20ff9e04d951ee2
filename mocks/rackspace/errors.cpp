#include "mocks/rackspace/errors.hpp"

#include "mocks/rackspace/times.hpp"

namespace chatops::mocks::rackspace {

object refused::nested() const {
    object fault{{"code", status_}, {"message", std::string(what())}};
    if (details_) fault["details"] = text_value(*details_);
    // Source: docs-cloud-servers, general-api-info/faults.rst, overLimit.
    if (retry_at_) fault["retryAt"] = text_value(iso_time(*retry_at_));
    object made;
    made[element_] = std::move(fault);
    return made;
}

object refused::flat() const {
    object made;
    if (!validation_.empty()) {
        array messages;
        for (const std::string& each : validation_) messages.push_back(text_value(each));
        made["validationErrors"] = object{{"messages", std::move(messages)}};
    }
    made["message"] = text_value(what());
    made["code"] = status_;
    if (details_) made["details"] = text_value(*details_);
    return made;
}

refused bad_request(const std::string& message) { return {400, "badRequest", message}; }

// Source: Repose, which stands before every service of Rackspace's.
refused unauthorized() {
    return {401, "unauthorized",
            "No valid token provided. Please use the 'X-Auth-Token' header with a valid token."};
}

refused forbidden(const std::string& message) { return {403, "forbidden", message}; }

refused not_found() { return not_found("The resource could not be found."); }

refused not_found(const std::string& message) { return {404, "itemNotFound", message}; }

// Source: the element is openstack/nova's, api/openstack/wsgi.py, Fault.
refused method_not_allowed() {
    return {405, "badMethod", "The method is not allowed for this resource."};
}

refused conflict(const std::string& message) { return {409, "conflictingRequest", message}; }

// Source: docs-cloud-servers, general-api-info/faults.rst.
refused over_limit(time_point until) {
    return refused(413, "overLimit", "OverLimit Retry...")
        .with_details("Error Details...")
        .until(until);
}

refused bad_media_type() { return {415, "badMediaType", "Unsupported Content-Type"}; }

// Source: openstack/nova, api/openstack/wsgi.py.
refused compute_fault() {
    return {500, "computeFault",
            "Unexpected API Error. Please report this at http://bugs.launchpad.net/nova/ and "
            "attach the Nova API log if possible."};
}

} // namespace chatops::mocks::rackspace
