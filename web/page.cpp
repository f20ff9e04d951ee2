#include "web/page.hpp"

#include "chatops/command/text_of.hpp"
#include "chatops/core/json.hpp"
#include "chatops/http/recording.hpp"
#include "chatops/line/help.hpp"
#include "chatops/line/split.hpp"
#include "chatops/sim/completion.hpp"
#include "chatops/slack/modal.hpp"
#include "mocks/worlds/transcript.hpp"

#include <algorithm>
#include <set>
#include <utility>

namespace chatops::web {

namespace {

mocks::worlds::company_settings settings_for(std::uint64_t seed,
                                             const mocks::worlds::simulated& what) {
    mocks::worlds::company_settings made;
    made.simulation.seed = seed;
    made.others = what.others;
    return made;
}

/// One of each group that only looks, and at nothing that must be named: what a person may begin
/// with who has said nothing yet.
std::vector<std::string> examples_of(const catalogue& commands) {
    std::vector<std::string> lines;
    std::set<std::string_view> groups;
    for (const entry& each : commands.entries()) {
        const command_info& info = each.what->info;
        const std::string_view group = info.name.substr(0, info.name.find(' '));
        const bool is_good = info.effect == effect::read && info.examples.size() > 0 &&
                             commands.read(info.name).has_value();
        if (is_good && groups.insert(group).second) lines.emplace_back(*info.examples.begin());
    }
    return lines;
}

half shown_half(const http::fields& headers, const std::string& body) {
    half made;
    for (const auto& [name, value] : headers) made.headers.push_back({name, value});
    made.body = body;
    return made;
}

/// An exchange without credentials: a person may look over the shoulder of who shows the page.
exchange shown(const sim::exchange& of, std::uint64_t number) {
    http::recorded_exchange safe;
    safe.sent = of.sent;
    safe.what = of.what;
    safe.answer = of.answer;
    safe.failure = of.failure;
    http::hide_credentials(safe);
    exchange made;
    made.number = number;
    made.at = of.sent;
    made.from = of.from;
    made.to = of.to;
    made.method = safe.what.method;
    made.url = safe.what.url;
    made.ended = of.ended;
    made.status = safe.answer.status;
    made.failure = safe.failure;
    if (of.ended) made.took_ms = (of.over - of.sent).count();
    made.request = shown_half(safe.what.headers, safe.what.body);
    made.response = shown_half(safe.answer.headers, safe.answer.body);
    return made;
}

message shown(mocks::slack::shown_message of) {
    message made;
    made.channel = std::move(of.channel);
    made.ts = std::move(of.ts);
    made.user = std::move(of.user);
    made.text = std::move(of.text);
    made.blocks = std::move(of.blocks);
    made.edited = of.is_edited;
    if (!of.thread_ts.empty()) made.thread_ts = std::move(of.thread_ts);
    if (!of.ephemeral_to.empty()) made.ephemeral_to = std::move(of.ephemeral_to);
    return made;
}

/// What the line gives, without what it leaves at its default.
std::vector<given_value> given_by(const read_line& line) {
    std::vector<given_value> made;
    std::vector<std::string> texts;
    for (const field_description& each : line.command->what->fields) {
        if (each.secret()) continue;
        texts.clear();
        each.value->write(each.in(line.given.get()), texts);
        for (std::string& text : texts) {
            const bool unset = each.kind == field_kind::flag && text == text_of<bool>::write(false);
            if (!unset && text != each.default_text)
                made.push_back({std::string(each.name), std::move(text)});
        }
    }
    return made;
}

std::string text_of(const boost::json::value& of) {
    return of.is_string() ? std::string(of.get_string()) : std::string();
}

/// What stands in an input: a text, or several.
std::vector<std::string> texts_put(const boost::json::value& put) {
    std::vector<std::string> made;
    if (put.is_array())
        for (const boost::json::value& each : put.get_array()) made.push_back(text_of(each));
    else if (std::string text = text_of(put); !text.empty())
        made.push_back(std::move(text));
    return made;
}

/// The command that a line names, whatever else is wrong with it; null if none.
const command_description* named_in(std::string_view line, const catalogue& commands) {
    const auto words = line::split_unfinished(line);
    if (!words) return nullptr;
    const auto found = commands.names().find(*words);
    return found ? found->command : nullptr;
}

} // namespace

result<std::unique_ptr<page>> page::open(std::uint64_t seed, std::string_view world,
                                         const mocks::worlds::simulated& of) {
    if (!world.empty() && world != of.world.name)
        return mistake{"unknown_world", "There is no world '" + std::string(world) + "'."};
    return std::unique_ptr<page>(new page(seed, of));
}

page::page(std::uint64_t seed, const mocks::worlds::simulated& what)
    : seed_(seed), others_(what.others), commands_(what.commands),
      company_(what.world, settings_for(seed, what), commands_) {}

standing page::stands() const {
    return {std::to_string(seed_), company_.vendors().data().name, company_.simulation().now()};
}

cast page::who() const {
    const mocks::worlds::world& world = company_.vendors().data();
    const mocks::slack::seed& slack = world.slack;
    cast made;
    for (const mocks::slack::seed_user& each : slack.users) {
        person one{each.id, each.name, each.real_name, {}, false};
        for (const mocks::worlds::person& known : world.people)
            if (known.name == each.name) one.roles = known.roles;
        made.people.push_back(std::move(one));
    }
    made.people.push_back({slack.app.bot_user_id, slack.app.name, slack.app.name, {}, true});
    for (const mocks::slack::seed_channel& each : slack.channels)
        made.channels.push_back({each.id, each.name, std::nullopt, each.has_bot});
    for (const mocks::slack::seed_user& each : slack.users)
        made.channels.push_back({"@" + each.id, "@" + each.name, each.name, true});
    if (!slack.app.commands.empty()) made.command = slack.app.commands.front().name;
    if (!slack.app.shortcuts.empty()) made.shortcut = slack.app.shortcuts.front().name;
    made.examples = examples_of(commands_);
    return made;
}

completion page::complete(std::string_view text, std::size_t cursor) {
    const std::string_view before = text.substr(0, std::min(cursor, text.size()));
    line::completions found = sim::complete(company_.simulation(), before);
    completion made{found.begin, found.end, {}};
    for (line::completion& each : found.items)
        made.choices.push_back({std::move(each.text), std::move(each.help)});
    return made;
}

moment page::typed_by(std::string_view person) const {
    moment typed{company_.simulation().now(), {}};
    for (const mocks::worlds::person& each : company_.vendors().data().people)
        if (each.name == person && !each.time_zone.empty())
            if (auto zone = time_zone::parse(each.time_zone)) typed.zone = *zone;
    return typed;
}

check page::checked(std::string_view line, std::string_view person) const {
    check made;
    if (const command_description* const command = named_in(line, commands_)) {
        made.usage = line::usage_of(*command);
        made.explanation = command->info.help;
        made.effect = command->info.effect;
    }
    auto read = commands_.read(line, typed_by(person));
    made.ok = read.has_value();
    if (!read) {
        made.mistakes.push_back(read.error());
    } else if (read->common.help) {
        // Nothing else of the line counts then.
        made.effect = effect::read;
    } else {
        made.given = given_by(*read);
    }
    return made;
}

result<standing> page::say(std::string_view person, std::string_view channel,
                           std::string_view text) {
    // People name their direct messages with the bot by the bot.
    const bool direct = !channel.empty() && channel.front() == '@';
    const auto said = company_.say(person, direct ? "dm" : channel, text);
    if (!said) return said.error();
    return settled();
}

result<standing> page::click(std::string_view person, std::string_view ts,
                             std::string_view action_id) {
    const auto pressed = company_.click(person, action_id, {}, ts);
    if (!pressed) return pressed.error();
    return settled();
}

standing page::wait(duration how_long) {
    company_.simulation().wait(how_long);
    return settled();
}

views page::views_of(std::string_view person) const {
    const mocks::slack::workspace& slack = company_.vendors().slack();
    return {slack.view_of(person, "modal"), slack.view_of(person, "home")};
}

std::vector<choice> page::offered(std::string_view person, std::string_view input,
                                  std::string_view typed, boost::json::object values) {
    const boost::json::value modal = company_.vendors().slack().view_of(person, "modal");
    half_filled what;
    if (!modal.is_object() ||
        !slack::read_origin(text_of(modal.at("private_metadata")), what.origin))
        return {};
    for (const mocks::slack::seed_user& each : company_.vendors().data().slack.users)
        if (each.name == person) what.who = {each.id, each.name};
    what.field = input;
    what.typed = typed;
    for (const auto& [name, put] : values)
        what.fields.emplace_back(std::string(name), texts_put(put));
    std::vector<choice> made;
    for (form_choice& each : sim::offered(company_.simulation(), what))
        made.push_back({std::move(each.value), std::move(each.help)});
    return made;
}

result<standing> page::submit(std::string_view person, boost::json::object values) {
    const auto sent = company_.submit(person, std::move(values));
    if (!sent) return sent.error();
    return settled();
}

/// What a person did at Slack itself, which tells the bot.
template <class T>
result<standing> page::done(const result<T>& what) {
    company_.simulation().wires().pump(company_.vendors().slack_server());
    if (!what) return what.error();
    return settled();
}

result<standing> page::close(std::string_view person) {
    mocks::slack::submitting what;
    what.user = person;
    what.is_closed = true;
    what.is_cleared = true;
    return done(company_.vendors().slack().submit(what, company_.simulation().wires().when()));
}

result<standing> page::open_home(std::string_view person) {
    const auto opened = company_.open_home(person);
    if (!opened) return opened.error();
    return settled();
}

result<standing> page::point_at(std::string_view person, std::string_view channel,
                                std::string_view ts) {
    const auto& shortcuts = company_.vendors().data().slack.app.shortcuts;
    const std::string name = shortcuts.empty() ? std::string() : shortcuts.front().name;
    mocks::slack::pointing at;
    at.user = person;
    at.channel = channel;
    at.ts = ts;
    const sim::moment when = company_.simulation().wires().when();
    return done(company_.vendors().slack().choose_shortcut(at, name, when));
}

result<std::string> page::saved(const std::vector<std::string>& lines) const {
    mocks::worlds::transcript_setting held_in;
    held_in.seed = seed_;
    const mocks::worlds::world& world = company_.vendors().data();
    held_in.world = mocks::worlds::named_in_transcripts(world);
    return mocks::worlds::written_transcript(lines, held_in, world, others_, commands_);
}

standing page::settled() {
    company_.simulation().settle();
    return stands();
}

std::vector<message> page::messages() const {
    std::vector<message> made;
    for (mocks::slack::shown_message& each : company_.messages())
        made.push_back(shown(std::move(each)));
    return made;
}

std::vector<exchange> page::exchanges(std::uint64_t since) const {
    const sim::network& wires = company_.simulation().wires();
    std::vector<exchange> made;
    std::uint64_t number = wires.forgotten_exchanges();
    for (const auto& each : wires.exchanges()) {
        if (number >= since) made.push_back(shown(*each, number));
        ++number;
    }
    return made;
}

} // namespace chatops::web
