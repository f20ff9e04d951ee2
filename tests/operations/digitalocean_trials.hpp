// What every change at DigitalOcean is put through: crashes at its turns, faults at the request
// that has the effect, a refusal, an account that is used up. A test says which line, and which
// account.
#pragma once

#include "tests/operations/change_trials.hpp"
#include "tests/operations/digitalocean_bench.hpp"

#include <gtest/gtest.h>

#include <functional>
#include <memory>
#include <string>
#include <vector>

namespace chatops::support {

/// One line that changes something, and the method of the request by which it does.
struct deed {
    std::string line;
    std::string method = "POST";
    /// Whether that request may be sent again without asking whether it had been carried out.
    bool may_repeat = false;
    mocks::digitalocean::seed account = mocks::digitalocean::agency_account();
    /// What there is besides, before it begins.
    std::function<void(digitalocean_bench&)> before = nullptr;
};

struct digitalocean_trial : vendor_trial<digitalocean_bench, deed> {
    static constexpr const char* used_up = "API Rate limit exceeded.";
    static constexpr const char* forbidden = "You do not have access for the attempted action.";

    static std::unique_ptr<digitalocean_bench> begin(const deed& what) {
        auto made = std::make_unique<digitalocean_bench>(what.account);
        if (what.before) what.before(*made);
        return made;
    }
    static bool is_once(const deed& what) { return !what.may_repeat; }
    static std::string state(digitalocean_bench& at) { return at.state(); }

    /// Method and path, with the body but for a tag that is drawn anew for each run.
    static std::string comparable(const std::string& deed) {
        return deed.substr(0, deed.find("chatops-"));
    }

    /// The address of what was made is drawn by the mock, and differs with what was asked before
    /// it.
    static std::string told(const played& end) {
        const std::string text = end.text();
        const auto colon = text.find(" is up: ");
        if (colon != std::string::npos) return text.substr(0, colon + 6);
        return text.substr(0, text.find("203.0.113."));
    }
};

/// All of it.
inline void try_all(const std::vector<deed>& deeds) {
    for (const deed& each : deeds) try_change<digitalocean_trial>(each);
}

/// Lines that name what is not there, or what two have, do nothing, and say so.
struct unclear {
    const char* line;
    const char* said;
};
inline void try_unclear(const mocks::digitalocean::seed& account,
                        const std::vector<unclear>& lines) {
    for (const unclear& each : lines) {
        digitalocean_bench at(account);
        EXPECT_EQ(at.play(each.line).title(), each.said) << each.line;
        EXPECT_TRUE(at.deeds().empty()) << each.line;
    }
}

} // namespace chatops::support
