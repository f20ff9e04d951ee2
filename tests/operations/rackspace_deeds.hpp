// A line of each of Rackspace's commands that change something, and what must be so before.
#pragma once

#include "tests/operations/rackspace_networks.hpp"

#include <boost/json/object.hpp>

#include <string>
#include <vector>

namespace chatops::operations {

namespace detail {

inline void prepare_trial(support::rackspace_bench& at) {
    at.ask("POST", "/servers/" + at.id_of("web-1") + "/action",
           R"({"resize":{"flavorRef":"general1-4"}})");
    at.pass(std::chrono::minutes(3));
}
inline void prepare_rescue(support::rackspace_bench& at) {
    at.ask("POST", "/servers/" + at.id_of("web-1") + "/action", R"({"rescue":"none"})");
    at.pass(std::chrono::minutes(1));
}
inline void prepare_metadata(support::rackspace_bench& at) {
    at.ask("POST", "/servers/" + at.id_of("web-1") + "/metadata",
           R"({"metadata":{"client":"acme","chatops":"chatops-a1b2c3d4"}})");
}
inline void prepare_lock(support::rackspace_bench& at) {
    at.ask("POST", "/servers/" + at.id_of("web-1") + "/action", R"({"lock":null})");
}
inline void prepare_disabled_node(support::rackspace_bench& at) {
    at.ask_network("PUT", "/loadbalancers/71007/nodes/410014",
                   R"({"node":{"condition":"DISABLED"}})");
    at.pass(std::chrono::minutes(1));
}
inline void prepare_denied_address(support::rackspace_bench& at) {
    at.ask_network("POST", "/loadbalancers/71007/accesslist",
                   R"({"accessList":[{"address":"203.0.113.66","type":"DENY"}]})");
    at.pass(std::chrono::minutes(1));
}
inline void prepare_pointer(support::rackspace_bench& at) {
    const std::string id = at.id_of("web-1");
    const auto shown = at.get("/servers/" + id);
    const std::string body =
        R"({"recordsList":{"records":[{"type":"PTR","name":"mail.acme.example",)"
        R"("data":"192.0.2.1"}]},"link":{"rel":"cloudServersOpenStack","href":")" +
        std::string(shown.at_pointer("/server/links/0/href").as_string()) + "\"}}";
    at.ask_network("POST", "/rdns", body);
    at.pass(std::chrono::minutes(1));
}

} // namespace detail

inline support::rackspace_deed of_servers(const std::string& line,
                                          const std::string& method = "POST",
                                          bool may_repeat = false,
                                          void (*prepare)(support::rackspace_bench&) = nullptr) {
    return {line, method, may_repeat, mocks::rackspace::agency_account(), "/v2/*", prepare};
}
inline support::rackspace_deed of_balancers(const std::string& line, const std::string& method,
                                            void (*prepare)(support::rackspace_bench&) = nullptr) {
    return {line, method, false, with_balancers(), "/v1.0/*", prepare};
}
inline support::rackspace_deed of_zones(const std::string& line, const std::string& method,
                                        void (*prepare)(support::rackspace_bench&) = nullptr) {
    return {line, method, false, with_zones(), "/v1.0/*", prepare};
}

inline const std::string some_other_key =
    "ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIB8eHRwbGhkYFxYVFBMSERAPDg0MCwoJCAcGBQQDAgEA ada@laptop";

