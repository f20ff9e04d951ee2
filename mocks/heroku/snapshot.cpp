// The whole state, to read and to compare.
#include "chatops/core/digest.hpp"
#include "mocks/heroku/views.hpp"

namespace chatops::mocks::heroku {
namespace {

/// Enough of the digest to see that two values differ, and nothing of the value.
constexpr std::size_t shown_digest_digits = 16;

object digests(const variables& config) {
    object made;
    for (const auto& [name, text] : config)
        made[name] = "sha256:" + hex(sha256(text)).substr(0, shown_digest_digits);
    return made;
}

template <class T>
array show_all(const std::vector<T>& all, const app& of) {
    array made;
    for (const T& each : all) made.push_back(show(each, of));
    return made;
}

object snapshot_of(const app& of, const account_state& account) {
    object made = show(of, account);
    made["formation"] = show_all(of.formation, of);
    made["dynos"] = show_all(of.dynos, of);
    made["releases"] = show_all(of.releases, of);
    made["config_vars"] = digests(of.newest().config_vars);
    made["collaborators"] = show_all(of.collaborators, of);
    made["domains"] = show_all(of.domains, of);
    array addons;
    for (const addon& each : of.addons) addons.push_back(show(each, of, account));
    made["addons"] = std::move(addons);
    array builds;
    for (const build& each : of.builds) builds.push_back(show(each, of, {}));
    made["builds"] = std::move(builds);
    array slugs;
    for (const slug& each : of.slugs) slugs.push_back(show(each));
    made["slugs"] = std::move(slugs);
    return made;
}

} // namespace

value snapshot(const account_state& account) {
    object apps;
    for (const app& each : account.apps) apps[each.name] = snapshot_of(each, account);
    return object{{"account", {{"id", account.owner.id}, {"email", account.owner.email}}},
                  {"apps", std::move(apps)}};
}

} // namespace chatops::mocks::heroku
