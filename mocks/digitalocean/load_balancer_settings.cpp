#include "mocks/digitalocean/load_balancer_settings.hpp"

#include <algorithm>

namespace chatops::mocks::digitalocean {
namespace {

// [?] The texts in this file. Source of the rules: resources/load_balancers/models.

std::string protocol_in(const object& rule, std::string_view member,
                        std::initializer_list<std::string_view> allowed) {
    std::string given = lower(text_parameter(rule, member).value_or(""));
    if (std::find(allowed.begin(), allowed.end(), given) == allowed.end())
        throw unprocessable(std::string(member) + " is invalid");
    return given;
}

std::int64_t number_within(const object& in, std::string_view member, std::int64_t otherwise,
                           std::int64_t least, std::int64_t most) {
    const std::int64_t number = number_parameter(in, member).value_or(otherwise);
    if (number < least || number > most)
        throw unprocessable(std::string(member) + " must be between " + std::to_string(least) +
                            " and " + std::to_string(most));
    return number;
}

object rule_in(const value& given) {
    if (!given.is_object()) throw unprocessable("forwarding_rules is invalid");
    const object& rule = given.get_object();
    const std::string entry =
        protocol_in(rule, "entry_protocol", {"http", "https", "http2", "http3", "tcp", "udp"});
    const std::string target =
        protocol_in(rule, "target_protocol", {"http", "https", "http2", "tcp", "udp"});
    const std::string certificate = text_parameter(rule, "certificate_id").value_or("");
    const bool passthrough = flag_parameter(rule, "tls_passthrough").value_or(false);
    if ((entry == "udp") != (target == "udp"))
        throw unprocessable("udp must be both entry_protocol and target_protocol");
    const bool is_encrypted = entry == "https" || entry == "http2" || entry == "http3";
    if (is_encrypted && certificate.empty() && !passthrough)
        throw unprocessable("certificate_id or tls_passthrough is required for " + entry);
    if (passthrough && (!is_encrypted || entry != target))
        throw unprocessable("tls_passthrough requires the same encrypted protocol on both sides");
    return {{"entry_protocol", entry},
            {"entry_port", number_within(rule, "entry_port", 0, 1, 65'535)},
            {"target_protocol", target},
            {"target_port", number_within(rule, "target_port", 0, 1, 65'535)},
            {"certificate_id", certificate},
            {"tls_passthrough", passthrough}};
}

object health_check_in(const object& body) {
    const object* const given = object_of(body, "health_check");
    const object from = given == nullptr ? object() : *given;
    std::string protocol = "http";
    if (from.contains("protocol"))
        protocol = protocol_in(from, "protocol", {"http", "https", "tcp"});
    const std::string path = text_parameter(from, "path").value_or(protocol == "tcp" ? "" : "/");
    // Seen in digitalocean/digitalocean-cloud-controller-manager#261.
    if (protocol == "tcp" && !path.empty())
        throw unprocessable("health check path isn't available for TCP");
    object made{{"protocol", protocol},
                {"port", number_within(from, "port", 80, 1, 65'535)},
                {"path", path}};
    made["check_interval_seconds"] = number_within(from, "check_interval_seconds", 10, 3, 300);
    made["response_timeout_seconds"] = number_within(from, "response_timeout_seconds", 5, 3, 300);
    made["healthy_threshold"] = number_within(from, "healthy_threshold", 5, 2, 10);
    made["unhealthy_threshold"] = number_within(from, "unhealthy_threshold", 3, 2, 10);
    return made;
}

object sticky_sessions_in(const object& body) {
    const object* const given = object_of(body, "sticky_sessions");
    const std::string type =
        given == nullptr ? "none" : text_parameter(*given, "type").value_or("none");
    if (type == "none") return {{"type", "none"}};
    if (type != "cookies") throw unprocessable("sticky_sessions type is invalid");
    return {{"type", type},
            {"cookie_name", required_text(*given, "cookie_name")},
            {"cookie_ttl_seconds", number_within(*given, "cookie_ttl_seconds", 0, 1, 34'650)}};
}

/// HTTP/3 is UDP, and stands beside its port's TCP.
bool listens_alike(const value& one, const value& other) {
    return one.at("entry_port") == other.at("entry_port") &&
           (one.at("entry_protocol") == "http3") == (other.at("entry_protocol") == "http3");
}

} // namespace

// Source of the rule: digitalocean-cloud-controller-manager#409, "cannot share a port".
void check_ports(const array& rules) {
    for (auto each = rules.begin(); each != rules.end(); ++each)
        for (auto other = rules.begin(); other != each; ++other)
            if (listens_alike(*each, *other))
                throw unprocessable("entry_port must be unique across forwarding rules");
}

array forwarding_rules_in(const object& body) {
    const array* const given = array_of(body, "forwarding_rules");
    if (given == nullptr || given->empty())
        throw unprocessable("at least one forwarding rule is required");
    array all;
    for (const value& each : *given) all.push_back(rule_in(each));
    return all;
}

object settings_in(const object& body) {
    object made;
    made["size"] = text_parameter(body, "size").value_or("lb-small");
    made["size_unit"] = number_within(body, "size_unit", 1, 1, 100);
    made["algorithm"] = "round_robin";
    made["forwarding_rules"] = forwarding_rules_in(body);
    check_ports(made["forwarding_rules"].as_array());
    made["health_check"] = health_check_in(body);
    made["sticky_sessions"] = sticky_sessions_in(body);
    for (const char* const flag : {"redirect_http_to_https", "enable_proxy_protocol",
                                   "enable_backend_keepalive", "disable_lets_encrypt_dns_records"})
        made[flag] = flag_parameter(body, flag).value_or(false);
    made["http_idle_timeout_seconds"] =
        number_within(body, "http_idle_timeout_seconds", 60, 30, 600);
    return made;
}

} // namespace chatops::mocks::digitalocean