inline std::vector<support::rackspace_deed> rackspace_server_deeds() {
    return {
        of_servers("rackspace server create web-3 --flavor general1-2 --image \"Debian 12 "
                   "(Bookworm) (Cloud)\" --key lead --metadata client=acme"),
        of_servers("rackspace server reboot web-1"),
        of_servers("rackspace server start old-1"),
        of_servers("rackspace server stop web-1"),
        of_servers("rackspace server resize web-1 general1-4"),
        of_servers("rackspace server confirm web-1", "POST", false, detail::prepare_trial),
        of_servers("rackspace server revert web-1", "POST", false, detail::prepare_trial),
        of_servers("rackspace server rename web-1 web-old", "PUT", true),
        of_servers("rackspace server lock web-1", "POST", true),
        of_servers("rackspace server unlock web-1", "POST", true, detail::prepare_lock),
        of_servers("rackspace metadata set web-1 client=acme 'stage=the last'", "POST", true),
        of_servers("rackspace metadata remove web-1 client", "DELETE", true,
                   detail::prepare_metadata),
        of_servers("rackspace server snapshot web-1"),
        of_servers("rackspace server rebuild web-1 \"Debian 12 (Bookworm) (Cloud)\""),
        of_servers("rackspace server rescue web-1 a-long-password"),
        of_servers("rackspace server unrescue web-1", "POST", false, detail::prepare_rescue),
        of_servers("rackspace server password web-1 a-long-password"),
        of_servers("rackspace server destroy web-1", "DELETE"),
        of_servers("rackspace image destroy 'web-1 before relaunch'", "DELETE"),
        of_servers("rackspace key add ada " + some_other_key, "POST", true),
        of_servers("rackspace key remove lead", "DELETE", true),
    };
}

inline std::vector<support::rackspace_deed> rackspace_balancer_deeds() {
    return {
        of_balancers("rackspace load-balancer create shop http --node web-1:8080", "POST"),
        of_balancers("rackspace load-balancer change front --algorithm least-connections", "PUT"),
        of_balancers("rackspace load-balancer add front db-1:80 --weight 5", "POST"),
        of_balancers("rackspace load-balancer remove front web-2", "DELETE"),
        of_balancers("rackspace load-balancer node front web-2 --role secondary", "PUT"),
        of_balancers("rackspace load-balancer enable front web-2", "PUT",
                     detail::prepare_disabled_node),
        of_balancers("rackspace load-balancer disable front web-2", "PUT"),
        of_balancers("rackspace load-balancer drain front web-2", "PUT"),
        of_balancers("rackspace load-balancer monitor front http --path /up", "PUT"),
        of_balancers("rackspace load-balancer monitor front off", "DELETE"),
        of_balancers("rackspace load-balancer allow front 203.0.113.7", "POST"),
        of_balancers("rackspace load-balancer deny front 203.0.113.7", "POST"),
        of_balancers("rackspace load-balancer forget front 203.0.113.66", "DELETE",
                     detail::prepare_denied_address),
        of_balancers("rackspace load-balancer add-address front", "POST"),
        of_balancers("rackspace load-balancer remove-address front 198.51.100.110", "DELETE"),
        of_balancers("rackspace load-balancer destroy front", "DELETE"),
    };
}

inline std::vector<support::rackspace_deed> rackspace_zone_deeds() {
    return {
        of_zones("rackspace domain create globex.example ops@globex.example", "POST"),
        of_zones("rackspace domain change acme.example --ttl 30m", "PUT"),
        of_zones("rackspace domain destroy acme.example", "DELETE"),
        of_zones("rackspace record create acme.example A api 203.0.113.8", "POST"),
        of_zones("rackspace record change acme.example www --data 203.0.113.8", "PUT"),
        of_zones("rackspace record destroy acme.example www", "DELETE"),
        of_zones("rackspace pointer create web-1 mail.acme.example", "POST"),
        of_zones("rackspace pointer change web-1 smtp.acme.example", "PUT",
                 detail::prepare_pointer),
        of_zones("rackspace pointer destroy web-1", "DELETE", detail::prepare_pointer),
    };
}

inline std::vector<support::rackspace_deed> all_rackspace_deeds() {
    std::vector<support::rackspace_deed> all = rackspace_server_deeds();
    for (const auto& more : {rackspace_balancer_deeds(), rackspace_zone_deeds()})
        all.insert(all.end(), more.begin(), more.end());
    return all;
}

} // namespace chatops::operations
