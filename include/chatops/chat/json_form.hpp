// A reply as JSON: for `--json`, for the page, and to keep what was decided to say.
#pragma once

#include "chatops/chat/reply.hpp"
#include "chatops/core/config.hpp"
#include "chatops/core/result.hpp"

#include <boost/json/value.hpp>

namespace chatops {

/// `{"tone":"good","title":"…","parts":[{"kind":"text","text":"…"},…],"buttons":[…]}`; the words
/// are stable. Kinds of parts and their members: `text` (text), `fields` (fields: name, value),
/// `table` (headings, rows), `change` (lines: name, before, after), `code` (text), `chart`
/// (courses: name, points, null where none is known; unit, begins, ends). What is not UTF-8 is
/// U+FFFD.
boost::json::value json_form(const reply& what);

/// The reply that `json_form` made this of. Mistakes as those of `json::read`, `reply_malformed`
/// for a part without what its kind has.
result<reply> read_json_form(const boost::json::value& from);

} // namespace chatops

#include CHATOPS_BODY("chatops/chat/json_form.ipp")
