#include "mocks/common/fingerprint.hpp"
#include "mocks/digitalocean/handlers.hpp"
#include "mocks/digitalocean/views.hpp"

namespace chatops::mocks::digitalocean {
namespace {

std::string key_name_in(const object& body) {
    std::string name = text_parameter(body, "name").value_or("");
    if (name.empty()) throw unprocessable("Name can't be blank"); // [?] The text.
    return name;
}

} // namespace

answer list_ssh_keys(call& from) {
    rate_window& lists = from.account.key_lists;
    lists.pass(from.now);
    if (lists.is_full()) throw too_many_requests();
    lists.count(from.now);
    array all;
    for (const ssh_key& each : from.account.ssh_keys) all.push_back(show(each));
    return {200, std::move(all), "ssh_keys"};
}

answer show_ssh_key(call& from) {
    return {200, object{{"ssh_key", show(from.account.key_of(from.words[0]))}}};
}

answer create_ssh_key(call& from) {
    ssh_key made;
    made.name = key_name_in(from.body);
    made.public_key = std::string(trimmed(text_parameter(from.body, "public_key").value_or("")));
    made.fingerprint = fingerprint_of(made.public_key);
    if (made.fingerprint.empty()) // [?] The text.
        throw unprocessable("Key invalid, key should be of the format `[type] [key] [comment]`");
    // Source: puphpet/puphpet#1948.
    for (const ssh_key& each : from.account.ssh_keys)
        if (each.fingerprint == made.fingerprint)
            throw unprocessable("SSH Key is already in use on your account");
    made.id = from.account.new_key_id();
    from.account.ssh_keys.push_back(made);
    return {201, object{{"ssh_key", show(made)}}};
}

answer update_ssh_key(call& from) {
    ssh_key& which = from.account.key_of(from.words[0]);
    which.name = key_name_in(from.body);
    return {200, object{{"ssh_key", show(which)}}};
}

answer delete_ssh_key(call& from) {
    const std::int64_t id = from.account.key_of(from.words[0]).id;
    std::erase_if(from.account.ssh_keys, [&](const ssh_key& each) { return each.id == id; });
    return {204};
}

} // namespace chatops::mocks::digitalocean
