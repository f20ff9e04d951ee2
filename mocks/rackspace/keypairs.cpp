// Public keys that new servers let in.
#include "mocks/common/fingerprint.hpp"
#include "mocks/rackspace/checks.hpp"
#include "mocks/rackspace/handlers.hpp"
#include "mocks/rackspace/views.hpp"

#include <utility>

namespace chatops::mocks::rackspace {
namespace {

/// Source: openstack/nova, compute/api.py, KeypairAPI.
void check_key_name(const std::string& name) {
    for (const char c : name) {
        const bool is_safe = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') ||
                             (c >= '0' && c <= '9') || c == '_' || c == '-' || c == ' ';
        if (!is_safe)
            throw bad_request("Keypair data is invalid: Keypair name contains unsafe "
                              "characters");
    }
}

refused no_such_keypair(const call& from) {
    return not_found("Keypair " + from.words.at(0) + " not found for user " + from.account.user_id);
}

} // namespace

answer list_keypairs(call& from) {
    array all;
    for (const keypair& each : from.account.keypairs)
        if (each.region == from.where.region)
            all.push_back(object{{"keypair", show(each, from.account)}});
    return {200, object{{"keypairs", std::move(all)}}};
}

answer create_keypair(call& from) {
    account_state& account = from.account;
    const object& wanted = required_object(from, "keypair");
    keypair made;
    made.name = checked_name(wanted, "Keypair");
    check_key_name(made.name);
    made.region = from.where.region;
    made.public_key = text_of(wanted, "public_key");
    made.created = from.now;
    // This mock imports keys; it makes none, for a private half should not travel at all.
    if (made.public_key.empty()) throw bad_request("Keypair data is invalid: public_key is empty");
    made.fingerprint = fingerprint_of(made.public_key);
    if (made.fingerprint.empty())
        throw bad_request("Keypair data is invalid: failed to generate fingerprint");
    // Source of the text: openstack/nova, exception.py, KeyPairExists.
    if (account.find_keypair(made.name, made.region) != nullptr)
        throw conflict("Key pair '" + made.name + "' already exists.");
    if (account.keypairs.size() >= limits::keypairs)
        throw refused(413, "overLimit", "Quota exceeded, too many key pairs.");
    account.keypairs.push_back(std::move(made));
    object shown = show(account.keypairs.back(), account);
    shown["user_id"] = text_value(account.user_id);
    return {200, object{{"keypair", std::move(shown)}}};
}

/// Source: Compute API of openstack/nova, Keypairs: libcloud asks for one by its name.
answer show_keypair(call& from) {
    const keypair* const found = from.account.find_keypair(from.words.at(0), from.where.region);
    if (found == nullptr) throw no_such_keypair(from);
    object shown = show(*found, from.account);
    shown["user_id"] = text_value(from.account.user_id);
    return {200, object{{"keypair", std::move(shown)}}};
}

answer delete_keypair(call& from) {
    account_state& account = from.account;
    if (account.find_keypair(from.words.at(0), from.where.region) == nullptr)
        throw no_such_keypair(from);
    std::erase_if(account.keypairs, [&](const keypair& each) {
        return each.name == from.words.at(0) && each.region == from.where.region;
    });
    return {202};
}

} // namespace chatops::mocks::rackspace
