// What a load balancer sends connections to.
#include "mocks/common/numbers.hpp"
#include "mocks/rackspace/load_balancer_checks.hpp"
#include "mocks/rackspace/load_balancer_handlers.hpp"
#include "mocks/rackspace/load_balancer_limits.hpp"
#include "mocks/rackspace/load_balancer_views.hpp"

#include <algorithm>
#include <utility>

namespace chatops::mocks::rackspace {
namespace {

// Source of the text: rackerlabs/mimic, model/clb_errors.py.
balanced_node& node_named(load_balancer& of, std::string_view id) {
    const auto number = whole_number(id);
    balanced_node* const found = number ? of.find_node(*number) : nullptr;
    if (found == nullptr) throw not_found("Node not found");
    return *found;
}

/// What a node can become: its address and port stay what they are.
/// Source of the texts: rackerlabs/mimic, model/clb_errors.py.
void check_node_update(const object& body, bool may_name_itself) {
    std::vector<std::string> wrong;
    if (body.contains("address")) wrong.emplace_back("Node ip field cannot be modified.");
    if (body.contains("port")) wrong.emplace_back("Port field cannot be modified.");
    const auto weight = whole_number_in(body, "weight");
    if (weight && (*weight < 1 || *weight > limits::node_weight))
        wrong.emplace_back("Node weight is invalid. Range is 1-100. Please specify a valid "
                           "weight.");
    if (!may_name_itself && body.contains("id"))
        wrong.emplace_back("Node id field cannot be modified.");
    if (!wrong.empty()) throw validation_failure(std::move(wrong));
    const auto condition = words_in(body, "condition");
    const auto type = words_in(body, "type");
    if (body.contains("status") || (!weight && !condition && !type)) throw wrong_schema();
    if (condition && *condition != "ENABLED" && *condition != "DISABLED" &&
        *condition != "DRAINING")
        throw wrong_schema();
    if (type && *type != "PRIMARY" && *type != "SECONDARY") throw wrong_schema();
}

void apply_node_update(const object& body, balanced_node& to) {
    to.condition = words_in(body, "condition").value_or(to.condition);
    to.type = words_in(body, "type").value_or(to.type);
    to.weight = whole_number_in(body, "weight").value_or(to.weight);
}

bool is_same_place(const balanced_node& left, const balanced_node& right) {
    return left.address == right.address && left.port == right.port;
}

// Source of the text: rackerlabs/otter, test/cloud_client/test_clb.py.
void check_no_duplicates(const load_balancer& on, const std::vector<balanced_node>& fresh) {
    std::vector<balanced_node> all = on.nodes;
    for (const balanced_node& each : fresh) {
        if (std::any_of(all.begin(), all.end(),
                        [&](const balanced_node& one) { return is_same_place(one, each); }))
            throw refused(422, "unprocessableEntity",
                          "Duplicate nodes detected. One or more nodes already configured on load "
                          "balancer.");
        all.push_back(each);
    }
}

} // namespace

answer list_balanced_nodes(call& from) {
    return {200, object{{"nodes", show_nodes(balancer_to_see(from))}}};
}

answer show_balanced_node(call& from) {
    load_balancer& of = balancer_to_see(from);
    return {200, object{{"node", show_node(node_named(of, from.words[1]))}}};
}

answer add_balanced_nodes(call& from) {
    std::vector<balanced_node> fresh = nodes_in(from.body);
    if (fresh.empty()) throw wrong_schema();
    load_balancer& which = balancer_to_change(from);
    check_no_duplicates(which, fresh);
    if (which.nodes.size() + fresh.size() > limits::balanced_nodes)
        throw refused(413, "overLimit", "Nodes must not exceed 25 per load balancer.");
    array made;
    for (balanced_node& each : fresh) {
        each.id = from.account.load_balancers.new_node_id();
        // Until the monitor has looked. Source: rackerlabs/mimic, model/clb_objects.py.
        if (!which.health_monitor.empty()) each.status = "OFFLINE";
        made.push_back(show_node(each));
        which.nodes.push_back(std::move(each));
    }
    begin_update(from, which);
    return {202, object{{"nodes", std::move(made)}}};
}

answer update_balanced_node(call& from) {
    const object& body = inner_or_all(from.body, "node");
    check_node_update(body, false);
    load_balancer& which = balancer_to_change(from);
    apply_node_update(body, node_named(which, from.words[1]));
    begin_update(from, which);
    return {202};
}

answer update_balanced_nodes(call& from) {
    const std::vector<object> all = objects_in(from.body, "nodes");
    if (all.empty()) throw wrong_schema();
    for (const object& each : all) check_node_update(each, true);
    load_balancer& which = balancer_to_change(from);
    for (const object& each : all)
        if (which.find_node(whole_number_in(each, "id").value_or(0)) == nullptr)
            throw not_found("Node not found");
    array shown;
    for (const object& each : all) {
        balanced_node& node = *which.find_node(*whole_number_in(each, "id"));
        apply_node_update(each, node);
        shown.push_back(show_node(node));
    }
    begin_update(from, which);
    return {202, object{{"nodes", std::move(shown)}}};
}

answer delete_balanced_node(call& from) {
    load_balancer& which = balancer_to_change(from);
    const std::int64_t id = node_named(which, from.words[1]).id;
    std::erase_if(which.nodes, [&](const balanced_node& each) { return each.id == id; });
    begin_update(from, which);
    return {202};
}

/// All of them or none.
answer delete_balanced_nodes(call& from) {
    const std::vector<std::int64_t> ids = ids_to_delete(from, "nodes");
    load_balancer& which = from.account.load_balancers.of(from.where.region, from.words[0]);
    // Otherwise worded than anywhere else: rackerlabs/mimic#343.
    if (!which.is_deleted() && which.status != "ACTIVE")
        throw refused(422, "immutableEntity", "LoadBalancer is not ACTIVE");
    from.account.load_balancers.changeable(from.where.region, from.words[0]);
    take_out(which.nodes, ids, "Node");
    begin_update(from, which);
    return {202};
}

} // namespace chatops::mocks::rackspace
