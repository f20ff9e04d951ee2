#include "mocks/worlds/history_checks.hpp"

#include "chatops/command/text_of_enum.hpp"
#include "chatops/core/glob.hpp"

#include <algorithm>
#include <array>

namespace chatops::mocks::worlds {

namespace {

/// What a vendor means by a method, where it is not HTTP's own meaning (RFC 9110, 9.2).
struct vendors_meaning {
    std::string_view provider;
    std::string_view method;
    std::string_view path;
    enum class sort { look, set, act } is;
    /// Of the body, where the path does not tell.
    std::string_view body = "*";
};

constexpr std::array<vendors_meaning, 16> meanings{{
    // Platform API Reference: a session only reads; stopping a dyno starts another.
    {"heroku", "POST", "/apps/*/log-sessions", vendors_meaning::sort::look},
    {"heroku", "DELETE", "/apps/*/dynos*", vendors_meaning::sort::act},
    // digitalocean/openapi, tags, firewalls, projects: what has the tag, or is behind it, stays so.
    {"digitalocean", "POST", "/v2/tags", vendors_meaning::sort::set},
    {"digitalocean", "POST", "/v2/tags/*/resources", vendors_meaning::sort::set},
    {"digitalocean", "POST", "/v2/firewalls/*/*", vendors_meaning::sort::set},
    {"digitalocean", "POST", "/v2/projects/*/resources", vendors_meaning::sort::set},
    {"digitalocean", "POST", "/v2/load_balancers/*/*", vendors_meaning::sort::set},
    // Rackspace's identity: to be known changes nothing. A key of that name stays what it is.
    {"rackspace", "POST", "/v2.0/tokens", vendors_meaning::sort::look},
    {"rackspace", "POST", "/v2/*/os-keypairs", vendors_meaning::sort::set},
    // openstack/nova, compute/api.py: what is locked, or is not, stays so.
    {"rackspace", "POST", "/v2/*/servers/*/action", vendors_meaning::sort::set, "{\"lock\":*"},
    {"rackspace", "POST", "/v2/*/servers/*/action", vendors_meaning::sort::set, "{\"unlock\":*"},
    // Papertrail, settings API: what is in a group, or is not, stays so.
    {"papertrail", "POST", "/api/v1/systems/*/join.json", vendors_meaning::sort::set},
    {"papertrail", "POST", "/api/v1/systems/*/leave.json", vendors_meaning::sort::set},
    // GraphQL, 2.3: all is POST; a query only looks. What a mutation does, its name tells: an
    // update says how something is to be.
    {"newrelic", "POST", "/graphql", vendors_meaning::sort::look, "{\"query\":\"query *"},
    {"newrelic", "POST", "/graphql", vendors_meaning::sort::look, "{\"query\":\"{*"},
    {"newrelic", "POST", "/graphql", vendors_meaning::sort::set, "{\"query\":\"mutation *Update(*"},
}};

vendors_meaning::sort sort_of(std::string_view provider, std::string_view method,
                              std::string_view path, std::string_view body) {
    for (const vendors_meaning& each : meanings)
        if (each.provider == provider && each.method == method && glob_matches(each.path, path) &&
            glob_matches(each.body, body))
            return each.is;
    if (method == "GET" || method == "HEAD" || method == "OPTIONS")
        return vendors_meaning::sort::look;
    return method == "POST" ? vendors_meaning::sort::act : vendors_meaning::sort::set;
}

bool fits(const rule& by, const drawn_line& what,
          const std::vector<std::pair<std::string, std::string>>& values) {
    const command_info& info = what.command->what->info;
    const auto is_it = [&](const std::string& pattern) { return glob_matches(pattern, info.name); };
    const std::string effect_word = chatops::text_of<effect>::write(info.effect);
    if (!by.commands.empty() && std::none_of(by.commands.begin(), by.commands.end(), is_it))
        return false;
    if (!by.effects.empty() &&
        std::find(by.effects.begin(), by.effects.end(), effect_word) == by.effects.end())
        return false;
    return std::all_of(by.values.begin(), by.values.end(), [&](const auto& wanted) {
        std::size_t given = 0;
        std::size_t good = 0;
        for (const auto& [name, value] : values) {
            if (name != wanted.first) continue;
            ++given;
            good += glob_matches(wanted.second, value) ? 1 : 0;
        }
        return given > 0 && given == good;
    });
}

const std::deque<std::shared_ptr<sim::exchange>>& all_exchanges(const company& of) {
    return of.simulation().wires().exchanges();
}

std::size_t place_of(const company& of, std::uint64_t count) {
    const std::uint64_t forgotten = of.simulation().wires().forgotten_exchanges();
    return count > forgotten ? static_cast<std::size_t>(count - forgotten) : 0;
}

/// Slack delivers to the bot, and is no provider.
bool is_a_provider(std::string_view name) {
    return name != "slack" && name != "bot" && name != "nobody";
}

} // namespace

bool may(const world& in, std::string_view person, const drawn_line& what) {
    const auto who = std::find_if(in.people.begin(), in.people.end(),
                                  [&](const auto& each) { return each.name == person; });
    if (who == in.people.end() || what.given == nullptr) return false;
    if (what.command->is_open || what.command->answer != nullptr) return true;
    const auto values = catalogue::values_of(*what.command, what.given.get());
    return std::any_of(in.rules.begin(), in.rules.end(), [&](const rule& each) {
        const bool is_for_them =
            each.roles.empty() ||
            std::any_of(each.roles.begin(), each.roles.end(), [&](const std::string& role) {
                return std::find(who->roles.begin(), who->roles.end(), role) != who->roles.end();
            });
        return is_for_them && fits(each, what, values);
    });
}

std::string change::text() const { return provider + ' ' + method + ' ' + path + ' ' + body; }

std::string change::kind() const {
    std::string made = provider + ' ' + method + ' ';
    bool is_number = false;
    for (const char c : path) {
        const bool digit = c >= '0' && c <= '9';
        if (!digit) made += c;
        if (digit && !is_number) made += '#';
        is_number = digit;
    }
    return made;
}

bool change::repeats() const {
    return sort_of(provider, method, path, body) == vendors_meaning::sort::act;
}

std::uint64_t exchange_count(const company& of) {
    return of.simulation().wires().forgotten_exchanges() + all_exchanges(of).size();
}

std::vector<change> changes_since(const company& of, std::uint64_t count, bool is_silent) {
    std::vector<change> made;
    const auto& all = all_exchanges(of);
    for (std::size_t i = place_of(of, count); i < all.size(); ++i) {
        const sim::exchange& each = *all[i];
        const std::string path(each.what.path());
        if (!is_a_provider(each.to) ||
            sort_of(each.to, each.what.method, path, each.what.body) == vendors_meaning::sort::look)
            continue;
        constexpr int first_refusal = 300;
        const bool was_answered = each.failure.empty() && each.answer.status > 0;
        const bool happened = was_answered ? each.answer.status < first_refusal : is_silent;
        made.push_back({each.to, each.what.method, path, each.what.body, each.sent, happened});
    }
    return made;
}

bool was_asked(const company& of, std::uint64_t count, std::string_view provider) {
    const auto& all = all_exchanges(of);
    const auto first = all.begin() + static_cast<std::ptrdiff_t>(place_of(of, count));
    return std::any_of(first, all.end(), [&](const auto& each) { return each->to == provider; });
}

} // namespace chatops::mocks::worlds
