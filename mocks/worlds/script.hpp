// A conversation as lines of text: what people say and press, and what is seen of it.
#pragma once

#include "mocks/worlds/company.hpp"

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace chatops::mocks::worlds {

/// A message as a terminal shows it: who, where, text and blocks; buttons as `[Confirm]`.
std::string shown_text(const slack::shown_message& message);

/// A modal or a home tab as a terminal shows it: inputs with what stands in them, mistakes after
/// `!`.
std::string shown_view(const value& view, std::string_view person);

/// Plays lines in a company and tells what became visible.
///
/// Lines: `lead: help`, `dev #acme: heroku restart acme-staging`, `lead clicks Confirm`, `lead
/// fills app=acme; formation=web=3`, `lead types app=ac` (into a menu), `lead points at dyno
/// crashed`, `lead edits old words -> new words`, `lead opens home`, `wait 10m`, `# why`. A line
/// that is said goes to the bot (`@ops`) unless it begins with `/` or names the bot itself. Without
/// a channel it is the world's usual one, or the one the last line was said in; `lead #acme points
/// at …` names one, too. What is filled in twice (`-flags0=a; -flags0=b`) has both; `\;` is no end
/// of a value.
class script {
  public:
    explicit script(company& in) : company_(in), channel_(usual_channel(in.vendors().data())) {}

    /// The lines that became visible, each with its end. Mistakes: `unknown_line`, `invalid_utf8`,
    /// and those of saying and clicking.
    result<std::string> play(std::string_view line);

    /// Where the next line is said that names no channel.
    [[nodiscard]] const std::string& channel() const { return channel_; }

    /// What became visible since it was last asked: new messages, and edited ones as they are now.
    std::string news();

  private:
    result<std::string> say(std::string_view person, std::string_view channel,
                            std::string_view text);
    result<std::string> click(std::string_view person, std::string_view label);
    result<std::string> wait(std::string_view how_long);
    result<std::string> fill(std::string_view person, std::string_view values);
    /// Nothing when the line is none of these: `types`, `edits`, `points at`, `opens home`.
    std::optional<result<std::string>> act(std::string_view line);
    result<std::string> after(std::optional<mistake> wrong);
    std::string news_of_views();

    company& company_;
    std::string channel_;
    std::map<std::pair<std::string, std::string>, std::string> seen_;
    std::map<std::pair<std::string, std::string>, std::string> seen_views_;
};

/// The exchanges with providers and Slack since the `from`th, a line each: `heroku  GET /apps ->
/// 200`.
std::string exchange_lines(const company& of, std::size_t from);

} // namespace chatops::mocks::worlds
