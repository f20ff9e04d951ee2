#include "mocks/slack/tickets.hpp"

#include "mocks/slack/limits.hpp"
#include "mocks/slack/refusal.hpp"

#include <algorithm>
#include <chrono>
#include <utility>

namespace chatops::mocks::slack {

namespace {

/// How long an expired one is still known, so that a late user reads `expired` and not `invalid`.
constexpr std::chrono::minutes remembered{60};

template <class Map>
void drop_expired(Map& from, time_point now) {
    for (auto at = from.begin(); at != from.end();)
        at = at->second.expires + remembered < now ? from.erase(at) : std::next(at);
    // Their names begin with a number that grows: the first are the oldest.
    while (from.size() > limits::tickets_kept) from.erase(from.begin());
}

} // namespace

void tickets::forget_old(time_point now) {
    // Seldom, for each look costs as much as there are tickets.
    if (counter_ % 256 != 0) return;
    drop_expired(triggers_, now);
    drop_expired(hooks_, now);
}

std::string tickets::new_trigger(std::string user_id, time_point now) {
    // Slack's shape: 132456.7890123.abcdef
    std::string id = std::to_string(1'000'000 + ++counter_) + ".7890123.";
    id += data_.new_uuid().substr(0, 8) + data_.new_uuid().substr(0, 8);
    triggers_[id] = trigger{std::move(user_id), now + limits::trigger_seconds};
    forget_old(now);
    return id;
}

std::string tickets::use_trigger(std::string_view id, time_point now) {
    const auto at = triggers_.find(id);
    if (at == triggers_.end()) throw refusal("invalid_trigger_id");
    trigger& found = at->second;
    if (found.is_used) throw refusal("exchanged_trigger_id");
    if (now > found.expires) throw refusal("expired_trigger_id");
    found.is_used = true;
    return found.user;
}

std::string tickets::new_hook(std::string_view kind, response_hook what, time_point now) {
    what.expires = now + limits::response_url_minutes;
    std::string path = "/" + std::string(kind) + "/" + data_.setup().team_id + "/";
    path += std::to_string(4'000'000'000U + ++counter_) + "/" + data_.new_id("", 24);
    hooks_[path] = std::move(what);
    forget_old(now);
    return path;
}

response_hook* tickets::find_hook(std::string_view path) {
    const auto at = hooks_.find(path);
    return at == hooks_.end() ? nullptr : &at->second;
}

std::string tickets::new_code(installation_code what, time_point now) {
    while (codes_.size() >= limits::tickets_kept) codes_.erase(codes_.begin());
    std::string code =
        std::to_string(++counter_) + "." + data_.new_id("", 12) + "." + data_.new_id("", 32);
    what.expires = now + limits::code_minutes;
    codes_[code] = std::move(what);
    return code;
}

std::vector<std::string> tickets::use_code(std::string_view code, std::string_view redirect_url,
                                           time_point now) {
    const auto at = codes_.find(code);
    if (at == codes_.end() || now >= at->second.expires) throw refusal("invalid_code");
    if (at->second.is_used) throw refusal("code_already_used");
    if (at->second.redirect_url != redirect_url) throw refusal("bad_redirect_uri");
    at->second.is_used = true;
    return at->second.scopes;
}

rotating_token tickets::new_token(time_point now) {
    while (tokens_.size() >= limits::tickets_kept) tokens_.erase(tokens_.begin());
    const std::string number = std::to_string(1'000'000 + ++counter_);
    rotating_token made;
    made.access = "xoxe.xoxb-1-" + number + data_.new_id("", 32);
    made.refresh = "xoxe-1-" + number + data_.new_id("", 32);
    made.expires = now + limits::token_hours;
    return tokens_[made.access] = made;
}

void tickets::use_refresh_token(std::string_view refresh) {
    const auto at = std::find_if(tokens_.begin(), tokens_.end(), [&](const auto& each) {
        return !refresh.empty() && each.second.refresh == refresh;
    });
    if (at == tokens_.end()) throw refusal("invalid_refresh_token");
    at->second.refresh.clear();
}

token_state tickets::state_of(std::string_view access, time_point now) const {
    const auto at = tokens_.find(access);
    if (at == tokens_.end()) return token_state::unknown;
    return now < at->second.expires ? token_state::good : token_state::expired;
}

} // namespace chatops::mocks::slack
