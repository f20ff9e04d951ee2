// A company in which people talk: `lead.says("heroku scale acme web=3")`, `bot.answers(…)`,
// `heroku.has(…)`, `digitalocean.has(…)`.
#pragma once

#include "mocks/common/json.hpp"
#include "mocks/worlds/agency.hpp"
#include "mocks/worlds/company.hpp"
#include "mocks/worlds/disturbance.hpp"
#include "mocks/worlds/history_checks.hpp"
#include "mocks/worlds/simulated.hpp"

#include <boost/json/serialize.hpp>
#include <gtest/gtest.h>

#include <algorithm>
#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <utility>

namespace chatops::mocks::worlds {

/// A world with one's own commands, told in GoogleTest's terms. The people of `agency` are members;
/// others are `story::speaker ada{told, "ada"}`, and one's own providers `story::provider
/// status{told, "status"}`.
class story {
  public:
    /// `commands` must outlive it. What goes wrong, if anything, see `at_every_step`.
    explicit story(const catalogue& commands, const company_settings& settings = {},
                   disturbance wrong = {})
        : world(agency(), settings, commands), wrong_(std::move(wrong)) {
        plan_fault();
    }
    /// With a world and providers of one's own.
    explicit story(const simulated& what, const company_settings& settings = {},
                   disturbance wrong = {})
        : own_commands_(what.commands),
          world(what.world, with(what.others, settings), own_commands_), wrong_(std::move(wrong)) {
        plan_fault();
    }

    class speaker {
      public:
        speaker(story& in, std::string name) : story_(in), name_(std::move(name)) {}

        /// Says it, and what follows happens. Without a slash it is said to the bot (`@ops`).
        void says(std::string_view text, std::string_view channel = {}) {
            begins_to_say(text, channel);
            story_.settle();
        }
        /// Says it, and nothing has happened yet.
        void begins_to_say(std::string_view text, std::string_view channel = {}) {
            const bool slash = text.substr(0, 1) == "/";
            const std::string line =
                slash ? std::string(text) : "@" + story_.bot_name() + " " + std::string(text);
            const auto said = story_.world.say(name_, story_.place(channel), line);
            EXPECT_TRUE(said) << said.error().message;
        }
        /// Presses it, and what follows happens. Slack does not repeat a press that no bot took: a
        /// person whose bot was killed presses again, as long as the button is there.
        void clicks(std::string_view label) {
            if (story_.wrong_.is_any()) return story_.press_patiently(name_, label);
            begins_to_click(label);
            story_.settle();
        }
        /// Presses it if the bot asks, as it does where it cannot know what a killed one had done.
        void clicks_if_asked(std::string_view label) {
            for (int times = 0; times < 4 && story_.world.click(name_, label); ++times)
                story_.settle();
        }
        void begins_to_click(std::string_view label) {
            const auto pressed = story_.world.click(name_, label);
            EXPECT_TRUE(pressed) << pressed.error().message;
        }

        /// Fills in the modal before them, by names or labels, and sends it; what follows happens.
        void fills(boost::json::object values) {
            begins_to_fill(std::move(values));
            story_.world.simulation().settle();
        }
        /// Types into a menu of the modal that asks for its options; what follows happens.
        void types(std::string_view input, std::string_view text, boost::json::object values = {}) {
            const auto asked = story_.world.suggest(name_, input, text, std::move(values));
            EXPECT_TRUE(asked) << asked.error().message;
            story_.world.simulation().settle();
        }
        /// What that menu shows then: `acme, acme-staging`, or why it shows nothing.
        [[nodiscard]] std::string sees_offered(std::string_view block_id) const {
            const auto view = story_.world.vendors().slack().view_of(name_, "modal");
            const auto* const modal = view.if_object();
            const auto* const all = modal == nullptr ? nullptr : object_of(*modal, "offered");
            const auto* const menu = all == nullptr ? nullptr : object_of(*all, block_id);
            if (menu == nullptr) return "not asked";
            std::string shown(text_of(*menu, "error"));
            for (const auto& each : *array_of(*menu, "options")) {
                if (!shown.empty()) shown += ", ";
                shown += text_of(each.as_object(), "value");
            }
            return shown;
        }
        void begins_to_fill(boost::json::object values) {
            const auto sent = story_.world.submit(name_, std::move(values));
            EXPECT_TRUE(sent) << sent.error().message;
        }
        /// Chooses a shortcut in the menu of the latest message with that text in it.
        void points_at(std::string_view text, std::string_view channel = {},
                       std::string_view shortcut = "What about this?") {
            const auto chosen = story_.world.shortcut(name_, shortcut, story_.place(channel), text);
            EXPECT_TRUE(chosen) << chosen.error().message;
            story_.world.simulation().settle();
        }
        /// Edits their latest message with that text in it.
        void edits(std::string_view old_text, std::string_view text,
                   std::string_view channel = {}) {
            const auto edited = story_.world.edit(name_, story_.place(channel), old_text, text);
            EXPECT_TRUE(edited) << edited.error().message;
            story_.world.simulation().settle();
        }
        void opens_home() {
            const auto opened = story_.world.open_home(name_);
            EXPECT_TRUE(opened) << opened.error().message;
            story_.world.simulation().settle();
        }
        /// The modal on top of what they see, or `null`.
        [[nodiscard]] std::string modal() const { return view("modal"); }
        [[nodiscard]] std::string home() const { return view("home"); }

