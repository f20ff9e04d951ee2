// The socket types of this room; included by bodies only.
#pragma once

#include "chatops/core/asio.hpp"

#include <boost/asio/io_context.hpp>
#include <boost/asio/ip/tcp.hpp>

#include <chrono>

namespace chatops::native {

/// Without a type-erased executor: each operation of a connection would pay for it.
using io_socket = asio::basic_stream_socket<asio::ip::tcp, asio::io_context::executor_type>;
using io_acceptor = asio::basic_socket_acceptor<asio::ip::tcp, asio::io_context::executor_type>;
using steady_time = std::chrono::steady_clock::time_point;

} // namespace chatops::native
