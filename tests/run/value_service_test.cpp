// Values asked from a provider: once for all who wait, not for long, and never in the way.
#include "chatops/command/argument.hpp"
#include "chatops/core/limits.hpp"
#include "chatops/core/sleep.hpp"
#include "chatops/gate/rulebook.hpp"
#include "chatops/run/catalogue.hpp"
#include "chatops/run/entries.hpp"
#include "chatops/run/value_service.hpp"
#include "tests/support/run_bench.hpp"

#include <gtest/gtest.h>

#include <optional>

namespace chatops {

namespace {

struct shelf {
    static constexpr std::string_view kind = "shelf";
    static result<shelf> parse(std::string_view text) { return shelf{std::string(text)}; }
    [[nodiscard]] std::string to_text() const { return text; }
    std::string text;
};

struct tidy {
    static constexpr command_info info{
        .name = "plant tidy", .help = "Tidy a shelf", .effect = effect::read};
    argument<"shelf", "which", shelf> which;
    argument<"why", "the reason"> why;
    [[nodiscard]] reply answer(const inquiry&) const { return reply::neutral("Tidy"); }
};

struct room_state {
    duration takes{10};
    bool fails = false;
    int asked = 0;
};

/// A provider that takes its time, and fails if it is told to.
class store_room {
  public:
    static constexpr std::string_view provider = "plant";
    static inline room_state now;

    explicit store_room(provider::connection through) : through_(through) {}
    asio::awaitable<texts_of_values> shelves() {
        ++now.asked;
        EXPECT_EQ(through_.patience, limits::value_patience_ms);
        co_await sleep_for(through_.time, now.takes);
        if (now.fails) throw provider_error("plant", 503, "down", "It is down", "req-1");
        co_return texts_of_values{"high", "low"};
    }

  private:
    provider::connection through_;
};

} // namespace

template <>
struct value_source<shelf, store_room> {
    static asio::awaitable<texts_of_values> values(store_room& from,
                                                   const line::completion_request&) {
        return from.shelves();
    }
};

namespace {

class value_service_test : public testing::Test {
  protected:
    value_service_test() {
        store_room::now = {};
        configuration.providers["plant"] = {"plant", "http://plant", secret("hush"), {}};
        start();
    }

    void start() { service.emplace(*outside, commands, rules); }

    /// Begins to ask, as of that field.
    void ask(std::optional<texts_of_values>& into, std::size_t field = 0) {
        const command_description& what = describe<tidy>();
        asio::co_spawn(io, keep(into, {&what, &what.fields[field], "h", {}}), asio::detached);
    }
    asio::awaitable<void> keep(std::optional<texts_of_values>& into, line::completion_request of) {
        into = co_await service->values(std::move(of), nullptr);
    }
    void pass(duration how_long) {
        const time_point end = timeline.now() + how_long;
        do {
            io.restart();
            io.poll();
        } while (timeline.happen_next(end));
        io.restart();
        io.poll();
    }
    texts_of_values asked() {
        std::optional<texts_of_values> got;
        ask(got);
        pass(std::chrono::seconds(3));
        return got.value_or(texts_of_values{"no answer"});
    }

    asio::io_context io{1};
    sim::timeline timeline{time_point(std::chrono::hours(480'000))};
    sim::process_clock time{timeline, io.get_executor()};
    seeded_random chance{1};
    support::no_network network;
    journal::memory_store store;
    support::no_chat people;
    sim::log_lines log;
    sim::vault vault;
    config::configuration configuration;
    gate::rulebook rules{configuration.rules};
    value_knower known = value_knower_of<store_room, shelf>();
    catalogue commands{with_values(entries_of<tidy>(), known)};
    std::optional<world> outside{
        world{io.get_executor(), time, chance, network, store, people, log, vault, configuration}};
    std::optional<value_service> service;
};

const texts_of_values both{"high", "low"};

TEST_F(value_service_test, asks_the_provider_and_keeps_the_answer_for_seconds) {
    EXPECT_EQ(asked(), both);
    EXPECT_EQ(asked(), both);
    EXPECT_EQ(store_room::now.asked, 1);
    pass(limits::value_cache_seconds);
    EXPECT_EQ(asked(), both);
    EXPECT_EQ(store_room::now.asked, 2);
}

TEST_F(value_service_test, asks_once_for_all_who_wait) {
    std::optional<texts_of_values> one;
    std::optional<texts_of_values> other;
    ask(one);
    pass(duration(5));
    ask(other);
    EXPECT_FALSE(one);
    pass(duration(6));
    EXPECT_EQ(one, both);
    EXPECT_EQ(other, both);
    EXPECT_EQ(store_room::now.asked, 1);
}

TEST_F(value_service_test, does_not_wait_long_and_has_the_answer_for_who_asks_again) {
    store_room::now.takes = duration(2'500);
    std::optional<texts_of_values> got;
    ask(got);
    pass(duration(1'999));
    EXPECT_FALSE(got);
    pass(duration(1));
    EXPECT_EQ(got, texts_of_values());
    pass(duration(600));
    EXPECT_EQ(asked(), both);
    EXPECT_EQ(store_room::now.asked, 1);
}

TEST_F(value_service_test, has_none_where_the_provider_fails_and_says_so_to_the_log) {
    store_room::now.fails = true;
    EXPECT_EQ(asked(), texts_of_values());
    EXPECT_EQ(asked(), texts_of_values());
    EXPECT_EQ(store_room::now.asked, 1) << "whoever is down is not asked with every key";
    ASSERT_EQ(log.lines.size(), 1U);
    EXPECT_NE(log.lines.front().find("plant tidy"), std::string::npos);
    EXPECT_EQ(log.lines.front().find("hush"), std::string::npos);
}

TEST_F(value_service_test, has_none_where_nobody_knows) {
    std::optional<texts_of_values> got;
    ask(got, 1);
    pass(duration(1));
    EXPECT_EQ(got, texts_of_values()) << "of another type";
    configuration.providers.clear();
    EXPECT_EQ(asked(), texts_of_values()) << "not configured";
    EXPECT_EQ(store_room::now.asked, 0);
}

TEST_F(value_service_test, ends_while_somebody_waits) {
    std::optional<texts_of_values> got;
    ask(got);
    pass(duration(5));
    service.reset();
    EXPECT_FALSE(got);
}

} // namespace
} // namespace chatops
