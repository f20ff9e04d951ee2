// Domains and their records.
#include "tests/mocks/digitalocean_account.hpp"

namespace chatops::mocks::digitalocean {
namespace {

class digitalocean_domains : public digitalocean_account {
  public:
    static seed with_a_domain() {
        seed given = agency_account();
        given.domains = {{.name = "acme.example",
                          .records = {{.name = "www", .data = "web-1"},
                                      {.type = "MX", .data = "mail.acme.example"}}}};
        return given;
    }
    digitalocean_domains() : digitalocean_account(with_a_domain()) {}

    static constexpr const char* records = "/v2/domains/acme.example/records";

    seen add(std::string body) { return post(records, std::move(body)); }
    /// Where the first record of that type is.
    std::string of_type(const std::string& type) {
        return std::string(records) + '/' +
               get(std::string(records) + "?type=" + type).at("/domain_records/0/id");
    }
};

TEST_F(digitalocean_domains, begin_with_an_authority_and_three_name_servers) {
    const seen made = post("/v2/domains", R"({"name":"Brix.example","ip_address":"203.0.113.9"})");

    EXPECT_EQ(made.status(), 201);
    EXPECT_EQ(made.at("/domain"), R"({"name":"brix.example","ttl":1800,"zone_file":null})");
    EXPECT_EQ(get("/v2/domains").each("domains", "name"), "acme.example brix.example");
    const seen all = get("/v2/domains/brix.example/records");
    EXPECT_EQ(all.each("domain_records", "type"), "SOA NS NS NS A");
    EXPECT_EQ(all.each("domain_records", "data"),
              "1800 ns1.digitalocean.com ns2.digitalocean.com ns3.digitalocean.com 203.0.113.9");
    EXPECT_EQ(get("/v2/domains/brix.example").body.at("domain").at("zone_file").as_string(),
              "$ORIGIN brix.example.\n$TTL 1800\nbrix.example. IN SOA ns1.digitalocean.com. "
              "hostmaster.brix.example. 1709208000 10800 3600 604800 1800\n"
              "brix.example. 1800 IN NS ns1.digitalocean.com.\n"
              "brix.example. 1800 IN NS ns2.digitalocean.com.\n"
              "brix.example. 1800 IN NS ns3.digitalocean.com.\n"
              "brix.example. 1800 IN A 203.0.113.9\n");
    EXPECT_EQ(remove("/v2/domains/brix.example").status(), 204);
    EXPECT_EQ(get("/v2/domains/brix.example/records").status(), 404);
    EXPECT_EQ(remove("/v2/domains/brix.example").status(), 404);
}

TEST_F(digitalocean_domains, that_are_none_or_there_already_are_refused) {
    for (const char* const name : {"", "acme", ".example", "a b.example", "acme.example."})
        EXPECT_EQ(post("/v2/domains", R"({"name":")" + std::string(name) + "\"}").refusal(),
                  "422 unprocessable_entity: Name is not a valid domain name")
            << name;
    EXPECT_EQ(post("/v2/domains", R"({"name":"acme.example"})").refusal(),
              "422 unprocessable_entity: Name already exists");
    EXPECT_EQ(post("/v2/domains", R"({"name":"b.example","ip_address":"::1"})").refusal(),
              "422 unprocessable_entity: IP address did not match IPv4 format (e.g. 127.0.0.1).");
}

TEST_F(digitalocean_domains, have_records_of_every_type) {
    const auto added = [&](const char* body) {
        const seen made = add(body);
        EXPECT_EQ(made.status(), 201) << made.response.body;
        auto shown = made.body.as_object().at("domain_record").as_object();
        shown.erase("id");
        return json::text(shown);
    };
    EXPECT_EQ(added(R"({"type":"A","name":"api","data":"203.0.113.7","ttl":60})"),
              R"({"tag":null,"type":"A","name":"api","data":"203.0.113.7","priority":null,)"
              R"("port":null,"ttl":60,"weight":null,"flags":null})");
    EXPECT_NE(added(R"({"type":"AAAA","name":"api","data":"2001:db8::1"})").find("2001:db8::1"),
              std::string::npos);
    EXPECT_NE(added(R"({"type":"CNAME","name":"blog","data":"www.acme.example."})")
                  .find(R"("data":"www.acme.example")"),
              std::string::npos);
    EXPECT_NE(added(R"({"type":"CNAME","name":"shop","data":"@"})").find(R"("data":"@")"),
              std::string::npos);
    EXPECT_NE(
        added(R"({"type":"MX","data":"mx2.acme.example.","priority":20})").find(R"("name":"@")"),
        std::string::npos);
    EXPECT_NE(added(R"({"type":"NS","name":null,"data":"ns1.other.example.","port":null})")
                  .find(R"("name":"@")"),
              std::string::npos);
    EXPECT_NE(added(R"({"type":"TXT","name":"@","data":"v=spf1 -all"})").find("v=spf1 -all"),
              std::string::npos);
    EXPECT_NE(added(R"({"type":"SRV","name":"_sip._tcp","data":"sip.acme.example.",
                        "priority":10,"port":5060,"weight":5})")
                  .find(R"("port":5060)"),
              std::string::npos);
    EXPECT_NE(added(R"({"type":"CAA","name":"@","data":"ca.example.","flags":0,"tag":"issue"})")
                  .find(R"("flags":0)"),
              std::string::npos);
    const std::string zone =
        get("/v2/domains/acme.example").body.at("domain").at("zone_file").as_string().c_str();
    for (const char* const line :
         {"api.acme.example. 60 IN A 203.0.113.7\n",
          "blog.acme.example. 1800 IN CNAME "
          "www.acme.example.\n",
          "shop.acme.example. 1800 IN CNAME acme.example.\n",
          "acme.example. 1800 IN MX 20 mx2.acme.example.\n",
          "acme.example. 1800 IN TXT \"v=spf1 -all\"\n",
          "_sip._tcp.acme.example. 1800 IN SRV 10 5 5060 sip.acme.example.\n",
          "acme.example. 1800 IN CAA 0 issue \"ca.example\"\n"})
        EXPECT_NE(zone.find(line), std::string::npos) << line << zone;
}

