// Several coroutines at once, all awaited, each outcome kept. Nothing is cancelled.
#pragma once

#include "chatops/run/outcome.hpp"

#include <functional>
#include <memory>
#include <type_traits>
#include <vector>

namespace chatops::detail {

/// Counts branches; the last one resumes whoever waits. Used from one thread.
struct join_state {
    std::size_t running = 0;
    std::function<void()> resume;

    void ended() {
        if (--running == 0 && resume) {
            const auto wake = std::move(resume);
            wake();
        }
    }
};

template <class Each, class Context>
using branch_result = std::invoke_result_t<const Each&, Context&, const std::string&>;
template <class T>
struct branch_awaited;
template <class T>
struct branch_awaited<asio::awaitable<T>> {
    using type = std::conditional_t<std::is_void_v<T>, nothing, T>;
};
template <class Each, class Context>
using branch_value = typename branch_awaited<branch_result<Each, Context>>::type;

/// Returns when all branches have ended.
asio::awaitable<void> joined(std::shared_ptr<join_state> state);

} // namespace chatops::detail

#include CHATOPS_BODY("chatops/run/join.ipp")
