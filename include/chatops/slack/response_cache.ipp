#pragma once

#include "chatops/slack/block_kit.hpp"
#include "chatops/slack/response_cache.hpp"

namespace chatops::slack {

CHATOPS_INLINE const std::string& response_cache::text(const reply& what) {
    for (const entry& each : entries_)
        if (!each.text.empty() && each.what == what) return each.text;
    entry& oldest = entries_[next_];
    next_ = (next_ + 1) % kept;
    oldest.text = response_text(what);
    oldest.what = what;
    return oldest.text;
}

} // namespace chatops::slack
