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

/// The address as it is, as the document has it: a job repeats it so, and is known by it.
CHATOPS_INLINE std::string pointers_path(const dns_device& of) {
    return "/rdns/" + percent_encode(of.service) + "?href=" + of.href;
}

// Source: methods/post-add-ptr-records, put-update-ptr-records.
CHATOPS_INLINE std::string pointers_body(const dns_device& of, const pointer_order& what) {
    boost::json::array records;
    records.push_back(json::write(what));
    boost::json::object list;
    list["records"] = std::move(records);
    boost::json::object body;
    body["recordsList"] = std::move(list);
    body["link"] = boost::json::object{{"content", ""}, {"href", of.href}, {"rel", of.service}};
    return json::text(body);
}

} // namespace detail

CHATOPS_INLINE dns_order make_domain(const domain_order& what) {
    return {"POST", "/domains", detail::one_in_list("domains", json::write(what))};
}

CHATOPS_INLINE dns_order change_domain(const std::string& domain_id, const domain_change& what) {
    return {"PUT", detail::domain_path(domain_id), json::text(json::write(what))};
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

CHATOPS_INLINE dns_order make_pointer(const dns_device& of, const pointer_order& what) {
    return {"POST", "/rdns", detail::pointers_body(of, what)};
}

CHATOPS_INLINE dns_order change_pointer(const dns_device& of, const pointer_order& what) {
    return {"PUT", "/rdns", detail::pointers_body(of, what)};
}

CHATOPS_INLINE dns_order end_pointer(const dns_device& of, const std::string& address) {
    return {"DELETE", detail::pointers_path(of) + "&ip=" + address, {}};
}

} // namespace chatops::rackspace
