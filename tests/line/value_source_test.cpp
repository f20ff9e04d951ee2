// A type says once whom its values are asked from; completion does the rest.
#include "chatops/line/value_source.hpp"
#include "line/sample.hpp"

#include <gtest/gtest.h>

#include <map>

namespace chatops {

namespace line {
namespace {

struct server {
    static constexpr std::string_view kind = "server";
    static result<server> parse(std::string_view text) { return server{std::string(text)}; }
    [[nodiscard]] std::string to_text() const { return name; }
    std::string name;
};
struct disk {
    static constexpr std::string_view kind = "disk";
    static result<disk> parse(std::string_view text) { return disk{std::string(text)}; }
    [[nodiscard]] std::string to_text() const { return name; }
    std::string name;
};

struct tidy {
    static constexpr command_info info{.name = "tidy", .help = "Tidy", .effect = effect::change};
    argument<"server", "where", server> where;
    argument<"disks", "which", std::optional<list<disk>>> which;
    option<"not", "which not", list<disk>> but;
    option<"why", "the reason", std::string> why{""};
};

/// Whoever knows what there is; and how often it was asked.
struct rack {
    std::map<std::string, std::vector<std::string>> disks;
    int asked = 0;
};

} // namespace
} // namespace line

template <>
struct value_source<line::server, line::rack> {
    static std::vector<std::string> values(line::rack& from, const line::completion_request&) {
        ++from.asked;
        std::vector<std::string> names;
        for (const auto& [name, disks] : from.disks) names.push_back(name);
        return names;
    }
};
template <>
struct value_source<line::disk, line::rack> {
    static std::vector<std::string> values(line::rack& from, const line::completion_request& of) {
        const std::string* const server = line::given<line::server>(of);
        return server == nullptr ? std::vector<std::string>() : from.disks[*server];
    }
};

namespace line {
namespace {

std::vector<std::string> after(std::string_view line, rack& known) {
    static const directory commands({&describe<tidy>()});
    static const auto sources = value_sources_of<rack, server, disk>();
    completions made = complete(line, commands);
    if (made.value)
        if (const auto ask = sources.find(*made.value)) add_values(made, ask(known, *made.value));
    std::vector<std::string> texts;
    for (const completion& each : made.items) texts.push_back(each.text);
    return texts;
}

using texts_of = std::vector<std::string>;

TEST(value_source, is_asked_for_the_values_of_its_type) {
    rack known{{{"web1", {"sda"}}, {"web2", {"sda", "sdb", "nvme"}}, {"db1", {}}}};
    EXPECT_EQ(after("tidy w", known), (texts_of{"web1", "web2"}));
    EXPECT_EQ(known.asked, 1);
}

TEST(value_source, knows_what_else_the_line_gives) {
    rack known{{{"web1", {"sda"}}, {"web2", {"sda", "sdb", "nvme"}}}};
    EXPECT_EQ(after("tidy web2 s", known), (texts_of{"sda", "sdb"}));
    EXPECT_EQ(after("tidy web2 sda --not n", known), texts_of{"nvme"}) << "wherever the type is";
    EXPECT_EQ(after("tidy --not s", known), texts_of{}) << "of which server is not known";
}

TEST(value_source, of_another_type_is_not_asked) {
    rack known{{{"web1", {}}}};
    EXPECT_EQ(after("tidy web1 --why w", known), texts_of{});
    EXPECT_EQ(known.asked, 0);
}

} // namespace
} // namespace line
} // namespace chatops
