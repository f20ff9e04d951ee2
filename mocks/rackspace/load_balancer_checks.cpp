#include "mocks/rackspace/load_balancer_checks.hpp"

#include "mocks/common/addresses.hpp"
#include "mocks/common/numbers.hpp"
#include "mocks/rackspace/load_balancer_limits.hpp"

#include <algorithm>
#include <utility>

namespace chatops::mocks::rackspace {
namespace {

const value* sent(const object& in, std::string_view name) {
    const value* const found = member(in, name);
    return found == nullptr || found->is_null() ? nullptr : found;
}

bool is_host_name(std::string_view text) {
    return !text.empty() && text.find('.') != std::string_view::npos &&
           std::all_of(text.begin(), text.end(), [](char c) {
               return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
                      c == '-' || c == '.';
           });
}

bool has_letters(std::string_view text) {
    return std::any_of(text.begin(), text.end(),
                       [](char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); });
}

} // namespace

// Source: docs-cloud-load-balancers, methods/delete-bulk-delete-nodes.
refused validation_failure(std::vector<std::string> messages) {
    return bad_request("Validation Failure")
        .with_details("The object is not valid")
        .with_validation(std::move(messages));
}

// Source: rackerlabs/mimic, model/clb_errors.py.
refused wrong_schema() { return bad_request("JSON does not match the expected schema"); }

std::optional<std::int64_t> whole_number_in(const object& in, std::string_view name) {
    const value* const found = sent(in, name);
    if (found == nullptr) return std::nullopt;
    if (found->is_int64()) return found->get_int64();
    const auto number = found->is_string() ? whole_number(view(found->get_string())) : std::nullopt;
    if (!number) throw wrong_schema();
    return number;
}

std::optional<std::string> words_in(const object& in, std::string_view name) {
    const value* const found = sent(in, name);
    if (found == nullptr) return std::nullopt;
    if (!found->is_string()) throw wrong_schema();
    return std::string(view(found->get_string()));
}

std::optional<bool> yes_or_no_in(const object& in, std::string_view name) {
    const value* const found = sent(in, name);
    if (found == nullptr) return std::nullopt;
    // The vendor's own samples have it as text, too.
    if (found->is_string() && view(found->get_string()) == "true") return true;
    if (found->is_string() && view(found->get_string()) == "false") return false;
    if (!found->is_bool()) throw wrong_schema();
    return found->get_bool();
}

std::vector<object> objects_in(const object& in, std::string_view name) {
    std::vector<object> all;
    const value* const found = sent(in, name);
    if (found == nullptr) return all;
    if (!found->is_array()) throw wrong_schema();
    for (const value& each : found->get_array()) {
        if (!each.is_object()) throw wrong_schema();
        all.push_back(each.get_object());
    }
    return all;
}

const object& inner_of(const object& body, std::string_view name) {
    const object* const found = object_of(body, name);
    if (found == nullptr) throw wrong_schema();
    return *found;
}

const object& inner_or_all(const object& body, std::string_view name) {
    const bool is_named = body.empty() || member(body, name) != nullptr;
    return is_named ? inner_of(body, name) : body;
}

std::vector<std::int64_t> ids_to_delete(const call& from, std::string_view things) {
    std::vector<std::int64_t> ids;
    for (const auto& [name, text] : from.query) {
        if (name != "id") continue;
        const auto number = whole_number(text);
        if (!number) throw wrong_schema();
        if (std::find(ids.begin(), ids.end(), *number) == ids.end()) ids.push_back(*number);
    }
    // Sources of the texts: rackerlabs/mimic, model/clb_objects.py and clb_errors.py.
    if (ids.empty()) throw bad_request("Must supply one or more id's to process this request.");
    if (ids.size() > limits::balancer_deletes)
        throw validation_failure({"Request to delete " + std::to_string(ids.size()) + ' ' +
                                  std::string(things) +
                                  " exceeds the account limit BATCH_DELETE_LIMIT of 10 please "
                                  "attempt to delete fewer then 10 " +
                                  std::string(things)});
    return ids;
}

refused strangers(std::string_view thing, const std::string& ids) {
    return validation_failure(
        {std::string(thing) + " ids " + ids + " are not a part of your loadbalancer"});
}

bool is_network(std::string_view text) {
    const auto slash = text.find('/');
    const std::string_view address = text.substr(0, slash);
    const bool is_old = is_ipv4(address);
    if (!is_old && !is_ipv6(address)) return false;
    if (slash == std::string_view::npos) return true;
    const auto length = whole_number(text.substr(slash + 1));
    return length && *length >= 0 && *length <= (is_old ? 32 : 128);
}

bool is_node_address(std::string_view text) {
    return is_ipv4(text) || is_ipv6(text) || (is_host_name(text) && has_letters(text));
}

load_balancer& balancer_to_change(const call& from) {
    return from.account.load_balancers.changeable(from.where.region, from.words[0]);
}

load_balancer& balancer_to_see(const call& from) {
    return from.account.load_balancers.with_parts(from.where.region, from.words[0]);
}

void begin_update(const call& from, load_balancer& which) {
    which.status = "PENDING_UPDATE";
    which.updated = from.now;
    which.settles_at = from.now + limits::update_load_balancer;
}

std::vector<balanced_node> nodes_in(const object& body) {
    std::vector<balanced_node> nodes;
    std::vector<std::string> wrong;
    for (const object& each : objects_in(body, "nodes")) {
        balanced_node made;
        made.address = words_in(each, "address").value_or("");
        made.port = whole_number_in(each, "port").value_or(0);
        made.condition = words_in(each, "condition").value_or(made.condition);
        made.type = words_in(each, "type").value_or(made.type);
        made.weight = whole_number_in(each, "weight").value_or(made.weight);
        // Source of the first: general-api-info/faults.rst; [?] the others.
        if (!is_node_address(made.address))
            wrong.emplace_back("Node ip is invalid. Please specify a valid ip.");
        if (made.port < 1 || made.port > 65'535)
            wrong.emplace_back("Node port is invalid. Please specify a valid port.");
        if (made.condition != "ENABLED" && made.condition != "DISABLED" &&
            made.condition != "DRAINING")
            wrong.emplace_back("Node condition is invalid. Please specify a valid condition.");
        if (made.type != "PRIMARY" && made.type != "SECONDARY")
            wrong.emplace_back("Node type is invalid. Please specify a valid type.");
        // Source: rackerlabs/mimic, model/clb_errors.py.
        if (made.weight < 1 || made.weight > limits::node_weight)
            wrong.emplace_back("Node weight is invalid. Range is 1-100. "
                               "Please specify a valid weight.");
        nodes.push_back(std::move(made));
    }
    if (!wrong.empty()) throw validation_failure(std::move(wrong));
    return nodes;
}

} // namespace chatops::mocks::rackspace
