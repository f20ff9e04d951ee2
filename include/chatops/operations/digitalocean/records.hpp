// `do records`, `do record create`, `change`, `destroy`: the lines of a zone.
#pragma once

#include "chatops/chat/reply.hpp"
#include "chatops/command/argument.hpp"
#include "chatops/command/info.hpp"
#include "chatops/command/option.hpp"
#include "chatops/core/asio.hpp"
#include "chatops/provider/digitalocean/names.hpp"

#include <boost/describe/enum.hpp>

#include <chrono>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace chatops {
class context;
} // namespace chatops

namespace chatops::operations {

/// As DNS writes them. SOA is made with the domain.
enum class record_type { A, AAAA, CNAME, MX, TXT, NS, SRV, CAA };
BOOST_DESCRIBE_ENUM(record_type, A, AAAA, CNAME, MX, TXT, NS, SRV, CAA)

/// What a CAA record lets an authority do. Source: RFC 8659, 4.
enum class authority_tag { issue, issuewild, iodef };
BOOST_DESCRIBE_ENUM(authority_tag, issue, issuewild, iodef)

struct digitalocean_records {
    static constexpr command_info info{.name = "do records",
                                       .help = "List the records of a domain",
                                       .effect = effect::read,
                                       .aliases = {"digitalocean records", "do record list"},
                                       .examples = {"do records acme.example"}};

    argument<"domain", "the domain", digitalocean::domain_name> domain;

    asio::awaitable<reply> run(context& ctx) const;
};

/// What a record says besides its name and data, by its type.
struct record_options {
    static constexpr std::string_view heading = "By its type";

    option<"ttl", "how long others may remember it, like 30m", std::optional<std::chrono::seconds>>
        ttl;
    option<"priority", "of MX and SRV: which server comes first, lower before higher",
           std::optional<std::uint16_t>>
        priority;
    option<"weight", "of SRV: the share among those of one priority", std::optional<std::uint16_t>>
        weight;
    option<"port", "of SRV: the port", std::optional<std::uint16_t>> port;
    option<"flags", "of CAA: 128 where who does not know the tag must refuse",
           std::optional<std::uint8_t>>
        flags;
    option<"tag", "of CAA: what the authority may do", std::optional<authority_tag>> tag;
};

struct digitalocean_record_create {
    static constexpr command_info info{
        .name = "do record create",
        .help = "Add a record to a domain",
        .effect = effect::change,
        .aliases = {"digitalocean record create"},
        .examples = {"do record create acme.example A www 203.0.113.7",
                     "do record create acme.example MX @ mail.acme.example --priority 10",
                     "do record create acme.example TXT _dmarc \"v=DMARC1; p=none\"",
                     "do record create acme.example SRV _sip._tcp sip.acme.example --priority 10 "
                     "--weight 5 --port 5060",
                     "do record create acme.example CAA @ letsencrypt.org --tag issue"}};

    argument<"domain", "the domain", digitalocean::domain_name> domain;
    argument<"type", "what sort", record_type> type;
    argument<"name", "for which name; @ for the domain itself", digitalocean::record_name> name;
    argument<"data", "where it leads, or its text"> data;
    record_options also;

    asio::awaitable<reply> run(context& ctx) const;
};

struct digitalocean_record_change {
    static constexpr command_info info{
        .name = "do record change",
        .help = "Change where a record leads, or what else it says",
        .effect = effect::change,
        .aliases = {"digitalocean record change"},
        .examples = {"do record change acme.example www --data 203.0.113.8",
                     "do record change acme.example @ --type MX --priority 20"}};

    argument<"domain", "the domain", digitalocean::domain_name> domain;
    argument<"record", "the record", digitalocean::record_ref> record;
    option<"type", "of which type, where several have the name", std::optional<record_type>> type;
    option<"data", "where it then leads, or its text", std::optional<std::string>> data;
    option<"name", "the name that it is then for", std::optional<digitalocean::record_name>> name;
    record_options also;

    asio::awaitable<reply> run(context& ctx) const;
};

struct digitalocean_record_destroy {
    static constexpr command_info info{.name = "do record destroy",
                                       .help = "Destroy a record of a domain, for good",
                                       .effect = effect::destroy,
                                       .aliases = {"digitalocean record destroy"},
                                       .examples = {"do record destroy acme.example www",
                                                    "do record destroy acme.example @ --type TXT"}};
    static constexpr bool confirms_itself = true;

    argument<"domain", "the domain", digitalocean::domain_name> domain;
    argument<"record", "the record", digitalocean::record_ref> record;
    option<"type", "of which type, where several have the name", std::optional<record_type>> type;

    asio::awaitable<reply> run(context& ctx) const;
};

} // namespace chatops::operations

#include CHATOPS_BODY("chatops/operations/digitalocean/records.ipp")
