// Long lists come in pages, told by headers.
#include "tests/mocks/heroku_account.hpp"

namespace chatops::mocks {
namespace {

heroku::seed many_apps(int count) {
    heroku::seed given;
    given.token = "HRKU-right";
    given.owner_email = "ops@agency.example";
    for (int i = 0; i < count; ++i) {
        heroku::seed_app app;
        app.name = "app-" + std::to_string(1'000 + i);
        given.apps.push_back(app);
    }
    return given;
}

class heroku_pages : public heroku_account {
  public:
    heroku_pages() : heroku_account(many_apps(450)) {}

    /// Follows Next-Range to the end; says how many came in each page.
    std::string walk(std::string range, std::string& names) {
        std::string sizes;
        for (int pages = 0; pages < 1'000; ++pages) {
            const seen page = get_range("/apps", range);
            sizes += std::to_string(page.body.as_array().size()) + ' ';
            names += page.each("name") + ' ';
            range = page.header("Next-Range");
            EXPECT_EQ(page.status(), range.empty() ? 200 : 206);
            if (range.empty()) return sizes;
        }
        return "endless";
    }
};

TEST_F(heroku_pages, hold_200_until_asked_for_more) {
    std::string names;
    EXPECT_EQ(walk("", names), "200 200 50 ");
    EXPECT_EQ(walk("id ..; max=1000", names), "450 ");
    EXPECT_EQ(walk("id ..; max=99999", names), "450 ");
    EXPECT_EQ(walk("id ..; max=150;", names), "150 150 150 ");
}

TEST_F(heroku_pages, follow_each_other_without_a_gap_in_either_order) {
    std::string upward;
    std::string downward;
    EXPECT_EQ(walk("name ..; max=400", upward), "400 50 ");
    EXPECT_EQ(walk("name ..; order=desc,max=400", downward), "400 50 ");

    EXPECT_EQ(upward.substr(0, 18), "app-1000 app-1001 ");
    EXPECT_EQ(upward.size(), 450U * 9);
    EXPECT_EQ(downward.substr(0, 18), "app-1449 app-1448 ");
    EXPECT_EQ(downward.size(), 450U * 9);
}

TEST_F(heroku_pages, say_what_they_hold_and_what_comes_next) {
    const seen page = get_range("/apps", "name app-1003..app-1009[; max=2");

    EXPECT_EQ(page.each("name"), "app-1003 app-1004");
    EXPECT_EQ(page.header("Content-Range"), "name app-1003..app-1004");
    EXPECT_EQ(page.header("Next-Range"), "name ]app-1004..app-1009[; max=2");
    EXPECT_EQ(page.header("Accept-Ranges"), "id, name, updated_at");
    EXPECT_EQ(get_range("/apps", "name ]app-1003..app-1006[").each("name"), "app-1004 app-1005");
    EXPECT_EQ(get_range("/apps", "name app-1440..").body.as_array().size(), 10U);
    EXPECT_EQ(get_range("/apps", "name x..").response.body, "[]");
}

TEST_F(heroku_pages, never_part_things_that_are_equal) {
    std::string names;
    EXPECT_EQ(walk("updated_at ..; max=10", names), "450 ");
}

TEST_F(heroku_pages, take_the_parameters_in_any_order_and_refuse_nonsense) {
    for (const char* const range :
         {"name ..; max=3, order=desc", "name ..; order=desc,max=3", "name ..; order=desc; max=3",
          "name ..;max=3;order=desc;", "name  .. ; max = 3 , order = desc"})
        EXPECT_EQ(get_range("/apps", range).each("name"), "app-1449 app-1448 app-1447") << range;
    for (const char* const range :
         {"bytes=0-99", "colour ..", "name", "name ..; max=0", "name ..; max=many",
          "name ..; order=up", "name ..; max", "name a"}) {
        const seen refused = get_range("/apps", range);
        EXPECT_EQ(refused.status(), 416) << range;
        EXPECT_EQ(refused.at("/id"), R"("requested_range_not_satisfiable")") << range;
    }
}

using heroku_versions = heroku_account;

TEST_F(heroku_versions, of_releases_count_as_numbers) {
    for (int i = 0; i < 8; ++i)
        patch("/apps/brix/config-vars", R"({"N":")" + std::to_string(i) + R"("})");

    EXPECT_EQ(get("/apps/brix/releases").each("version"), "1 2 3 4 5 6 7 8 9 10 11");
    EXPECT_EQ(get_range("/apps/brix/releases", "version ..; order=desc,max=1").each("version"),
              "11");
    const seen page = get_range("/apps/brix/releases", "version ..; max=3, order=desc");
    EXPECT_EQ(page.each("version"), "11 10 9");
    EXPECT_EQ(page.header("Next-Range"), "version ]9..; max=3, order=desc");
    EXPECT_EQ(get_range("/apps/brix/releases", page.header("Next-Range")).each("version"), "8 7 6");
    EXPECT_EQ(get_range("/apps/brix/releases", "version 9..10; order=desc").each("version"),
              "10 9");
    EXPECT_EQ(get_range("/apps/brix/releases", "version x..").status(), 416);
}

TEST_F(heroku_versions, does_not_matter_to_one_thing_nor_to_a_change) {
    // heroku-client sends its Range with everything.
    EXPECT_EQ(get_range("/apps/brix", "id ..; max=1000").status(), 200);
    EXPECT_EQ(
        send("PATCH", "/apps/brix/formation", R"({"updates":[]})", {{"Range", "id ..; max=1000"}})
            .status(),
        200);
}

} // namespace
} // namespace chatops::mocks
