// Every portable body, for the one file of a program that compiles them (CHATOPS_COMPILED).
#pragma once

#include "chatops/core/config.ipp"
#include "chatops/core/digest.ipp"
#include "chatops/core/json.ipp"
#include "chatops/core/random.ipp"
#include "chatops/core/time.ipp"
#include "chatops/http/message.ipp"
