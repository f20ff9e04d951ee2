#pragma once

#include "chatops/native/inside/http_connection.hpp"
#include "chatops/native/inside/streamed_body.hpp"

namespace chatops::native {

CHATOPS_INLINE void streamed_body_writer::write(std::string_view piece) {
    if (auto* const through = body_->through()) through->write_more(piece);
}

CHATOPS_INLINE void streamed_body_writer::end() {
    if (auto* const through = body_->through()) through->end_body(true);
}

CHATOPS_INLINE void streamed_body_writer::cut() {
    if (auto* const through = body_->through()) through->end_body(false);
}

} // namespace chatops::native
