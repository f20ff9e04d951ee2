// How Rackspace's servers look in a reply, the same in each of its commands.
#pragma once

#include "chatops/chat/reply.hpp"
#include "chatops/core/config.hpp"
#include "chatops/operations/shown.hpp"
#include "chatops/provider/rackspace/types.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace chatops::operations {

/// In a server's metadata, ours: by it a run finds what it made. It is shown to nobody.
inline constexpr const char* own_mark = "chatops";

/// Its first address of version 4 in that network (`public`), or an empty text.
std::string address_of(const rackspace::server& each, std::string_view network);

/// `VERIFY_RESIZE` and `powering-off` as words.
std::string words_of_state(std::string_view state);

/// `active`, `verify resize`, `active, busy with image snapshot`: as people say it.
std::string state_text(const rackspace::server& each);

/// `500, 2024-02-29 12:01 UTC`: what Rackspace's support asks for.
std::string fault_text(const rackspace::server_fault& of);

/// `yes`, or `no: Error`: whether it ended well.
std::string ended_text(const rackspace::instance_action& each);

/// `general1-2 (2 CPUs, 2 GB, disk 40 GB)`.
std::string flavor_text(const rackspace::flavor& each);

/// What tells servers apart at a glance: no more columns than a phone has room for.
table_part server_table(const std::vector<rackspace::server>& servers);

/// All of one; `image` is what its image is called, where that is known.
fields_part server_fields(const rackspace::server& each, const std::string& image = {});

} // namespace chatops::operations

#include CHATOPS_BODY("chatops/operations/rackspace/shown.ipp")
