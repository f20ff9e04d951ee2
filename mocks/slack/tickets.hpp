// What Slack hands out for a short while: trigger ids and response URLs.
#pragma once

#include "chatops/core/clock.hpp"
#include "mocks/slack/model.hpp"

#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace chatops::mocks::slack {

/// A right to open a modal. Source: Slack, "views.open": three seconds, once.
struct trigger {
    std::string user;
    time_point expires;
    bool is_used = false;
};

/// A right to answer in a place, five times in thirty minutes.
struct response_hook {
    std::string channel;
    std::string user;
    time_point expires;
    int uses = 0;
    std::string thread_ts = {};
    /// The message that `replace_original` means: the one clicked, or the last one made here.
    std::string original_ts = {};
    /// What an `in_channel` answer shows above itself, until it was shown once.
    std::string command = {};
};

/// The right to exchange an installation for its tokens: once, within ten minutes. Source: Slack,
/// "Installing with OAuth".
struct installation_code {
    time_point expires;
    /// As it was named, or empty.
    std::string redirect_url;
    /// What the person agreed to.
    std::vector<std::string> scopes = {};
    bool is_used = false;
};

/// A bot's token that expires, and the right to the next one: once. Source: Slack, "Using token
/// rotation".
struct rotating_token {
    /// `xoxe.xoxb-1-…`
    std::string access;
    /// `xoxe-1-…`; empty once it was used.
    std::string refresh;
    time_point expires;
};

enum class token_state { unknown, good, expired };

class tickets {
  public:
    explicit tickets(model& data) : data_(data) {}

    std::string new_trigger(std::string user_id, time_point now);

    /// The person whose click or command this was. Throws `refusal`: `invalid_trigger_id`,
    /// `expired_trigger_id`, `exchanged_trigger_id`.
    std::string use_trigger(std::string_view id, time_point now);

    std::string new_code(installation_code what, time_point now);
    /// The scopes that were agreed to. Throws `refusal`: `invalid_code` for one that is unknown or
    /// expired, `code_already_used`, `bad_redirect_uri` where another address is named than the
    /// code was made for.
    std::vector<std::string> use_code(std::string_view code, std::string_view redirect_url,
                                      time_point now);

    rotating_token new_token(time_point now);
    /// Throws `refusal`: `invalid_refresh_token`.
    void use_refresh_token(std::string_view refresh);
    [[nodiscard]] token_state state_of(std::string_view access, time_point now) const;

    /// The URL's path: `/commands/T…/123/abc`. `kind` is `commands` or `actions`.
    std::string new_hook(std::string_view kind, response_hook what, time_point now);

    /// Null when there never was one.
    response_hook* find_hook(std::string_view path);

  private:
    void forget_old(time_point now);

    model& data_;
    std::uint64_t counter_ = 0;
    std::map<std::string, trigger, std::less<>> triggers_;
    std::map<std::string, response_hook, std::less<>> hooks_;
    std::map<std::string, installation_code, std::less<>> codes_;
    std::map<std::string, rotating_token, std::less<>> tokens_;
};

} // namespace chatops::mocks::slack
