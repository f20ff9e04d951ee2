// The parts of Asio that portable code may use: awaitable, co_spawn, post. No socket, no timer.
#pragma once

#include "chatops/core/config.hpp"

#include <boost/asio/any_io_executor.hpp>
#include <boost/asio/awaitable.hpp>
#include <boost/asio/co_spawn.hpp>
#include <boost/asio/detached.hpp>
#include <boost/asio/post.hpp>
#include <boost/asio/this_coro.hpp>
#include <boost/asio/use_awaitable.hpp>

namespace chatops {
namespace asio = boost::asio;
} // namespace chatops
