#pragma once

#include "chatops/operations/near.hpp"
#include "chatops/operations/sentry/account.hpp"
#include "chatops/provider/sentry/client.hpp"
#include "chatops/run/context.hpp"

#include <algorithm>
#include <string_view>

namespace chatops::operations {

namespace detail {

/// One of its scopes is enough; the first one is what people give.
struct token_need {
    const char* what;
    std::vector<std::string_view> scopes;
};

/// Source: getsentry/sentry-api-schema, openapi-derefed.json, `security` of each operation.
CHATOPS_INLINE const std::vector<token_need>& token_needs() {
    static const std::vector<token_need> all{
        {"see issues", {"event:read", "event:write", "event:admin"}},
        {"change issues", {"event:write", "event:admin"}},
        {"destroy issues", {"event:admin"}},
        {"list projects, teams, environments and usage", {"org:read", "org:write", "org:admin"}},
        {"list people", {"member:read", "member:write", "member:admin"}},
        {"see a project, its events, keys and monitors",
         {"project:read", "project:write", "project:admin"}},
        {"switch keys and monitors", {"project:write", "project:admin"}},
        {"report releases and deploys",
         {"project:releases", "project:write", "project:admin", "org:ci"}},
        {"destroy releases", {"project:releases", "project:admin"}}};
    return all;
}

} // namespace detail

CHATOPS_INLINE std::vector<std::string> lacks_of(const std::vector<std::string>& scopes) {
    std::vector<std::string> lacks;
    for (const detail::token_need& each : detail::token_needs()) {
        const bool may =
            std::any_of(each.scopes.begin(), each.scopes.end(), [&](std::string_view scope) {
                return std::find(scopes.begin(), scopes.end(), scope) != scopes.end();
            });
        if (!may) lacks.push_back(each.what + (" (" + std::string(each.scopes.front()) + ')'));
    }
    return lacks;
}

CHATOPS_INLINE asio::awaitable<reply> sentry_whoami::run(context& ctx) const {
    const auto self =
        co_await ctx.observe("identity", [&](sentry::client& sentry) { return sentry.whoami(); });
    fields_part facts;
    std::string whose = "The token is the organization's, and no person's";
    if (self.user) {
        const std::string email = self.user->email.value_or(std::string());
        const std::string name = self.user->name.value_or(std::string());
        whose = "The token is " + (name.empty() ? email : name) + "'s";
        if (!email.empty()) facts.fields.emplace_back("Email", email);
        facts.fields.emplace_back("Id", self.user->id);
    }
    reply answer = reply::neutral(std::move(whose));
    if (self.auth) {
        facts.fields.emplace_back("Scopes", joined_words(self.auth->scopes));
        const auto lacks = lacks_of(self.auth->scopes);
        if (!lacks.empty()) {
            answer.how = tone::warning;
            facts.fields.emplace_back("May not", joined_words(lacks));
        }
    }
    co_return answer.add(std::move(facts));
}

} // namespace chatops::operations
