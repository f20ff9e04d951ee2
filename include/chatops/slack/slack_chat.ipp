#pragma once

#include "chatops/chat/terminal.hpp"
#include "chatops/core/limits.hpp"
#include "chatops/core/utf8.hpp"
#include "chatops/slack/drawing.hpp"
#include "chatops/slack/home_view.hpp"
#include "chatops/slack/modal.hpp"
#include "chatops/slack/slack_chat.hpp"

#include <algorithm>
#include <exception>
#include <functional>

namespace chatops::slack {

namespace detail {

/// Slack's clock and ours differ by seconds; far more than that would find nothing else anyway.
inline constexpr duration clock_difference{300'000};

CHATOPS_INLINE bool is_out_of_reach(const provider_error& refusal) {
    return cause_of(refusal.id()) == refusal_cause::place;
}

/// Whether the bot cannot have been heard in that place.
CHATOPS_INLINE bool is_not_there(const std::string& error) {
    return error == "not_in_channel" || error == "channel_not_found" || error == "is_archived" ||
           error == "thread_not_found" || error == "no_permission";
}

/// So many, then all are forgotten.
inline constexpr std::size_t runs_remembered = 4'096;

/// False when it is there already.
CHATOPS_INLINE bool remember(std::set<run_id>& all, const run_id& run) {
    if (all.size() >= runs_remembered) all.clear();
    return all.insert(run).second;
}

} // namespace detail

CHATOPS_INLINE asio::awaitable<message_id>
slack_chat::post_somewhere(const audience& whom, const slack::message& shown, const run_id& run) {
    std::string refusal;
    if (!whom.where.channel.empty()) {
        try {
            co_return co_await api_.post(whom.where.channel, whom.where.thread, shown, run);
        } catch (const provider_error& error) {
            if (!detail::is_out_of_reach(error)) throw;
            refusal = error.id();
        }
        log_.info("slack answer goes to direct messages",
                  {{"run", run.text}, {"channel", whom.where.channel}, {"error", refusal}});
    }
    const std::string direct = co_await api_.open_direct(whom.who.id);
    const std::string no_thread;
    message_id posted = co_await api_.post(direct, no_thread, shown, run);
    co_await say_where(whom, refusal);
    co_return posted;
}

CHATOPS_INLINE asio::awaitable<std::optional<message_id>>
slack_chat::post_plainly(const audience& whom, const anchor& message, provider_error& refusal) {
    const anchor plain{message.run, message.asked, plainer(message.shown, refusal.id())};
    const slack::message shown = block_kit(plain);
    try {
        message_id posted = co_await post_somewhere(whom, shown, message.run);
        detail::remember(plain_, message.run);
        co_return posted;
    } catch (const provider_error& error) {
        refusal = error;
    }
    co_return std::nullopt;
}

CHATOPS_INLINE asio::awaitable<message_id> slack_chat::post(const audience& whom,
                                                            const anchor& message) {
    const slack::message shown = block_kit(message);
    std::optional<provider_error> refusal;
    std::optional<message_id> posted;
    try {
        posted = co_await post_somewhere(whom, shown, message.run);
    } catch (const provider_error& error) {
        refusal = error;
    }
    if (refusal && cause_of(refusal->id()) == refusal_cause::message)
        posted = co_await post_plainly(whom, message, *refusal);
    if (posted) {
        told_.erase(message.run);
        co_return std::move(*posted);
    }
    // What could not be posted is tried again and again; one note is enough.
    if (detail::remember(told_, message.run)) {
        const std::string title = "I cannot answer here yet, and try again until I can";
        co_await say_why(whom, title, *refusal);
    }
    throw std::move(*refusal);
}

CHATOPS_INLINE asio::awaitable<void>
slack_chat::say_why(const audience& whom, const std::string& title, const provider_error& refusal) {
    reply note = reply::bad(title);
    note.add(text_part{refusal.what()});
    try {
        co_await whisper(whom, note);
    } catch (const std::exception& failure) {
        log_.warning("slack asker not told", {{"why", failure.what()}});
    }
}

CHATOPS_INLINE asio::awaitable<void> slack_chat::say_where(const audience& whom,
                                                           const std::string& refusal) {
    if (whom.response_url.empty()) co_return;
    const bool is_uninvited = refusal == "not_in_channel" || refusal == "channel_not_found";
    std::string hint = "I cannot post here, so my answer is in our direct messages.";
    if (is_uninvited)
        hint += " Invite me to this channel to have answers here.";
    else if (const std::string_view meaning = meaning_of(refusal); !meaning.empty())
        hint.append(" ").append(meaning);
    const reply note = reply::neutral(std::move(hint));
    try {
        co_await api_.respond(whom.response_url, note);
    } catch (const std::exception& failure) {
        // The answer itself is where it is; only the hint is lost.
        log_.warning("slack hint not shown", {{"why", failure.what()}});
    }
}

CHATOPS_INLINE asio::awaitable<std::optional<message_id>>
slack_chat::find_in(const std::string& channel, const std::string& thread, const run_id& run,
                    time_point oldest) {
    std::string page;
    for (std::size_t pages = 0; pages < limits::slack_search_pages; ++pages) {
        const message_page found = co_await api_.messages(channel, thread, oldest, page);
        for (const seen_message& each : found.messages) {
            // Anyone's app can write metadata: only what this bot posted counts.
            if (each.run != run.text || each.bot.empty() || each.bot != self_.bot) continue;
            message_id which{channel, each.id};
            co_return which;
        }
        if (found.next.empty()) co_return std::nullopt;
        page = found.next;
    }
    throw unavailable("slack", "too many messages to search for the answer of " + run.text,
                      effect_known::did_not_happen);
}

CHATOPS_INLINE asio::awaitable<std::optional<message_id>>
slack_chat::find(const audience& whom, const run_id& run, time_point not_before) {
    const time_point oldest = not_before - detail::clock_difference;
    if (!whom.where.channel.empty()) {
        try {
            std::optional<message_id> found =
                co_await find_in(whom.where.channel, whom.where.thread, run, oldest);
            if (found) co_return found;
        } catch (const provider_error& error) {
            if (!detail::is_not_there(error.id())) throw;
        }
    }
    const std::string direct = co_await api_.open_direct(whom.who.id);
    if (direct == whom.where.channel && whom.where.thread.empty()) co_return std::nullopt;
    const std::string no_thread;
    co_return co_await find_in(direct, no_thread, run, oldest);
}

CHATOPS_INLINE asio::awaitable<void> slack_chat::send_newest(const message_id& which,
                                                             const run_id& run, edits& all) {
    std::uint64_t number = 0;
    // Asked at the moment of sending: what came while this waited for its turn is sent instead.
    const std::function<const message&()> newest = [&]() -> const message& {
        number = all.newest_number;
        return all.newest;
    };
    std::exception_ptr failure;
    all.sending = true;
    try {
        co_await api_.update(which, run, newest);
        all.sent_number = std::max(all.sent_number, number);
    } catch (...) {
        failure = std::current_exception();
    }
    all.sending = false;
    all.changed.notify();
    if (failure) std::rethrow_exception(failure);
}

CHATOPS_INLINE asio::awaitable<void> slack_chat::send_until(const message_id& which,
                                                            const run_id& run, edits& all,
                                                            std::uint64_t number) {
    while (all.sent_number < number) {
        if (all.sending)
            co_await all.changed.wait();
        else
            co_await send_newest(which, run, all);
    }
}

CHATOPS_INLINE asio::awaitable<void> slack_chat::edit(const message_id& which,
                                                      const anchor& message) {
    const message_key key{which.channel, which.id};
    edits& all = edits_[key];
    ++all.users;
    all.newest = block_kit(message);
    std::uint64_t mine = ++all.newest_number;
    std::exception_ptr failure;
    std::string not_taken;
    try {
        co_await send_until(which, message.run, all, mine);
        // It is what is shown, in its usual form.
        if (all.sent_number == mine) plain_.erase(message.run);
    } catch (const provider_error& error) {
        failure = std::current_exception();
        if (cause_of(error.id()) == refusal_cause::message) not_taken = error.id();
    } catch (...) {
        failure = std::current_exception();
    }
    // A newer state speaks for itself; the newest is shown plainer.
    if (!not_taken.empty()) failure = nullptr;
    if (!not_taken.empty() && all.newest_number == mine) {
        const anchor plain{message.run, message.asked, plainer(message.shown, not_taken)};
        all.newest = block_kit(plain);
        mine = ++all.newest_number;
        detail::remember(plain_, message.run);
        try {
            co_await send_until(which, message.run, all, mine);
        } catch (...) {
            failure = std::current_exception();
        }
    }
    if (--all.users == 0) edits_.erase(key);
    if (failure) std::rethrow_exception(failure);
}

namespace detail {

/// As much as a file may have.
CHATOPS_INLINE std::string file_text(std::string text) {
    if (text.size() <= limits::slack_file_bytes) return text;
    const std::size_t whole = text.size();
    text.resize(utf8_beginning(text, limits::slack_file_bytes).size());
    return text + "\n… cut here: these are " + figure(text.size()) + " of " + figure(whole) +
           " bytes\n";
}

/// What belongs into files of the message's thread: the parts that are files, and the whole answer
/// as a terminal shows it, where the message does not show it. `prefix` makes their names the
/// run's own.
CHATOPS_INLINE std::vector<text_file> files_of(const anchor& message, const std::string& prefix,
                                               bool is_plain) {
    std::vector<text_file> files;
    for (const part& each : message.shown.parts)
        if (const auto* const file = std::get_if<file_part>(&each))
            files.push_back({prefix + '-' + std::to_string(files.size() + 1) + '-' + file->name,
                             file->name, file_text(file->text)});
    if (!is_plain && block_kit(message).whole) return files;
    terminal_style plain;
    plain.columns = limits::slack_file_columns;
    files.push_back({prefix + ".txt", message.asked,
                     file_text(message.asked + "\n\n" + terminal_text(message.shown, plain)),
                     "The whole answer"});
    return files;
}

/// The thread that a message is in, or begins.
CHATOPS_INLINE std::string thread_of(const audience& whom, const message_id& which) {
    const bool there = which.channel == whom.where.channel && !whom.where.thread.empty();
    return there ? whom.where.thread : which.id;
}

CHATOPS_INLINE bool has_file(const std::vector<seen_message>& among, const std::string& bot,
                             const std::string& name) {
    return std::any_of(among.begin(), among.end(), [&](const seen_message& each) {
        return each.file == name && (each.bot == bot || each.bot.empty());
    });
}

} // namespace detail

CHATOPS_INLINE asio::awaitable<void> slack_chat::look_for(std::vector<text_file>& files,
                                                          const std::string& channel,
                                                          const std::string& thread) {
    std::string page;
    for (std::size_t pages = 0; pages < limits::slack_search_pages; ++pages) {
        const message_page found = co_await api_.messages(channel, thread, {}, page);
        std::erase_if(files, [&](const text_file& each) {
            return detail::has_file(found.messages, self_.bot, each.name);
        });
        page = found.next;
        if (page.empty() || files.empty()) break;
    }
}

CHATOPS_INLINE asio::awaitable<void>
slack_chat::complete(const audience& whom, const message_id& which, const anchor& message) {
    const std::string prefix = self_.name + "-" + message.run.text;
    const bool is_plain = plain_.erase(message.run) > 0;
    std::vector<text_file> files = detail::files_of(message, prefix, is_plain);
    if (files.empty()) co_return;
    const std::string thread = detail::thread_of(whom, which);
    std::optional<provider_error> refusal;
    try {
        co_await look_for(files, which.channel, thread);
    } catch (const provider_error& error) {
        // Without the scope to look, twice is better than not at all.
        if (error.id() != "missing_scope") refusal = error;
    }
    try {
        for (std::size_t i = 0; i < files.size() && !refusal; ++i)
            co_await api_.upload(which.channel, thread, files[i]);
    } catch (const provider_error& error) {
        refusal = error;
    }
    if (!refusal) co_return;
    const std::string title = "The rest of my answer could not be put into its thread";
    co_await say_why(whom, title, *refusal);
    throw std::move(*refusal);
}

CHATOPS_INLINE asio::awaitable<void> slack_chat::add(const audience& whom, const message_id& which,
                                                     const reply& more) {
    const std::string thread = detail::thread_of(whom, which);
    bool is_file = false;
    for (const part& each : more.parts) {
        const auto* const file = std::get_if<file_part>(&each);
        if (file == nullptr) continue;
        is_file = true;
        const text_file sent{file->name, file->name, detail::file_text(file->text), more.title};
        co_await api_.upload(which.channel, thread, sent);
    }
    if (is_file) co_return;
    const slack::message shown = block_kit(more);
    const run_id no_run;
    std::string not_taken;
    try {
        co_await api_.post(which.channel, thread, shown, no_run);
    } catch (const provider_error& error) {
        if (cause_of(error.id()) != refusal_cause::message) throw;
        not_taken = error.id();
    }
    if (not_taken.empty()) co_return;
    const slack::message plain = block_kit(plainer(more, not_taken));
    co_await api_.post(which.channel, thread, plain, no_run);
}

CHATOPS_INLINE asio::awaitable<void> slack_chat::whisper(const audience& whom, const reply& what) {
    if (!whom.response_url.empty()) {
        try {
            co_await api_.respond(whom.response_url, what);
            co_return;
        } catch (const provider_error&) {
            // Used up or expired: there are other ways.
        } catch (const unavailable&) {
            // Better twice than not at all.
        }
    }
    const slack::message shown = block_kit(what);
    // What was pressed on the home tab has no channel.
    if (!whom.where.channel.empty()) {
        try {
            co_await api_.post_ephemeral(whom.where.channel, whom.where.thread, whom.who.id, shown);
            co_return;
        } catch (const provider_error& error) {
            if (!detail::is_out_of_reach(error)) throw;
        }
    }
    const std::string direct = co_await api_.open_direct(whom.who.id);
    const std::string no_thread;
    co_await api_.post_ephemeral(direct, no_thread, whom.who.id, shown);
}

CHATOPS_INLINE asio::awaitable<void> slack_chat::open_form(const secret& trigger,
                                                           const input_form& what) {
    const std::string view = modal_view(what);
    co_await api_.open_view(trigger, view);
}

CHATOPS_INLINE asio::awaitable<void> slack_chat::show_home(const person& whose,
                                                           const home_page& what) {
    const std::string view = home_view(what);
    const std::function<std::string()> newest = [&]() { return view; };
    co_await api_.publish_view(whose.id, newest);
}

} // namespace chatops::slack