      private:
        [[nodiscard]] std::string view(std::string_view type) const {
            return boost::json::serialize(story_.world.vendors().slack().view_of(name_, type));
        }

        story& story_;
        std::string name_;
    };

    class answerer {
      public:
        explicit answerer(story& in) : story_(in) {}

        /// The bot's latest message anywhere shows that text.
        void answers(std::string_view text) const {
            EXPECT_NE(latest().find(text), std::string::npos)
                << "expected an answer with: " << text << "\nlatest answer: " << latest();
        }
        /// Its text and blocks, as Slack has them.
        [[nodiscard]] std::string latest() const {
            const auto messages = story_.world.messages();
            for (auto each = messages.rbegin(); each != messages.rend(); ++each)
                if (each->user == story_.bot_name())
                    return each->text + " " + boost::json::serialize(each->blocks);
            return "(nothing)";
        }
        /// Messages of the bot that everyone sees.
        [[nodiscard]] int messages() const {
            int count = 0;
            for (const auto& each : story_.world.messages())
                count += each.user == story_.bot_name() && each.ephemeral_to.empty() ? 1 : 0;
            return count;
        }

      private:
        story& story_;
    };

    /// A provider: what it was asked, and what it holds.
    class provider {
      public:
        provider(story& in, std::string name) : story_(in), name_(std::move(name)) {}

        /// Requests with that method whose path begins so.
        [[nodiscard]] int requests(std::string_view method, std::string_view path) const {
            int count = 0;
            for (const auto& each : story_.world.simulation().wires().exchanges())
                count += each->to == name_ && each->what.method == method &&
                                 each->what.path().substr(0, path.size()) == path
                             ? 1
                             : 0;
            return count;
        }
        /// Those of them that were carried out, whether the bot heard of it or not.
        [[nodiscard]] int done(std::string_view method, std::string_view path) const {
            int count = 0;
            for (const change& each : changes_since(story_.world, 0, story_.wrong_.hides_effect()))
                count += each.happened && each.provider == name_ && each.method == method &&
                                 each.path.substr(0, path.size()) == path
                             ? 1
                             : 0;
            return count;
        }
        /// The next request that matches goes wrong, as a plan of faults says it
        /// (mocks/common/faults.hpp): `fails("PATCH /apps/*", "reset_after")`.
        void fails(std::string_view match, std::string_view kind) const {
            const boost::json::array plan{
                object{{"match", text_value(match)}, {"kind", text_value(kind)}}};
            const http::response set = story_.world.simulation().control(
                *story_.world.vendor(name_), "PUT", "/_mock/faults", boost::json::serialize(plan));
            EXPECT_EQ(set.status, 200) << set.body;
        }
        /// The whole state, to compare.
        [[nodiscard]] boost::json::value state() const {
            const sim::mock* const vendor = story_.world.vendor(name_);
            return vendor == nullptr ? nullptr : vendor->state();
        }

      private:
        story& story_;
        std::string name_;
    };

    class platform : public provider {
      public:
        explicit platform(story& in) : provider(in, "heroku") {}

        /// `acme web=3`.
        void has(const std::string& app, const std::string& process, int quantity) const {
            EXPECT_EQ(this->quantity(app, process), quantity) << app << " " << process;
        }
        [[nodiscard]] int quantity(const std::string& app, const std::string& process) const;
    };

    class cloud : public provider {
      public:
        explicit cloud(story& in) : provider(in, "digitalocean") {}

        /// `acme-web-1 active`.
        void has(const std::string& droplet, const std::string& status) const {
            EXPECT_EQ(this->status(droplet), status) << droplet;
        }
        /// Of the droplet with that name; `gone` when there is none.
        [[nodiscard]] std::string status(const std::string& droplet) const;
    };

    /// As `kill -9`, and another process a second later.
    void bot_crashes() {
        world.simulation().crash();
        world.simulation().wait(std::chrono::seconds(1));
        world.simulation().start();
    }

