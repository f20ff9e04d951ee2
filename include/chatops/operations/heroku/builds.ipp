#pragma once

#include "chatops/core/utf8.hpp"
#include "chatops/operations/heroku/builds.hpp"
#include "chatops/operations/heroku/limits.hpp"
#include "chatops/operations/heroku/output.hpp"
#include "chatops/operations/heroku/release_phase.hpp"
#include "chatops/operations/shown.hpp"
#include "chatops/provider/heroku/client.hpp"
#include "chatops/run/context.hpp"

#include <boost/describe/class.hpp>

#include <algorithm>
#include <utility>

namespace chatops::operations {

namespace detail {

/// A large application takes that long.
inline constexpr duration build_takes = std::chrono::minutes(60);

CHATOPS_INLINE std::string version_of(const heroku::build& each) {
    return each.source_blob.version.value_or("–");
}

/// What one looks at of a build, with what it said.
struct build_seen {
    std::vector<heroku::build> found;
    std::string output;
};
BOOST_DESCRIBE_STRUCT(build_seen, (), (found, output))

/// Those whose id begins so, or the newest; with the output, if it is one that has ended.
CHATOPS_INLINE asio::awaitable<build_seen>
look_at_build(heroku::client& heroku, const heroku::app_name& of,
              const std::optional<heroku::build_ref>& id) {
    build_seen seen;
    const std::size_t limit = id ? heroku_limits::looked_through : 1;
    seen.found = co_await heroku.builds(of, limit);
    if (id)
        std::erase_if(seen.found, [&](const heroku::build& each) {
            return each.id.compare(0, id->text.size(), id->text) != 0;
        });
    if (seen.found.size() == 1 && seen.found.front().status != "pending")
        seen.output = co_await heroku.build_output(of, seen.found.front().id);
    co_return seen;
}

CHATOPS_INLINE fields_part build_fields(const heroku::build& each) {
    fields_part made{{{"Version", version_of(each)}, {"By", each.user.email}}};
    if (each.source_blob.url)
        made.fields.emplace_back("Source", without_query(*each.source_blob.url));
    made.fields.emplace_back("Begun (UTC)", minute_of(each.created_at));
    if (each.status != "pending")
        made.fields.emplace_back("Took", age_text(each.updated_at - each.created_at));
    made.fields.emplace_back("Id", each.id);
    return made;
}

CHATOPS_INLINE asio::awaitable<std::vector<std::string>> build_ids(heroku::client& heroku,
                                                                   const heroku::app_name& of) {
    const auto newest = co_await heroku.builds(of, heroku_limits::looked_through);
    std::vector<std::string> ids;
    for (const heroku::build& each : newest) ids.push_back(each.id);
    co_return ids;
}

CHATOPS_INLINE asio::awaitable<std::optional<heroku::build>>
look_for_build(heroku::client& heroku, const heroku::app_name& of,
               const std::vector<std::string>& ids_before, const std::string& url,
               time_point since) {
    const auto newest = co_await heroku.builds(of, heroku_limits::looked_through);
    std::optional<heroku::build> found;
    if (const auto* const ours = find_build(newest, ids_before, url, since)) found = *ours;
    co_return found;
}

/// Whether its release has ended as well, if there is one.
CHATOPS_INLINE asio::awaitable<bool>
build_has_ended(heroku::client& heroku, const heroku::app_name& of, const std::string& id) {
    const auto now = co_await heroku.show<heroku::build>(of, id);
    if (now.status == "pending") co_return false;
    if (!now.release) co_return true;
    const auto release = co_await heroku.release_with_id(of, now.release->id);
    co_return release.status != "pending";
}

/// How a build ended: its release, with why that failed, or the end of what it said.
struct build_end {
    heroku::build build;
    std::optional<heroku::release> release;
    phase_output phase;
    std::string output;
};
BOOST_DESCRIBE_STRUCT(build_end, (), (build, release, phase, output))

CHATOPS_INLINE asio::awaitable<build_end>
look_at_end(heroku::client& heroku, const heroku::app_name& of, const std::string& id) {
    build_end seen;
    seen.build = co_await heroku.show<heroku::build>(of, id);
    if (seen.build.release) {
        seen.release = co_await heroku.release_with_id(of, seen.build.release->id);
        seen.phase = co_await look_at_failure(heroku, of, *seen.release);
    } else {
        const std::string output = co_await heroku.build_output(of, id);
        seen.output = end_of_output(output);
    }
    co_return seen;
}

CHATOPS_INLINE reply build_ended(const std::string& name, const build_end& seen) {
    const std::string what = seen.build.source_blob.version
                                 ? "the build of " + *seen.build.source_blob.version
                                 : "the build";
    if (seen.build.status != "succeeded") {
        reply answer = reply::bad(name + ": " + what + " ended as " + seen.build.status +
                                  "; what ran before still runs");
        answer.add(fields_part{{{"Id", seen.build.id}}});
        if (!seen.output.empty()) answer.add(code_part{seen.output});
        return answer;
    }
    if (!seen.release) return reply::good(name + ": " + what + " succeeded");
    const std::string version = "v" + std::to_string(seen.release->version);
    if (seen.release->has_failed()) {
        reply answer = reply::bad(name + ": " + what + " succeeded, and its release " + version +
                                  " failed; what ran before still runs");
        add_phase(answer, seen.phase);
        return answer;
    }
    return reply::good(name + ": " + what + " is released as " + version);
}

} // namespace detail

CHATOPS_INLINE table_part build_table(const std::vector<heroku::build>& all) {
    table_part table;
    table.headings = {"Build", "When (UTC)", "State", "Version"};
    for (const heroku::build& each : all)
        table.rows.push_back({each.id.substr(0, heroku_limits::short_id),
                              minute_of(each.created_at), each.status,
                              detail::version_of(each).substr(0, heroku_limits::short_id)});
    return table;
}

CHATOPS_INLINE const heroku::build* find_build(const std::vector<heroku::build>& newest,
                                               const std::vector<std::string>& ids_before,
                                               const std::string& url, time_point since) {
    for (const heroku::build& each : newest)
        if (each.source_blob.url == url && each.created_at >= since &&
            std::find(ids_before.begin(), ids_before.end(), each.id) == ids_before.end())
            return &each;
    return nullptr;
}

CHATOPS_INLINE asio::awaitable<reply> heroku_builds::run(context& ctx) const {
    const auto limit = static_cast<std::size_t>(count->number);
    const auto newest = co_await ctx.observe(
        "builds", [&](heroku::client& heroku) { return heroku.builds(*app, limit); });
    reply answer = reply::neutral((newest.size() < limit ? "" : "The last ") +
                                  counted(newest.size(), "build") + " of " + app->text);
    if (!newest.empty()) answer.add(build_table(newest));
    co_return answer;
}

CHATOPS_INLINE asio::awaitable<reply> heroku_build_show::run(context& ctx) const {
    const auto seen = co_await ctx.observe("build", [&](heroku::client& heroku) {
        return detail::look_at_build(heroku, *app, *build);
    });
    if (seen.found.empty()) {
        reply answer = *build ? reply::bad(app->text + " has no build " + (*build)->text)
                              : reply::neutral(app->text + " has no build yet");
        co_return answer.add(text_part{"`heroku builds " + app->text + "` lists the newest."});
    }
    if (seen.found.size() > 1) {
        reply answer = reply::bad(counted(seen.found.size(), "build") + " of " + app->text +
                                  " begin with " + (*build)->text);
        co_return answer.add(build_table(seen.found));
    }
    const heroku::build& it = seen.found.front();
    const std::string title = app->text + ": build " + it.id.substr(0, heroku_limits::short_id) +
                              ' ' + (it.status == "pending" ? "goes on" : it.status);
    reply answer = it.status == "failed" ? reply::bad(title) : reply::neutral(title);
    answer.add(detail::build_fields(it));
    if (it.status == "pending")
        co_return answer.add(text_part{"What it says can be read when it has ended."});
    if (!seen.output.empty()) answer.add(code_part{shown_output(seen.output)});
    co_return answer;
}

CHATOPS_INLINE asio::awaitable<reply> heroku_build_create::run(context& ctx) const {
    const auto before = co_await ctx.observe(
        "before", [&](heroku::client& heroku) { return detail::build_ids(heroku, *app); });
    const heroku::build_order order{{source->text, *version}};
    const auto act = [&](heroku::client& heroku) {
        return heroku.create<heroku::build>(*app, order);
    };
    const auto find = [&](heroku::client& heroku, time_point since) {
        return detail::look_for_build(heroku, *app, before, source->text, since);
    };
    const heroku::build begun = co_await ctx.once("build", act, find);
    const std::string what = *version ? **version + " for " : std::string();
    co_await ctx.progress("Heroku builds " + what + app->text);
    co_await ctx.until(
        "end of build",
        [&](heroku::client& heroku) { return detail::build_has_ended(heroku, *app, begun.id); },
        detail::build_takes);
    const auto seen = co_await ctx.observe("outcome", [&](heroku::client& heroku) {
        return detail::look_at_end(heroku, *app, begun.id);
    });
    co_return detail::build_ended(app->text, seen);
}

} // namespace chatops::operations
