// Where each service is reached.
// Source: docs-cloud-identity, api-reference/methods/samples/auth-response.json.
#include "mocks/common/paths.hpp"
#include "mocks/rackspace/identity.hpp"

namespace chatops::mocks::rackspace {
namespace {

object endpoint(const call& from, service of, std::string_view region) {
    const std::string url =
        service_url(from.what, of, region, from.account.region, from.account.tenant);
    object made{{"tenantId", text_value(from.account.tenant)}, {"publicURL", text_value(url)}};
    // That of DNS is everywhere.
    if (!region.empty()) made["region"] = text_value(region);
    if (of == service::servers) {
        const std::string version = url.substr(0, url.rfind('/'));
        made["versionId"] = "2";
        made["versionInfo"] = text_value(version);
        made["versionList"] = text_value(version.substr(0, version.rfind('/') + 1));
    }
    return made;
}

object service_entry(const call& from, service of, std::string_view name, std::string_view type) {
    array endpoints;
    if (of == service::dns)
        endpoints.push_back(endpoint(from, of, ""));
    else
        for (const std::string_view each : regions) endpoints.push_back(endpoint(from, of, each));
    return object{{"name", text_value(name)},
                  {"type", text_value(type)},
                  {"endpoints", std::move(endpoints)}};
}

} // namespace

array service_catalogue(const call& from) {
    return {service_entry(from, service::servers, "cloudServersOpenStack", "compute"),
            service_entry(from, service::images, "cloudImages", "image"),
            service_entry(from, service::load_balancers, "cloudLoadBalancers", "rax:load-balancer"),
            service_entry(from, service::dns, "cloudDNS", "rax:dns")};
}

} // namespace chatops::mocks::rackspace