TEST_F(digitalocean_domains, refuse_records_as_the_vendor_words_it) {
    const auto refusal = [&](const char* body) { return add(body).refusal(); };
    const std::string why = "422 unprocessable_entity: ";
    for (const char* const ip : {"acme", "1.2.3", "1.2.3.256", "1.2.3.4.5", "1.2.3.-4", "::1"})
        EXPECT_EQ(refusal((R"({"type":"A","name":"a","data":")" + std::string(ip) + "\"}").c_str()),
                  why + "IP address did not match IPv4 format (e.g. 127.0.0.1).")
            << ip;
    for (const char* const ip : {"203.0.113.1", "1:2:3", "1::2::3", "g::1", "1:2:3:4:5:6:7:8:9"})
        EXPECT_EQ(
            refusal((R"({"type":"AAAA","name":"a","data":")" + std::string(ip) + "\"}").c_str()),
            why + "IP address did not match IPv6 format (e.g. 2001:db8::ff00:42:8329).")
            << ip;
    for (const char* const type : {"CNAME", "MX", "NS", "SRV", "CAA"})
        EXPECT_EQ(
            refusal(
                (R"({"name":"a","data":"b.example","type":")" + std::string(type) + "\"}").c_str()),
            why + "Data needs to end with a dot (.)")
            << type;
    EXPECT_EQ(refusal(R"({"type":"A","name":"a","data":"203.0.113.1","ttl":29})"),
              why + "record ttl must be greater than 30");
    EXPECT_EQ(refusal(R"({"type":"A","data":"203.0.113.1"})"), why + "Name can't be blank");
    EXPECT_EQ(refusal(R"({"type":"A","name":"a"})"), why + "Data can't be blank");
    EXPECT_EQ(refusal(R"({"type":"MX","data":"m.example."})"), why + "Priority can't be blank");
    EXPECT_EQ(refusal(R"({"type":"SRV","name":"a","data":"m.example.","priority":1})"),
              why + "Port can't be blank");
    EXPECT_EQ(refusal(R"({"type":"SRV","name":"a","data":"m.example.","priority":1,"port":1})"),
              why + "Weight can't be blank");
    EXPECT_EQ(refusal(R"({"type":"MX","data":"m.example.","priority":70000})"),
              why + "Priority must be between 0 and 65535");
    EXPECT_EQ(refusal(R"({"type":"CAA","name":"@","data":"c.example.","tag":"issue"})"),
              why + "Flags can't be blank");
    EXPECT_EQ(refusal(R"({"type":"CAA","name":"@","data":"c.example.","flags":0,"tag":"x"})"),
              why + "Tag must be one of issue, issuewild or iodef");
    EXPECT_EQ(refusal(R"({"type":"CAA","name":"@","data":"c.example.","flags":256})"),
              why + "Flags must be between 0 and 255");
    EXPECT_EQ(refusal(R"({"type":"CNAME","name":"www","data":"b.example."})"),
              why + "CNAME records cannot share a name with other records");
    EXPECT_EQ(refusal(R"({"type":"PTR","name":"www","data":"b.example."})"),
              why + "Type is invalid");
    EXPECT_EQ(refusal("{}"), why + "Type is invalid");
    EXPECT_EQ(refusal(R"({"type":"SOA","ttl":60})"), why + "Type is invalid");
    EXPECT_EQ(post("/v2/domains/nobody.example/records", "{}").status(), 404);
}

