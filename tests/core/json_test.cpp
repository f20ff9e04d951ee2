// JSON from vendors is not ours: it has more members than we know, nulls, and sometimes surprises.
#include "chatops/core/json.hpp"
#include "chatops/core/secret.hpp"
#include "chatops/core/time.hpp"

#include <boost/describe/class.hpp>
#include <boost/describe/enum.hpp>
#include <gtest/gtest.h>

namespace chatops {
namespace {

enum class state { starting, up, default_ };
BOOST_DESCRIBE_ENUM(state, starting, up, default_)

struct region {
    std::string name;
    friend bool operator==(const region&, const region&) = default;
};
BOOST_DESCRIBE_STRUCT(region, (), (name))

/// A text with a rule of its own: lower-case letters.
struct slug {
    std::string text;

    static result<slug> parse(std::string_view text) {
        for (const char c : text)
            if (c < 'a' || c > 'z') return mistake{"slug", "Only letters.", 0, 0, "letters", ""};
        return slug{std::string(text)};
    }
    [[nodiscard]] const std::string& to_text() const { return text; }
    friend bool operator==(const slug&, const slug&) = default;
};

struct application {
    std::string name;
    region place;
    state now = state::up;
    std::optional<std::int64_t> size;
    std::vector<std::string> domains;
    std::map<std::string, std::optional<std::string>> variables;
    double load = 0;
    bool maintenance = false;
    std::uint8_t dynos = 0;
    time_point created_at;
    std::optional<slug> team;
    boost::json::value extra;

