#pragma once

#include "chatops/line/suggest.hpp"
#include "chatops/operations/choice.hpp"
#include "chatops/operations/near.hpp"

namespace chatops::operations::detail {

CHATOPS_INLINE void keep_nearest(std::vector<std::string>& near, const std::string& text,
                                 std::vector<std::string> more) {
    std::vector<std::string_view> names(near.begin(), near.end());
    names.insert(names.end(), more.begin(), more.end());
    std::vector<std::string> nearer;
    for (const std::string_view each : line::nearest(text, names)) nearer.emplace_back(each);
    near = std::move(nearer);
}

CHATOPS_INLINE reply none_called(const noun& sort, const std::string& which,
                                 const std::vector<std::string>& near) {
    reply answer = reply::bad("There is no " + std::string(sort.one) + ' ' + shown(which));
    return answer.add(text_part{did_you_mean_one_of(near) + '`' + sort.list + "` lists them all."});
}

} // namespace chatops::operations::detail
