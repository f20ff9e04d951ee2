// Sentry's language for looking for issues.
#include "tests/mocks/sentry_organization.hpp"

namespace chatops::mocks {
namespace {

class sentry_search : public sentry_organization {};

TEST_F(sentry_search, finds_what_is_unresolved_unless_it_is_told_otherwise) {
    EXPECT_EQ(get("/organizations/acme/issues/").each("shortId"), "SHOP-1 SITE-1 SHOP-2");
    EXPECT_EQ(search(""), "SHOP-1 SITE-1 SHOP-2 SHOP-3") << "an empty one is all of them";
    EXPECT_EQ(search("is:resolved"), "SHOP-3");
    EXPECT_EQ(search("!is:resolved"), "SHOP-1 SITE-1 SHOP-2");
    EXPECT_EQ(search("is:ignored"), "");
    EXPECT_EQ(search("is:unassigned is:unresolved"), "SHOP-2");
}

TEST_F(sentry_search, knows_whose_they_are) {
    EXPECT_EQ(search("assigned:dev@acme.example"), "SHOP-1");
    EXPECT_EQ(search("assigned:\"Devi Nair\""), "SHOP-1");
    EXPECT_EQ(search("assigned:#design"), "SITE-1");
    EXPECT_EQ(search("assigned:none"), "SHOP-2 SHOP-3");
    EXPECT_EQ(search("assigned:[none, #design]"), "SITE-1 SHOP-2 SHOP-3");
    EXPECT_EQ(search("assigned:me"), "");
    EXPECT_EQ(search("assigned:my_teams"), "");
    EXPECT_EQ(search("assigned:stranger@acme.example"), "");
}

TEST_F(sentry_search, compares_numbers_and_moments) {
    EXPECT_EQ(search("timesSeen:>10"), "SHOP-1 SHOP-2");
    EXPECT_EQ(search("times_seen:>=12"), "SHOP-1 SHOP-2");
    EXPECT_EQ(search("timesSeen:<5"), "SITE-1");
    EXPECT_EQ(search("timesSeen:5"), "SHOP-3");
    EXPECT_EQ(search("!timesSeen:5 timesSeen:<=12"), "SITE-1 SHOP-2");
    EXPECT_EQ(search("firstSeen:-24h"), "SHOP-1 SITE-1");
    EXPECT_EQ(search("age:+24h"), "SHOP-2 SHOP-3");
    EXPECT_EQ(search("lastSeen:-1h"), "SHOP-1");
    EXPECT_EQ(search("lastSeen:+2d"), "SHOP-3");
    EXPECT_EQ(search("firstSeen:>=2024-02-29T08:30:00"), "SITE-1");
    EXPECT_EQ(search("lastSeen:2024-02-29"), "SHOP-1 SITE-1 SHOP-2");
    EXPECT_EQ(search("lastSeen:<2024-02-28"), "SHOP-3");
}

TEST_F(sentry_search, knows_releases_environments_levels_and_tags) {
    EXPECT_EQ(search("release:shop@1.0"), "SHOP-1 SHOP-2");
    EXPECT_EQ(search("release:shop@1.1"), "SHOP-1 SHOP-2");
    EXPECT_EQ(search("release:latest"), "SHOP-1 SHOP-2");
    EXPECT_EQ(search("firstRelease:shop@1.0"), "SHOP-1");
    EXPECT_EQ(search("!has:release"), "SITE-1 SHOP-3");
    EXPECT_EQ(search("environment:staging"), "SHOP-2");
    EXPECT_EQ(search("level:[fatal, warning]"), "SHOP-1 SHOP-2");
    EXPECT_EQ(search("!level:info is:unresolved"), "SHOP-1 SITE-1 SHOP-2");
    EXPECT_EQ(search("browser:\"Firefox 134\""), "SHOP-1");
    EXPECT_EQ(search("browser:firefox*"), "SHOP-1");
    EXPECT_EQ(search("tags[browser]:\"Safari 18\""), "");
    EXPECT_EQ(search("browser:\"\""), "SITE-1 SHOP-2 SHOP-3") << "those without one";
    EXPECT_EQ(search("error.type:TypeError"), "SITE-1");
    EXPECT_EQ(search("stack.filename:*cart*"), "SHOP-1");
    EXPECT_EQ(search("issue.priority:low"), "SHOP-2");
    EXPECT_EQ(search("project:site"), "SITE-1");
    EXPECT_EQ(search("issue:shop-2"), "SHOP-2");
}

TEST_F(sentry_search, finds_text_as_it_stands) {
    EXPECT_EQ(search("bank does not"), "SHOP-2") << "one text, not three words";
    EXPECT_EQ(search("bank \"answer\""), "SHOP-2");
    EXPECT_EQ(search("not bank"), "");
    EXPECT_EQ(search("bank is:resolved"), "");
    EXPECT_EQ(search("checkoutcontroller"), "SHOP-1") << "of the culprit, too; in any case";
    EXPECT_EQ(search("\"method `total'\""), "SHOP-1");
    EXPECT_EQ(search("a (b) c"), "") << "parentheses are text";
    EXPECT_EQ(search("message:\"of stock\""), "SHOP-3");
}

TEST_F(sentry_search, says_honestly_what_it_does_not_understand) {
    const std::string error = "Error parsing search query: ";
    EXPECT_EQ(search("is:unresolved OR is:resolved"),
              error + "Boolean statements containing \"OR\" or \"AND\" are not supported in this "
                      "search");
    const std::string known = error + "Invalid value for \"is\" search, valid values are [";
    EXPECT_EQ(search("is:broken").substr(0, known.size()), known);
    EXPECT_EQ(search("level:"), error + "Empty string after 'level:'");
    EXPECT_EQ(search("level:[a, b"), error + "Unterminated list after 'level:'");
    EXPECT_EQ(search("is:[new]"), error + "\"in\" syntax invalid for \"is\" search");
    EXPECT_EQ(search("a \"b"), error + "Invalid quote at '\"b': quotes must enclose text or be "
                                       "escaped.");
    EXPECT_EQ(search("a\"b\""), error + "Invalid quote at 'a\"b\"': quotes must enclose text or be "
                                        "escaped.");
    EXPECT_EQ(search("timesSeen:many"),
              error + "Invalid number: many. Expected number then optional k, m, or b suffix (e.g. "
                      "500k).");
    EXPECT_EQ(search("firstSeen:yesterday").substr(0, error.size() + 23),
              error + "Invalid date: yesterday");
    EXPECT_EQ(search("count():>5"), error + "Invalid key for this search: count()");
    EXPECT_EQ(search("timestamp:-1h"), error + "Invalid key for this search: timestamp");
    EXPECT_EQ(search("priority:urgent"), error + "Invalid priority value of 'urgent'");
    EXPECT_EQ(search(std::string(5'000, 'x')), error + "it is too long");
}

TEST_F(sentry_search, knows_an_environment_by_its_events) {
    const std::string path = "/organizations/acme/issues/?query=&environment=staging&environment=";
    EXPECT_EQ(get(path + "moon").status(), 404);
    happens(R"({"project":"shop","value":"Far","environment":"moon"})");
    EXPECT_EQ(get(path + "moon").each("shortId"), "SHOP-4 SHOP-2");
}

TEST_F(sentry_search, is_narrowed_by_projects_environments_and_time) {
    const std::string site = get("/projects/acme/site/").at("/id");
    const std::string path = "/organizations/acme/issues/?query=";
    EXPECT_EQ(get(path + "&project=" + site).each("shortId"), "SITE-1");
    EXPECT_EQ(get(path + "&project=-1&environment=staging").each("shortId"), "SHOP-2");
    EXPECT_EQ(get(path + "&statsPeriod=3h").each("shortId"), "SHOP-1 SITE-1");
    EXPECT_EQ(get(path + "&project=site").at("/detail"),
              "Invalid project parameter. Values must be numbers.");
    EXPECT_EQ(get(path + "&project=12").status(), 403);
    EXPECT_EQ(get(path + "&statsPeriod=soon").at("/detail"), "Invalid statsPeriod: 'soon'");
    EXPECT_EQ(get("/projects/acme/shop/issues/?query=").each("shortId"), "SHOP-1 SHOP-2 SHOP-3");
    EXPECT_EQ(get("/projects/acme/shop/issues/?statsPeriod=7d").status(), 400);
}

TEST_F(sentry_search, sorts_as_it_is_asked_to) {
    const auto sorted = [&](const std::string& by) {
        return get("/organizations/acme/issues/?query=&sort=" + by).each("shortId");
    };
    EXPECT_EQ(sorted("date"), "SHOP-1 SITE-1 SHOP-2 SHOP-3");
    EXPECT_EQ(sorted("new"), "SITE-1 SHOP-1 SHOP-2 SHOP-3");
    EXPECT_EQ(sorted("freq"), "SHOP-1 SHOP-2 SHOP-3 SITE-1");
    EXPECT_EQ(sorted("user").substr(0, 6), "SHOP-1");
    EXPECT_EQ(get("/organizations/acme/issues/?sort=luck").status(), 400);
}

TEST_F(sentry_search, goes_straight_to_an_issue_whose_short_id_is_given) {
    const heard found = get("/organizations/acme/issues/?query=shop-3&shortIdLookup=1");
    EXPECT_EQ(found.each("shortId"), "SHOP-3");
    EXPECT_EQ(found.header("X-Sentry-Direct-Hit"), "1");
    EXPECT_EQ(search("shop-3"), "") << "without it, it is text";
}

} // namespace
} // namespace chatops::mocks
