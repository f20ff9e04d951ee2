#include "mocks/worlds/company.hpp"

#include "chatops/config/read.hpp"
#include "chatops/line/split.hpp"
#include "mocks/common/json.hpp"
#include "mocks/slack/inputs.hpp"

#include <algorithm>
#include <utility>
#include <vector>

namespace chatops::mocks::worlds {

namespace {

addresses real_addresses() {
    addresses made;
    made.vendors["slack"] = "https://slack.com";
    made.vendors["digitalocean"] = "https://api.digitalocean.com";
    made.vendors["rackspace"] = "https://identity.api.rackspacecloud.com";
    made.vendors["heroku"] = "https://api.heroku.com";
    made.vendors["newrelic"] = "https://api.newrelic.com";
    made.vendors["papertrail"] = "https://papertrailapp.com";
    made.vendors["sentry"] = "https://sentry.io";
    made.bot = "https://bot.agency.example";
    return made;
}

config::configuration configuration_of(const servers& from,
                                       const std::vector<other_vendor>& others) {
    auto read =
        config::read(from.bot_configuration(), [](const char*) -> const char* { return nullptr; });
    CHATOPS_ASSERT(read.errors.empty());
    for (const other_vendor& each : others) {
        config::account where;
        where.name = each.name;
        where.url = each.url;
        where.token = secret(each.token);
        read.value.providers.insert_or_assign(each.name, std::move(where));
    }
    return std::move(read.value);
}

/// Where the mock answers: Rackspace's catalogue leads from one host to many.
std::vector<std::string> bases_of(const served& of) {
    if (of.name == "rackspace") return rackspace::cloud::addresses();
    return {of.url};
}

} // namespace

company::company(world what, const company_settings& settings, const catalogue& commands)
    : vendors_(std::move(what), real_addresses(), settings.mode, settings.simulation.seed,
               settings.simulation.begins),
      simulation_(std::make_unique<sim::simulation>(
          settings.simulation, configuration_of(vendors_, settings.others), commands)) {
    for (const served& each : vendors_.all())
        simulation_->wires().attach(bases_of(each), *each.mock);
    for (const other_vendor& each : settings.others) {
        other& own = others_.try_emplace(each.name, each).first->second;
        simulation_->attach(each.url, own.served);
    }
    // Socket Mode's addresses are of the same host.
    simulation_->attach("wss://slack.com", vendors_.slack_server());
    simulation_->start();
    simulation_->settle();
}

sim::mock* company::vendor(std::string_view name) {
    const auto own = others_.find(name);
    if (own != others_.end()) return &own->second.served;
    for (const served& each : vendors_.all())
        if (each.name == name) return each.mock;
    return nullptr;
}

result<std::string> company::say(std::string_view person, std::string_view channel,
                                 std::string_view text, std::string_view thread_ts) {
    slack::saying what;
    what.user = person;
    what.channel = channel;
    what.text = text;
    what.thread_ts = thread_ts;
    auto said = vendors_.slack().say(what, when());
    simulation_->wires().pump(vendors_.slack_server());
    return said;
}

result<object> company::click(std::string_view person, std::string_view label,
                              std::string_view channel, std::string_view ts) {
    slack::clicking what;
    what.user = person;
    what.channel = channel;
    what.ts = ts;
    what.text = label;
    auto pressed = vendors_.slack().click(what, when());
    if (!pressed) {
        what.text.clear();
        what.action_id = label;
        pressed = vendors_.slack().click(what, when());
    }
    simulation_->wires().pump(vendors_.slack_server());
    return pressed;
}

result<object> company::suggest(std::string_view person, std::string_view input,
                                std::string_view typed, object values) {
    return ask_for(person, input, typed, chosen(person, std::move(values)));
}

result<object> company::ask_for(std::string_view person, std::string_view input,
                                std::string_view typed, object put) {
    slack::suggesting what;
    what.user = person;
    what.input = input;
    what.value = typed;
    what.values = std::move(put);
    auto asked = vendors_.slack().suggest(what, when());
    simulation_->wires().pump(vendors_.slack_server());
    return asked;
}

value company::look_up(std::string_view person, const slack::input& in, const value& wanted,
                       const object& put) {
    array all;
    if (wanted.is_array()) all = wanted.get_array();
    const auto words = wanted.is_string() && in.type == "multi_external_select"
                           ? line::split(view(wanted.get_string()))
                           : result<line::words>(mistake{});
    if (words)
        for (const line::word& each : *words) all.push_back(text_value(each.text));
    else if (wanted.is_string())
        all.push_back(wanted);
    for (const value& each : all)
        if (each.is_string() && ask_for(person, in.block_id, view(each.get_string()), put))
            simulation_->settle();
    if (in.type == "multi_external_select") return all;
    return wanted;
}

object company::chosen(std::string_view person, object values) {
    const value view = vendors_.slack().view_of(person, "modal");
    const auto inputs =
        view.is_object() ? slack::inputs_of(view.get_object()) : std::vector<slack::input>();
    object put;
    for (const auto& each : values) {
        const std::string_view name(each.key().data(), each.key().size());
        const auto input = std::find_if(inputs.begin(), inputs.end(), [&](const auto& one) {
            return one.block_id == name || one.action_id == name || one.label == name;
        });
        const bool is_asked_for = input != inputs.end() && input->asks_for_options();
        put[each.key()] = is_asked_for ? look_up(person, *input, each.value(), put) : each.value();
    }
    return put;
}

result<object> company::submit(std::string_view person, object values) {
    slack::submitting what;
    what.user = person;
    what.values = chosen(person, std::move(values));
    auto sent = vendors_.slack().submit(what, when());
    simulation_->wires().pump(vendors_.slack_server());
    return sent;
}

result<std::string> company::shortcut(std::string_view person, std::string_view name,
                                      std::string_view channel, std::string_view text) {
    slack::pointing at;
    at.user = person;
    at.channel = channel;
    at.text = text;
    auto chosen = vendors_.slack().choose_shortcut(at, name, when());
    simulation_->wires().pump(vendors_.slack_server());
    return chosen;
}

result<std::string> company::edit(std::string_view person, std::string_view channel,
                                  std::string_view old_text, std::string_view text) {
    slack::pointing at;
    at.user = person;
    at.channel = channel;
    at.text = old_text;
    auto edited = vendors_.slack().edit(at, text, when());
    simulation_->wires().pump(vendors_.slack_server());
    return edited;
}

result<> company::open_home(std::string_view person) {
    auto opened = vendors_.slack().open_home(person, when());
    simulation_->wires().pump(vendors_.slack_server());
    return opened;
}

std::vector<slack::shown_message> company::messages(std::string_view channel) const {
    auto found = vendors_.slack().messages(channel);
    if (!found) return {};
    return std::move(*found);
}

value company::transcript() const {
    array said;
    for (const slack::shown_message& each : messages()) {
        object line;
        line["channel"] = text_value(each.channel);
        line["ts"] = text_value(each.ts);
        line["user"] = text_value(each.user);
        line["text"] = text_value(each.text);
        line["blocks"] = each.blocks;
        said.push_back(std::move(line));
    }
    array exchanged;
    for (const auto& each : simulation_->wires().exchanges()) {
        object line;
        line["at"] = each->sent.time_since_epoch().count();
        line["to"] = text_value(each->to);
        line["method"] = text_value(each->what.method);
        line["url"] = text_value(each->what.url);
        line["status"] = each->answer.status;
        exchanged.push_back(std::move(line));
    }
    object whole;
    whole["messages"] = std::move(said);
    whole["exchanges"] = std::move(exchanged);
    whole["journal"] = text_value(hex(simulation_->journal().events().empty()
                                          ? sha256_digest{}
                                          : simulation_->journal().events().back().hash));
    return whole;
}

std::string company::transcript_hash() const {
    return hex(sha256(boost::json::serialize(transcript())));
}

} // namespace chatops::mocks::worlds
