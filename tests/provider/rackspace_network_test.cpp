// Rackspace's load balancers and DNS as clients: pages, jobs and their ends, refusals; at the mock,
// over the simulation's network.
#include "chatops/core/errors.hpp"
#include "chatops/provider/rackspace/client.hpp"
#include "chatops/provider/rackspace/dns_client.hpp"
#include "chatops/provider/rackspace/load_balancer_client.hpp"
#include "chatops/provider/rackspace/network_names.hpp"
#include "tests/provider/rackspace_place.hpp"

#include <string>
#include <utility>

namespace chatops::rackspace {
namespace {

mocks::rackspace::seed with_network() {
    auto given = mocks::rackspace::agency_account();
    given.load_balancers = {{"front", "DFW", {"web-1", "web-2"}}};
    mocks::rackspace::seed_domain zone{"acme.example", "ops@acme.example", {}};
    for (int i = 0; i < 98; ++i)
        zone.records.push_back({"A", "h" + std::to_string(i) + ".acme.example", "203.0.113.7"});
    given.domains = {zone};
    return given;
}

/// What a call gives, or how it fails.
template <class T>
std::string failure_in(place& at, asio::awaitable<T> work) {
    try {
        at.world.play(std::move(work));
    } catch (const provider_error& refused) {
        return std::to_string(refused.status()) + ' ' + refused.id() + ": " + refused.what();
    } catch (const unavailable& silent) {
        return (silent.effect() == effect_known::did_not_happen ? "not done: " : "perhaps done: ") +
               std::string(silent.what());
    }
    return "fine";
}

record_order record_named(const std::string& name) {
    record_order made;
    made.type = "A";
    made.name = name;
    made.data = "203.0.113.8";
    return made;
}

// ---- load balancers

TEST(rackspace_balancers_asked, are_seen_and_changed_one_thing_at_a_time) {
    place at(with_network());
    load_balancer_client balancers(at.through());
    const auto all = at.world.play(balancers.list());
    ASSERT_EQ(all.size(), 1u);
    EXPECT_EQ(all[0].nodeCount, 2);
    EXPECT_FALSE(all[0].nodes);
    const auto whole = at.world.play(balancers.show(all[0].id));
    ASSERT_EQ(whole.nodes.value().size(), 2u);
    EXPECT_EQ(whole.healthMonitor.value().type, "CONNECT");
    const std::vector<std::int64_t> one{whole.nodes->front().id};
    node_change drained;
    drained.condition = "DRAINING";
    at.world.play(balancers.change_nodes(all[0].id, one, drained));
    load_balancer_client once(at.through(chatops::provider::repeats::never));
    EXPECT_EQ(failure_in(at, once.change_nodes(all[0].id, one, drained)),
              "409 http_422: Load Balancer '" + std::to_string(all[0].id) +
                  "' has a status of 'PENDING_UPDATE' and is considered immutable.")
        << "it will pass";
    at.world.pass(6s);
    EXPECT_EQ(at.world.play(balancers.show(all[0].id)).nodes->front().condition, "DRAINING");
}

TEST(rackspace_balancers_asked, are_gone_although_they_are_shown) {
    place at(with_network());
    load_balancer_client balancers(at.through());
    const std::int64_t id = at.world.play(balancers.list()).front().id;
    at.world.play(balancers.destroy(id));
    EXPECT_FALSE(at.world.play(balancers.is_gone(id)));
    at.world.pass(10s);
    EXPECT_TRUE(at.world.play(balancers.is_gone(id)));
    EXPECT_EQ(at.world.play(balancers.show(id)).status, "DELETED");
    EXPECT_TRUE(at.world.play(balancers.is_gone(1)));
    EXPECT_EQ(failure_in(at, balancers.access_list(id)),
              "410 http_410: The loadbalancer is marked as deleted.");
}

TEST(rackspace_balancers_asked, say_all_that_is_wrong) {
    place at(with_network());
    load_balancer_client balancers(at.through());
    const std::int64_t id = at.world.play(balancers.list()).front().id;
    std::vector<node_order> nodes(1);
    nodes[0].address = "nonsense";
    EXPECT_EQ(failure_in(at, balancers.add_nodes(id, nodes)),
              "400 http_400: Validation Failure: Node ip is invalid. Please specify a valid ip.; "
              "Node port is invalid. Please specify a valid port.");
    const std::vector<std::int64_t> strangers{1, 2};
    EXPECT_EQ(failure_in(at, balancers.remove_nodes(id, strangers)),
              "400 http_400: Validation Failure: Node ids 1,2 are not a part of your loadbalancer");
}

TEST(rackspace_balancers_asked, are_changed_in_part) {
    place at(with_network());
    load_balancer_client balancers(at.through());
    const std::int64_t id = at.world.play(balancers.list()).front().id;
    load_balancer_change what;
    what.timeout = 60;
    at.world.play(balancers.change(id, what));
    at.world.pass(6s);
    const load_balancer changed = at.world.play(balancers.show(id));
    EXPECT_EQ(changed.timeout, 60);
    EXPECT_EQ(changed.name, "front");
    const virtual_ip made = at.world.play(balancers.add_address(id));
    EXPECT_EQ(made.ipVersion, "IPV6");
    at.world.pass(6s);
    EXPECT_EQ(at.world.play(balancers.show(id)).virtualIps.value().size(), 3u);
    at.world.play(balancers.remove_address(id, made.id));
    at.world.pass(6s);
    EXPECT_EQ(at.world.play(balancers.show(id)).virtualIps.value().size(), 2u);
    EXPECT_EQ(failure_in(at, balancers.remove_address(id, made.id)),
              "404 http_404: Virtual ip not found");
    EXPECT_EQ(at.world.play(balancers.address_of(id)),
              "https://dfw.loadbalancers.api.rackspacecloud.com/v1.0/654321/loadbalancers/" +
                  std::to_string(id));
}

// ---- DNS

TEST(rackspace_dns_asked, follows_pages_to_their_end) {
    place at(with_network());
    dns_client dns(at.through());
    const auto zone = at.world.play(dns.named("acme.example"));
    ASSERT_TRUE(zone);
    const std::string id = zone->id;
    at.world.play(dns.follow(
        at.world.play(dns.begin(make_record(id, record_named("a.acme.example")))).jobId));
    EXPECT_EQ(at.world.play(dns.records(id)).size(), 101u);
    EXPECT_EQ(at.times_asked("GET /v1.0/654321/domains/" + id + "/records?limit=100&offset=100"),
              1u);
    EXPECT_FALSE(at.world.play(dns.named("nobody.example")));
}

TEST(rackspace_dns_asked, follows_a_job_to_its_end) {
    place at(with_network());
    dns_client dns(at.through());
    domain_order order;
    order.name = "brix.example";
    order.emailAddress = "ops@brix.example";
    const dns_order what = make_domain(order);
    const dns_job begun = at.world.play(dns.begin(what));
    EXPECT_EQ(begun.status, "INITIALIZED") << "then it runs";
    EXPECT_FALSE(at.world.play(dns.has_ended(begun.jobId)));
    const dns_job ended = at.world.play(dns.follow(begun.jobId));
    EXPECT_EQ(ended.status, "COMPLETED");
    EXPECT_EQ(ended.response.value().domains.value().front().name, "brix.example");
    EXPECT_TRUE(at.world.play(dns.has_ended(begun.jobId)));
    EXPECT_EQ(at.world.play(dns.jobs_like(what)), std::vector<std::string>{begun.jobId});
    const dns_order other = end_domain("1");
    EXPECT_TRUE(at.world.play(dns.jobs_like(other)).empty());
    const std::string zone = at.world.play(dns.zone_text(ended.response->domains->front().id));
    EXPECT_NE(zone.find("brix.example.\t3600\tIN\tNS\tdns1.stabletransit.com.\n"),
              std::string::npos)
        << zone;
}

TEST(rackspace_dns_asked, throws_what_a_job_ended_in) {
    place at(with_network());
    dns_client dns(at.through());
    domain_order order;
    order.name = "acme.example";
    order.emailAddress = "ops@acme.example";
    const dns_job twice = at.world.play(dns.begin(make_domain(order)));
    EXPECT_EQ(failure_in(at, dns.follow(twice.jobId)),
              "422 job_error: The object already exists: Domain already exists");
    at.control("/_mock/errored_actions", R"({"type":"dns_job","count":1})");
    order.name = "brix.example";
    const dns_job planned = at.world.play(dns.begin(make_domain(order)));
    EXPECT_EQ(failure_in(at, dns.follow(planned.jobId)),
              "503 job_error: The DNS API is currently not available: The request was not carried "
              "out.");
    EXPECT_EQ(failure_in(at, dns.outcome("nobody")), "404 http_404: Object not Found.");
}

TEST(rackspace_dns_asked, says_what_is_wrong_where_nothing_else_is_said) {
    place at(with_network());
    dns_client dns(at.through());
    domain_order order;
    order.name = "brix.example";
    order.emailAddress = "nobody";
    order.ttl = 60;
    EXPECT_EQ(failure_in(at, dns.begin(make_domain(order))),
              "400 http_400: Must provide a valid email address for each domain.; Domain TTL is "
              "required and must be greater than or equal to 300");
}

TEST(rackspace_dns_asked, tells_what_it_knows_of_a_job_that_was_cut_off) {
    place at(with_network());
    dns_client dns(at.through(chatops::provider::repeats::never));
    at.trouble(R"([{"match":{"method":"DELETE","path":"/v1.0/*"},"kind":"reset_after"}])");
    const std::string said = failure_in(at, dns.begin(end_domain("2725203")));
    EXPECT_EQ(said.substr(0, 14), "perhaps done: ") << said;
}

TEST(rackspace_dns_asked, knows_what_the_addresses_of_a_device_are_called) {
    place at(with_network());
    dns_client dns(at.through());
    client cloud(at.through());
    const auto server = at.world.play(cloud.servers_named("web-1", 1)).at(0);
    dns_device device;
    device.service = "cloudServersOpenStack";
    device.href = at.world.play(cloud.address_of(server.id));
    EXPECT_EQ(device.href,
              "https://dfw.servers.api.rackspacecloud.com/v2/654321/servers/" + server.id);
    EXPECT_TRUE(at.world.play(dns.pointers(device)).empty()) << "Rackspace says 404";
    pointer_order order;
    order.name = "mail.acme.example";
    order.data = "192.0.2.1";
    at.world.play(dns.follow(at.world.play(dns.begin(make_pointer(device, order))).jobId));
    auto all = at.world.play(dns.pointers(device));
    ASSERT_EQ(all.size(), 1u);
    EXPECT_EQ(all[0].name, "mail.acme.example");
    order.id = all[0].id;
    order.name = "smtp.acme.example";
    at.world.play(dns.follow(at.world.play(dns.begin(change_pointer(device, order))).jobId));
    EXPECT_EQ(at.world.play(dns.pointers(device)).at(0).name, "smtp.acme.example");
    const dns_order ended = end_pointer(device, "192.0.2.1");
    const dns_job job = at.world.play(dns.begin(ended));
    EXPECT_EQ(at.world.play(dns.jobs_like(ended)), std::vector<std::string>{job.jobId})
        << "found again by the address with its query";
    at.world.play(dns.follow(job.jobId));
    EXPECT_TRUE(at.world.play(dns.pointers(device)).empty());
}

// ---- names

TEST(rackspace_listener, is_a_protocol_with_its_port) {
    EXPECT_EQ(listener::parse("http")->to_text(), "http:80");
    EXPECT_EQ(listener::parse("HTTPS:8443")->to_text(), "https:8443");
    EXPECT_EQ(listener::parse("imapv4")->protocol, "IMAPv4");
    for (const char* const wrong : {"", "tcp", "tcp:0", "tcp:70000", "gopher:70", "http:"})
        EXPECT_EQ(listener::parse(wrong).error().code, "rackspace_listener") << wrong;
}

TEST(rackspace_node_place, is_a_server_or_an_address_with_a_port) {
    EXPECT_EQ(node_place::parse("web-1:80")->host, "web-1");
    EXPECT_EQ(node_place::parse("10.1.1.1:8080")->port, 8080);
    EXPECT_EQ(node_place::parse("[2001:db8::7]:80")->to_text(), "[2001:db8::7]:80");
    for (const char* const wrong : {"", "web-1", "web-1:", ":80", "2001:db8::7:80", "web-1:0"})
        EXPECT_EQ(node_place::parse(wrong).error().code, "rackspace_node") << wrong;
}

TEST(rackspace_network, is_an_address_or_a_block) {
    for (const char* const good : {"203.0.113.7", "0.0.0.0/0", "2001:db8::/32"})
        EXPECT_TRUE(network::parse(good)) << good;
    for (const char* const wrong : {"", "office", "203.0.113", "203.0.113.256", "203.0.113.0/x"})
        EXPECT_EQ(network::parse(wrong).error().code, "rackspace_network") << wrong;
    EXPECT_EQ(domain_name::parse("-acme").error().code, "rackspace_domain");
    EXPECT_EQ(record_name::parse("a b").error().code, "rackspace_record_name");
    EXPECT_TRUE(record_name::parse("*.acme.example"));
}

} // namespace
} // namespace chatops::rackspace
