// Every body that needs an operating system, for the one file of a program that compiles them.
#pragma once

#include "chatops/src.hpp"

#include "chatops/native/http_connection.ipp"
#include "chatops/native/http_server.ipp"
