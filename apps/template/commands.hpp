// Lantern's own commands.
#pragma once

#include "status_page.hpp"

namespace lantern {

using chatops::argument;
using chatops::command_info;
using chatops::context;
using chatops::effect;
using chatops::option;
using chatops::reply;

struct status_show {
    static constexpr command_info info{.name = "status show",
                                       .help = "Show what the status page says",
                                       .effect = effect::read,
                                       .examples = {"status show"}};

    asio::awaitable<reply> run(context& ctx) const {
        const auto all =
            co_await ctx.observe("notices", [](status_page& page) { return page.notices(); });
        if (all.empty()) co_return reply::good("The status page says that all is well");
        reply answer = reply::warning("The status page has notices: " + std::to_string(all.size()));
        chatops::table_part table{{"Notice", "Severity", "What everyone reads"}, {}};
        for (const notice& each : all)
            table.rows.push_back(
                {each.id, chatops::text_of<severity>::write(each.severity), each.text});
        answer.add(std::move(table));
        co_return answer;
    }
};

struct status_tell {
    static constexpr command_info info{
        .name = "status tell",
        .help = "Say on the status page what is wrong",
        .effect = effect::change,
        .examples = {"status tell db \"The database is slow\" --severity major"}};

    argument<"notice", "its name: one that is there already is changed", notice_name> id;
    argument<"text", "what everyone reads"> text;
    option<"severity", "how bad it is", lantern::severity> severity{lantern::severity::minor};

    asio::awaitable<reply> run(context& ctx) const {
        const auto put = [&](status_page& page) { return page.put({id->text, *severity, *text}); };
        const notice now = co_await ctx.set("put", put);
        co_return reply::good("The status page says of " + now.id + ": " + now.text);
    }
};

} // namespace lantern
