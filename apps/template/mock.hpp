// The status page without a network: what it holds, and how it answers. Nothing of its client.
#pragma once

#include <chatops/simulation.hpp>

#include <map>
#include <optional>
#include <string>

namespace lantern {

class mocked_status_page final : public chatops::sim::mock {
  public:
    [[nodiscard]] std::string_view name() const override { return "status"; }

    chatops::http::response handle(const chatops::http::request& what,
                                   chatops::sim::moment) override {
        using chatops::mocks::json_response;
        if (what.headers.get("Authorization") != "Bearer mock-status-token")
            return json_response(401, {{"id", "unauthorized"}, {"message", "Who are you?"}});
        if (what.path() == "/notices" && what.method == "GET")
            return json_response(200, state().at("notices"));
        const std::string begin = "/notices/";
        if (what.path().substr(0, begin.size()) != begin || what.method != "PUT")
            return json_response(404,
                                 {{"id", "not_found"}, {"message", "There is no such thing."}});
        auto given = chatops::mocks::object_body(what);
        if (!given || chatops::mocks::text_of(*given, "text").empty())
            return json_response(422, {{"id", "invalid"}, {"message", "A notice needs a text."}});
        const std::string id(chatops::mocks::text_of(*given, "id"));
        return json_response(200, notices_[id] = *given);
    }

    /// For completion: it is asked without being changed.
    [[nodiscard]] std::optional<chatops::http::response>
    look(const chatops::http::request& what, chatops::sim::moment when) const override {
        mocked_status_page seen(*this);
        return seen.handle(what, when);
    }

    /// To be looked at by tests and compared between histories.
    [[nodiscard]] boost::json::value state() const override {
        boost::json::array all;
        for (const auto& [id, each] : notices_) all.push_back(each);
        return {{"notices", std::move(all)}};
    }

  private:
    std::map<std::string, boost::json::object> notices_;
};

} // namespace lantern
