// What every change at Rackspace is put through: crashes at its turns, faults at the request that
// has the effect, a refusal, an account whose requests are used up. A test says which line.
#pragma once

#include "chatops/core/ascii.hpp"
#include "tests/operations/change_trials.hpp"
#include "tests/operations/rackspace_bench.hpp"

#include <gtest/gtest.h>

#include <map>
#include <memory>
#include <ostream>
#include <string>
#include <vector>

namespace chatops::support {

/// One line that changes something, and the method of the request by which it does.
struct rackspace_deed {
    std::string line;
    std::string method = "POST";
    /// Whether that request may be sent again without asking whether it had been carried out.
    bool may_repeat = false;
    mocks::rackspace::seed account = mocks::rackspace::agency_account();
    /// Where its requests go: a glob. What asks for a token may be asked again.
    std::string path = "/v2/*";
    /// What was done before, by another way.
    void (*prepare)(rackspace_bench&) = nullptr;
};

inline std::ostream& operator<<(std::ostream& to, const rackspace_deed& each) {
    return to << each.line;
}

/// Of its line, as a test may be called: `server_reboot_web_1`.
inline std::string name_of_rackspace_deed(const rackspace_deed& what) {
    std::string name;
    for (const char c : what.line.substr(std::string("rackspace ").size()))
        if (name.size() < 48) name += is_letter(c) || is_digit(c) ? c : '_';
    return name;
}

/// Where that has been done.
class prepared_rackspace : public rackspace_bench {
  public:
    explicit prepared_rackspace(const rackspace_deed& what) : rackspace_bench(what.account) {
        if (what.prepare == nullptr) return;
        what.prepare(*this);
        // What has moved meanwhile is seen once it is asked for.
        get("/servers");
    }
};

/// Faults of the requests of servers only.
inline std::string at_servers(const std::string& method, const std::string& fault) {
    return R"([{"match":{"method":")" + method + R"(","path":"/v2/*"},)" + fault + "}]";
}

inline std::string at_its_path(const rackspace_deed& what, const std::string& fault) {
    return R"([{"match":{"method":")" + what.method + R"(","path":")" + what.path + R"("},)" +
           fault + "}]";
}

struct rackspace_trial : vendor_trial<rackspace_bench, rackspace_deed> {
    static constexpr const char* used_up = "OverLimit Retry...";
    static constexpr duration goes_on_for = std::chrono::minutes(5);

    static std::unique_ptr<rackspace_bench> begin(const rackspace_deed& what) {
        return std::make_unique<prepared_rackspace>(what);
    }
    static bool is_once(const rackspace_deed& what) { return !what.may_repeat; }
    static std::string plan(const rackspace_deed& what, const std::string& fault) {
        return at_its_path(what, fault);
    }
    static std::string state(rackspace_bench& at) { return at.state(); }

    /// Method and path, with the body but for a mark that is drawn anew for each run.
    static std::string comparable(const std::string& deed) {
        return deed.substr(0, deed.find(R"("chatops":")"));
    }
    /// The address of what was made is drawn by the mock.
    static std::string told(const played& end) {
        const std::string text = end.text();
        const auto colon = text.find(" is up: ");
        return colon == std::string::npos ? text : text.substr(0, colon + 6);
    }

    /// What is on trial is kept.
    static bool is_own_question(const std::string& asked) {
        return asked == "@confirm" || asked == "trial";
    }
    static std::string answer(const std::string& asked) {
        return asked == "trial" ? "keep" : vendor_trial::answer(asked);
    }
};

} // namespace chatops::support
