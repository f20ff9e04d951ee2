// Each of Rackspace's commands: asked of what is not there, or there twice; refused, limited, cut
// off before and after its effect; and begun, with nobody seeing its end.
#include "chatops/operations/catalogue.hpp"
#include "tests/operations/rackspace_deeds.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <string>
#include <utility>
#include <vector>

namespace chatops::operations {
namespace {

using support::played;
using support::prepared_rackspace;
using support::rackspace_bench;
using support::rackspace_deed;

std::string name_of_deed(const testing::TestParamInfo<rackspace_deed>& info) {
    return support::name_of_rackspace_deed(info.param);
}

std::string plan_for(const std::string& method, const std::string& path, const std::string& rest) {
    return R"([{"match":{"method":")" + method + R"(","path":")" + path + R"("},)" + rest + "}]";
}

// ---- what changes something

class rackspace_change : public testing::TestWithParam<rackspace_deed> {};

TEST_P(rackspace_change, is_done_once_whatever_becomes_of_its_answer) {
    support::meet_every_trouble<support::rackspace_trial>(GetParam());
}

TEST_P(rackspace_change, is_not_done_where_rackspace_refuses) {
    support::be_refused<support::rackspace_trial>(GetParam());
}

/// How often it looks before it does anything.
int looks_before_it_acts(const rackspace_deed& what) {
    prepared_rackspace at(what);
    support::play_to_its_end<support::rackspace_trial>(at, what.line);
    int looks = 0;
    for (const auto& each : at.wires.exchanges()) {
        if (each->what.url.find("/tokens") != std::string::npos) continue;
        if (each->what.method == what.method) break;
        const bool is_look = each->what.method == "GET" &&
                             each->what.url.find(what.path.substr(0, 4)) != std::string::npos;
        looks += is_look ? 1 : 0;
    }
    return looks;
}

TEST_P(rackspace_change, that_is_begun_stays_so_where_nobody_sees_its_end) {
    const rackspace_deed& what = GetParam();
    const support::calm_ending calm = support::calmly<support::rackspace_trial>(what);
    prepared_rackspace at(what);
    at.trouble(plan_for("GET", what.path,
                        R"("kind":"status","status":503,"count":0,"after":)" +
                            std::to_string(looks_before_it_acts(what))));
    const played end = at.play_and_confirm(what.line);
    EXPECT_EQ(end.failure == nullptr, what.may_repeat && end.answer.how != tone::bad)
        << "only what needs no second look is done all the same: " << end.text();
    ASSERT_EQ(at.deeds().size(), 1u) << end.text();
    EXPECT_EQ(support::deeds_of<support::rackspace_trial>(at).front(), calm.deeds.front());
    at.pass(std::chrono::minutes(5));
    if (calm.deeds.size() == 1) {
        EXPECT_EQ(at.state(), calm.state) << "what was begun goes on";
    }
}

INSTANTIATE_TEST_SUITE_P(of, rackspace_change, testing::ValuesIn(all_rackspace_deeds()),
                         name_of_deed);

/// Jobs may end in ERROR inside a 200.
class rackspace_job : public testing::TestWithParam<rackspace_deed> {};

TEST_P(rackspace_job, that_ends_in_error_is_told_and_has_changed_nothing) {
    const rackspace_deed& what = GetParam();
    const std::string before = prepared_rackspace(what).state();
    prepared_rackspace at(what);
    at.plan_errored("dns_job");
    const played end = at.play_and_confirm(what.line);
    ASSERT_TRUE(end.failure) << end.text();
    EXPECT_EQ(end.text(),
              "The DNS API is currently not available: The request was not carried out.");
    EXPECT_EQ(at.deeds().size(), 1u);
    EXPECT_EQ(at.state(), before);
}

INSTANTIATE_TEST_SUITE_P(of, rackspace_job, testing::ValuesIn(rackspace_zone_deeds()),
                         name_of_deed);

// ---- what only looks

std::vector<rackspace_deed> rackspace_looks() {
    std::vector<rackspace_deed> all;
    for (const char* const line :
         {"rackspace servers", "rackspace servers web --status active --flavor general1-2",
          "rackspace server show web-1", "rackspace server actions web-1",
          "rackspace metadata show web-1", "rackspace images", "rackspace images --server web-1",
          "rackspace flavors", "rackspace keys", "rackspace limits"})
        all.push_back(of_servers(line, "GET"));
    for (const char* const line :
         {"rackspace load-balancers", "rackspace load-balancer show front",
          "rackspace load-balancer stats front", "rackspace load-balancer access front"})
        all.push_back(of_balancers(line, "GET"));
    for (const char* const line :
         {"rackspace domains", "rackspace domain show acme.example",
          "rackspace domain export acme.example", "rackspace records acme.example",
          "rackspace record show acme.example www", "rackspace pointers web-1"})
        all.push_back(of_zones(line, "GET", detail::prepare_pointer));
    return all;
}

class rackspace_look : public testing::TestWithParam<rackspace_deed> {};

TEST_P(rackspace_look, is_asked_again_where_an_answer_is_lost_or_late) {
    const rackspace_deed& what = GetParam();
    const played calm = prepared_rackspace(what).play(what.line);
    ASSERT_FALSE(calm.failure) << calm.text();
    for (const char* const fault : support::every_fault) {
        prepared_rackspace at(what);
        at.trouble(support::at_its_path(what, std::string(fault) + R"(,"count":1)"));
        const played end = at.play(what.line);
        EXPECT_EQ(end.text(), calm.text()) << fault;
        // How many requests are left is less by that one.
        if (what.line != "rackspace limits") {
            EXPECT_TRUE(end.answer.parts == calm.answer.parts) << fault;
        }
    }
}

TEST_P(rackspace_look, says_what_it_is_refused_with) {
    const std::pair<const char*, const char*> refusals[] = {
        {R"("kind":"status","status":403,"count":0)", "403"},
        {R"("kind":"status","status":429,"retry_after_s":900,"count":0)", "OverLimit Retry..."}};
    for (const auto& [fault, said] : refusals) {
        prepared_rackspace at(GetParam());
        at.trouble(support::at_its_path(GetParam(), fault));
        const played end = at.play(GetParam().line);
        ASSERT_TRUE(end.failure) << fault;
        EXPECT_FALSE(end.text().empty()) << fault;
        if (std::string(said) != "403") {
            EXPECT_EQ(end.text(), said);
        }
        EXPECT_TRUE(at.deeds().empty());
    }
}

INSTANTIATE_TEST_SUITE_P(of, rackspace_look, testing::ValuesIn(rackspace_looks()), name_of_deed);

// ---- names that are nobody's, or several's

/// Every command of Rackspace's is in one of these tables.
TEST(rackspace_commands, are_all_told_of_here) {
    std::vector<std::string> lines;
    for (const rackspace_deed& each : all_rackspace_deeds()) lines.push_back(each.line);
    for (const rackspace_deed& each : rackspace_looks()) lines.push_back(each.line);
    for (const entry& each : rackspace_entries()) {
        const std::string name(each.what->info.name);
        EXPECT_TRUE(std::any_of(lines.begin(), lines.end(), [&](const std::string& line) {
            return line == name || line.substr(0, name.size() + 1) == name + ' ';
        })) << name;
    }
}

/// What is said of a line that names nobody.
struct unfound {
    const char* line;
    const char* said;
};

mocks::rackspace::seed with_all() {
    auto given = with_balancers();
    given.domains = with_zones().domains;
    return given;
}

constexpr const char* no_server = "There is no server “nobody”";
constexpr const char* no_balancer = "There is no load balancer “nobody”";
constexpr const char* no_domain = "There is no domain “nobody.example”";

void try_unfound(const std::vector<unfound>& lines) {
    for (const auto& [line, said] : lines) {
        rackspace_bench at(with_all());
        const played end = at.play(line);
        EXPECT_EQ(end.text(), said) << line;
        EXPECT_EQ(end.answer.how, tone::bad) << line;
        EXPECT_TRUE(at.deeds().empty()) << line;
    }
}

TEST(rackspace_commands, say_so_where_there_is_no_such_server_image_or_key) {
    try_unfound({
        {"rackspace servers --image nothing", "There is no image “nothing”"},
        {"rackspace servers --flavor general1-3", "There is no flavor “general1-3”"},
        {"rackspace images --server nobody", no_server},
        {"rackspace server show nobody", no_server},
        {"rackspace server actions nobody", no_server},
        {"rackspace metadata show nobody", no_server},
        {"rackspace metadata set nobody client=acme", no_server},
        {"rackspace metadata remove nobody client", no_server},
        {"rackspace server reboot nobody", no_server},
        {"rackspace server start nobody", no_server},
        {"rackspace server stop nobody", no_server},
        {"rackspace server resize nobody general1-4", no_server},
        {"rackspace server confirm nobody", no_server},
        {"rackspace server revert nobody", no_server},
        {"rackspace server rename nobody other", no_server},
        {"rackspace server lock nobody", no_server},
        {"rackspace server unlock nobody", no_server},
        {"rackspace server snapshot nobody", no_server},
        {"rackspace server rebuild nobody \"Debian 12 (Bookworm) (Cloud)\"", no_server},
        {"rackspace server rebuild web-1 nothing", "There is no image “nothing”"},
        {"rackspace server rescue nobody a-long-password", no_server},
        {"rackspace server unrescue nobody", no_server},
        {"rackspace server password nobody a-long-password", no_server},
        {"rackspace server destroy nobody", no_server},
        {"rackspace image destroy nothing", "There is no image “nothing”"},
        {"rackspace key remove nobody", "There is no SSH key “nobody”"},
    });
}

TEST(rackspace_commands, say_so_where_there_is_no_such_load_balancer_or_node) {
    try_unfound({
        {"rackspace load-balancer show nobody", no_balancer},
        {"rackspace load-balancer stats nobody", no_balancer},
        {"rackspace load-balancer access nobody", no_balancer},
        {"rackspace load-balancer change nobody --timeout 1m", no_balancer},
        {"rackspace load-balancer add nobody web-1:80", no_balancer},
        {"rackspace load-balancer add front nobody:80", no_server},
        {"rackspace load-balancer remove nobody web-1", no_balancer},
        {"rackspace load-balancer remove front nobody",
         "No node of front is “nobody”: nothing was changed"},
        {"rackspace load-balancer node nobody web-1 --weight 2", no_balancer},
        {"rackspace load-balancer node front nobody --weight 2",
         "No node of front is “nobody”: nothing was changed"},
        {"rackspace load-balancer enable nobody web-1", no_balancer},
        {"rackspace load-balancer disable nobody web-1", no_balancer},
        {"rackspace load-balancer drain nobody web-1", no_balancer},
        {"rackspace load-balancer monitor nobody connect", no_balancer},
        {"rackspace load-balancer allow nobody 203.0.113.7", no_balancer},
        {"rackspace load-balancer deny nobody 203.0.113.7", no_balancer},
        {"rackspace load-balancer forget nobody 203.0.113.7", no_balancer},
        {"rackspace load-balancer add-address nobody", no_balancer},
        {"rackspace load-balancer remove-address nobody 203.0.113.7", no_balancer},
        {"rackspace load-balancer remove-address front 203.0.113.7",
         "front is not reached at 203.0.113.7: nothing was changed"},
        {"rackspace load-balancer destroy nobody", no_balancer},
    });
}

TEST(rackspace_commands, say_so_where_there_is_no_such_domain_record_or_device) {
    try_unfound({
        {"rackspace domain show nobody.example", no_domain},
        {"rackspace domain change nobody.example --ttl 1h", no_domain},
        {"rackspace domain export nobody.example", no_domain},
        {"rackspace domain destroy nobody.example", no_domain},
        {"rackspace records nobody.example", no_domain},
        {"rackspace record show nobody.example www", no_domain},
        {"rackspace record show acme.example nowhere", "There is no record “nowhere”"},
        {"rackspace record create nobody.example A www 203.0.113.8", no_domain},
        {"rackspace record change nobody.example www --ttl 1h", no_domain},
        {"rackspace record change acme.example nowhere --ttl 1h", "There is no record “nowhere”"},
        {"rackspace record destroy nobody.example www", no_domain},
        {"rackspace pointers nobody", no_server},
        {"rackspace pointers nobody --load-balancer", no_balancer},
        {"rackspace pointer create nobody mail.acme.example", no_server},
        {"rackspace pointer change nobody mail.acme.example", no_server},
        {"rackspace pointer destroy nobody", no_server},
        {"rackspace pointer destroy nobody --load-balancer", no_balancer},
    });
}

/// Which of two is meant is asked, or to be said by an id; nothing is done to either.
TEST(rackspace_commands, do_nothing_to_one_of_several) {
    auto given = with_all();
    given.servers.push_back({"web-1"});
    given.images.push_back({"web-1 before relaunch", "web-2"});
    for (const char* const line :
         {"rackspace servers --image 'web-1 before relaunch'",
          "rackspace images --server web-1",
          "rackspace server show web-1",
          "rackspace server actions web-1",
          "rackspace metadata show web-1",
          "rackspace metadata set web-1 client=acme",
          "rackspace metadata remove web-1 client",
          "rackspace server reboot web-1",
          "rackspace server start web-1",
          "rackspace server stop web-1",
          "rackspace server resize web-1 general1-4",
          "rackspace server confirm web-1",
          "rackspace server revert web-1",
          "rackspace server rename web-1 other",
          "rackspace server lock web-1",
          "rackspace server unlock web-1",
          "rackspace server snapshot web-1",
          "rackspace server rebuild web-1 \"Debian 12 (Bookworm) (Cloud)\"",
          "rackspace server rebuild web-2 'web-1 before relaunch'",
          "rackspace server rescue web-1 a-long-password",
          "rackspace server unrescue web-1",
          "rackspace server password web-1 a-long-password",
          "rackspace server destroy web-1",
          "rackspace image destroy 'web-1 before relaunch'",
          "rackspace load-balancer show twin",
          "rackspace load-balancer stats twin",
          "rackspace load-balancer access twin",
          "rackspace load-balancer change twin --timeout 1m",
          "rackspace load-balancer add twin web-2:80",
          "rackspace load-balancer add front web-1:8080",
          "rackspace load-balancer remove twin web-2",
          "rackspace load-balancer node twin web-2 --weight 2",
          "rackspace load-balancer enable twin web-2",
          "rackspace load-balancer disable twin web-2",
          "rackspace load-balancer drain twin web-2",
          "rackspace load-balancer monitor twin connect",
          "rackspace load-balancer allow twin 203.0.113.7",
          "rackspace load-balancer deny twin 203.0.113.7",
          "rackspace load-balancer forget twin 203.0.113.7",
          "rackspace load-balancer add-address twin",
          "rackspace load-balancer remove-address twin 198.51.100.112",
          "rackspace load-balancer destroy twin",
          "rackspace record show acme.example note",
          "rackspace record change acme.example note --ttl 1h",
          "rackspace record destroy acme.example note",
          "rackspace pointers web-1",
          "rackspace pointer create web-1 mail.acme.example",
          "rackspace pointer change web-1 mail.acme.example",
          "rackspace pointer destroy web-1",
          "rackspace pointer destroy twin --load-balancer"}) {
        rackspace_bench at(given);
        const played end = at.play(line);
        const std::string title = end.title();
        EXPECT_NE(title.find(" are called “"), std::string::npos) << line << ": " << title;
        EXPECT_NE(end.asked, "@confirm") << line;
        EXPECT_TRUE(at.deeds().empty()) << line;
    }
}

} // namespace
} // namespace chatops::operations
