#include "apps/sim/histories.hpp"

#include "mocks/worlds/history.hpp"

#include <cstdio>
#include <string>

namespace chatops::apps {

namespace {

/// In so many histories each command was the last line of one, with a yes.
void tell_of_commands(const catalogue& commands, std::uint64_t count,
                      const mocks::worlds::history_outcome& all) {
    std::printf("%zu of %zu commands were carried out\n", all.played.size(),
                commands.entries().size());
    if (count < commands.entries().size()) return;
    for (const entry& each : commands.entries()) {
        const command_info& info = each.what->info;
        const std::string name(info.name);
        const bool is_to_change = each.run != nullptr && info.effect != effect::read;
        if (all.played.count(name) == 0)
            std::printf("  never: %s\n", name.c_str());
        else if (is_to_change && all.changed.count(name) == 0)
            std::printf("  changed nothing: %s\n", name.c_str());
    }
}

} // namespace

int check_histories(const mocks::worlds::simulated& what, std::uint64_t first_seed,
                    std::uint64_t count) {
    const catalogue commands(what.commands);
    const mocks::worlds::history_setting setting{commands, what.world, what.others};
    std::uint64_t broken = 0;
    mocks::worlds::history_outcome all;
    for (std::uint64_t seed = first_seed; seed < first_seed + count; ++seed) {
        mocks::worlds::history_outcome told = mocks::worlds::play_history(seed, setting);
        all.crashes += told.crashes;
        all.faults += told.faults;
        all.played.merge(told.played);
        all.changed.merge(told.changed);
        if (told.broken.empty()) continue;
        ++broken;
        std::printf("seed %llu:\n", static_cast<unsigned long long>(seed));
        for (const std::string& line : told.conversation) std::printf("    %s\n", line.c_str());
        for (const std::string& why : told.broken) std::printf("  broken: %s\n", why.c_str());
    }
    tell_of_commands(commands, count, all);
    std::printf("%llu histories from seed %llu, %zu crashes, %zu faults: %llu broken\n",
                static_cast<unsigned long long>(count), static_cast<unsigned long long>(first_seed),
                all.crashes, all.faults, static_cast<unsigned long long>(broken));
    return broken == 0 ? 0 : 1;
}

} // namespace chatops::apps
