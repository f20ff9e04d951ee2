#include "mocks/rackspace/dns_zone.hpp"

#include "mocks/rackspace/dns_checks.hpp"

namespace chatops::mocks::rackspace {

bool is_under(std::string_view name, std::string_view domain) {
    return name.size() > domain.size() && name.substr(name.size() - domain.size()) == domain &&
           name[name.size() - domain.size() - 1] == '.';
}

dns_domain* dns_holdings::find_domain(std::string_view id) {
    for (dns_domain& each : domains)
        if (each.id == id) return &each;
    return nullptr;
}

dns_domain* dns_holdings::find_domain_named(std::string_view name) {
    for (dns_domain& each : domains)
        if (each.name == name) return &each;
    return nullptr;
}

dns_domain& dns_holdings::domain_of(std::string_view id) {
    dns_domain* const found = find_domain(id);
    if (found == nullptr) throw no_such_dns();
    return *found;
}

} // namespace chatops::mocks::rackspace
