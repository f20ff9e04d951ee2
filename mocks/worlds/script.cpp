#include "mocks/worlds/script.hpp"

#include "chatops/command/text_of_duration.hpp"
#include "chatops/core/ascii.hpp"
#include "chatops/core/utf8.hpp"
#include "mocks/common/json.hpp"
#include "mocks/worlds/script_text.hpp"

namespace chatops::mocks::worlds {

namespace {

/// Slack's markup as a reader sees it: no fences, no escapes.
std::string unmarked(std::string text) {
    const auto replace = [&](std::string_view what, std::string_view with) {
        for (auto at = text.find(what); at != std::string::npos;
             at = text.find(what, at + with.size()))
            text.replace(at, what.size(), with);
    };
    replace("```\n", "");
    replace("\n```", "");
    replace("```", "");
    replace("&lt;", "<");
    replace("&gt;", ">");
    replace("&amp;", "&");
    return text;
}

/// `Roles: pm` of `*Roles*\npm`; anything else as it is.
std::string field_text(std::string text) {
    const auto end = text.find("*\n");
    if (text.empty() || text.front() != '*' || end == std::string::npos) return text;
    return text.substr(1, end - 1) + ": " + text.substr(end + 2);
}

/// Whether `@ops` stands in a text, as a word.
bool names(std::string_view text, std::string_view bot) {
    const std::string mention = "@" + std::string(bot);
    const auto is_of_word = [&](std::size_t at) {
        return at < text.size() && (is_letter(text[at]) || is_digit(text[at]) || text[at] == '@' ||
                                    text[at] == '-' || text[at] == '_');
    };
    for (auto at = text.find(mention); at != std::string_view::npos;
         at = text.find(mention, at + 1))
        if (!(at > 0 && is_of_word(at - 1)) && !is_of_word(at + mention.size())) return true;
    return false;
}

std::string buttons_of(const value& block) {
    std::string line;
    if (const value* const elements = member(block, "elements"); elements && elements->is_array())
        for (const value& each : elements->as_array())
            if (const value* const label = member(each, "text"))
                line += (line.empty() ? "[" : " [") + member_text(*label, "text") + "]";
    return line;
}

} // namespace

std::string text_of_block(const value& block) {
    const std::string type = member_text(block, "type");
    if (type == "actions") return buttons_of(block);
    std::string text;
    if (const value* const own = member(block, "text")) text = unmarked(member_text(*own, "text"));
    for (const std::string_view list : {"fields", "elements"})
        if (const value* const all = member(block, list); all != nullptr && all->is_array())
            for (const value& each : all->as_array())
                text +=
                    (text.empty() ? "" : "\n") + field_text(unmarked(member_text(each, "text")));
    return text;
}

namespace {

mistake unknown_line(std::string_view line) {
    mistake wrong;
    wrong.code = "unknown_line";
    wrong.message = "I do not understand: " + std::string(line);
    wrong.expected =
        "`lead: help`, `dev #acme: heroku ps acme`, `lead clicks Confirm`, `lead fills "
        "app=acme`, `wait 10m` or `# a comment`";
    wrong.end = line.size();
    return wrong;
}

} // namespace

std::string shown_text(const slack::shown_message& message) {
    // The bot's direct messages with somebody are named after them: `@lead`.
    const bool direct = message.channel.substr(0, 1) == "@";
    std::string shown = message.user + (direct ? " " : " #") + message.channel;
    if (!message.ephemeral_to.empty()) shown += " (only " + message.ephemeral_to + " sees this)";
    shown += ":\n";
    if (message.blocks.empty()) {
        add_lines(shown, unmarked(message.text));
        return shown;
    }
    for (const value& each : message.blocks) add_lines(shown, text_of_block(each));
    return shown;
}

std::string script::news() {
    std::string lines;
    for (const slack::shown_message& each : company_.messages()) {
        std::string shown = shown_text(each);
        std::string& known = seen_[{each.channel, each.ts}];
        if (known == shown) continue;
        known = std::move(shown);
        // What people said is in the line that said it.
        if (each.user == company_.vendors().data().slack.app.name) lines += known;
    }
    return lines + news_of_views();
}

result<std::string> script::say(std::string_view person, std::string_view channel,
                                std::string_view text) {
    const std::string where = channel.empty() ? channel_ : std::string(channel);
    const std::string& bot = company_.vendors().data().slack.app.name;
    const bool direct = text.substr(0, 1) == "/" || text.substr(0, 1) == "@" || names(text, bot);
    const std::string line = direct ? std::string(text) : "@" + bot + " " + std::string(text);
    const auto said = company_.say(person, where, line);
    if (!said) return said.error();
    channel_ = where;
    company_.simulation().settle();
    return news();
}

result<std::string> script::click(std::string_view person, std::string_view label) {
    const auto pressed = company_.click(person, label);
    if (!pressed) return pressed.error();
    company_.simulation().settle();
    return news();
}

result<std::string> script::wait(std::string_view how_long) {
    const auto read = chatops::text_of<duration>::read(how_long);
    if (!read) return read.error();
    company_.simulation().wait(*read);
    company_.simulation().settle();
    return news();
}

result<std::string> script::play(std::string_view line) {
    if (!is_utf8(line))
        return mistake{
            "invalid_utf8",
            "This line is not text: its bytes are not UTF-8, which Slack could not send. "
            "Nothing was said."};
    line = trimmed(line);
    if (line.empty() || line.front() == '#') return std::string();
    if (line.substr(0, 5) == "wait ") return wait(trimmed(line.substr(5)));
    if (auto acted = act(line)) return std::move(*acted);
    if (const auto clicks = line.find(" clicks ");
        clicks != std::string_view::npos &&
        line.substr(0, clicks).find(':') == std::string_view::npos)
        return click(trimmed(line.substr(0, clicks)), trimmed(line.substr(clicks + 8)));
    const auto colon = line.find(':');
    if (colon == std::string_view::npos) return unknown_line(line);
    const std::string_view head = trimmed(line.substr(0, colon));
    const auto hash = head.find('#');
    const std::string_view person = trimmed(head.substr(0, hash));
    const std::string_view channel =
        hash == std::string_view::npos ? std::string_view() : head.substr(hash + 1);
    if (person.empty() || person.find(' ') != std::string_view::npos) return unknown_line(line);
    return say(person, channel, trimmed(line.substr(colon + 1)));
}

std::string exchange_lines(const company& of, std::size_t from) {
    std::string lines;
    const auto& all = of.simulation().wires().exchanges();
    for (std::size_t i = from; i < all.size(); ++i) {
        const sim::exchange& each = *all[i];
        lines += "  " + each.to + "  " + each.what.method + " " + std::string(each.what.path()) +
                 " -> " +
                 (each.failure.empty() ? std::to_string(each.answer.status) : each.failure) + "\n";
    }
    return lines;
}

} // namespace chatops::mocks::worlds
