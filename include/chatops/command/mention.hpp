// People and channels as people type them: `@lead`, `#acme`, and what Slack makes of them.
#pragma once

#include "chatops/core/config.hpp"
#include "chatops/core/result.hpp"

#include <string>
#include <string_view>

namespace chatops {

/// A person: `@lead`, `@U0LEAD`, `<@U0LEAD>` or `<@U0LEAD|lead>`.
///
/// Who that is, is known only where people are: find the member by `id`, which decides, or by
/// `name`, which is what was typed. Slack's id is told from a name by its capitals (`U` or `W`,
/// then at least five capitals and digits), which no name of Slack's has.
struct person_mention {
    static constexpr std::string_view kind = "person";

    /// As the chat service knows them: `U0LEAD`; empty if only a name was typed.
    std::string id;
    /// Without `@`; empty if only an id was typed.
    std::string name;

    /// Mistakes are those of `not_a`.
    static result<person_mention> parse(std::string_view text);
    /// `@lead`, `@U0LEAD`, or with both `<@U0LEAD|lead>`.
    [[nodiscard]] std::string to_text() const;
    friend bool operator==(const person_mention&, const person_mention&) = default;
};

/// A channel: `#acme`, `#C0ACME`, `<#C0ACME>` or `<#C0ACME|acme>`; as with people, `id` decides.
struct channel_mention {
    static constexpr std::string_view kind = "channel";

    /// `C0ACME`; empty if only a name was typed.
    std::string id;
    /// Without `#`; empty if only an id was typed.
    std::string name;

    /// Mistakes are those of `not_a`.
    static result<channel_mention> parse(std::string_view text);
    /// `#acme`, `#C0ACME`, or with both `<#C0ACME|acme>`.
    [[nodiscard]] std::string to_text() const;
    friend bool operator==(const channel_mention&, const channel_mention&) = default;
};

} // namespace chatops

#include CHATOPS_BODY("chatops/command/mention.ipp")
