// A conversation with Papertrail that a test writes down, and the bodies that it answers with.
#pragma once

#include "chatops/provider/papertrail/client.hpp"
#include "support/provider_conversation.hpp"

#include <string>
#include <vector>

namespace chatops::papertrail {

using namespace std::chrono_literals;

using support::happened;

inline std::string event_json(const std::string& id, const std::string& message = "boom") {
    return R"({"id":)" + id +
           R"(,"received_at":"2024-02-29T05:00:00-07:00","source_name":"web-1","source_id":7,)"
           R"("severity":"Error","program":null,"hostname":"web-1","message":")" +
           message + "\"}";
}

inline std::string page_json(const std::string& events, const std::string& min_id,
                             const std::string& max_id, const std::string& flag = {}) {
    return R"({"min_id":")" + min_id + R"(","max_id":")" + max_id + R"(","events":[)" + events +
           "]" + (flag.empty() ? "" : ",\"" + flag + "\":true") + "}";
}

/// A client of Papertrail, and the script of what it asks and is answered.
class papertrail_client : public support::provider_conversation<client> {
  protected:
    papertrail_client() : provider_conversation("https://papertrailapp.com", "very-secret") {}

    /// Ids of what a search finds, page by page: `3 4 | 1 2`; whether it was whole.
    std::string pages_of(search_order which, std::size_t page = 2, int most = 100) {
        std::string text;
        int pages = 0;
        auto papertrail = made();
        const std::function<bool(std::vector<event>)> look = [&](std::vector<event> events) {
            if (pages > 0) text += " | ";
            for (const event& each : events) text += std::to_string(each.id) + ' ';
            return ++pages < most;
        };
        const search_end end =
            world.play(papertrail.each_page_of_events(std::move(which), page, look));
        return text + (end.is_whole ? "whole" : "in part");
    }
};

} // namespace chatops::papertrail
