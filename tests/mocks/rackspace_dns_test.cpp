// Zones at Rackspace: pages, records, and jobs that run, end, and fail inside a 200.
#include "mocks/common/text.hpp"
#include "tests/mocks/rackspace_account.hpp"

#include <string>
#include <utility>

namespace chatops::mocks::rackspace {
namespace {

class rackspace_dns : public rackspace_account {
  protected:
    static seed with_zones() {
        seed given = agency_account();
        given.domains = {
            {"acme.example",
             "ops@acme.example",
             {{"A", "www.acme.example", "web-1"}, {"MX", "acme.example", "mail.acme.example", 10}}},
            {"shop.acme.example", "ops@acme.example", {}}};
        return given;
    }
    rackspace_dns() : rackspace_account(with_zones()) { authenticate(); }

    answered dns(const std::string& method, const std::string& path, const std::string& body = {}) {
        return send(method, "/v1.0/654321" + path, body);
    }
    /// `/domains/2725203`.
    std::string zone(const std::string& name) {
        const answered all = dns("GET", "/domains?name=" + name);
        return "/domains/" + text(all.body.at("domains").at(0).at("id"));
    }
    static std::string text(const value& of) { return std::string(view(of.as_string())); }
    /// What became of a job once it has ended.
    value ended(const answered& begun) {
        EXPECT_EQ(begun.status, 202) << json::text(begun.body);
        pass(5s);
        return dns("GET", "/status/" + text(begun.body.at("jobId")) + "?showDetails=true").body;
    }
    std::string records(const std::string& name, const char* member) {
        std::string joined;
        const value all = dns("GET", zone(name) + "/records").body;
        for (const value& each : all.at("records").as_array())
            joined += (joined.empty() ? "" : " ") + text(each.at(member));
        return joined;
    }
    /// Where the first record of that type is.
    std::string record(const std::string& name, const std::string& type) {
        const value all = dns("GET", zone(name) + "/records?type=" + type).body;
        return zone(name) + "/records/" + text(all.at("records").at(0).at("id"));
    }
    void plan_error() {
        const http::request plan{"POST",
                                 "/_mock/errored_actions",
                                 {{"Content-Type", "application/json"}},
                                 R"({"type":"dns_job","count":1})"};
        ASSERT_TRUE(cloud.control(plan, {now, now}));
    }
};

TEST_F(rackspace_dns, has_ids_that_are_text_and_dates_without_a_colon) {
    const value all = dns("GET", "/domains").body;
    EXPECT_EQ(all.at("totalEntries").as_int64(), 2);
    const value& one = all.at("domains").at(0);
    EXPECT_TRUE(one.at("id").is_string());
    EXPECT_EQ(text(one.at("name")), "acme.example");
    EXPECT_EQ(text(one.at("created")).substr(19), ".000+0000");
    EXPECT_EQ(records("acme.example", "type"), "NS NS A MX");
    EXPECT_EQ(text(dns("GET", record("acme.example", "A")).body.at("data")), "192.0.2.1");
}

TEST_F(rackspace_dns, makes_a_domain_by_a_job_that_runs_for_a_while) {
    const answered begun =
        dns("POST", "/domains",
            R"({"domains":[{"name":"brix.example","emailAddress":"ops@brix.example","recordsList":)"
            R"({"records":[{"type":"A","name":"brix.example","data":"203.0.113.9"}]}}]})");
    ASSERT_EQ(begun.status, 202);
    EXPECT_EQ(text(begun.body.at("status")), "INITIALIZED");
    EXPECT_EQ(text(begun.body.at("verb")), "POST");
    const std::string id = text(begun.body.at("jobId"));
    EXPECT_EQ(text(begun.body.at("callbackUrl")), "http://127.0.0.1:9102/v1.0/654321/status/" + id);
    EXPECT_EQ(dns("GET", "/domains?name=brix.example").body.at("totalEntries").as_int64(), 0);
    EXPECT_EQ(dns("GET", "/status/" + id).status, 202);
    pass(1s);
    EXPECT_EQ(text(dns("GET", "/status/" + id).body.at("status")), "RUNNING");
    EXPECT_EQ(dns("GET", "/status/" + id).status, 202);
    pass(4s);
    const answered brief = dns("GET", "/status/" + id);
    EXPECT_EQ(brief.status, 200);
    EXPECT_FALSE(brief.body.as_object().contains("response"));
    // As Python writes it.
    const value whole = dns("GET", "/status/" + id + "?showDetails=True").body;
    EXPECT_EQ(text(whole.at("status")), "COMPLETED");
    EXPECT_EQ(text(whole.at("response").at("domains").at(0).at("name")), "brix.example");
    EXPECT_EQ(records("brix.example", "type"), "NS NS A");
    pass(std::chrono::hours(25));
    authenticate();
    EXPECT_EQ(dns("GET", "/status/" + id).status, 404);
}

TEST_F(rackspace_dns, says_in_a_200_that_a_job_went_wrong) {
    const value twice =
        ended(dns("POST", "/domains",
                  R"({"domains":[{"name":"acme.example","emailAddress":"ops@acme.example"}]})"));
    EXPECT_EQ(text(twice.at("status")), "ERROR");
    EXPECT_EQ(json::text(twice.at("error")),
              R"({"message":"The object already exists.","code":409,"details":"Domain already )"
              R"(exists"})");
    plan_error();
    const value planned = ended(dns("DELETE", zone("acme.example")));
    EXPECT_EQ(text(planned.at("error").at("message")), "The DNS API is currently not available.");
    EXPECT_EQ(dns("GET", zone("acme.example")).status, 200);
}

