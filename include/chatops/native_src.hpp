// Every body that needs an operating system, for the one file of a program that compiles them.
#pragma once

#include "chatops/native/files.ipp"
#include "chatops/native/http_client.ipp"
#include "chatops/native/http_server.ipp"
#include "chatops/native/inside/client_connection.ipp"
#include "chatops/native/inside/http_connection.ipp"
#include "chatops/native/inside/sqlite_journal.ipp"
#include "chatops/native/inside/sqlite_journal_reads.ipp"
#include "chatops/native/inside/target.ipp"
#include "chatops/native/log_writer.ipp"
#include "chatops/native/sealing.ipp"
#include "chatops/native/signals.ipp"
#include "chatops/native/sqlite_store.ipp"
#include "chatops/native/system_clock.ipp"
#include "chatops/native/system_random.ipp"
#include "chatops/native/verify_journal.ipp"
#include "chatops/src.hpp"
