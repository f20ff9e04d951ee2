#include "mocks/slack/posting.hpp"

namespace chatops::mocks::slack {

channel& posting_target(call& asked) {
    const std::string given = asked.args.required("channel");
    if (const user* const person = asked.in.data.user_by_id(given))
        return asked.in.data.direct_with(*person, asked.when.wall);
    channel& found = asked.where();
    if (!found.has(asked.in.data.setup().app.bot_user_id)) throw refusal("not_in_channel");
    if (found.is_archived) throw refusal("is_archived");
    return found;
}

std::string thread_of(const call& asked, channel& where) {
    const std::string given = asked.args.text("thread_ts");
    if (given.empty()) return {};
    if (ts_micros(given) < 0) throw refusal("invalid_thread_ts");
    const message* const first = where.find(given);
    if (first == nullptr || !first->ephemeral_to.empty()) throw refusal("cannot_reply_to_message");
    return first->thread_ts.empty() ? first->ts : first->thread_ts;
}

message bot_message(const call& asked) {
    message made;
    made.user = asked.in.data.setup().app.bot_user_id;
    made.from_bot = true;
    return made;
}

} // namespace chatops::mocks::slack