TEST_F(digitalocean_domains, list_records_by_full_name_and_type) {
    EXPECT_EQ(get(records).each("domain_records", "type"), "SOA NS NS NS A MX");
    EXPECT_EQ(get(std::string(records) + "?type=NS").at("/meta/total"), "3");
    EXPECT_EQ(get(std::string(records) + "?name=www.acme.example").each("domain_records", "data"),
              "203.0.113.2");
    EXPECT_EQ(get(std::string(records) + "?name=acme.example&type=MX").at("/meta/total"), "1");
    EXPECT_EQ(get(std::string(records) + "?name=www").at("/meta/total"), "0");
}

TEST_F(digitalocean_domains, take_records_under_their_full_name_too) {
    EXPECT_EQ(add(R"({"type":"A","name":"full.acme.example.","data":"203.0.113.1"})")
                  .at("/domain_record/name"),
              R"("full")");
    EXPECT_EQ(add(R"({"type":"A","name":"acme.example.","data":"203.0.113.1"})")
                  .at("/domain_record/name"),
              R"("@")");
}

TEST_F(digitalocean_domains, change_records_in_part_or_whole) {
    const std::string a = of_type("A");
    EXPECT_EQ(send("PATCH", a, R"({"ttl":300})").at("/domain_record/ttl"), "300");
    EXPECT_EQ(get(a).at("/domain_record/data"), R"("203.0.113.2")");
    EXPECT_EQ(send("PATCH", a, R"({"data":"nowhere"})").status(), 422);
    EXPECT_EQ(get(a).at("/domain_record/data"), R"("203.0.113.2")");
    // What a PUT does not name is as if it were new.
    EXPECT_EQ(put(a, R"({"name":"web","data":"203.0.113.8"})").at("/domain_record/ttl"), "1800");
    EXPECT_EQ(get(a).at("/domain_record/name"), R"("web")");

    const std::string mx = of_type("MX");
    EXPECT_EQ(put(mx, R"({"ttl":300})").refusal(),
              "422 unprocessable_entity: Data needs to end with a dot (.)");
    EXPECT_EQ(send("PATCH", mx, R"({"priority":5})").at("/domain_record/priority"), "5");
    EXPECT_EQ(send("PATCH", std::string(records) + "/1", "{}").status(), 404);
    EXPECT_EQ(put(std::string(records) + "/x", "{}").status(), 404);
}

TEST_F(digitalocean_domains, keep_their_authority) {
    const std::string soa = of_type("SOA");
    EXPECT_EQ(send("PATCH", soa, R"({"ttl":3600,"data":"x","name":"y"})").status(), 200);
    EXPECT_EQ(get(soa).at("/domain_record/ttl"), "3600");
    EXPECT_EQ(get(soa).at("/domain_record/name"), R"("@")");
    EXPECT_EQ(put(soa, R"({"ttl":1})").status(), 422);
    EXPECT_EQ(remove(soa).refusal(), "422 unprocessable_entity: SOA records cannot be deleted.");
    EXPECT_EQ(remove(of_type("NS")).status(), 204);
    EXPECT_EQ(get(std::string(records) + "?type=NS").at("/meta/total"), "2");
}

} // namespace
} // namespace chatops::mocks::digitalocean
