// What is set of an application, and how one is taken away.
#include "tests/mocks/newrelic_account.hpp"

namespace chatops::mocks::newrelic {
namespace {

class newrelic_applications : public newrelic_account {
  public:
    std::string guid(const std::string& name) {
        return ask("query($q: String) { actor { entitySearch(query: $q) { results { entities { "
                   "guid } } } } }",
                   R"({"q":"name = ')" + name + R"('"})")
            .at("/data/actor/entitySearch/results/entities/0/guid");
    }
    replied set(const std::string& of, const std::string& settings) {
        return ask("mutation { agentApplicationSettingsUpdate(guid: " + of + ", settings: {" +
                   settings +
                   "}) { name apmSettings { apmConfig { apdexTarget } } errors { description "
                   "errorClass field } } }");
    }
    replied remove(const std::string& of) {
        return ask("mutation { agentApplicationDelete(guid: " + of + ") { success } }");
    }
};

TEST_F(newrelic_applications, have_a_target_that_is_set) {
    const std::string acme = guid("acme");
    EXPECT_EQ(
        set(acme, "apmConfig: {apdexTarget: 0.75}").at("/data/agentApplicationSettingsUpdate"),
        R"({"name":"acme","apmSettings":{"apmConfig":{"apdexTarget":7.5E-1}},"errors":[]})");
    EXPECT_EQ(ask("{ actor { entity(guid: " + acme +
                  ") { ... on ApmApplicationEntity { settings { apdexTarget } } } } }")
                  .at("/data/actor/entity/settings/apdexTarget"),
              "7.5E-1");
    EXPECT_EQ(
        set(acme, "apmConfig: {apdexTarget: -1}").at("/data/agentApplicationSettingsUpdate/errors"),
        R"([{"description":"apdexTarget must be between 0 and 3600","errorClass":)"
        R"("INVALID_INPUT","field":"apmConfig.apdexTarget"}])");
    EXPECT_EQ(set("\"nobody\"", "apmConfig: {apdexTarget: 1}")
                  .at("/data/agentApplicationSettingsUpdate/errors/0/errorClass"),
              R"("NOT_FOUND")");
}

TEST_F(newrelic_applications, are_taken_away_once_they_are_silent) {
    const std::string old = guid("old");
    const replied refused = remove(guid("acme"));
    EXPECT_EQ(refused.error(), "Application is still reporting and cannot be deleted");
    EXPECT_EQ(refused.at("/data/agentApplicationDelete"), "null");
    EXPECT_EQ(remove(old).at("/data/agentApplicationDelete/success"), "true");
    EXPECT_EQ(guid("old"), "nothing");
    EXPECT_EQ(remove(old).error(), "Not Found");
}

} // namespace
} // namespace chatops::mocks::newrelic
