#include "mocks/worlds/history.hpp"

#include "chatops/core/json.hpp"
#include "mocks/common/json.hpp"
#include "mocks/worlds/agency.hpp"
#include "mocks/worlds/company.hpp"

#include <array>
#include <optional>
#include <string_view>

namespace chatops::mocks::worlds {

namespace {

/// Something that a person may say, and what is true of it.
struct saying {
    std::string_view person;
    std::string_view text;
    bool allowed = true;
    /// The request that must be made once at most.
    std::string_view method = {};
    std::string_view path = {};
    bool is_confirmed = false;
};

constexpr std::array<saying, 12> sayings{{
    {"lead", "heroku scale acme web=3"},
    {"lead", "heroku scale acme web=1 worker=2"},
    {"lead", "heroku scale globex web=4 --wait"},
    {"dev", "heroku scale acme-staging worker=1"},
    {"pm", "heroku ps acme"},
    {"pm", "heroku apps"},
    {"dev", "heroku restart acme-staging", true, "DELETE", "/apps/acme-staging/dynos"},
    {"lead", "heroku restart initech web --wait", true, "DELETE", "/apps/initech/"},
    {"lead", "heroku rollback globex", true, "POST", "/apps/globex/releases", true},
    {"dev", "heroku scale acme web=9", false},
    {"guest", "heroku restart acme", false},
    {"pm", "heroku rollback acme", false},
}};

struct planned_fault {
    bool at_slack = false;
    std::string kind;
    std::string json;
    bool has_effect = false;
};

std::string tone_of(const std::string& ending) {
    const auto read = json::parse(ending);
    return read && read->is_object() ? std::string(text_of(read->get_object(), "tone"))
                                     : std::string();
}

/// One playing of a conversation, disturbed or not.
class playing {
  public:
    playing(std::uint64_t seed, const catalogue& commands, bool disturbed)
        : chance_(seed), trouble_(seed + 0x9e3779b9U), disturbed_(disturbed),
          company_(agency(), settings_of(seed), commands) {}

    void play() {
        const std::uint64_t lines = 2 + chance_.below(4);
        for (std::uint64_t i = 0; i < lines; ++i) {
            const saying& next = sayings[chance_.below(sayings.size())];
            const bool confirms = chance_.below(4) != 0;
            play(next, confirms);
        }
        check_answers();
    }

    history_outcome outcome;

    /// How each accepted request ended, in the order in which they were accepted.
    [[nodiscard]] std::vector<std::string> endings() const {
        std::vector<std::string> runs;
        std::map<std::string, std::string> tones;
        for (const journal::event& each : company_.simulation().journal().events()) {
            if (each.what == journal::kind::accepted) runs.push_back(each.run.text);
            if (each.what == journal::kind::delivered) tones[each.run.text] = tone_of(each.data);
        }
        for (std::string& each : runs) each = tones[each];
        return runs;
    }

    /// What people care about: how many dynos of which type, and how many releases.
    [[nodiscard]] std::string final_state() {
        std::string lines;
        const value state = company_.vendors().heroku().state();
        for (const auto& app : state.at("apps").as_object()) {
            lines += std::string(app.key()) + ":";
            for (const value& each : app.value().at("formation").as_array())
                lines += " " + std::string(each.at("type").as_string()) + "=" +
                         std::to_string(each.at("quantity").as_int64());
            lines +=
                " releases=" + std::to_string(app.value().at("releases").as_array().size()) + "; ";
        }
        return lines;
    }

  private:
    static company_settings settings_of(std::uint64_t seed) {
        company_settings settings;
        settings.simulation.seed = seed;
        settings.mode = seed % 2 == 0 ? slack_mode::http : slack_mode::socket;
        return settings;
    }

    void play(const saying& what, bool confirms) {
        const std::size_t before = company_.simulation().wires().exchanges().size();
        fault_ = disturbed_ && trouble_.below(3) == 0 ? plan_fault() : planned_fault{};
        outcome.conversation.push_back(std::string(what.person) + ": " + std::string(what.text));
        if (!company_.say(what.person, "acme", "@ops " + std::string(what.text)))
            outcome.broken.push_back("could not say it");
        settle();
        if (what.is_confirmed && what.allowed) press(what.person, confirms ? "Confirm" : "Cancel");
        for (int riddles = 0; riddles < 6; ++riddles) {
            const bool happened = effects(what, before) > 0;
            if (!company_.click(what.person, happened ? "Leave it" : "Do it")) break;
            outcome.conversation.push_back(std::string(what.person) + " clicks " +
                                           (happened ? "Leave it" : "Do it"));
            settle();
        }
        check_effects(what, confirms, before);
        clear_faults();
    }

    /// As long as the button is there: Slack does not repeat a press that no bot took.
    void press(std::string_view person, std::string_view label) {
        for (int looks = 0; looks < 8; ++looks) {
            if (company_.click(person, label)) {
                outcome.conversation.push_back(std::string(person) + " clicks " +
                                               std::string(label));
                settle();
            } else {
                company_.simulation().wait(std::chrono::seconds(10));
                company_.simulation().settle();
            }
        }
    }

