#pragma once

#include "chatops/core/json.hpp"
#include "chatops/core/url.hpp"
#include "chatops/provider/rackspace/dns_types.hpp"

#include <boost/json/array.hpp>
#include <boost/json/object.hpp>

#include <utility>

namespace chatops::rackspace {

namespace detail {

CHATOPS_INLINE std::string one_in_list(const char* list, boost::json::value what) {
    boost::json::array all;
    all.push_back(std::move(what));
    boost::json::object body;
    body[list] = std::move(all);
    return json::text(body);
}

CHATOPS_INLINE std::string domain_path(const std::string& id) {
    return "/domains/" + percent_encode(id);
}

} // namespace detail

CHATOPS_INLINE dns_order make_domain(const domain_order& what) {
    return {"POST", "/domains", detail::one_in_list("domains", json::write(what))};
}

CHATOPS_INLINE dns_order end_domain(const std::string& domain_id) {
    return {"DELETE", detail::domain_path(domain_id), {}};
}

CHATOPS_INLINE dns_order make_record(const std::string& domain_id, const record_order& what) {
    return {"POST", detail::domain_path(domain_id) + "/records",
            detail::one_in_list("records", json::write(what))};
}

CHATOPS_INLINE dns_order change_record(const std::string& domain_id, const std::string& record_id,
                                       const record_order& what) {
    return {"PUT", detail::domain_path(domain_id) + "/records/" + percent_encode(record_id),
            json::text(json::write(what))};
}

CHATOPS_INLINE dns_order end_record(const std::string& domain_id, const std::string& record_id) {
    return {"DELETE", detail::domain_path(domain_id) + "/records/" + percent_encode(record_id), {}};
}

} // namespace chatops::rackspace
