// What people may call things at DigitalOcean.
#include "chatops/provider/digitalocean/names.hpp"

#include <gtest/gtest.h>

namespace chatops::digitalocean {
namespace {

template <class T>
std::string code_of(std::string_view text) {
    const auto read = T::parse(text);
    if (!read) return read.error().code;
    EXPECT_EQ(read->to_text(), text);
    return "good";
}

TEST(digitalocean_names, a_reference_is_a_name_or_an_id_on_one_line) {
    for (const char* const each : {"web-1", "3164494", "my key", "3b:16:bf:e4", "übung"})
        EXPECT_EQ(code_of<droplet_ref>(each), "good") << each;
    for (const std::string& each :
         {std::string(), std::string("."), std::string(".."), std::string("a\nb"),
          std::string("\xff"), std::string(256, 'x')})
        EXPECT_EQ(code_of<droplet_ref>(each), "digitalocean_reference") << each;
}

TEST(digitalocean_names, a_slug_is_digitaloceans_own_word) {
    for (const char* const each : {"nyc3", "s-1vcpu-512mb-10gb", "ubuntu-24-04-x64"})
        EXPECT_EQ(code_of<size_slug>(each), "good") << each;
    for (const char* const each : {"", "NYC3", "-a", "a b", "../x"})
        EXPECT_EQ(code_of<region_slug>(each), "digitalocean_slug") << each;
}

TEST(digitalocean_names, a_new_droplet_may_be_called_what_a_host_may) {
    for (const char* const each : {"web-1", "Web.example.com", "1"})
        EXPECT_EQ(code_of<droplet_name>(each), "good") << each;
    for (const char* const each : {"", "-web", "web-", "web_1", "web 1", "a."})
        EXPECT_EQ(code_of<droplet_name>(each), "digitalocean_host_name") << each;
}

TEST(digitalocean_names, user_data_say_what_they_are) {
    for (const std::string& each :
         {std::string("#!/bin/sh\necho \"1\" > /tmp/a\n"), std::string("#cloud-config\n{}"),
          std::string("Content-Type: multipart/mixed; boundary=\"a\""),
          "#!" + std::string((64 << 10) - 2, 'x')})
        EXPECT_EQ(code_of<user_data>(each), "good") << each.substr(0, 40);
    for (const std::string& each : {std::string(), std::string("apt install nginx"),
                                    std::string("#!\xff"), "#!" + std::string((64 << 10) - 1, 'x')})
        EXPECT_EQ(code_of<user_data>(each), "digitalocean_user_data") << each.substr(0, 40);
    EXPECT_EQ(user_data::parse("apt install nginx").error().message,
              "“apt install nginx” begins with neither #! nor #cloud-config.");
    EXPECT_EQ(user_data::parse("").error().expected,
              "a script or a cloud-config, of at most 65536 bytes");
}

TEST(digitalocean_names, a_volume_begins_with_a_letter) {
    for (const char* const each : {"data", "acme-data-2"})
        EXPECT_EQ(code_of<volume_name>(each), "good") << each;
    for (const std::string& each : {std::string(), std::string("2data"), std::string("Data"),
                                    std::string("a_b"), std::string(65, 'a')})
        EXPECT_EQ(code_of<volume_name>(each), "digitalocean_volume_name") << each;
}

TEST(digitalocean_names, a_volume_has_whole_gigabytes) {
    for (const char* const each : {"100", "100GB", "100gib"})
        EXPECT_EQ(volume_size::parse(each)->gigabytes, 100) << each;
    EXPECT_EQ(volume_size::parse("16384")->to_text(), "16384GB");
    for (const char* const each : {"", "GB", "0", "-1", "1.5", "16385", "1TB", "100 GB", "1e3"})
        EXPECT_FALSE(volume_size::parse(each)) << each;
    EXPECT_EQ(volume_size::parse("1TB").error().expected, "gigabytes from 1 to 16384, like 100GB");
}

TEST(digitalocean_names, a_tag_may_have_colons) {
    EXPECT_EQ(code_of<tag_name>("env:prod_1-a"), "good");
    for (const char* const each : {"", "a b", "a.b", "a/b"})
        EXPECT_EQ(code_of<tag_name>(each), "digitalocean_tag") << each;
}

TEST(digitalocean_names, a_mistake_says_what_would_have_been_right) {
    const auto wrong = region_slug::parse("New York").error();
    EXPECT_EQ(wrong.message, "“New York” is no region.");
    EXPECT_EQ(wrong.end, 8u);
    EXPECT_EQ(wrong.expected, "DigitalOcean's word for it, like nyc3 or s-1vcpu-1gb");
}

TEST(digitalocean_names, an_id_is_a_whole_number_without_a_zero_before_it) {
    EXPECT_EQ(id_in("3164494"), 3164494);
    for (const char* const each : {"", "0", "07", "-1", "1a", "99999999999999999999"})
        EXPECT_EQ(id_in(each), std::nullopt) << each;
}

} // namespace
} // namespace chatops::digitalocean
