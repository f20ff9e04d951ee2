// How load balancers are listed, made, changed and deleted.
#include "chatops/core/time.hpp"
#include "mocks/common/text.hpp"
#include "mocks/rackspace/load_balancer_checks.hpp"
#include "mocks/rackspace/load_balancer_handlers.hpp"
#include "mocks/rackspace/load_balancer_limits.hpp"
#include "mocks/rackspace/load_balancer_offers.hpp"
#include "mocks/rackspace/load_balancer_views.hpp"

#include <algorithm>
#include <utility>

namespace chatops::mocks::rackspace {
namespace {

load_balancer& balancer_named(const call& from) {
    return from.account.load_balancers.of(from.where.region, from.words[0]);
}

/// What the query asks for. Those that are deleted are listed only when they are asked for.
bool is_asked_for(const call& from, const load_balancer& one) {
    if (one.region != from.where.region) return false;
    const std::string_view status = from.asked("status");
    if (status.empty() ? one.is_deleted() : one.status != status) return false;
    // The node's address comes before the name. Source: methods/get-list-load-balancers.
    const std::string_view address = from.asked("nodeaddress");
    if (!address.empty())
        return std::any_of(one.nodes.begin(), one.nodes.end(),
                           [&](const balanced_node& each) { return each.address == address; });
    const std::string_view name = from.asked("name");
    if (!name.empty() && one.name != name) return false;
    const auto since = read_time(from.asked("changes-since"));
    return !since || one.updated >= *since;
}

std::size_t balancer_number_asked(const call& from, std::string_view name, std::size_t otherwise) {
    std::size_t number = 0;
    const std::string_view text = from.asked(name);
    for (const char c : text) {
        if (c < '0' || c > '9' || number > 1'000'000) return otherwise;
        number = number * 10 + static_cast<std::size_t>(c - '0');
    }
    return text.empty() ? otherwise : number;
}

/// The page that `limit` and `offset`, or `marker`, ask for.
/// Source: general-api-info/paginated-collections.rst: a marker's is the first of its page.
array balancer_page(const call& from, const std::vector<const load_balancer*>& all) {
    const std::size_t limit =
        std::min(balancer_number_asked(from, "limit", limits::balancer_page_items),
                 limits::balancer_page_items);
    std::size_t first = balancer_number_asked(from, "offset", 0);
    if (const std::string_view marker = from.asked("marker"); !marker.empty()) {
        const auto found = std::find_if(all.begin(), all.end(), [&](const load_balancer* each) {
            return std::to_string(each->id) == marker;
        });
        first = static_cast<std::size_t>(found - all.begin());
    }
    array shown;
    for (std::size_t i = first; i < all.size() && shown.size() < limit; ++i)
        shown.push_back(show_balancer_briefly(*all[i]));
    return shown;
}

void check_balancer_name(const std::string& name, std::vector<std::string>& wrong) {
    if (name.empty() || characters(name) > limits::balancer_name_characters) // [?] The text.
        wrong.emplace_back("Load Balancer name is invalid. Must be 1 to 128 characters.");
}

/// What can be said when it is made and later alike. [?] The texts.
void read_balancer_members(const object& from, load_balancer& to, std::vector<std::string>& wrong) {
    to.name = words_in(from, "name").value_or(to.name);
    check_balancer_name(to.name, wrong);
    to.protocol = words_in(from, "protocol").value_or(to.protocol);
    const auto usual = port_of_protocol(to.protocol);
    if (!usual)
        wrong.emplace_back("Load Balancer protocol is invalid. Please specify a valid "
                           "protocol.");
    to.port = whole_number_in(from, "port").value_or(to.port == 0 ? usual.value_or(0) : to.port);
    if (usual && (to.port < 1 || to.port > 65'535))
        wrong.emplace_back("Load Balancer port is invalid. Must be an integer between 1 and "
                           "65535.");
    to.algorithm = words_in(from, "algorithm").value_or(to.algorithm);
    if (!is_balancer_algorithm(to.algorithm))
        wrong.emplace_back("Load Balancer algorithm is invalid. Please specify a valid "
                           "algorithm.");
    to.timeout_seconds = whole_number_in(from, "timeout").value_or(to.timeout_seconds);
    if (to.timeout_seconds < 1 || to.timeout_seconds > limits::balancer_timeout_seconds)
        wrong.emplace_back("Load Balancer timeout is invalid. Must be an integer between 1 and "
                           "120.");
    to.half_closed = yes_or_no_in(from, "halfClosed").value_or(to.half_closed);
    to.https_redirect = yes_or_no_in(from, "httpsRedirect").value_or(to.https_redirect);
}

/// An address that another load balancer has already: on another port.
void share_ip(const call& from, std::int64_t id, load_balancer& to,
              std::vector<std::string>& wrong) {
    const virtual_ip* shared = nullptr;
    bool is_taken = false;
    for (const load_balancer& each : from.account.load_balancers.all)
        for (const virtual_ip& ip : each.virtual_ips)
            if (ip.id == id && each.region == to.region && !each.is_deleted()) {
                shared = &ip;
                is_taken = is_taken || each.port == to.port;
            }
    if (shared == nullptr)
        wrong.emplace_back("Virtual ip not found."); // [?] The texts.
    else if (is_taken)
        wrong.emplace_back("Port currently assigned to one of the virtual ips. Please try "
                           "another port.");
    else
        to.virtual_ips.push_back(*shared);
}

/// Source: api-reference/load-balancers.rst, Virtual IP types.
void read_ips(const call& from, const object& body, load_balancer& to,
              std::vector<std::string>& wrong) {
    load_balancer_holdings& held = from.account.load_balancers;
    for (const object& each : objects_in(body, "virtualIps")) {
        if (const auto id = whole_number_in(each, "id")) {
            share_ip(from, *id, to, wrong);
            continue;
        }
        const std::string type = words_in(each, "type").value_or("");
        const std::string version = words_in(each, "ipVersion").value_or("");
        const bool is_public = type == "PUBLIC";
        if ((!is_public && type != "SERVICENET") || (!is_public && version == "IPV6")) {
            wrong.emplace_back("Virtual ip is invalid. Please specify a valid type."); // [?]
            continue;
        }
        if (version != "IPV6")
            to.virtual_ips.push_back({held.new_ip_id(), held.new_address(type, "IPV4"), type});
        if (is_public && version != "IPV4")
            to.virtual_ips.push_back(
                {held.new_ip_id(), held.new_address(type, "IPV6"), type, "IPV6"});
    }
    if (to.virtual_ips.empty() && wrong.empty())
        wrong.emplace_back("Must provide at least one virtual ip."); // [?] The text.
}

void begin_delete(const call& from, load_balancer& which) {
    which.status = "PENDING_DELETE";
    which.updated = from.now;
    which.settles_at = from.now + limits::delete_load_balancer;
}

bool can_be_deleted(const load_balancer& one) {
    return one.status == "ACTIVE" || one.status == "ERROR" || one.status == "SUSPENDED";
}

std::string ids_text(const std::vector<std::int64_t>& ids) {
    std::string text;
    for (const std::int64_t each : ids) text += (text.empty() ? "" : ",") + std::to_string(each);
    return text;
}

} // namespace

answer list_load_balancers(call& from) {
    std::vector<const load_balancer*> all;
    for (const load_balancer& each : from.account.load_balancers.all)
        if (is_asked_for(from, each)) all.push_back(&each);
    return {200, object{{"loadBalancers", balancer_page(from, all)}}};
}

answer show_load_balancer(call& from) {
    return {200, object{{"loadBalancer", show_balancer(balancer_named(from))}}};
}

answer create_load_balancer(call& from) {
    load_balancer_holdings& held = from.account.load_balancers;
    const object& body = inner_of(from.body, "loadBalancer");
    const auto count = std::count_if(held.all.begin(), held.all.end(),
                                     [](const auto& each) { return !each.is_deleted(); });
    if (static_cast<std::size_t>(count) >= limits::load_balancers) // [?] The text.
        throw refused(413, "overLimit",
                      "Load balancer limit reached. Please contact support to increase your "
                      "limit.");
    load_balancer made;
    made.region = from.where.region;
    std::vector<std::string> wrong;
    read_balancer_members(body, made, wrong);
    made.nodes = nodes_in(body);
    if (!wrong.empty()) throw validation_failure(std::move(wrong));
    if (made.nodes.size() > limits::balanced_nodes)
        throw refused(413, "overLimit", "Nodes must not exceed 25 per load balancer.");
    read_ips(from, body, made, wrong);
    if (!wrong.empty()) throw validation_failure(std::move(wrong));
    made.id = held.new_id();
    for (balanced_node& each : made.nodes) each.id = held.new_node_id();
    made.created = from.now;
    made.updated = from.now;
    made.settles_at = from.now + limits::build_load_balancer;
    held.all.push_back(made);
    return {202, object{{"loadBalancer", show_balancer(made)}}};
}

answer update_load_balancer(call& from) {
    const object& body = inner_or_all(from.body, "loadBalancer");
    for (const auto& each : body) {
        const std::string_view name(each.key().data(), each.key().size());
        for (const char* const fixed : {"id", "status", "nodes", "virtualIps"})
            if (name == fixed) throw wrong_schema();
    }
    load_balancer& which = from.account.load_balancers.changeable(from.where.region, from.words[0]);
    load_balancer read = which;
    std::vector<std::string> wrong;
    read_balancer_members(body, read, wrong);
    if (!wrong.empty()) throw validation_failure(std::move(wrong));
    which = std::move(read);
    begin_update(from, which);
    return {202};
}

answer delete_load_balancer(call& from) {
    load_balancer& which = balancer_named(from);
    // Seen so, and not as 422: rackerlabs/mimic, model/clb_objects.py.
    if (which.is_deleted())
        throw bad_request("Must provide valid load balancers: " + std::to_string(which.id) +
                          " could not be found.");
    if (which.status == "PENDING_DELETE")
        throw bad_request("Must provide valid load balancers: " + std::to_string(which.id) +
                          " are immutable and could not be processed.");
    if (!can_be_deleted(which))
        from.account.load_balancers.changeable(from.where.region, from.words[0]);
    begin_delete(from, which);
    return {202};
}

/// All of them or none.
answer delete_load_balancers(call& from) {
    std::vector<std::int64_t> unknown;
    std::vector<std::int64_t> immutable;
    std::vector<load_balancer*> doomed;
    for (const std::int64_t each : ids_to_delete(from, "loadbalancers")) {
        load_balancer* found = nullptr;
        for (load_balancer& one : from.account.load_balancers.all)
            if (one.id == each && one.region == from.where.region && !one.is_deleted())
                found = &one;
        if (found == nullptr)
            unknown.push_back(each);
        else if (!can_be_deleted(*found))
            immutable.push_back(each);
        else
            doomed.push_back(found);
    }
    std::vector<std::string> wrong;
    if (!unknown.empty())
        wrong.push_back("Must provide valid load balancers: " + ids_text(unknown) +
                        " could not be found.");
    if (!immutable.empty())
        wrong.push_back("Must provide valid load balancers: " + ids_text(immutable) +
                        " are immutable and could not be processed.");
    if (!wrong.empty()) throw validation_failure(std::move(wrong));
    for (load_balancer* const each : doomed) begin_delete(from, *each);
    return {202};
}

} // namespace chatops::mocks::rackspace
