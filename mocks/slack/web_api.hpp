// Slack's Web API: who calls, how often, and which method it is.
#pragma once

#include "mocks/slack/arguments.hpp"
#include "mocks/slack/parts.hpp"
#include "mocks/slack/refusal.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace chatops::mocks::slack {

enum class token_kind { any, bot, app_level };

/// One call, as a method's handler sees it.
struct call {
    parts& in;
    const arguments& args;
    sim::moment when;
    token_kind who = token_kind::any;
    /// Becomes `warning` and `response_metadata.warnings`.
    std::string warning = {};

    /// Throws `missing_scope` unless the bot token has it.
    void need(std::string_view scope) const;
    /// The channel of that argument, if the bot may see it; else throws `channel_not_found`.
    [[nodiscard]] channel& where(std::string_view argument = "channel") const;
};

struct method {
    std::string_view name;
    tier rate;
    /// `any` for methods that take either token.
    token_kind token;
    std::string_view scope;
    /// Returns the members beside `ok`. Throws `refusal`.
    object (*run)(call&);
};

/// As Slack lists them: `chat:write,commands`.
std::string scope_list(const std::vector<std::string>& scopes);

/// Null when Slack has no such method, or this mock does not.
const method* find_method(std::string_view name);

/// Answers `/api/METHOD`.
http::response answer_call(parts& in, const http::request& what, sim::moment when);

} // namespace chatops::mocks::slack
