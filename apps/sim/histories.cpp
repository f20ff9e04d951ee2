#include "apps/sim/histories.hpp"

#include "mocks/worlds/history.hpp"

#include <cstdio>

namespace chatops::apps {

int check_histories(const simulated& what, std::uint64_t first_seed, std::uint64_t count) {
    const catalogue commands(what.commands);
    std::uint64_t broken = 0;
    std::size_t crashes = 0;
    std::size_t faults = 0;
    for (std::uint64_t seed = first_seed; seed < first_seed + count; ++seed) {
        const mocks::worlds::history_outcome played = mocks::worlds::play_history(seed, commands);
        crashes += played.crashes;
        faults += played.faults;
        if (played.broken.empty()) continue;
        ++broken;
        std::printf("seed %llu:\n", static_cast<unsigned long long>(seed));
        for (const std::string& line : played.conversation) std::printf("    %s\n", line.c_str());
        for (const std::string& why : played.broken) std::printf("  broken: %s\n", why.c_str());
    }
    std::printf("%llu histories from seed %llu, %zu crashes, %zu faults: %llu broken\n",
                static_cast<unsigned long long>(count), static_cast<unsigned long long>(first_seed),
                crashes, faults, static_cast<unsigned long long>(broken));
    return broken == 0 ? 0 : 1;
}

} // namespace chatops::apps
