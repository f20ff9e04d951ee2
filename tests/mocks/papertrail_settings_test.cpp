// Systems, groups, saved searches, destinations, users: what can be made, changed and ended.
#include "tests/mocks/papertrail_account.hpp"

namespace chatops::mocks::papertrail {
namespace {

using papertrail_systems = papertrail_account;
using papertrail_groups = papertrail_account;
using papertrail_searches = papertrail_account;
using papertrail_destinations = papertrail_account;
using papertrail_users = papertrail_account;

TEST_F(papertrail_systems, are_listed_and_shown_by_id_or_name) {
    const seen all = get("systems.json");
    EXPECT_EQ(all.each("name"), "acme-web-1 acme_web_2 acme-db-1 switch");
    EXPECT_EQ(all.at("/2/ip_address"), "\"203.0.113.7\"");
    EXPECT_EQ(all.at("/2/hostname"), "null");
    EXPECT_EQ(all.at("/3/last_event_at"), "null") << "it is silent";
    EXPECT_EQ(all.at("/0/syslog"), R"({"hostname":"logs.papertrailapp.com","port":39273})");
    EXPECT_EQ(get("systems/acme-db-1.json").at("/id"), all.at("/2/id"));
    EXPECT_EQ(get("systems/" + all.at("/2/id") + ".json").at("/name"), "\"acme-db-1\"");
    EXPECT_EQ(get("systems/nobody.json").status(), 404);
    EXPECT_EQ(get("systems/nobody.json").response.body, R"({"message":"System not found"})");
    EXPECT_EQ(all.at("/0/_links/search/href"),
              "\"https://papertrailapp.com/api/v1/events/search.json?system_id=" + all.at("/0/id") +
                  "\"");
}

TEST_F(papertrail_systems, are_found_as_the_command_line_of_papertrail_asks) {
    EXPECT_EQ(
        get("systems.json?cli_version=0.11.2&system_name=WEB&cli_version=0.11.2").each("name"),
        "acme-web-1 acme_web_2");
    EXPECT_EQ(post("systems.json?cli_version=0.11.2&", "system%5Bname%5D=www&"
                                                       "system%5Bip_address%5D=203.0.113.9")
                  .status(),
              200);
    EXPECT_EQ(get("systems/www").status(), 200) << "without .json, too";
}

TEST_F(papertrail_systems, are_registered_by_hostname_or_address) {
    const seen made = post("systems.json", "system[name]=web-9&system[hostname]=web9.acme.example&"
                                           "destination_port=39273");
    EXPECT_EQ(made.status(), 200);
    EXPECT_EQ(made.at("/hostname"), "\"web9.acme.example\"");
    EXPECT_EQ(made.at("/syslog/port"), "39273");
    const std::string id = get("destinations.json").at("/0/id");
    EXPECT_EQ(post("systems.json", R"({"system":{"name":"web-8","hostname":"w8"},)"
                                   R"("destination_id":)" +
                                       id + "}")
                  .status(),
              200);
    EXPECT_EQ(
        post("systems.json", "system[name]=x&system[ip_address]=203.0.113.1").at("/syslog/port"),
        "514");
    EXPECT_EQ(post("systems.json", "system[name]=web-9&system[ip_address]=203.0.113.1").message(),
              "Name has already been taken");
    EXPECT_EQ(post("systems.json", "system[name]=x2&system[ip_address]=web").message(),
              "Ip address is invalid");
    EXPECT_EQ(put("systems/switch.json", "system[ip_address]=1.2.3").message(),
              "Ip address is invalid");
    EXPECT_EQ(post("systems.json", "system[name]=").message(), "Name can't be blank");
    EXPECT_EQ(post("systems.json", "system[name]=y").message(),
              "Hostname or ip address can't be blank");
    EXPECT_EQ(post("systems.json", "system[name]=y&system[hostname]=y").message(),
              "Destination port or destination id can't be blank");
    EXPECT_EQ(
        post("systems.json", "system[name]=y&system[hostname]=y&destination_port=1").message(),
        "Destination not found");
    EXPECT_EQ(post("systems.json", "system[name]=y&system[hostname]=y&destination_port=x").status(),
              400);
}

TEST_F(papertrail_systems, change_only_what_is_given_and_go) {
    const seen changed = put("systems/acme-db-1.json", "system[name]=a name/with?all%23");
    EXPECT_EQ(changed.at("/name"), "\"a name/with?all#\"");
    EXPECT_EQ(changed.at("/ip_address"), "\"203.0.113.7\"");
    EXPECT_EQ(get("systems/a%20name%2Fwith%3Fall%23.json").status(), 200);
    EXPECT_EQ(put("systems/switch.json?system[name]=acme-web-1", "").status(), 400);
    EXPECT_EQ(remove("systems/switch.json").status(), 200);
    EXPECT_EQ(remove("systems/switch.json").status(), 404);
    EXPECT_EQ(search("q=sender:switch").events(), 0U);
}

TEST_F(papertrail_systems, are_recognized_by_something_else) {
    const std::string path = "systems/switch.json";
    EXPECT_EQ(put(path, "system[hostname]=sw1&system[ip_address]=").message(),
              "Destination port or destination id can't be blank");
    const seen named = put(path, "system[hostname]=sw1&system[ip_address]=&destination_port=39273");
    EXPECT_EQ(named.at("/hostname"), "\"sw1\"");
    EXPECT_EQ(named.at("/ip_address"), "null");
    EXPECT_EQ(named.at("/syslog/port"), "39273");
    EXPECT_EQ(put(path, "system[hostname]=").message(), "Hostname or ip address can't be blank");
    const seen back = put(path, R"({"system":{"hostname":null,"ip_address":"203.0.113.8"}})");
    EXPECT_EQ(back.at("/hostname"), "null");
    EXPECT_EQ(back.at("/syslog/port"), "514");
}

TEST_F(papertrail_groups, have_systems_by_name_and_by_wildcard) {
    const seen all = get("groups.json");
    EXPECT_EQ(all.each("name"), "All Systems Production Network");
    EXPECT_EQ(all.at("/0/systems/3/name"), "\"switch\"");
    EXPECT_EQ(all.at("/1/systems/3"), "");
    EXPECT_EQ(all.at("/2/system_wildcard"), "null");
    const std::string network = all.at("/2/id");
    const std::string body = "group_id=" + network;
    EXPECT_EQ(post("systems/acme-db-1/join.json", body).status(), 200);
    EXPECT_EQ(post("systems/acme-db-1/join.json", body).status(), 200) << "twice is once";
    EXPECT_EQ(get("groups/" + network + ".json").body.at("systems").as_array().size(), 2U);
    EXPECT_EQ(post("systems/acme-db-1/leave.json", R"({"group_id":)" + network + "}").status(),
              200);
    EXPECT_EQ(get("groups/" + network + ".json").body.at("systems").as_array().size(), 1U);
    EXPECT_EQ(post("systems/acme-db-1/join.json", "group_id=1").message(), "Group not found");
    EXPECT_EQ(post("systems/acme-db-1/join.json").message(), "Group can't be blank");
}

TEST_F(papertrail_groups, are_made_changed_and_ended) {
    const std::string id = get("systems/switch.json").at("/id");
    const seen made =
        post("groups.json",
             R"({"group":{"name":"G","system_wildcard":"*db*","system_ids":[)" + id + "]}}");
    EXPECT_EQ(made.body.at("systems").as_array().size(), 2U);
    const std::string path = "groups/" + made.at("/id") + ".json";
    EXPECT_EQ(put(path, "group[system_ids][]=").body.at("systems").as_array().size(), 1U);
    EXPECT_EQ(put(path, "group[name]=Network").message(), "Name has already been taken");
    EXPECT_EQ(put(path, "group[system_ids][]=999").message(), "System not found");
    EXPECT_EQ(post("groups.json", "group[system_wildcard]=*").message(), "Name can't be blank");
    EXPECT_EQ(remove(path).status(), 200);
    EXPECT_EQ(get(path).status(), 404);
}

TEST_F(papertrail_searches, are_saved_in_a_group_and_go_with_it) {
    const seen all = get("searches.json");
    EXPECT_EQ(all.at("/0/query"), "\"program:nginx 502\"");
    EXPECT_EQ(all.at("/0/group/name"), "\"Production\"");
    const seen made = post("searches.json", "search[name]=Slow&search[query]=duration");
    EXPECT_EQ(made.at("/group/name"), "\"All Systems\"");
    EXPECT_EQ(post("searches.json", "search[name]=Slow&search[query]=x").message(),
              "Name has already been taken");
    EXPECT_EQ(post("searches.json", "search[name]=Slow").message(), "Query can't be blank");
    const std::string path = "searches/" + made.at("/id") + ".json";
    EXPECT_EQ(put(path, "search[query]=took").at("/query"), "\"took\"");
    EXPECT_EQ(get(path).at("/name"), "\"Slow\"");
    EXPECT_EQ(get("searches.json?search_name=slow").each("name"), "Slow");
    EXPECT_EQ(remove(path).status(), 200);
    EXPECT_EQ(remove(path).message(), "Search not found");
    const std::string production = get("groups.json?group_name=Production").each("id");
    EXPECT_EQ(remove("groups/" + production + ".json").status(), 200);
    EXPECT_EQ(get("searches.json").response.body, "[]");
}

TEST_F(papertrail_destinations, are_ports_with_a_filter) {
    const seen made = post("destinations.json", "destination[description]=routers");
    EXPECT_EQ(made.at("/syslog/description"), "\"routers\"");
    EXPECT_EQ(made.at("/filter"), "null");
    const std::string path = "destinations/" + made.at("/id") + ".json";
    EXPECT_EQ(put(path, "destination[filter]=debug").at("/filter"), "\"debug\"");
    EXPECT_EQ(get(path).status(), 200);
    EXPECT_EQ(get("destinations.json").body.as_array().size(), 2U);
    EXPECT_EQ(remove(path).status(), 200);
    EXPECT_EQ(get(path).message(), "Destination not found");
}

TEST_F(papertrail_users, are_invited_and_removed) {
    EXPECT_EQ(get("users.json").each("email"), "ops@agency.example dev@agency.example");
    EXPECT_EQ(post("users/invite.json", "user[email]=pm@agency.example&user[read_only]=1").status(),
              200);
    EXPECT_EQ(post("users/invite.json", "user[email]=PM@agency.example").message(),
              "Email has already been taken");
    EXPECT_EQ(post("users/invite.json", "user[email]=pm").message(), "Email is invalid");
    EXPECT_EQ(post("users/invite.json").message(), "Email can't be blank");
    const std::string owner = get("users.json").at("/0/id");
    EXPECT_EQ(remove("users/" + owner + ".json").message(), "You can't remove yourself");
    const std::string dev = get("users.json").at("/1/id");
    EXPECT_EQ(remove("users/" + dev + ".json").status(), 200);
    EXPECT_EQ(remove("users/" + dev + ".json").message(), "User not found");
}

} // namespace
} // namespace chatops::mocks::papertrail
