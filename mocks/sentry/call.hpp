// One authentic request as its handler sees it, and what the handler answers.
#pragma once

#include "chatops/http/message.hpp"
#include "mocks/common/json.hpp"
#include "mocks/common/text.hpp"
#include "mocks/sentry/cursor.hpp"
#include "mocks/sentry/errors.hpp"
#include "mocks/sentry/state.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace chatops::mocks::sentry {

struct call {
    account_state& account;
    time_point now;
    const http::request& what;
    /// What stood in the path where the route has a `*`, decoded.
    std::vector<std::string> words;
    form query;
    /// Empty when no body came.
    object body;

    /// The parameter of that name in the query; empty when it is absent.
    [[nodiscard]] std::string_view asked(std::string_view name) const { return field(query, name); }
    [[nodiscard]] bool has(std::string_view name) const;
    /// All parameters of that name.
    [[nodiscard]] std::vector<std::string> all_asked(std::string_view name) const;
    /// The word of that place as a thing there is; 404 where there is none.
    [[nodiscard]] project& project_at(std::size_t word) const;
    [[nodiscard]] issue& issue_at(std::size_t word) const;
    [[nodiscard]] release& release_at(std::size_t word) const;
};

struct answer {
    int status = 200;
    /// Null for nothing.
    value body = nullptr;
    /// Beside those that every answer has.
    http::fields headers = {};
};

/// The items of a page: `per_page` or `limit`. Refuses with 400 what is more than there can be.
std::size_t page_limit(const call& from, std::string_view parameter = "per_page");

/// The `Link` header of a page: both directions, and whether there is anything.
std::string link_header(const call& from, const page& shown);

/// A list's page that was asked for, by place, with its links.
answer listed(const call& from, array all);

/// The same of a list in falling order of a score, of which only that page is written: `write(i)`.
template <class Score, class Write>
answer listed_by_score(const call& from, std::size_t items, std::size_t limit, const Score& score,
                       const Write& write) {
    const page shown = page_by_score(items, score, cursor::read(from.asked("cursor")), limit);
    array made;
    for (std::size_t i = shown.begin; i < shown.end; ++i) made.push_back(write(i));
    answer given{200, std::move(made)};
    given.headers.add("Link", link_header(from, shown));
    return given;
}

/// The member as text; nothing when it is absent or null, 400 when it is something else.
std::optional<std::string> text_parameter(const object& in, std::string_view name);
/// The same, but 400 when it is absent or empty.
std::string required_text(const object& in, std::string_view name);
std::optional<bool> flag_parameter(const object& in, std::string_view name);
/// A moment as ISO 8601; nothing when it is absent or null.
std::optional<time_point> moment_parameter(const object& in, std::string_view name);
/// `14d`, `24h`, `30m`; nothing where it cannot be read.
std::optional<duration> period_said(std::string_view text);

/// Where this server is reached: `http://127.0.0.1:9106`.
std::string own_url(const http::request& what);

} // namespace chatops::mocks::sentry