    /// Goes on until all is quiet; a disturbed bot may be killed on the way.
    void settle() {
        sim::simulation& world = company_.simulation();
        const time_point ends = world.now() + std::chrono::hours(1);
        bool waits = !fault_.kind.empty();
        while (world.settle_step(ends)) {
            if (!disturbed_ || outcome.crashes >= 4 || trouble_.below(90) != 0) continue;
            ++outcome.crashes;
            outcome.conversation.emplace_back("(crash)");
            world.crash();
            world.wait(std::chrono::milliseconds(200 + trouble_.below(3'000)));
            world.start();
            waits = true;
        }
        if (waits) world.wait(std::chrono::minutes(7));
        world.settle();
    }

    planned_fault plan_fault() {
        struct kind {
            std::string_view json;
            bool has_effect;
        };
        static constexpr std::array<kind, 6> kinds{{
            {R"({"match":"* *","kind":"status","status":503,"count":1})", false},
            {R"({"match":"* *","kind":"reset_before","count":1})", false},
            {R"({"match":"* *","kind":"reset_after","count":1})", true},
            {R"({"match":"* *","kind":"truncated","count":1})", true},
            {R"({"match":"* *","kind":"timeout","count":1})", false},
            {R"({"match":"* *","kind":"latency_ms","latency_ms":4000,"count":2})", true},
        }};
        const kind& drawn = kinds[trouble_.below(kinds.size())];
        planned_fault made;
        made.at_slack = trouble_.below(3) == 0;
        made.json = std::string(drawn.json);
        made.has_effect = drawn.has_effect;
        made.kind = "planned";
        const std::uint64_t after = trouble_.below(4);
        made.json.insert(made.json.size() - 1, ",\"after\":" + std::to_string(after));
        ++outcome.faults;
        outcome.conversation.push_back(std::string("(fault at ") +
                                       (made.at_slack ? "slack" : "heroku") + ": " + made.json +
                                       ")");
        put_faults(made.at_slack, "[" + made.json + "]");
        return made;
    }

    void clear_faults() {
        put_faults(true, "[]");
        put_faults(false, "[]");
    }

    void put_faults(bool at_slack, const std::string& plan) {
        mocks::server& at =
            at_slack ? company_.vendors().slack_server() : company_.vendors().heroku_server();
        const auto answer = company_.simulation().control(at, "PUT", "/_mock/faults", plan);
        if (answer.status != 200) outcome.broken.push_back("a plan of faults was refused");
    }

    /// How often the request was carried out since.
    [[nodiscard]] int effects(const saying& what, std::size_t since) const {
        int count = 0;
        const auto& all = company_.simulation().wires().exchanges();
        for (std::size_t i = since; i < all.size(); ++i) {
            const sim::exchange& each = *all[i];
            if (each.to != "heroku" || what.method.empty() || each.what.method != what.method ||
                each.what.path().substr(0, what.path.size()) != what.path)
                continue;
            const bool answered = each.failure.empty() && each.answer.status < 300;
            const bool silent = !each.failure.empty() && fault_.has_effect;
            count += answered || silent ? 1 : 0;
        }
        return count;
    }

    void check_effects(const saying& what, bool confirms, std::size_t since) {
        const std::string of = std::string(what.person) + ": " + std::string(what.text);
        if (effects(what, since) > 1) outcome.broken.push_back("twice: " + of);
        if (what.is_confirmed && !confirms && effects(what, since) > 0)
            outcome.broken.push_back("although it was cancelled: " + of);
        if (what.allowed) return;
        const auto& all = company_.simulation().wires().exchanges();
        for (std::size_t i = since; i < all.size(); ++i)
            if (all[i]->to == "heroku" && all[i]->what.method != "GET")
                outcome.broken.push_back("without right: " + of);
    }

    void check_answers() {
        std::map<std::string, int> runs;
        for (const journal::event& each : company_.simulation().journal().events()) {
            if (each.what == journal::kind::accepted) runs[each.run.text] = 0;
            if (each.what == journal::kind::delivered) ++runs[each.run.text];
        }
        std::size_t said = 0;
        for (const std::string& each : outcome.conversation)
            said += each.find(": heroku") != std::string::npos ? 1 : 0;
        if (runs.size() != said)
            outcome.broken.push_back(std::to_string(runs.size()) + " runs of " +
                                     std::to_string(said) + " requests");
        for (const auto& [run, delivered] : runs)
            if (delivered != 1)
                outcome.broken.push_back("run " + run + " was answered " +
                                         std::to_string(delivered) + " times");
        std::size_t messages = 0;
        for (const slack::shown_message& each : company_.messages("acme"))
            messages += each.user == "ops" && each.ephemeral_to.empty() ? 1 : 0;
        if (messages != said)
            outcome.broken.push_back(std::to_string(messages) + " messages for " +
                                     std::to_string(said) + " requests");
    }

    seeded_random chance_;
    seeded_random trouble_;
    bool disturbed_;
    company company_;
    planned_fault fault_;
};

} // namespace

history_outcome play_history(std::uint64_t seed, const catalogue& commands) {
    playing undisturbed(seed, commands, false);
    undisturbed.play();
    playing disturbed(seed, commands, true);
    disturbed.play();
    history_outcome outcome = std::move(disturbed.outcome);
    for (const std::string& each : undisturbed.outcome.broken)
        outcome.broken.push_back("undisturbed: " + each);
    if (disturbed.endings() == undisturbed.endings() &&
        disturbed.final_state() != undisturbed.final_state())
        outcome.broken.push_back("the final state is " + disturbed.final_state() + " instead of " +
                                 undisturbed.final_state());
    return outcome;
}

} // namespace chatops::mocks::worlds
