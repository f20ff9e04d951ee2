// A conversation with Sentry that a test writes down, and the bodies that Sentry answers with.
#pragma once

#include "chatops/provider/sentry/client.hpp"
#include "support/provider_conversation.hpp"

#include <string>

namespace chatops::sentry {

using namespace std::chrono_literals;

using support::happened;
using support::nothing_happened;

inline std::string issue_json(const std::string& id, const std::string& name,
                              const std::string& status = "unresolved") {
    return R"({"id":")" + id + R"(","shortId":")" + name +
           R"(","title":"It broke","culprit":null,)" + R"("permalink":"https://sentry.io/issues/)" +
           id + R"(/","level":"error","status":")" + status +
           R"(","substatus":"ongoing","statusDetails":{},"project":{"id":"7","slug":"shop"},)" +
           R"("assignedTo":null,"count":"12345678901","userCount":3,"newMember":[1],)" +
           R"("firstSeen":"2024-02-01T00:00:00Z","lastSeen":"2024-02-29T11:00:00.123456Z"})";
}

/// A `Link` header, with both directions as Sentry has them.
inline std::string link_to(const std::string& cursor, bool has_results) {
    return "<https://sentry.io/api/0/x/?cursor=0:0:1>; rel=\"previous\"; results=\"false\"; "
           "cursor=\"0:0:1\", <https://evil.example/api/0/x/?cursor=" +
           cursor + ">; rel=\"next\"; results=\"" + (has_results ? "true" : "false") +
           "\"; cursor=\"" + cursor + "\"";
}

/// A client of Sentry, and the script of what it asks and is answered.
class sentry_client : public support::provider_conversation<client> {
  protected:
    sentry_client() : provider_conversation("https://de.sentry.io", "sntryu_very-secret") {
        where.more["organization"] = "ac/me";
    }

    const std::string base = "/api/0/organizations/ac%2Fme";
};

} // namespace chatops::sentry
