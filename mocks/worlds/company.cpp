#include "mocks/worlds/company.hpp"

#include "chatops/config/read.hpp"
#include "mocks/common/json.hpp"

#include <utility>

namespace chatops::mocks::worlds {

namespace {

addresses real_addresses() {
    addresses made;
    made.vendors["slack"] = "https://slack.com";
    made.vendors["digitalocean"] = "https://api.digitalocean.com";
    made.vendors["heroku"] = "https://api.heroku.com";
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

} // namespace

company::company(world what, const company_settings& settings, const catalogue& commands)
    : vendors_(std::move(what), real_addresses(), settings.mode, settings.simulation.seed,
               settings.simulation.begins),
      simulation_(std::make_unique<sim::simulation>(
          settings.simulation, configuration_of(vendors_, settings.others), commands)) {
    for (const served& each : vendors_.all()) simulation_->attach(each.url, *each.mock);
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

result<object> company::submit(std::string_view person, object values) {
    slack::submitting what;
    what.user = person;
    what.values = std::move(values);
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