    friend bool operator==(const application&, const application&) = default;
};
BOOST_DESCRIBE_STRUCT(application, (),
                      (name, place, now, size, domains, variables, load, maintenance, dynos,
                       created_at, team, extra))

struct answer {
    std::vector<application> apps;
};
BOOST_DESCRIBE_STRUCT(answer, (), (apps))

struct special : region {
    int class_ = 0;
};
BOOST_DESCRIBE_STRUCT(special, (region), (class_))

struct with_secret {
    std::optional<secret> token;
};
BOOST_DESCRIBE_STRUCT(with_secret, (), (token))

struct undescribed {
    int number = 0;
};

static_assert(json::mapped<answer>);
static_assert(json::mapped<std::map<std::string, std::vector<std::optional<state>>>>);
static_assert(!json::mapped<secret>);
static_assert(!json::mapped<with_secret>, "a credential must never be written");
static_assert(!json::mapped<undescribed>);
static_assert(!json::mapped<char>);
static_assert(!json::mapped<float>);
static_assert(!json::mapped<std::map<int, int>>);
static_assert(!json::mapped<std::optional<std::optional<int>>>, "two kinds of null look the same");

constexpr std::string_view whole =
    R"({"name":"acme","place":{"name":"eu"},"now":"default","size":-5,"domains":["a","b"],)"
    R"("variables":{"A":"1","B":null},"load":1.5E0,"maintenance":true,"dynos":255,)"
    R"("created_at":"2024-02-29T12:00:00.250Z","team":"ops","extra":{"any":[1,null]}})";

boost::json::value parsed(std::string_view text) {
    auto value = json::parse(text);
    EXPECT_TRUE(value) << value.error().message;
    return value ? *value : boost::json::value();
}

application read_whole() { return json::read<application>(parsed(whole)).value(); }

/// The whole text with one piece of it exchanged, as read; the mistake is `code: message`.
std::string mistake_with(std::string_view piece, std::string_view instead) {
    std::string text = R"({"apps":[)" + std::string(whole) + "," + std::string(whole) + "]}";
    const auto at = text.rfind(piece);
    EXPECT_NE(at, std::string::npos) << piece;
    text.replace(at, piece.size(), instead);
    const auto made = json::read<answer>(parsed(text));
    return made ? "none" : made.error().code + ": " + made.error().message;
}

TEST(json, every_kind_of_member_is_read) {
    const application app = read_whole();
    EXPECT_EQ(app.name, "acme");
    EXPECT_EQ(app.place.name, "eu");
    EXPECT_EQ(app.now, state::default_);
    EXPECT_EQ(app.size, -5);
    EXPECT_EQ(app.domains, (std::vector<std::string>{"a", "b"}));
    EXPECT_EQ(app.variables.at("A"), "1");
    EXPECT_EQ(app.variables.at("B"), std::nullopt);
    EXPECT_EQ(app.load, 1.5);
    EXPECT_TRUE(app.maintenance);
    EXPECT_EQ(app.dynos, 255);
    EXPECT_EQ(format_time(app.created_at), "2024-02-29T12:00:00.250Z");
    ASSERT_TRUE(app.team);
    EXPECT_EQ(app.team->text, "ops");
    EXPECT_EQ(json::text(app.extra), R"({"any":[1,null]})");
}

TEST(json, what_was_read_is_written_as_it_was) {
    EXPECT_EQ(json::text(json::write(read_whole())), whole);
}

TEST(json, what_was_written_is_read_as_it_was) {
    application app = read_whole();
    app.size.reset();
    app.team.reset();
    app.name = "quotes \" and \\ and \n and \x01 and \xc3\xa9";
    EXPECT_EQ(json::read<application>(json::write(app)).value(), app);
}

TEST(json, an_empty_optional_member_is_left_out_but_a_map_keeps_its_null) {
    application app = read_whole();
    app.size.reset();
    const std::string text = json::text(json::write(app));
    EXPECT_EQ(text.find("size"), std::string::npos) << text;
    EXPECT_NE(text.find(R"("B":null)"), std::string::npos) << text;
}

TEST(json, members_may_come_in_any_order_and_unknown_ones_are_ignored) {
    const auto value =
        parsed(R"({"new":{"deep":[1]},"class":3,"x":null,"name":"eu","y":"z","name2":1})");
    const auto made = json::read<special>(value);
    ASSERT_TRUE(made) << made.error().message;
    EXPECT_EQ(made->name, "eu");
    EXPECT_EQ(made->class_, 3);
    EXPECT_EQ(json::text(json::write(*made)), R"({"name":"eu","class":3})");
}

TEST(json, absent_and_null_are_the_same_to_an_optional) {
    std::string text(whole);
    text.replace(text.find(R"("size":-5,)"), 10, "");
    EXPECT_EQ(json::read<application>(parsed(text)).value().size, std::nullopt);
    text.insert(1, R"("size":null,)");
    EXPECT_EQ(json::read<application>(parsed(text)).value().size, std::nullopt);
}

TEST(json, a_mistake_names_the_place) {
    EXPECT_EQ(mistake_with(R"("name":"eu")", R"("nom":"eu")"),
              "json_missing: apps[1].place.name is missing");
    EXPECT_EQ(mistake_with(R"("acme")", "7"),
              "json_wrong_type: apps[1].name must be text, not a number");
    EXPECT_EQ(mistake_with(R"({"name":"eu"})", "[]"),
              "json_wrong_type: apps[1].place must be an object, not a list");
    EXPECT_EQ(mistake_with(R"("b")", "null"),
              "json_wrong_type: apps[1].domains[1] must be text, not null");
    EXPECT_EQ(mistake_with(R"("A":"1")", R"("A":true)"),
              "json_wrong_type: apps[1].variables.A must be text, not true or false");
    EXPECT_EQ(mistake_with(R"("default")", R"("asleep")"),
              "json_unknown_name: apps[1].now must be one of starting, up, default");
    EXPECT_EQ(mistake_with("2024-02-29", "2023-02-29"),
              "json_wrong_text: apps[1].created_at is not right: This is not a time.");
    EXPECT_EQ(mistake_with(R"("ops")", R"("OPS")"),
              "json_wrong_text: apps[1].team is not right: Only letters.");
    EXPECT_EQ(json::read<application>(parsed("[]")).error().message,
              "The JSON value must be an object, not a list");
}

TEST(json, a_number_is_in_its_range_and_no_text) {
    EXPECT_EQ(mistake_with("255", "256"),
              "json_out_of_range: apps[1].dynos must be a number from 0 to 255");
    EXPECT_EQ(mistake_with("255", "-1"),
              "json_out_of_range: apps[1].dynos must be a number from 0 to 255");
    EXPECT_EQ(mistake_with("255", R"("255")"),
              "json_wrong_type: apps[1].dynos must be a whole number, not text");
    EXPECT_EQ(mistake_with("255", "2.5"),
              "json_out_of_range: apps[1].dynos must be a whole number");
    EXPECT_EQ(mistake_with("true", "1"),
              "json_wrong_type: apps[1].maintenance must be true or false, not a number");
    EXPECT_EQ(mistake_with("1.5E0", "3"), "none");
    EXPECT_TRUE(json::read<std::int64_t>(parsed("-9223372036854775808")));
    EXPECT_TRUE(json::read<std::uint64_t>(parsed("18446744073709551615")));
    EXPECT_EQ(json::read<std::int64_t>(parsed("9223372036854775808")).error().code,
              "json_out_of_range");
    EXPECT_EQ(json::read<std::uint64_t>(parsed("18446744073709551616")).error().code,
              "json_out_of_range");
}

TEST(json, a_mistake_never_quotes_the_value) {
    EXPECT_EQ(mistake_with(R"("default")", R"("hunter2")").find("hunter2"), std::string::npos);
    EXPECT_EQ(mistake_with("2024-02-29T12", "hunter2").find("hunter2"), std::string::npos);
}

TEST(json, text_that_is_not_json_says_where_it_stops_being_it) {
    const auto wrong = json::parse(R"({"a":1,])");
    ASSERT_FALSE(wrong);
    EXPECT_EQ(wrong.error().code, "json_malformed");
    EXPECT_EQ(wrong.error().begin, 7u);
    for (const std::string_view text :
         {"", " ", "{", "[1,", "\"a", "<html>", "nul", "{} {}", "01", "\"\xff\"", "{'a':1}", "NaN"})
        EXPECT_EQ(json::parse(text).error().code, "json_malformed") << text;
}

TEST(json, a_hostile_text_is_refused_before_it_costs) {
    EXPECT_EQ(json::parse(std::string(10'000, '[')).error().code, "json_too_deep");
    std::string deep;
    for (int i = 0; i < 10'000; ++i) deep += R"({"a":)";
    EXPECT_EQ(json::parse(deep).error().code, "json_too_deep");
    EXPECT_EQ(json::parse("[1,2,3]", 6).error().code, "json_too_long");
    EXPECT_TRUE(json::parse("[1,2,3]", 7));
    EXPECT_TRUE(json::parse(std::string(64, '[') + std::string(64, ']')));
}

TEST(json, a_long_text_is_written_whole) {
    const std::vector<std::string> many(1'000, std::string(50, 'x'));
    const auto again = json::read<std::vector<std::string>>(parsed(json::text(json::write(many))));
    EXPECT_EQ(again.value(), many);
}

TEST(json, numbers_look_the_same_everywhere) {
    EXPECT_EQ(json::text(json::write(std::vector<double>{0, 0.1, -1e300, 5e-324, 100})),
              "[0,1E-1,-1E300,5E-324,100]");
    EXPECT_EQ(json::text(boost::json::value(UINT64_MAX)), "18446744073709551615");
}

} // namespace
} // namespace chatops
