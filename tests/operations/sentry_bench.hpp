// Sentry's commands at the bench, with Sentry's mock.
#pragma once

#include "chatops/operations/catalogue.hpp"
#include "chatops/provider/sentry/members.hpp"
#include "chatops/provider/sentry/types.hpp"
#include "tests/mocks/sentry_organization.hpp"
#include "tests/operations/command_bench.hpp"
#include "tests/support/drop_members.hpp"

#include <string>

namespace chatops::support {

/// What the bench is made over, and so made before it.
struct sentry_service {
    mocks::sentry::service service;
};

class sentry_bench : public sentry_service, public command_bench {
  public:
    explicit sentry_bench(const mocks::sentry::seed& given = mocks::shop_organization())
        : sentry_service{{given, 7, bench_start}},
          command_bench(service, "sntryu_right", operations::sentry_entries()) {
        configuration.providers.at("sentry").more["organization"] = given.organization;
    }

    /// An error happens, as the mock's control route takes it.
    void happens(const std::string& body) {
        const http::request what{"POST", "/_mock/events", {}, body};
        const auto told = service.control(what, wires.when());
        CHATOPS_ASSERT(told && told->status == 200);
    }

    /// Somebody else does something meanwhile.
    void change(const std::string& method, const std::string& path, const std::string& body) {
        const http::request what{
            method,
            "/api/0" + path,
            {{"Authorization", "Bearer sntryu_right"}, {"Content-Type", "application/json"}},
            body};
        const auto status = service.handle(what, wires.when()).status;
        CHATOPS_ASSERT(status >= 200 && status < 300);
    }

    /// An issue as the mock has it, or `null`.
    [[nodiscard]] boost::json::value issue(const std::string& short_id) const {
        const boost::json::value all = service.state();
        const auto* const found = all.at("issues").as_object().if_contains(short_id);
        return found == nullptr ? boost::json::value() : *found;
    }

    /// The same as a new run sees it: what this one saw before is recorded.
    [[nodiscard]] sentry::issue issue_now(const std::string& short_id) {
        const http::request what{"GET",
                                 "/api/0/organizations/acme/shortids/" + short_id + "/",
                                 {{"Authorization", "Bearer sntryu_right"}},
                                 {}};
        const auto body = json::parse(service.handle(what, wires.when()).body).value();
        return json::read<sentry::issue>(sentry::with_our_names(body.at("group"))).value();
    }

    /// All of it, without what is drawn by chance or is a time.
    [[nodiscard]] std::string whole_state() const {
        boost::json::value all = service.state();
        drop_members(all, {"id", "dateCreated", "dateFinished", "dateReleased"});
        return json::text(all);
    }
};

} // namespace chatops::support
