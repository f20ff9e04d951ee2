#include "mocks/rackspace/checks.hpp"

#include "chatops/core/time.hpp"

namespace chatops::mocks::rackspace {
namespace {

/// One character of an expression, as it was written: `a`, `.`, `\.`.
std::string_view first_element(std::string_view expression) {
    return expression.substr(0, expression.front() == '\\' && expression.size() > 1 ? 2 : 1);
}

bool element_matches(std::string_view element, char c) {
    return element == "." || element.back() == c;
}

bool matches_here(std::string_view expression, std::string_view text) {
    if (expression.empty()) return true;
    if (expression == "$") return text.empty();
    const std::string_view element = first_element(expression);
    const std::string_view rest = expression.substr(element.size());
    if (!rest.empty() && rest.front() == '*') {
        for (std::size_t taken = 0;; ++taken) {
            if (matches_here(rest.substr(1), text.substr(taken))) return true;
            if (taken == text.size() || !element_matches(element, text[taken])) return false;
        }
    }
    return !text.empty() && element_matches(element, text.front()) &&
           matches_here(rest, text.substr(1));
}

/// Source of the text: openstack/nova, api/openstack/common.py.
refused wrong_state(const server& of, std::string_view action, std::string_view attribute,
                    std::string_view state) {
    const std::string message = "Cannot '" + std::string(action) + "' instance " + of.id +
                                " while it is in " + std::string(attribute) + ' ' +
                                std::string(state);
    // Source: docs-cloud-servers, general-api-info/faults.rst.
    if (of.vm_state == "building") return {409, "buildInProgress", message};
    return conflict(message);
}

/// Source of the texts: openstack/nova, compute/api.py, _check_metadata_properties_quota.
void check_metadata_size(std::string_view name, std::string_view text) {
    if (name.empty()) throw bad_request("Metadata property key blank");
    if (characters(name) > limits::name_bytes)
        throw refused(413, "overLimit", "Metadata property key greater than 255 characters");
    if (characters(text) > limits::name_bytes)
        throw refused(413, "overLimit", "Metadata property value greater than 255 characters");
}

} // namespace

void check_state(const server& of, std::string_view action, time_point now,
                 std::initializer_list<std::string_view> allowed) {
    if (of.is_locked) throw conflict("Instance " + of.id + " is locked");
    bool is_allowed = false;
    for (const std::string_view each : allowed) is_allowed = is_allowed || of.vm_state == each;
    if (!is_allowed) throw wrong_state(of, action, "vm_state", of.vm_state);
    if (of.busy) throw wrong_state(of, action, "task_state", of.busy->state_at(now));
}

std::optional<time_point> changes_since(const call& from) {
    const std::string_view given = from.asked("changes-since");
    if (given.empty()) return std::nullopt;
    auto read = read_time(given);
    if (!read) read = read_time(std::string(given) + "Z");
    if (!read) throw bad_request("Invalid changes-since value");
    return *read;
}

bool name_matches(std::string_view expression, std::string_view name) {
    if (!expression.empty() && expression.front() == '^')
        return matches_here(expression.substr(1), name);
    for (std::size_t start = 0; start <= name.size(); ++start)
        if (matches_here(expression, name.substr(start))) return true;
    return false;
}

server& server_of(call& from) {
    server* const found = from.account.find_server(from.words.at(0), from.where.region);
    // Source of the text: openstack/nova, exception.py, InstanceNotFound.
    if (found == nullptr) throw not_found("Instance " + from.words.at(0) + " could not be found.");
    return *found;
}

const object& required_object(const call& from, std::string_view name) {
    const object* const found = object_of(from.body, name);
    if (found == nullptr) throw bad_request("Malformed request body");
    return *found;
}

std::string checked_name(const object& in, std::string_view noun) {
    const value* const given = member(in, "name");
    const std::string what(noun);
    // Source of the texts: openstack/nova, utils.py, check_string_length.
    if (given == nullptr) throw bad_request(what + " name is not defined");
    if (!given->is_string()) throw bad_request(what + " name is not a string or unicode");
    const std::string_view name = trimmed(view(given->get_string()));
    if (name.empty()) throw bad_request(what + " name has a minimum character requirement of 1.");
    if (characters(name) > limits::name_bytes)
        throw bad_request(what + " name has more than 255 characters.");
    return std::string(name);
}

std::string reference_in(const object& in, std::string_view name) {
    const value* const found = member(in, name);
    if (found == nullptr || found->is_null()) return {};
    if (found->is_int64()) return std::to_string(found->get_int64());
    if (!found->is_string()) throw bad_request("Invalid " + std::string(name) + " provided.");
    const std::string_view text = view(found->get_string());
    return std::string(text.substr(text.rfind('/') + 1));
}

std::map<std::string, std::string> metadata_in(const object& in) {
    std::map<std::string, std::string> made;
    for (const auto& each : in) {
        if (!each.value().is_string())
            throw bad_request("Invalid metadata: values must be strings.");
        const std::string_view name(each.key().data(), each.key().size());
        check_metadata_size(name, view(each.value().get_string()));
        made.emplace(std::string(each.key()), std::string(view(each.value().get_string())));
    }
    // Source of the text: openstack/nova, exception.py, MetadataLimitExceeded.
    if (made.size() > limits::metadata_items)
        throw refused(413, "overLimit",
                      "Maximum number of metadata items exceeds " +
                          std::to_string(limits::metadata_items));
    return made;
}

} // namespace chatops::mocks::rackspace
