#include "mocks/rackspace/checks.hpp"

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

} // namespace

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
