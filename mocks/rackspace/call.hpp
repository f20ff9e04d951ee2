// One authentic request as its handler sees it, and what the handler answers.
#pragma once

#include "chatops/http/message.hpp"
#include "mocks/common/text.hpp"
#include "mocks/rackspace/place.hpp"
#include "mocks/rackspace/state.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace chatops::mocks::rackspace {

struct call {
    account_state& account;
    time_point now;
    const http::request& what;
    /// Its service, region, and the path after version and tenant.
    place where;
    /// What the answer is named by: `req-…`.
    std::string request_id;
    /// What stood in the path where the route has a `*`, decoded.
    std::vector<std::string> words;
    form query;
    /// Empty when no body came.
    object body;

    /// The parameter of that name in the query; empty when it is absent.
    std::string_view asked(std::string_view name) const { return field(query, name); }
    /// Where this service is reached, with version and tenant: `https://dfw.servers…/v2/123456`.
    std::string own_url() const {
        return service_url(what, where.of, where.region, account.region, account.tenant);
    }
};

struct answer {
    int status = 200;
    /// Null: the body is empty.
    value body = nullptr;
    http::fields headers = {};
};

} // namespace chatops::mocks::rackspace
