// Papertrail's commands at the bench, with Papertrail's mock.
#pragma once

#include "chatops/operations/catalogue.hpp"
#include "tests/mocks/papertrail_account.hpp"
#include "tests/operations/command_bench.hpp"
#include "tests/support/drop_members.hpp"

#include <string>

namespace chatops::support {

/// What the bench is made over, and so made before it.
struct papertrail_service {
    mocks::papertrail::service service;
};

class papertrail_bench : public papertrail_service, public command_bench {
  public:
    explicit papertrail_bench(
        const mocks::papertrail::seed& given = mocks::papertrail::silent_account())
        : papertrail_service{{given, 7, bench_start}},
          command_bench(service, "0123papertrail", operations::papertrail_entries()) {}

    /// Asks Papertrail itself, as anyone may by another way.
    boost::json::value ask(const std::string& method, const std::string& path,
                           const std::string& body = {}) {
        http::request what{
            method, "/api/v1/" + path, {{"X-Papertrail-Token", "0123papertrail"}}, body};
        const http::response given = service.handle(what, wires.when());
        CHATOPS_ASSERT(given.status == 200);
        return json::parse(given.body).value();
    }
    [[nodiscard]] std::string id_of(const std::string& sort, const std::string& name) {
        const boost::json::value all = ask("GET", sort + ".json");
        for (const auto& each : all.as_array())
            if (each.at("name") == boost::json::value(name)) return json::text(each.at("id"));
        return {};
    }
    void writes(const std::string& text, const std::string& system = "acme-web-1",
                const std::string& program = "rails") {
        http::request what{"POST", "/_mock/events", {}, {}};
        what.body = json::text(
            boost::json::object{{"text", text}, {"system", system}, {"program", program}});
        CHATOPS_ASSERT(service.control(what, wires.when())->status == 200);
    }
    void comes(int lines_a_second) {
        http::request what{"POST", "/_mock/rate", {}, {}};
        what.body =
            R"({"lines_a_second":)" + std::to_string(lines_a_second) + R"(,"text":"request"})";
        CHATOPS_ASSERT(service.control(what, wires.when())->status == 200);
    }

    /// All of the account, without what is drawn by chance.
    [[nodiscard]] std::string whole_state() const {
        boost::json::value all = service.state();
        drop_members(all, {"id", "group_id", "port"});
        return json::text(all);
    }
};

} // namespace chatops::support
