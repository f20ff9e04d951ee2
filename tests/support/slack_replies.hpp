// Replies that tests of renderers share: one of everything, and hostile ones.
#pragma once

#include "chatops/chat/chat.hpp"

#include <string>

namespace chatops::support {

/// A reply with each kind of part and with buttons.
inline reply one_of_everything() {
    reply what = reply::good("Scaled acme-production");
    what.add(text_part{"Two dynos more. See https://status.heroku.com/?a=1&b=2."});
    what.add(fields_part{{{"app", "acme-production"}, {"schedule", "*/5 * * * *"}}});
    what.add(table_part{{"dyno", "state"}, {{"web.1", "up"}, {"web.2", "starting"}}});
    what.add(change_part{{{"web", "1", "3"}}});
    what.add(chart_part{{{"web", {1, 1, 2, 3}}}, "dynos", "14:00", "now"});
    what.add(code_part{"2026-11-22 web.1 | GET /\n"});
    what.add(file_part{"acme.log", "started\nready\n"});
    what.buttons = {{"confirm", "yes", "Confirm", button::style::danger},
                    {"confirm", "no", "Cancel", button::style::plain}};
    return what;
}

/// Text that tries to mention, link, format, end a block, end JSON and command a terminal.
inline const std::string hostile = "<!channel> <@U0LEAD> <#C0ACME|x> & <https://evil.example|ok> "
                                   "``` *b* \"} \\ \x1b[2J \xff :smile:";

/// A reply with `hostile` wherever data can stand.
inline reply hostile_reply() {
    reply what = reply::bad(hostile);
    what.add(text_part{hostile});
    what.add(text_part{"https://" + hostile});
    what.add(fields_part{{{hostile, hostile}}});
    what.add(table_part{{hostile, "b"}, {{hostile, hostile}}});
    what.add(change_part{{{hostile, hostile, hostile}}});
    what.add(chart_part{{{hostile, {1, {}, 2}}}, hostile, hostile, hostile});
    what.add(code_part{hostile});
    what.add(file_part{hostile, hostile});
    what.buttons = {
        {hostile.substr(0, 40), hostile.substr(0, 40), hostile, button::style::primary}};
    return what;
}

} // namespace chatops::support
