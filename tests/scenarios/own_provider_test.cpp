// A company's own service: its client, a command, a mock, and the same sweep as for any other.
#include "chatops/chatops.hpp"
#include "mocks/common/json.hpp"
#include "mocks/worlds/story.hpp"

#include <boost/describe/class.hpp>
#include <gtest/gtest.h>

namespace status_page {

using namespace chatops;

struct notice {
    std::string id;
    std::string text;
};
BOOST_DESCRIBE_STRUCT(notice, (), (id, text))

inline constexpr provider::vendor facts{.name = "status", .accept = "application/json"};

class client {
  public:
    static constexpr std::string_view provider = "status";
    static constexpr duration settling_time{1'000};

    explicit client(chatops::provider::connection through) : caller_(through, facts) {}

    asio::awaitable<std::vector<notice>> notices() {
        const chatops::provider::call what{"GET", "/notices", caller_.deadline()};
        const auto given = co_await caller_.ask(what);
        co_return chatops::provider::read_as<std::vector<notice>>(given.value,
                                                                  caller_.question(what));
    }
    /// A notice of a name that is chosen by who asks: harmless to repeat. By value: a coroutine
    /// that has not begun outlives what its caller passed.
    asio::awaitable<notice> put(notice which) {
        chatops::provider::call what{"PUT", "/notices/" + which.id, caller_.deadline()};
        what.body = json::text(json::write(which));
        what.harmless = true;
        const auto given = co_await caller_.ask(what);
        co_return chatops::provider::read_as<notice>(given.value, caller_.question(what));
    }

  private:
    chatops::provider::caller caller_;
};

/// The service without I/O: what it holds, and how it answers.
class page final : public sim::mock {
  public:
    [[nodiscard]] std::string_view name() const override { return "status"; }

    http::response handle(const http::request& what, sim::moment) override {
        if (what.headers.get("Authorization") != "Bearer s3cret")
            return mocks::json_response(401, {{"id", "unauthorized"}, {"message", "Who are you?"}});
        if (what.method == "GET") return mocks::json_response(200, state().at("notices"));
        const auto read = json::parse(what.body);
        const auto given = read ? json::read<notice>(*read) : result<notice>(read.error());
        if (!given)
            return mocks::json_response(422,
                                        {{"id", "invalid"}, {"message", "That is no notice."}});
        notices_[given->id] = *given;
        return mocks::json_response(200, json::write(*given));
    }

    [[nodiscard]] boost::json::value state() const override {
        boost::json::array list;
        for (const auto& [id, each] : notices_) list.push_back(json::write(each));
        return {{"notices", list}};
    }

  private:
    std::map<std::string, notice> notices_;
};

struct tell {
    static constexpr command_info info{.name = "status tell",
                                       .help = "Say on the status page what is wrong",
                                       .effect = effect::change};

    argument<"id", "the notice's name"> id;
    argument<"text", "what everyone reads"> text;

    asio::awaitable<reply> run(context& ctx) const {
        const auto put_it = [&](client& page) { return page.put({*id, *text}); };
        co_await ctx.set("put", put_it);
        const auto all = co_await ctx.observe("all", [](client& page) { return page.notices(); });
        co_return reply::good("The status page shows " + std::to_string(all.size()) + " notice.");
    }
};

mocks::worlds::company_settings with_page(std::string token) {
    mocks::worlds::company_settings settings;
    settings.others.push_back({"status", "https://api.status.example", std::move(token),
                               [] { return std::make_unique<page>(); }});
    return settings;
}

TEST(a_provider_of_ones_own, is_used_and_swept_as_any_other) {
    const catalogue commands(entries_of<tell>());
    mocks::worlds::at_every_step(commands, with_page("s3cret"), [](mocks::worlds::story& story) {
        story.lead.says("status tell db \"The database is slow\"");
        story.bot.answers("The status page shows 1 notice.");
        const mocks::worlds::story::provider status(story, "status");
        EXPECT_EQ(boost::json::serialize(status.state()),
                  R"({"notices":[{"id":"db","text":"The database is slow"}]})");
    });
}

TEST(a_provider_of_ones_own, refuses_in_its_own_words) {
    const catalogue commands(entries_of<tell>());
    mocks::worlds::story story(commands, with_page("wrong"));
    story.lead.says("status tell db slow");
    story.bot.answers("status refused: Who are you?");
}

} // namespace status_page
