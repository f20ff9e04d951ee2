// Everything that runs anywhere, and what needs an operating system.
#pragma once

#include "chatops/chatops.hpp"
#include "chatops/native/http_client.hpp"
#include "chatops/native/http_connection.hpp"
#include "chatops/native/http_server.hpp"
#include "chatops/native/http_server_state.hpp"
#include "chatops/native/request_parser.hpp"
#include "chatops/native/web_socket.hpp"
