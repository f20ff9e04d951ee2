// The whole state, to read and to compare.
#include "chatops/core/digest.hpp"
#include "mocks/heroku/views.hpp"

#include <algorithm>
#include <string>

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

/// Scheme and host, and nothing behind or before them: an address may hold a credential.
std::string host_of(std::string_view url) {
    const auto begin = std::min(url.size(), url.find("://") + 3);
    std::string_view host = url.substr(begin);
    host = host.substr(0, host.find_first_of("/?#"));
    host = host.substr(host.rfind('@') + 1);
    return std::string(url.substr(0, begin)) + std::string(host);
}

/// Of drains and webhooks.
template <class T>
array show_hosts(const std::vector<T>& all, const app& of) {
    array made = show_all(all, of);
    for (std::size_t i = 0; i < all.size(); ++i) {
        made[i].get_object()["url"] = host_of(all[i].url);
        made[i].get_object().erase("token");
    }
    return made;
}

object snapshot_of(const pipeline& of, const account_state& account) {
    object stages;
    for (const coupling& each : account.couplings)
        for (const app& coupled : account.apps)
            if (each.pipeline_id == of.id && coupled.id == each.app_id)
                stages[coupled.name] = each.stage;
    object made = show(of, account);
    made["stages"] = std::move(stages);
    array promotions;
    for (const promotion& each : account.promotions) {
        if (each.pipeline_id != of.id) continue;
        object one = show(each);
        array targets;
        for (const promotion_target& target : each.targets) targets.push_back(show(target, each));
        one["targets"] = std::move(targets);
        promotions.push_back(std::move(one));
    }
    made["promotions"] = std::move(promotions);
    return made;
}

object snapshot_of(const app& of, const account_state& account) {
    object made = show(of, account);
    made["formation"] = show_all(of.formation, of);
    made["dynos"] = show_all(of.dynos, of);
    array releases;
    for (const release& each : of.releases) releases.push_back(show(each, of, {}));
    made["releases"] = std::move(releases);
    made["config_vars"] = digests(of.newest().config_vars);
    made["collaborators"] = show_all(of.collaborators, of);
    made["domains"] = show_all(of.domains, of);
    array features;
    for (const lab_feature& each : lab_features()) features.push_back(show(each, of, account));
    made["features"] = std::move(features);
    made["log_drains"] = show_hosts(of.drains, of);
    made["webhooks"] = show_hosts(of.webhooks, of);
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
    object pipelines;
    for (const pipeline& each : account.pipelines)
        pipelines[each.name] = snapshot_of(each, account);
    return object{{"account", {{"id", account.owner.id}, {"email", account.owner.email}}},
                  {"apps", std::move(apps)},
                  {"pipelines", std::move(pipelines)}};
}

} // namespace chatops::mocks::heroku
