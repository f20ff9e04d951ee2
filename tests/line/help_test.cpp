// What a person reads of a command, to the letter.
#include "chatops/line/help.hpp"
#include "line/sample.hpp"

#include <gtest/gtest.h>

namespace chatops::line {
namespace {

TEST(usage_of, shows_what_must_be_given_and_what_may_be) {
    EXPECT_EQ(usage_of(describe<scale>()), "heroku scale APP FORMATION... [--wait]");
    EXPECT_EQ(usage_of(describe<logs>()),
              "heroku logs APP [DYNO...] [--lines LINES] [--since SINCE] [--level LEVEL] "
              "[--order newest|oldest] [--tag TAG]... [--color yes|no]");
    EXPECT_EQ(usage_of(describe<new_server>()), "droplet create --region REGION [--size SIZE]");
    EXPECT_EQ(usage_of(describe<say_hello>()), "hello");
}

TEST(help_of, a_command_as_text) {
    EXPECT_EQ(text_of_help(help_of(describe<scale>())),
              R"(heroku scale APP FORMATION... [--wait]
Run more or fewer dynos of an application

Arguments
  APP           the application
  FORMATION...  what to run (process=quantity)

Options
  -w, --wait  answer only once the dynos are up
  -h, --help  say what this command does, and do nothing
  --json      answer as JSON

Examples
  heroku scale acme web=3
  heroku scale web=3 worker=2 --app acme --wait

Also known as
  scale
)");
}

TEST(help_of, options_say_what_they_take) {
    EXPECT_EQ(text_of_help(help_of(describe<logs>())),
              R"(heroku logs APP [DYNO...] [--lines LINES] [--since SINCE] [--level LEVEL] )"
              R"([--order newest|oldest] [--tag TAG]... [--color yes|no]
Read the last lines of a log

Arguments
  APP      the application
  DYNO...  only of these

Options
  -n, --lines LINES      how many (whole number, default 100)
  --since SINCE          how far back (span of time)
  -l, --level LEVEL      at least so bad (one of debug, info, warning, error, fatal)
  --order newest|oldest  which first (default newest)
  -t, --tag TAG          only with these (may be repeated)
  --color yes|no         with colours
  -h, --help             say what this command does, and do nothing
  --json                 answer as JSON
)");
}

/// Options that several commands have.
struct show_log {
    static constexpr command_info info{.name = "log show",
                                       .help = "Show a log",
                                       .effect = effect::read,
                                       .examples = {"log show web1 /tmp -p 2"}};
    argument<"server", "where"> server;
    argument<"folder", "which folder", std::optional<std::string>> folder{"/var/log"};
    option<"since", "only what is newer", std::optional<time_point>> since;
    paging pages;
    flag<"follow", "go on", 'f'> follow;
};

TEST(help_of, options_of_a_group_under_its_heading) {
    EXPECT_EQ(text_of_help(help_of(describe<show_log>())),
              R"(log show SERVER [FOLDER] [--since SINCE] [--page PAGE] [--all] [--follow]
Show a log

Arguments
  SERVER  where
  FOLDER  which folder (default /var/log)

Options
  --since SINCE  only what is newer (date and time)
  -f, --follow   go on
  -h, --help     say what this command does, and do nothing
  --json         answer as JSON

Pages
  -p, --page PAGE  which page (whole number, default 1)
  --all            every page

Examples
  log show web1 /tmp -p 2
)");
}

TEST(help_of, rows_for_a_chat_to_draw) {
    const help made = help_of(describe<scale>());
    EXPECT_EQ(made.usage, "heroku scale APP FORMATION... [--wait]");
    EXPECT_EQ(made.summary, "Run more or fewer dynos of an application");
    EXPECT_EQ(made.arguments[0], (help_row{"APP", "the application"}));
    EXPECT_EQ(made.options.size(), 3u);
    EXPECT_EQ(made.examples.size(), 2u);
    EXPECT_EQ(made.aliases, std::vector<std::string>{"scale"});
    EXPECT_EQ(made.effect, effect::change);
    EXPECT_EQ(help_of(describe<new_server>()).options[0],
              (help_row{"--region REGION", "where (required)"}));
}

TEST(help_of, all_commands_by_groups) {
    EXPECT_EQ(text_of_help(help_of(sample_directory())), R"(Commands
  hello  Say hello

droplet
  droplet create  Make a server

heroku
  heroku config set  Set a config value of an application
  heroku logs        Read the last lines of a log
  heroku scale       Run more or fewer dynos of an application
)");
}

TEST(help_of, one_group) {
    const auto groups = help_of(sample_directory(), "Heroku");
    ASSERT_EQ(groups.size(), 1u);
    EXPECT_EQ(groups[0].name, "heroku");
    EXPECT_EQ(groups[0].commands.size(), 3u);
    EXPECT_TRUE(help_of(sample_directory(), "x").empty());
    EXPECT_EQ(text_of_help(help_of(sample_directory(), "x")), "");
}

} // namespace
} // namespace chatops::line
