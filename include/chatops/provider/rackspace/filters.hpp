// Which of Rackspace's servers and images a list has, as its API is asked for them.
#pragma once

#include "chatops/core/config.hpp"

#include <string>
#include <string_view>

namespace chatops::rackspace {

// Source: rackerlabs/docs-cloud-servers, api-reference/methods, get-list-servers-with-details and
// get-retrieve-list-of-images-with-details. What is empty lets all through.

struct server_filter {
    /// Somewhere in the name, character by character.
    std::string part;
    /// `ACTIVE`, `SHUTOFF`, …; of a word that is none of Rackspace's there are none.
    std::string status;
    /// Ids.
    std::string image;
    std::string flavor;
};

struct image_filter {
    /// `BASE` for Rackspace's own, `SNAPSHOT` for those that were made of servers.
    std::string type;
    /// `ACTIVE`, `SAVING`, `ERROR`.
    std::string status;
    /// The id of the server that they were made of.
    std::string server;
};

/// As `client::list` and `client::each_page` take it: `status=ACTIVE&flavor=2`.
std::string query_of(const server_filter& by);
std::string query_of(const image_filter& by);

/// A text as an expression that only what has it matches. Source: the same, the parameter `name`.
std::string literally(std::string_view text);

} // namespace chatops::rackspace

#include CHATOPS_BODY("chatops/provider/rackspace/filters.ipp")
