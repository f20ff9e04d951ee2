// How one notices a peer that has gone without a goodbye, where nothing is sent to it for hours.
#pragma once

#include "chatops/core/limits.hpp"
#include "chatops/native/inside/io_socket.hpp"

#include <netinet/in.h>
#include <netinet/tcp.h>
#include <sys/socket.h>

namespace chatops::native {

/// After half of `limits::stream_silence_seconds` TCP asks a silent peer whether it is there; after
/// all of it the connection fails. What cannot be set stays as the system has it.
inline void notice_when_gone(io_socket& socket) {
    constexpr int probes = 3;
    constexpr int silence = static_cast<int>(limits::stream_silence_seconds.count());
    const auto set = [&](int level, int name, int value) {
        ::setsockopt(socket.native_handle(), level, name, &value, sizeof value);
    };
    set(SOL_SOCKET, SO_KEEPALIVE, 1);
    set(IPPROTO_TCP, TCP_KEEPIDLE, silence / 2);
    set(IPPROTO_TCP, TCP_KEEPINTVL, silence / 2 / probes);
    set(IPPROTO_TCP, TCP_KEEPCNT, probes);
}

} // namespace chatops::native
