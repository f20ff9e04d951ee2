// Who is let in, how often, and how long lists come in pages.
#include "tests/mocks/sentry_organization.hpp"

namespace chatops::mocks {
namespace {

class sentry_requests : public sentry_organization {};

TEST_F(sentry_requests, need_a_token) {
    const auto refused = [&](const std::string& header) {
        return send("GET", "/organizations/acme/", {}, {{"Authorization", header}});
    };
    EXPECT_EQ(refused("").status(), 401);
    EXPECT_EQ(refused("").at("/detail"), "Authentication credentials were not provided.");
    EXPECT_EQ(refused("Bearer wrong").at("/detail"), "Invalid token");
    EXPECT_EQ(refused("Basic sntryu_right").status(), 401);
    EXPECT_EQ(get("/").at("/user/email"), "lead@acme.example");
}

TEST_F(sentry_requests, end_with_a_slash) {
    const heard plain = get("/organizations/acme/projects");
    EXPECT_EQ(plain.status(), 404);
    EXPECT_EQ(plain.response.body.substr(0, 45), "Route not found, did you forget a trailing sl");
    const heard json = send("GET", "/organizations", {}, {{"Content-Type", "application/json"}});
    EXPECT_EQ(json.at("/info"), "Route not found, did you forget a trailing slash? try: "
                                "/api/0/organizations/");
    EXPECT_EQ(get("/organizations/acme/issues/1/replay-count/").status(), 404);
}

TEST_F(sentry_requests, are_refused_where_there_is_nothing_or_no_such_method) {
    EXPECT_EQ(get("/organizations/other/projects/").status(), 404);
    EXPECT_EQ(get("/organizations/other/projects/").at("/detail"),
              "The requested resource does not exist");
    EXPECT_EQ(get("/projects/acme/nothing/").status(), 404);
    EXPECT_EQ(send("PATCH", "/projects/acme/shop/").at("/detail"), "Method \"PATCH\" not allowed.");
    EXPECT_EQ(put(issue_path("SHOP-1"), "{").status(), 400);
    EXPECT_EQ(put(issue_path("SHOP-1"), "[]").status(), 400);
}

TEST_F(sentry_requests, are_counted_by_caller_and_endpoint) {
    const auto list = [&] {
        const heard answer = get("/organizations/acme/issues/");
        now -= duration{1'000};
        return answer;
    };
    EXPECT_EQ(list().header("X-Sentry-Rate-Limit-Limit"), "10");
    for (int i = 0; i < 8; ++i) list();
    const heard last = list();
    EXPECT_EQ(last.status(), 200);
    EXPECT_EQ(last.header("X-Sentry-Rate-Limit-Remaining"), "0");
    EXPECT_EQ(last.header("X-Sentry-Rate-Limit-Reset"), "1709208001");
    const heard refused = list();
    EXPECT_EQ(refused.status(), 429);
    EXPECT_EQ(refused.at("/detail"), "You are attempting to use this endpoint too frequently. "
                                     "Limit is 10 requests in 1 seconds");
    EXPECT_EQ(get("/organizations/acme/projects/").status(), 200) << "another one's count";
    EXPECT_EQ(list().status(), 200) << "a second later";
}

sentry::seed many_issues(int count) {
    sentry::seed given = shop_organization();
    given.issues.clear();
    for (int i = 0; i < count; ++i) {
        sentry::seed_issue issue;
        issue.project = "shop";
        issue.value = "error " + std::to_string(i);
        // Several at the same moment.
        issue.last_seen_ago = std::chrono::minutes(1 + i / 7);
        issue.first_seen_ago = std::chrono::hours(1'000);
        issue.count = 2;
        given.issues.push_back(issue);
    }
    return given;
}

class sentry_pages : public sentry_organization {
  public:
    sentry_pages() : sentry_organization(many_issues(250)) {}

    /// Follows the links to the end: how many come in each page, and all of them.
    std::string walk(const std::string& path, const std::string& rel, std::string cursor,
                     std::string& all) {
        std::string sizes;
        for (int pages = 0; pages < 100; ++pages) {
            const heard page = get(path + "&cursor=" + percent_encode(cursor));
            if (page.status() != 200) return page.at("/detail");
            sizes += std::to_string(page.body.get_array().size()) + ' ';
            all += page.each("shortId") + ' ';
            cursor = page.cursor(rel);
            if (cursor == "none") return sizes + "end";
        }
        return "endless";
    }
};

TEST_F(sentry_pages, have_a_hundred_and_both_links) {
    const heard first = get("/organizations/acme/issues/?cursor=");
    EXPECT_EQ(first.body.get_array().size(), 100U);
    EXPECT_EQ(first.header("X-Hits"), "250");
    EXPECT_EQ(first.cursor("previous"), "none");
    EXPECT_NE(first.header("Link").find("<https://sentry.io/api/0/organizations/acme/issues/?"),
              std::string::npos);
    std::string all;
    EXPECT_EQ(walk("/organizations/acme/issues/?query=", "next", "", all), "100 100 50 end");
    EXPECT_EQ(walk("/organizations/acme/issues/?limit=90", "next", "", all), "90 90 70 end");
    EXPECT_EQ(walk("/organizations/acme/issues/?limit=900", "next", "", all), "100 100 50 end");
}

TEST_F(sentry_pages, lose_nothing_and_repeat_nothing_while_more_comes) {
    std::string before;
    walk("/organizations/acme/issues/?query=", "next", "", before);
    const heard first = get("/organizations/acme/issues/?query=&limit=13");
    EXPECT_EQ(happens(R"({"project":"shop","value":"new"})").at("/issue"), "SHOP-7V");
    std::string after = first.each("shortId") + ' ';
    walk("/organizations/acme/issues/?query=&limit=13", "next", first.cursor("next"), after);
    EXPECT_EQ(after, before) << "what is new stands before what was shown";
}

TEST_F(sentry_pages, go_back_as_they_came) {
    const std::string path = "/organizations/acme/issues/?query=&limit=60";
    const heard first = get(path);
    const heard second = get(path + "&cursor=" + first.cursor("next"));
    const heard back = get(path + "&cursor=" + second.cursor("previous"));
    EXPECT_EQ(back.each("shortId"), first.each("shortId"));
    EXPECT_EQ(back.cursor("previous"), "none");
    EXPECT_EQ(get(path + "&cursor=" + back.cursor("next")).each("shortId"), second.each("shortId"));
}

TEST_F(sentry_pages, refuse_what_is_no_cursor) {
    for (const char* const bad : {"1", "1:2", "a:b:c", "0:0:2", "1:2:3:4", "0:0:0x", "0::0",
                                  " 0:0:0", "99999999999999999999:0:0"})
        EXPECT_EQ(get("/organizations/acme/issues/?cursor=" + percent_encode(bad)).at("/detail"),
                  "Invalid cursor parameter.")
            << bad;
    EXPECT_EQ(get("/organizations/acme/issues/?cursor=0:-1:0").at("/detail"),
              "Pagination offset cannot be negative");
    EXPECT_EQ(get("/organizations/acme/projects/?cursor=x").status(), 400);
    EXPECT_EQ(get("/organizations/acme/projects/?per_page=101").at("/detail"),
              "Invalid per_page value. Must be between 1 and 100.");
    EXPECT_EQ(get("/organizations/acme/issues/?cursor=0:0:0").each("shortId"), "");
}

TEST_F(sentry_pages, of_other_lists_go_by_place) {
    const heard first = get("/organizations/acme/projects/?per_page=1");
    EXPECT_EQ(first.each("slug"), "shop");
    EXPECT_EQ(first.cursor("next"), "0:1:0");
    const heard second = get("/organizations/acme/projects/?per_page=1&cursor=0:1:0");
    EXPECT_EQ(second.each("slug"), "site");
    EXPECT_EQ(second.cursor("next"), "none");
    EXPECT_EQ(second.cursor("previous"), "0:0:1");
}

} // namespace
} // namespace chatops::mocks