    /// All that follows happens.
    void settle();
    /// The steps that it took so far.
    [[nodiscard]] std::size_t steps() const { return steps_; }
    /// How often the bot asked each vendor since the story began.
    [[nodiscard]] std::map<std::string, std::size_t> requests() const;
    /// What goes wrong in it.
    [[nodiscard]] const disturbance& wrong() const { return wrong_; }
    /// Every run has ended, or waits for a person.
    [[nodiscard]] bool is_answered() const;

  private:
    // Before the company, which it outlives.
    const catalogue own_commands_{{}};

  public:
    company world;
    speaker lead{*this, "lead"};
    speaker dev{*this, "dev"};
    speaker pm{*this, "pm"};
    speaker guest{*this, "guest"};
    answerer bot{*this};
    platform heroku{*this};
    cloud digitalocean{*this};
    provider rackspace{*this, "rackspace"};
    provider newrelic{*this, "newrelic"};
    provider papertrail{*this, "papertrail"};
    provider sentry{*this, "sentry"};

  private:
    static company_settings with(const std::vector<other_vendor>& others,
                                 company_settings settings) {
        settings.others.insert(settings.others.end(), others.begin(), others.end());
        return settings;
    }
    [[nodiscard]] const std::string& bot_name() const {
        return world.vendors().data().slack.app.name;
    }
    [[nodiscard]] std::string place(std::string_view channel) const {
        return channel.empty() ? usual_channel(world.vendors().data()) : std::string(channel);
    }
    void press_patiently(const std::string& person, std::string_view label);

    void plan_fault();

    disturbance wrong_;
    std::size_t steps_ = 0;
    std::uint64_t exchanges_before_ = 0;
};

inline void story::settle() {
    sim::simulation& simulation = world.simulation();
    const time_point ends = simulation.now() + std::chrono::hours(1);
    bool crashed = false;
    while (simulation.settle_step(ends))
        if (++steps_ == wrong_.crash_after) {
            bot_crashes();
            crashed = true;
        }
    // Slack's redeliveries come after up to six minutes.
    if (crashed) simulation.wait(std::chrono::minutes(7));
    simulation.settle();
    // What could not go on is tried again after a minute.
    if (wrong_.request == 0) return;
    for (int waits = 0; waits < 40 && !is_answered(); ++waits) {
        simulation.wait(std::chrono::seconds(10));
        simulation.settle();
    }
}

inline void story::plan_fault() {
    exchanges_before_ = exchange_count(world);
    if (wrong_.request == 0) return;
    const boost::json::array plan{object{
        {"match", "* *"}, {"kind", text_value(wrong_.fault)}, {"after", wrong_.request - 1}}};
    const http::response set = world.simulation().control(
        *world.vendor(wrong_.vendor), "PUT", "/_mock/faults", boost::json::serialize(plan));
    EXPECT_EQ(set.status, 200) << set.body;
}

inline std::map<std::string, std::size_t> story::requests() const {
    std::map<std::string, std::size_t> counted;
    const auto& all = world.simulation().wires().exchanges();
    for (std::size_t i = exchanges_before_; i < all.size(); ++i)
        if (all[i]->from == "bot" && all[i]->to != "nobody") ++counted[all[i]->to];
    return counted;
}

inline bool story::is_answered() const {
    std::map<std::string, bool> goes_on;
    for (const journal::event& each : world.simulation().journal().events())
        goes_on[each.run.text] =
            each.what != journal::kind::delivered && each.what != journal::kind::asked;
    return std::none_of(goes_on.begin(), goes_on.end(),
                        [](const auto& each) { return each.second; });
}

inline void story::press_patiently(const std::string& person, std::string_view label) {
    int presses = 0;
    for (int looks = 0; looks < 50; ++looks) {
        if (world.click(person, label)) {
            ++presses;
            settle();
        } else if (presses > 0) {
            return;
        } else {
            world.simulation().wait(std::chrono::seconds(5));
        }
    }
    ADD_FAILURE() << "the button " << label << " was pressed " << presses << " times";
}

inline int story::platform::quantity(const std::string& app, const std::string& process) const {
    const boost::json::value whole = state();
    const auto& all = whole.at("apps").as_object();
    const auto found = all.find(app);
    if (found == all.end()) return -1;
    for (const auto& each : found->value().at("formation").as_array())
        if (each.at("type").as_string() == process)
            return static_cast<int>(each.at("quantity").as_int64());
    return -1;
}

inline std::string story::cloud::status(const std::string& droplet) const {
    const boost::json::value whole = state();
    for (const auto& each : whole.at("droplets").as_object())
        if (each.value().at("name").as_string() == droplet)
            return std::string(each.value().at("status").as_string());
    return "gone";
}

} // namespace chatops::mocks::worlds