TEST_F(rackspace_dns, refuses_at_once_what_cannot_be) {
    const answered none = dns("POST", "/domains", R"({"domains":[{"ttl":60}]})");
    EXPECT_EQ(none.status, 400);
    EXPECT_EQ(json::text(none.body),
              R"({"validationErrors":{"messages":["Must provide a name for each domain.",)"
              R"("null is not a valid domain name.","Must provide a valid email address for each )"
              R"(domain.","Domain TTL is required and must be greater than or equal to 300"]},)"
              R"("code":400})");
    const answered wrong = dns("POST", zone("acme.example") + "/records",
                               R"({"records":[{"type":"MX","name":"acme.example","data":"m.x"},)"
                               R"({"type":"A","name":"www.other.example","data":"::1"}]})");
    EXPECT_EQ(wrong.status, 400);
    EXPECT_EQ(wrong.body.at("validationErrors").at("messages").as_array().size(), 3u);
    EXPECT_EQ(json::text(dns("GET", "/domains/1").body),
              R"({"message":"Object not Found.","code":404,"details":""})");
    EXPECT_EQ(dns("POST", "/domains", R"({"domains":[]})").status, 400);
}

TEST_F(rackspace_dns, adds_changes_and_deletes_records) {
    const std::string path = zone("acme.example") + "/records";
    const value added = ended(
        dns("POST", path,
            R"({"records":[{"type":"TXT","name":"acme.example","data":"v=\"1\""},{"type":"CNAME",)"
            R"("name":"blog.acme.example","data":"www.acme.example"}]})"));
    EXPECT_EQ(text(added.at("response").at("records").at(0).at("data")), "v=1")
        << "quotes are taken out";
    EXPECT_EQ(added.at("response").at("records").at(1).at("ttl").as_int64(), 3600);
    const value again = ended(dns(
        "POST", path,
        R"({"records":[{"type":"A","name":"api.acme.example","data":"203.0.113.7"},{"type":"A",)"
        R"("name":"blog.acme.example","data":"203.0.113.7"}]})"));
    EXPECT_EQ(again.at("error").at("code").as_int64(), 409);
    EXPECT_EQ(records("acme.example", "type"), "NS NS A MX TXT CNAME") << "all or none";
    const std::string www = record("acme.example", "A");
    EXPECT_EQ(dns("PUT", www, R"({"name":"www.acme.example","ttl":299})").status, 400);
    EXPECT_EQ(text(ended(dns("PUT", www, R"({"name":"www.acme.example","data":"203.0.113.8"})"))
                       .at("status")),
              "COMPLETED");
    EXPECT_EQ(text(dns("GET", www).body.at("data")), "203.0.113.8");
    const std::string mx = record("acme.example", "MX");
    const value gone =
        ended(dns("DELETE", path + "?id=" + mx.substr(mx.rfind('/') + 1) + "&id=A-111111111"));
    EXPECT_EQ(text(gone.at("status")), "ERROR");
    EXPECT_EQ(json::text(gone.at("error").at("failedItems").at("faults").at(0)),
              R"({"message":"Object not Found.","code":404,"details":"Domain ID: )" +
                  zone("acme.example").substr(9) + R"(; Record ID: A-111111111"})");
    EXPECT_EQ(records("acme.example", "type"), "NS NS A TXT CNAME")
        << "one is deleted all the same";
}

TEST_F(rackspace_dns, keeps_subdomains_unless_they_are_to_go_too) {
    const value under = dns("GET", zone("acme.example") + "/subdomains").body;
    EXPECT_EQ(text(under.at("domains").at(0).at("name")), "shop.acme.example");
    const value whole =
        dns("GET", zone("acme.example") + "?showRecords=true&showSubdomains=true").body;
    EXPECT_EQ(whole.at("recordsList").at("totalEntries").as_int64(), 4);
    EXPECT_EQ(whole.at("subdomains").at("totalEntries").as_int64(), 1);
    EXPECT_FALSE(dns("GET", zone("acme.example") + "?showRecords=false")
                     .body.as_object()
                     .contains("recordsList"));
    EXPECT_EQ(text(ended(dns("DELETE", zone("acme.example"))).at("status")), "COMPLETED");
    EXPECT_EQ(dns("GET", "/domains").body.at("totalEntries").as_int64(), 1);
}

