// Everything that runs anywhere, and what needs an operating system.
#pragma once

#include "chatops/chatops.hpp"
#include "chatops/native/bot_program.hpp"
#include "chatops/native/files.hpp"
#include "chatops/native/flags.hpp"
#include "chatops/native/http_client.hpp"
#include "chatops/native/http_server.hpp"
#include "chatops/native/log_writer.hpp"
#include "chatops/native/sealing.hpp"
#include "chatops/native/signals.hpp"
#include "chatops/native/sqlite_store.hpp"
#include "chatops/native/system_clock.hpp"
#include "chatops/native/system_random.hpp"
#include "chatops/native/verify_journal.hpp"
