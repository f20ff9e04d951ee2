// Long lists come in pages, told by links.
#include "tests/mocks/digitalocean_account.hpp"

namespace chatops::mocks::digitalocean {
namespace {

class digitalocean_pages : public digitalocean_account {
  public:
    static seed with_many() {
        seed given;
        given.token = "dop_v1_right";
        given.owner_email = "ops@agency.example";
        given.droplet_limit = 500;
        for (int i = 0; i < 245; ++i)
            given.droplets.push_back({.name = "d-" + std::to_string(1'000 + i), .tags = {"all"}});
        return given;
    }
    digitalocean_pages() : digitalocean_account(with_many()) {}

    static std::size_t size_of(const seen& page) {
        return page.body.at("droplets").as_array().size();
    }
};

TEST_F(digitalocean_pages, hold_20_until_asked_for_more) {
    EXPECT_EQ(size_of(get("/v2/droplets")), 20U);
    EXPECT_EQ(size_of(get("/v2/droplets?per_page=50")), 50U);
    EXPECT_EQ(size_of(get("/v2/droplets?per_page=200")), 200U);
    EXPECT_EQ(size_of(get("/v2/droplets?per_page=201")), 200U);
    for (const char* const nonsense : {"0", "-1", "many", ""})
        EXPECT_EQ(size_of(get("/v2/droplets?per_page=" + std::string(nonsense))), 20U) << nonsense;
    EXPECT_EQ(get("/v2/droplets?page=0").at("/droplets/0/name"), R"("d-1000")");
    EXPECT_EQ(get("/v2/droplets?per_page=200").at("/meta/total"), "245");
}

TEST_F(digitalocean_pages, link_to_the_others_that_make_sense) {
    const std::string base = "https://api.digitalocean.com/v2/droplets?page=";
    EXPECT_EQ(get("/v2/droplets?per_page=100&tag_name=all").at("/links"),
              R"({"pages":{"next":")" + base + R"(2&per_page=100&tag_name=all","last":")" + base +
                  R"(3&per_page=100&tag_name=all"}})");
    EXPECT_EQ(get("/v2/droplets?page=2&per_page=100").at("/links"),
              R"({"pages":{"first":")" + base + R"(1&per_page=100","prev":")" + base +
                  R"(1&per_page=100","next":")" + base + R"(3&per_page=100","last":")" + base +
                  R"(3&per_page=100"}})");
    EXPECT_EQ(get("/v2/droplets?page=3&per_page=100").at("/links"),
              R"({"pages":{"first":")" + base + R"(1&per_page=100","prev":")" + base +
                  R"(2&per_page=100"}})");
    EXPECT_EQ(get("/v2/sizes").at("/links"), "{}");
}

TEST_F(digitalocean_pages, follow_each_other_without_a_gap) {
    std::string names;
    std::string url = "/v2/droplets?per_page=60";
    int pages = 0;
    for (; !url.empty(); ++pages) {
        const seen page = get(url);
        names += page.each("droplets", "name") + ' ';
        const std::string next = page.at("/links/pages/next");
        url = next.empty() ? "" : next.substr(29, next.size() - 30);
    }
    EXPECT_EQ(pages, 5);
    EXPECT_EQ(names.size(), 245U * 7);
    EXPECT_EQ(names.substr(0, 14), "d-1000 d-1001 ");
}

TEST_F(digitalocean_pages, past_the_end_are_empty) {
    const seen past = get("/v2/droplets?page=9&per_page=100");

    EXPECT_EQ(size_of(past), 0U);
    EXPECT_EQ(past.at("/meta/total"), "245");
    EXPECT_EQ(past.at("/links/pages/prev"),
              R"("https://api.digitalocean.com/v2/droplets?page=3&per_page=100")");
    EXPECT_EQ(past.at("/links/pages/next"), "");
}

TEST_F(digitalocean_pages, name_the_server_as_the_client_did) {
    EXPECT_EQ(get("/v2/droplets/?page=1", {{"Host", "127.0.0.1:9101"}}).at("/links/pages/next"),
              R"("http://127.0.0.1:9101/v2/droplets/?page=2")");
}

} // namespace
} // namespace chatops::mocks::digitalocean
