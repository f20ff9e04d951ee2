#pragma once

#include "chatops/core/limits.hpp"
#include "chatops/native/inside/sqlite_journal.hpp"
#include "chatops/native/sqlite_store.hpp"

#include <boost/asio/executor_work_guard.hpp>
#include <boost/asio/io_context.hpp>

#include <atomic>
#include <condition_variable>
#include <csignal>
#include <deque>
#include <exception>
#include <mutex>
#include <thread>
#include <utility>

namespace chatops::native {

struct sqlite_store::state {
    /// Runs on the executor's thread, with what the writer's thread left for it.
    using completion = std::function<void()>;

    /// An append, or anything else to be done with the journal: its work makes the completion.
    struct job {
        std::shared_ptr<const journal::batch> batch;
        std::function<void(std::exception_ptr, journal::append_outcome)> appended;
        std::function<completion(sqlite_journal&)> work;
    };

    state(asio::io_context& context, const sqlite_settings& settings)
        : io(context), journal(settings) {
        // Signals are for the thread that runs the loop.
        sigset_t all;
        sigset_t before;
        sigfillset(&all);
        pthread_sigmask(SIG_SETMASK, &all, &before);
        writer = std::thread([this] { write(); });
        pthread_sigmask(SIG_SETMASK, &before, nullptr);
    }
    state(const state&) = delete;
    state& operator=(const state&) = delete;
    ~state() {
        {
            const std::lock_guard<std::mutex> held(mutex);
            is_ending = true;
        }
        changed.notify_one();
        writer.join();
    }

    void add(job what) {
        {
            const std::lock_guard<std::mutex> held(mutex);
            waiting.push_back(std::move(what));
        }
        changed.notify_one();
    }

    /// The writer's thread, from its beginning to its end.
    void write() {
        for (;;) {
            std::deque<job> taken;
            {
                std::unique_lock<std::mutex> held(mutex);
                changed.wait(held, [&] { return is_ending || !waiting.empty(); });
                if (waiting.empty()) return;
                taken.swap(waiting);
            }
            std::vector<completion> done;
            while (!taken.empty()) {
                if (taken.front().batch) {
                    append_group(taken, done);
                } else {
                    done.push_back(taken.front().work(journal));
                    taken.pop_front();
                }
            }
            for (completion& each : done) asio::post(io, std::move(each));
        }
    }

    /// Appends what stands at the beginning of the queue, with one commit.
    void append_group(std::deque<job>& taken, std::vector<completion>& done) {
        std::vector<job> group;
        std::vector<const journal::batch*> batches;
        while (!taken.empty() && taken.front().batch && group.size() < limits::appends_per_commit) {
            group.push_back(std::move(taken.front()));
            batches.push_back(group.back().batch.get());
            taken.pop_front();
        }
        std::vector<journal::append_outcome> outcomes(group.size());
        std::exception_ptr failed;
        try {
            outcomes = journal.append(batches);
            ++commits;
        } catch (const store_error&) {
            failed = std::current_exception();
        }
        for (std::size_t i = 0; i < group.size(); ++i)
            done.push_back([appended = std::move(group[i].appended), failed,
                            outcome = outcomes[i]] { appended(failed, outcome); });
    }

    asio::io_context& io;
    sqlite_journal journal;
    std::mutex mutex;
    std::condition_variable changed;
    std::deque<job> waiting;
    bool is_ending = false;
    std::atomic<std::uint64_t> commits = 0;
    std::thread writer;
};

namespace detail {

/// A handler that may be called once, from a place that copies what it holds, with the loop kept
/// turning until then.
template <class Handler, class Value>
std::function<void(std::exception_ptr, Value)> shared_handler(asio::io_context& io,
                                                              Handler handler) {
    struct kept {
        Handler handler;
        asio::executor_work_guard<asio::io_context::executor_type> turning;
    };
    auto shared = std::make_shared<kept>(kept{std::move(handler), asio::make_work_guard(io)});
    return [shared](std::exception_ptr failed, Value value) {
        shared->turning.reset();
        std::move(shared->handler)(std::move(failed), std::move(value));
    };
}

/// Asks the writer's thread for something that does not change the journal.
template <class Value>
asio::awaitable<Value> ask(sqlite_store::state& of, std::function<Value(sqlite_journal&)> what) {
    co_return co_await asio::async_initiate<decltype(asio::use_awaitable),
                                            void(std::exception_ptr, Value)>(
        [&](auto handler) {
            sqlite_store::state::job made;
            auto answer = shared_handler<decltype(handler), Value>(of.io, std::move(handler));
            made.work = [what, answer](sqlite_journal& journal) {
                auto value = std::make_shared<Value>();
                std::exception_ptr failed;
                try {
                    *value = what(journal);
                } catch (const store_error&) {
                    failed = std::current_exception();
                }
                return [answer, failed, value] { answer(failed, std::move(*value)); };
            };
            of.add(std::move(made));
        },
        asio::use_awaitable);
}

} // namespace detail

CHATOPS_INLINE sqlite_store::sqlite_store(asio::io_context& io, const sqlite_settings& settings)
    : state_(std::make_unique<state>(io, settings)) {}

CHATOPS_INLINE sqlite_store::~sqlite_store() = default;

CHATOPS_INLINE asio::awaitable<journal::append_outcome>
sqlite_store::append(const journal::batch& together) {
    sqlite_journal::must_be_storable(together);
    co_return co_await asio::async_initiate<decltype(asio::use_awaitable),
                                            void(std::exception_ptr, journal::append_outcome)>(
        [&](auto handler) {
            state::job made;
            // A copy: the writer's thread reads it while the caller may be destroyed.
            made.batch = std::make_shared<const journal::batch>(together);
            made.appended = detail::shared_handler<decltype(handler), journal::append_outcome>(
                state_->io, std::move(handler));
            state_->add(std::move(made));
        },
        asio::use_awaitable);
}

CHATOPS_INLINE asio::awaitable<std::vector<journal::event>>
sqlite_store::events_of(const run_id& run) {
    return detail::ask<std::vector<journal::event>>(
        *state_, [run](sqlite_journal& journal) { return journal.events_of(run.text); });
}

CHATOPS_INLINE asio::awaitable<std::vector<journal::sealed_secret>>
sqlite_store::secrets_of(const run_id& run) {
    return detail::ask<std::vector<journal::sealed_secret>>(
        *state_, [run](sqlite_journal& journal) { return journal.secrets_of(run.text); });
}

CHATOPS_INLINE asio::awaitable<std::vector<run_id>> sqlite_store::open_runs() {
    return detail::ask<std::vector<run_id>>(
        *state_, [](sqlite_journal& journal) { return journal.open_runs(); });
}

CHATOPS_INLINE asio::awaitable<std::vector<run_id>>
sqlite_store::runs_named(const std::string& beginning, std::size_t count) {
    return detail::ask<std::vector<run_id>>(*state_, [beginning, count](sqlite_journal& journal) {
        return journal.runs_named(beginning, count);
    });
}

CHATOPS_INLINE asio::awaitable<std::vector<journal::event>>
sqlite_store::after(std::uint64_t sequence, std::size_t count) {
    return detail::ask<std::vector<journal::event>>(
        *state_, [=](sqlite_journal& journal) { return journal.after(sequence, count); });
}

CHATOPS_INLINE asio::awaitable<journal::chain_head> sqlite_store::head() {
    return detail::ask<journal::chain_head>(*state_,
                                            [](sqlite_journal& journal) { return journal.head(); });
}

CHATOPS_INLINE std::uint64_t sqlite_store::commits() const { return state_->commits; }

} // namespace chatops::native
