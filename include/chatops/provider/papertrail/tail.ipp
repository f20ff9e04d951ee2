#pragma once

#include "chatops/core/errors.hpp"
#include "chatops/core/sleep.hpp"
#include "chatops/provider/papertrail/client.hpp"
#include "chatops/provider/papertrail/limits.hpp"
#include "chatops/provider/papertrail/tail.hpp"

#include <utility>

namespace chatops::papertrail {

CHATOPS_INLINE tail_stream::tail_stream(const chatops::provider::connection& through,
                                        search_order which, event_writer write,
                                        std::shared_ptr<std::optional<std::int64_t>> seen,
                                        std::string first)
    : where_(through.where), through_{through.transport, through.time,   through.chance,  where_,
                                      through.known,     through.policy, through.patience},
      which_(std::move(which)), write_(std::move(write)), seen_(std::move(seen)),
      first_(std::move(first)) {}

CHATOPS_INLINE asio::awaitable<std::optional<std::string>> tail_stream::receive() {
    if (!first_.empty()) co_return std::exchange(first_, {});
    std::optional<std::string> refusal;
    while (!is_closed_) {
        if (!is_behind_) co_await sleep_for(through_.time, limits::tail_pause_seconds);
        if (is_closed_) break;
        event_page page;
        try {
            client papertrail(through_);
            page = co_await papertrail.after(which_, **seen_, limits::tail_page_events);
        } catch (const provider_error& refused) {
            refusal = refused.what();
        }
        // Whoever opens another hears it from Papertrail itself.
        if (refusal)
            throw unavailable(std::string(client::provider), *refusal,
                              effect_known::did_not_happen);
        if (is_closed_) break;
        is_behind_ = !page.is_last();
        *seen_ = page.max_id;
        if (page.events.empty()) continue;
        std::string text = write_(page.events);
        if (!text.empty()) co_return text;
    }
    co_return std::nullopt;
}

} // namespace chatops::papertrail