TEST_F(rackspace_dns, exports_a_zone_and_changes_its_own_members) {
    const std::string path = zone("acme.example");
    EXPECT_EQ(text(ended(dns("PUT", path, R"({"ttl":600,"comment":"ours"})")).at("status")),
              "COMPLETED");
    EXPECT_EQ(dns("GET", path).body.at("ttl").as_int64(), 600);
    EXPECT_EQ(dns("PUT", path, R"({"name":"other.example"})").status, 400);
    const value exported = ended(dns("GET", path + "/export"));
    const std::string contents = text(exported.at("response").at("contents"));
    EXPECT_NE(contents.find("acme.example.\t3600\tIN\tMX\t10 mail.acme.example.\n"),
              std::string::npos)
        << contents;
    EXPECT_EQ(text(exported.at("response").at("contentType")), "BIND_9");
}

TEST_F(rackspace_dns, comes_in_pages_whose_offset_is_a_multiple_of_their_limit) {
    const value first = dns("GET", zone("acme.example") + "/records?limit=2").body;
    EXPECT_EQ(first.at("totalEntries").as_int64(), 4);
    EXPECT_EQ(first.at("records").as_array().size(), 2u);
    ASSERT_EQ(first.at("links").as_array().size(), 1u);
    EXPECT_EQ(text(first.at("links").at(0).at("rel")), "next");
    EXPECT_EQ(text(first.at("links").at(0).at("href")), "http://127.0.0.1:9102/v1.0/654321" +
                                                            zone("acme.example") +
                                                            "/records?limit=2&offset=2");
    const value second = dns("GET", zone("acme.example") + "/records?limit=2&offset=2").body;
    EXPECT_EQ(text(second.at("links").at(0).at("rel")), "previous");
    EXPECT_EQ(dns("GET", "/domains?limit=2&offset=1").status, 400);
    EXPECT_EQ(dns("GET", "/domains?limit=nonsense").status, 400);
    EXPECT_EQ(dns("GET", "/domains?limit=1000").body.at("domains").as_array().size(), 2u);
}

TEST_F(rackspace_dns, calls_the_addresses_of_servers_by_name) {
    const std::string href =
        "https://dfw.servers.api.rackspacecloud.com/v2/654321/servers/" + id_of("web-1");
    // As clients write an address into a query.
    const std::string of = "/rdns/cloudServersOpenStack?" + write_form({{"href", href}});
    EXPECT_EQ(dns("GET", of).status, 404) << "there is none yet";
    const std::string link =
        R"("link":{"content":"","href":")" + href + R"(","rel":"cloudServersOpenStack"})";
    const auto order = [&](const std::string& ip) {
        return R"({"recordsList":{"records":[{"name":"www.acme.example","type":"PTR","data":")" +
               ip + R"(","ttl":56000}]},)" + link + '}';
    };
    EXPECT_EQ(dns("POST", "/rdns", order("203.0.113.200")).status, 400) << "not its address";
    const value made = ended(dns("POST", "/rdns", order("192.0.2.1")));
    EXPECT_EQ(text(made.at("response").at("records").at(0).at("name")), "www.acme.example");
    const value listed = dns("GET", of).body;
    EXPECT_EQ(text(listed.at("recordsList").at("records").at(0).at("data")), "192.0.2.1");
    EXPECT_EQ(text(ended(dns("DELETE", of + "&ip=192.0.2.1")).at("status")), "COMPLETED");
    EXPECT_EQ(dns("GET", of).status, 404);
    EXPECT_EQ(dns("GET", "/rdns/cloudServersOpenStack").status, 400) << "a device is needed";
}

TEST_F(rackspace_dns, lists_jobs_and_limits_and_takes_so_many_requests) {
    const value begun = dns("DELETE", zone("shop.acme.example")).body;
    const value jobs = dns("GET", "/status").body;
    EXPECT_EQ(jobs.at("totalEntries").as_int64(), 1);
    EXPECT_EQ(text(jobs.at("asyncResponses").at(0).at("jobId")), text(begun.at("jobId")));
    EXPECT_EQ(dns("GET", "/status?showRunning=false").body.at("totalEntries").as_int64(), 0);
    int answered_well = 0;
    for (int i = 0; i < 30; ++i)
        answered_well += dns("DELETE", "/domains/" + std::to_string(i)).status == 404 ? 1 : 0;
    EXPECT_EQ(answered_well, 9) << "ten of a minute, with the first";
    const answered late = dns("DELETE", "/domains/1");
    EXPECT_EQ(late.status, 413);
    EXPECT_EQ(late.headers.get("Retry-After"), "60");
}

} // namespace
} // namespace chatops::mocks::rackspace
