// How domains, firewalls, load balancers and addresses look.
#include "mocks/digitalocean/limits.hpp"
#include "mocks/digitalocean/times.hpp"
#include "mocks/digitalocean/views.hpp"

#include <algorithm>

namespace chatops::mocks::digitalocean {
namespace {

value number_or_null(const std::optional<std::int64_t>& number) {
    return number ? value(*number) : value();
}

std::string shown_number(const std::optional<std::int64_t>& number) {
    return std::to_string(number.value_or(0)) + ' ';
}

/// What stands after the type in a line of a zone file.
std::string zone_data(const domain_record& record, const domain& of) {
    const std::string host = (record.data == "@" ? of.name : record.data) + '.';
    if (record.type == "TXT") return '"' + record.data + '"';
    if (record.type == "CNAME" || record.type == "NS") return host;
    if (record.type == "MX") return shown_number(record.priority) + host;
    if (record.type == "SRV")
        return shown_number(record.priority) + shown_number(record.weight) +
               shown_number(record.port) + host;
    if (record.type == "CAA")
        return shown_number(record.flags) + record.tag.value_or("") + " \"" + record.data + '"';
    return record.data;
}

std::string zone_file(const domain& of) {
    std::string ttl = "1800";
    std::string lines;
    for (const domain_record& each : of.records) {
        if (each.type == "SOA") {
            ttl = each.data;
            continue;
        }
        const std::string name = each.name == "@" ? of.name : each.name + '.' + of.name;
        lines += name + ". " + std::to_string(each.ttl_seconds) + " IN " + each.type + ' ' +
                 zone_data(each, of) + '\n';
    }
    return "$ORIGIN " + of.name + ".\n$TTL " + ttl + '\n' + of.name +
           ". IN SOA ns1.digitalocean.com. hostmaster." + of.name + ". " +
           std::to_string(of.serial) + " 10800 3600 604800 " + ttl + '\n' + lines;
}

array numbers(const std::vector<std::int64_t>& all) {
    array made;
    for (const std::int64_t each : all) made.push_back(each);
    return made;
}

} // namespace

object show(const domain& one) {
    return {{"name", one.name}, {"ttl", 1800}, {"zone_file", zone_file(one)}};
}

object show(const domain_record& one) {
    object made{{"id", one.id},
                {"type", one.type},
                {"name", one.name},
                {"data", one.data},
                {"priority", number_or_null(one.priority)},
                {"port", number_or_null(one.port)},
                {"ttl", one.ttl_seconds},
                {"weight", number_or_null(one.weight)},
                {"flags", number_or_null(one.flags)},
                {"tag", nullptr}};
    if (one.tag) made["tag"] = *one.tag;
    return made;
}

object show(const firewall& one) {
    const char* const status = one.settles_at ? "waiting" : one.failed ? "failed" : "succeeded";
    array pending;
    for (const firewall::change& each : one.pending_changes)
        pending.push_back(object{
            {"droplet_id", each.droplet_id}, {"removing", each.removing}, {"status", status}});
    return {{"id", one.id},
            {"name", one.name},
            {"status", status},
            {"inbound_rules", one.inbound_rules},
            {"outbound_rules", one.outbound_rules},
            {"created_at", iso_time(one.created_at)},
            {"droplet_ids", numbers(one.droplet_ids)},
            {"tags", texts(one.tags)},
            {"pending_changes", std::move(pending)}};
}

/// With the droplets that it has now, by id or by tag.
object show(const load_balancer& one, const account_state& account) {
    std::vector<std::int64_t> ids = one.droplet_ids;
    if (!one.tag.empty())
        for (const droplet& each : account.droplets)
            if (each.region == one.region && has(each.tags, one.tag)) ids.push_back(each.id);
    object made{{"id", one.id},
                {"name", one.name},
                {"ip", one.ip},
                {"status", one.status},
                {"created_at", iso_time(one.created_at)},
                {"region", show(*one.region)},
                {"tag", one.tag},
                {"droplet_ids", numbers(ids)},
                {"vpc_uuid", one.vpc_uuid},
                {"project_id", project_id_of(account, urn_of("loadbalancer", one.id))}};
    for (const auto& each : one.settings) made[each.key()] = each.value();
    return made;
}

object show(const vpc& one) {
    return {{"id", one.id},
            {"urn", urn_of("vpc", one.id)},
            {"name", one.name},
            {"description", one.description},
            {"region", one.region->slug},
            {"ip_range", one.range.to_text()},
            {"default", one.is_default},
            {"created_at", iso_time(one.created_at)}};
}

object show(const project& one, const account_state& account) {
    return {{"id", one.id},
            {"owner_uuid", account.team_uuid},
            {"owner_id", limits::owner_number},
            {"name", one.name},
            {"description", one.description},
            {"purpose", one.purpose},
            {"environment", one.environment},
            {"is_default", one.is_default},
            {"created_at", iso_time(one.created_at)},
            {"updated_at", iso_time(one.updated_at)}};
}

object show(const reserved_ip& one, const account_state& account) {
    object made{{"ip", one.ip},
                {"region", show(*one.region)},
                {"droplet", nullptr},
                {"locked", account.is_busy("reserved_ip", one.number())}};
    for (const droplet& each : account.droplets)
        if (one.droplet_id == each.id) made["droplet"] = show(each, account);
    return made;
}

} // namespace chatops::mocks::digitalocean
