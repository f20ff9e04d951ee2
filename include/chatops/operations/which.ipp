#pragma once

#include "chatops/operations/shown.hpp"
#include "chatops/operations/which.hpp"

namespace chatops::operations::detail {

CHATOPS_INLINE reply which_question(const noun& sort, const std::string& which,
                                    const std::vector<std::string>& ids, const table_part& rows) {
    reply question;
    question.how = tone::waiting;
    question.title =
        counted(ids.size(), sort.one) + " are called " + shown(which) + ": which one do you mean?";
    for (std::size_t i = 0; i < ids.size(); ++i) {
        std::string label;
        if (i < rows.rows.size())
            for (const std::string& cell : rows.rows[i])
                if (!cell.empty()) label += (label.empty() ? "" : ", ") + cell;
        if (label.empty()) label = ids[i];
        question.buttons.push_back({{}, ids[i], std::move(label), button::style::plain});
    }
    question.buttons.push_back({{}, "none", "None of them", button::style::plain});
    return question;
}

CHATOPS_INLINE reply none_meant(const noun& sort, const std::string& which) {
    return reply::neutral("None of the " + plural_of(sort.one) + " called " + shown(which) +
                          " was meant: nothing was done");
}

CHATOPS_INLINE reply chosen_is_gone(const noun& sort, const std::string& which,
                                    const std::string& id) {
    reply answer = reply::warning("The " + std::string(sort.one) + ' ' + shown(which) +
                                  " that you chose is gone, or has another name by now: nothing "
                                  "was done");
    return answer.add(
        text_part{"Its id was " + id + ". `" + sort.list + "` lists what there is now."});
}

} // namespace chatops::operations::detail
