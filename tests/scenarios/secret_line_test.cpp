// A command that takes a secret: whoever reads the channel, the journal or the log reads none.
#include "chatops/chatops.hpp"
#include "mocks/worlds/story.hpp"

#include <gtest/gtest.h>

#include <string>

namespace chatops {
namespace {

/// What the command got, once it was told to keep it.
std::string kept;

struct vault_keep {
    static constexpr command_info info{.name = "vault keep",
                                       .help = "Keep something that nobody else may read",
                                       .effect = effect::change,
                                       .aliases = {"vault store"}};

    argument<"name", "what it is called", std::string> name;
    argument<"value", "what nobody else may read", secret> value;

    asio::awaitable<reply> run(context& ctx) const {
        const std::string choice = co_await ctx.ask("where", question());
        kept = std::string(value->reveal());
        co_return reply::good("Kept " + *name + " in the " + choice);
    }

  private:
    static reply question() {
        reply made = reply::neutral("Where shall it be kept?");
        made.how = tone::waiting;
        made.buttons = {{{}, "cellar", "Cellar", button::style::plain}};
        return made;
    }
};

class a_line_with_a_secret : public testing::Test {
  protected:
    a_line_with_a_secret() { kept.clear(); }

    /// Nobody but who typed it can read it anywhere.
    void stays_secret(std::string_view what) {
        for (const auto& each : company.world.messages())
            if (each.user == "ops") {
                EXPECT_EQ((each.text + boost::json::serialize(each.blocks)).find(what),
                          std::string::npos)
                    << each.text << each.blocks;
            }
        for (const auto& each : company.world.simulation().journal().events())
            EXPECT_EQ(each.data.find(what), std::string::npos) << each.data;
        for (const std::string& each : company.world.simulation().log().lines)
            EXPECT_EQ(each.find(what), std::string::npos) << each;
    }

    /// A run that waits for a place.
    void goes_on_after_a_crash_with(std::string_view secret) {
        company.bot_crashes();
        company.settle();
        company.lead.clicks("Cellar");
        company.bot.answers("Kept database in the cellar");
        EXPECT_EQ(kept, secret);
        stays_secret(secret);
    }

    const catalogue commands{entries_of<vault_keep>()};
    mocks::worlds::story company{commands};
};

TEST_F(a_line_with_a_secret, is_shown_and_kept_without_it_and_goes_on_with_it_after_a_crash) {
    company.lead.says("/ops vault keep database \"hunter 2\"");
    company.bot.answers("lead: vault keep database [secret]");
    goes_on_after_a_crash_with("hunter 2");
}

TEST_F(a_line_with_a_secret, that_others_can_read_is_to_be_deleted_by_who_typed_it) {
    company.lead.says("vault keep database hunter2");
    std::string told;
    for (const auto& each : company.world.messages())
        if (each.ephemeral_to == "lead") told += each.text;
    EXPECT_NE(told.find("Your message holds a secret that everyone here can read: delete it."),
              std::string::npos)
        << told;
    EXPECT_NE(told.find("After /ops only I see what you type."), std::string::npos) << told;
    stays_secret("hunter2");
}

TEST_F(a_line_with_a_secret, is_asked_for_in_a_form_and_kept_like_one_that_was_typed) {
    company.lead.says("/ops vault keep database");
    EXPECT_NE(company.lead.modal().find("Nobody else sees what you type here"), std::string::npos)
        << company.lead.modal();
    company.lead.fills({{"value", "hunter 2"}});
    EXPECT_EQ(company.lead.modal(), "null");
    company.bot.answers("lead: vault keep database [secret]");
    for (const auto& each : company.world.messages())
        EXPECT_EQ(each.text.find("holds a secret that everyone"), std::string::npos)
            << "nobody else has read it";
    goes_on_after_a_crash_with("hunter 2");
}

TEST_F(a_line_with_a_secret, is_not_put_into_the_form_that_asks_for_what_it_lacks) {
    company.lead.says("/ops vault keep --value hunter2");
    EXPECT_NE(company.lead.modal(), "null");
    EXPECT_EQ(company.lead.modal().find("hunter2"), std::string::npos) << company.lead.modal();
    stays_secret("hunter2");
    company.lead.fills({{"name", "database"}, {"value", "hunter3"}});
    company.lead.clicks("Cellar");
    EXPECT_EQ(kept, "hunter3");
    stays_secret("hunter3");
}

TEST_F(a_line_with_a_secret, is_not_repeated_by_a_form_that_is_filled_in_wrongly) {
    company.lead.says("/ops vault keep");
    // No line can hold it: a control character.
    company.lead.fills({{"name", "database"}, {"value", "hunter\x01two"}});
    const std::string wrong = company.lead.modal();
    EXPECT_NE(wrong.find("\"errors\":{\"value\""), std::string::npos) << wrong;
    EXPECT_EQ(wrong.find("two"), std::string::npos) << wrong;
    stays_secret("two");
    EXPECT_TRUE(company.world.simulation().journal().events().empty())
        << "nothing of it is kept before it can run";
}

TEST_F(a_line_with_a_secret, is_sealed_before_the_form_is_acknowledged) {
    // Killed after every step from the sending on: whoever still sees the form sends it again.
    for (std::size_t at = 1; at < 60; ++at) {
        SCOPED_TRACE(at);
        mocks::worlds::story each{commands};
        each.lead.says("/ops vault keep database");
        each.lead.begins_to_fill({{"value", "hunter 2"}});
        std::size_t steps = 0;
        while (each.world.simulation().settle_step(each.world.simulation().now() +
                                                   std::chrono::hours(1)))
            if (++steps == at) each.bot_crashes();
        each.world.simulation().wait(std::chrono::minutes(7));
        if (each.lead.modal() != "null") each.lead.fills({{"value", "hunter 2"}});
        each.lead.clicks("Cellar");
        each.bot.answers("Kept database in the cellar");
        EXPECT_EQ(kept, "hunter 2");
        for (const auto& event : each.world.simulation().journal().events())
            EXPECT_EQ(event.data.find("hunter"), std::string::npos) << event.data;
        if (steps < at) break;
    }
}

TEST_F(a_line_with_a_secret, that_was_typed_wrongly_shows_none_either) {
    for (const std::string line :
         {"vault keep database hunter2 more", "vault keep database hunter2 --wrong",
          "vault keep --hunter2", "vault store database hunter2 hunter2", "vault:keep db hunter2",
          "vualt kep database hunter2", "keep database hunter2", "vault kepe database hunter2",
          "vault keep database \"hunter2", "vault keep database \x01hunter2",
          "vault keep database hunter2 --help", "Vault Keep database hunter2 \xff",
          "please vault keep database hunter2"}) {
        company.lead.says("/ops " + line);
        company.lead.says(line);
        stays_secret("hunter2");
        EXPECT_EQ(company.bot.latest().find("Usage: `vault hunter2"), std::string::npos);
    }
    company.bot.answers("There is no such command.");
    EXPECT_EQ(kept, "");
}

} // namespace
} // namespace chatops
