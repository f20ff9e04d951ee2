#include "mocks/digitalocean/record_checks.hpp"

#include "mocks/common/addresses.hpp"
#include "mocks/digitalocean/checks.hpp"

namespace chatops::mocks::digitalocean {
namespace {

bool names_a_host(std::string_view type) {
    return is_one_of(type, {"CNAME", "MX", "NS", "SRV", "CAA"});
}

bool ends_with(std::string_view text, std::string_view end) {
    return text.size() >= end.size() && text.substr(text.size() - end.size()) == end;
}

/// `www` of `www`, `www.example.com.`; `@` of the domain itself.
std::string name_within(std::string name, const domain& of) {
    const std::string whole = of.name + '.';
    if (name == whole) return "@";
    if (ends_with(name, '.' + whole)) name.resize(name.size() - whole.size() - 1);
    return name;
}

/// [?] The text.
std::int64_t number_within(std::int64_t number, std::string_view what, std::int64_t least,
                           std::int64_t most) {
    if (number < least || number > most)
        throw unprocessable(std::string(what) + " must be between " + std::to_string(least) +
                            " and " + std::to_string(most));
    return number;
}

void read_number(const object& body, std::string_view member, std::string_view shown,
                 std::optional<std::int64_t>& to, std::int64_t most) {
    if (const auto number = number_parameter(body, member))
        to = number_within(*number, shown, 0, most);
}

void read_data(const object& body, const domain& of, domain_record& to) {
    const auto data = text_parameter(body, "data");
    if (!data) return;
    to.data = *data;
    if (!names_a_host(to.type) || to.data == "@") return;
    // Source: digitalocean/api-v2#130, digitalocean/doctl#919, octodns/octodns#692.
    if (to.data.empty() || to.data.back() != '.')
        throw unprocessable("Data needs to end with a dot (.)");
    to.data = to.data == of.name + '.' ? "@" : to.data.substr(0, to.data.size() - 1);
}

void read_members(const object& body, const domain& of, domain_record& to) {
    if (const auto name = text_parameter(body, "name")) to.name = name_within(*name, of);
    read_data(body, of, to);
    if (const auto ttl = number_parameter(body, "ttl")) {
        // Source: Pelado-Nerdworks/peladonerd#44.
        if (*ttl < limits::record_ttl_seconds)
            throw unprocessable("record ttl must be greater than 30");
        to.ttl_seconds = *ttl;
    }
    constexpr std::int64_t most = 65'535;
    read_number(body, "priority", "Priority", to.priority, most);
    read_number(body, "port", "Port", to.port, most);
    read_number(body, "weight", "Weight", to.weight, most);
    read_number(body, "flags", "Flags", to.flags, 255);
    if (const auto tag = text_parameter(body, "tag")) to.tag = *tag;
}

/// [?] The texts.
void check_present(const domain_record& made) {
    const std::string& type = made.type;
    if (made.name.empty()) throw unprocessable("Name can't be blank");
    if (made.data.empty()) throw unprocessable("Data can't be blank");
    if (is_one_of(type, {"MX", "SRV"}) && !made.priority)
        throw unprocessable("Priority can't be blank");
    if (type == "SRV" && !made.port) throw unprocessable("Port can't be blank");
    if (type == "SRV" && !made.weight) throw unprocessable("Weight can't be blank");
    if (type == "CAA" && !made.flags) throw unprocessable("Flags can't be blank");
    if (type == "CAA" && !is_one_of(made.tag.value_or(""), {"issue", "issuewild", "iodef"}))
        throw unprocessable("Tag must be one of issue, issuewild or iodef");
}

/// What a record of that type does not have is null.
void drop_strangers(domain_record& made) {
    if (!is_one_of(made.type, {"MX", "SRV"})) made.priority.reset();
    if (made.type != "SRV") made.port.reset();
    if (made.type != "SRV") made.weight.reset();
    if (made.type != "CAA") made.flags.reset();
    if (made.type != "CAA") made.tag.reset();
}

domain_record checked(domain_record made, const domain& of) {
    drop_strangers(made);
    check_present(made);
    if (made.type == "A") check_ipv4(made.data);
    if (made.type == "AAAA" && !is_ipv6(made.data)) // [?] The text.
        throw unprocessable("IP address did not match IPv6 format (e.g. 2001:db8::ff00:42:8329).");
    for (const domain_record& each : of.records) {
        const bool share = each.id != made.id && each.name == made.name;
        if (share && (each.type == "CNAME" || made.type == "CNAME")) // [?] The text.
            throw unprocessable("CNAME records cannot share a name with other records");
    }
    return made;
}

/// Of an SOA only the time to live can be changed.
domain_record changed_soa(const object& body, const domain_record& before) {
    domain_record made = before;
    if (const auto ttl = number_parameter(body, "ttl")) {
        made.ttl_seconds = number_within(*ttl, "TTL", limits::record_ttl_seconds, 86'400 * 7);
        made.data = std::to_string(made.ttl_seconds);
    }
    return made;
}

} // namespace

void check_ipv4(std::string_view text) {
    // Source: kubernetes-sigs/external-dns#2637.
    if (!is_ipv4(text))
        throw unprocessable("IP address did not match IPv4 format (e.g. 127.0.0.1).");
}

domain_record new_record(const object& body, const domain& of) {
    domain_record made;
    made.type = text_parameter(body, "type").value_or("");
    if (!is_one_of(made.type, {"A", "AAAA", "CAA", "CNAME", "MX", "NS", "SRV", "TXT"})) // [?]
        throw unprocessable("Type is invalid");
    // Source: digitalocean/api-v2#130: an NS record without a name is the domain's.
    if (is_one_of(made.type, {"NS", "MX"})) made.name = "@";
    read_members(body, of, made);
    return checked(std::move(made), of);
}

domain_record patched_record(const object& body, const domain_record& before, const domain& of) {
    if (before.type == "SOA") return changed_soa(body, before);
    domain_record made = before;
    read_members(body, of, made);
    return checked(std::move(made), of);
}

domain_record replaced_record(const object& body, const domain_record& before, const domain& of) {
    if (before.type == "SOA") return changed_soa(body, before);
    domain_record made = before;
    made.ttl_seconds = domain_record().ttl_seconds;
    // Source: digitalocean/doctl#919: what is not sent is not kept, and the data are checked again.
    if (names_a_host(made.type) && !body.contains("data"))
        throw unprocessable("Data needs to end with a dot (.)");
    read_members(body, of, made);
    return checked(std::move(made), of);
}

} // namespace chatops::mocks::digitalocean
