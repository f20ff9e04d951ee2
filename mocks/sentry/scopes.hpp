// Which scopes let a token do what: one of a list is enough.
// Source: getsentry/sentry-api-schema, openapi-derefed.json, `security` of each operation; of those
// that are not in it, the permission of its endpoint in getsentry/sentry.
#pragma once

#include <span>
#include <string_view>

namespace chatops::mocks::sentry::scopes {

/// Any token at all.
inline constexpr std::span<const std::string_view> none;

inline constexpr std::string_view org_read[] = {"org:read", "org:write", "org:admin"};
inline constexpr std::string_view member_read[] = {"member:read", "member:write", "member:admin"};
inline constexpr std::string_view team_read[] = {"team:read", "team:write", "team:admin"};

inline constexpr std::string_view project_read[] = {"project:read", "project:write",
                                                    "project:admin"};
inline constexpr std::string_view project_write[] = {"project:write", "project:admin"};
inline constexpr std::string_view project_admin[] = {"project:admin"};

inline constexpr std::string_view event_read[] = {"event:read", "event:write", "event:admin"};
inline constexpr std::string_view event_write[] = {"event:write", "event:admin"};
inline constexpr std::string_view event_admin[] = {"event:admin"};

inline constexpr std::string_view release_read[] = {"project:read", "project:write",
                                                    "project:admin", "project:releases", "org:ci"};
inline constexpr std::string_view release_write[] = {"project:write", "project:admin",
                                                     "project:releases", "org:ci"};
inline constexpr std::string_view release_admin[] = {"project:admin", "project:releases"};

inline constexpr std::string_view monitor_list[] = {"org:read", "org:write", "org:admin",
                                                    "alerts:read"};
inline constexpr std::string_view monitor_read[] = {"project:read", "project:write",
                                                    "project:admin", "alerts:read", "alerts:write"};
inline constexpr std::string_view monitor_write[] = {"project:write", "project:admin",
                                                     "alerts:write"};

} // namespace chatops::mocks::sentry::scopes
