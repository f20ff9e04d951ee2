// What the account may do and have, and how much of it is used.
#include "mocks/rackspace/handlers.hpp"
#include "mocks/rackspace/times.hpp"

#include <utility>

namespace chatops::mocks::rackspace {
namespace {

object absolute_limits(const call& from) {
    std::int64_t servers = 0;
    std::int64_t cores = 0;
    std::int64_t ram = 0;
    for (const server& each : from.account.servers) {
        if (each.region != from.where.region || each.vm_state == "deleted") continue;
        ++servers;
        cores += each.flavor->vcpus;
        ram += each.flavor->ram_mb;
    }
    return object{{"maxImageMeta", limits::metadata_items},
                  {"maxServerMeta", limits::metadata_items},
                  {"maxPersonality", limits::personality_files},
                  {"maxPersonalitySize", limits::personality_bytes},
                  {"maxTotalCores", -1},
                  {"maxTotalInstances", limits::servers},
                  {"maxTotalPrivateNetworks", limits::private_networks},
                  {"maxTotalRAMSize", limits::ram_mb},
                  {"maxTotalKeypairs", limits::keypairs},
                  {"totalCoresUsed", cores},
                  {"totalInstancesUsed", servers},
                  {"totalPrivateNetworksUsed", 0},
                  {"totalRAMUsed", ram}};
}

object shown_rule(const rate_rule& rule, rate_window& window, time_point now) {
    window.pass(now);
    return object{
        {"verb", text_value(rule.verb)},
        {"value", rule.most},
        {"remaining", window.left()},
        {"unit", text_value(rule.unit)},
        {"next-available", text_value(iso_time(window.is_full() ? window.frees_at(now) : now))}};
}

/// By the paths that they are for.
array rate_limits(call& from) {
    array made;
    const auto rules = rate_rules();
    for (std::size_t i = 0; i < rules.size(); ++i) {
        if (rules[i].of != from.where.of) continue;
        object one = shown_rule(rules[i], from.account.rates[i], from.now);
        object* group = nullptr;
        for (value& each : made)
            if (text_of(each.get_object(), "uri") == rules[i].uri) group = &each.get_object();
        if (group == nullptr) {
            made.push_back(object{{"uri", text_value(rules[i].uri)},
                                  {"regex", text_value(rules[i].regex)},
                                  {"limit", array{}}});
            group = &made.back().get_object();
        }
        group->at("limit").get_array().push_back(std::move(one));
    }
    return made;
}

} // namespace

answer show_limits(call& from) {
    return {200, object{{"limits", object{{"rate", rate_limits(from)},
                                          {"absolute", absolute_limits(from)}}}}};
}

answer list_extensions(call&) {
    array all;
    for (const auto& [alias, name] :
         {std::pair{"OS-DCF", "DiskConfig"}, std::pair{"OS-EXT-STS", "ExtendedStatus"},
          std::pair{"os-keypairs", "Keypairs"}, std::pair{"os-instance-actions", "InstanceActions"},
          std::pair{"os-used-limits", "UsedLimits"}})
        all.push_back(
            object{{"alias", alias}, {"name", name}, {"description", name}, {"links", array{}}});
    return {200, object{{"extensions", std::move(all)}}};
}

} // namespace chatops::mocks::rackspace
