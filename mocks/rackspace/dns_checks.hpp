// What may stand in a zone, and how what is wrong is said.
#pragma once

#include "mocks/rackspace/call.hpp"

#include <stdexcept>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace chatops::mocks::rackspace {

/// Thrown by a handler; becomes 400 with the list of what is wrong and no other message.
class invalid_dns : public std::runtime_error {
  public:
    explicit invalid_dns(std::vector<std::string> messages)
        : std::runtime_error("validation"), messages_(std::move(messages)) {}
    [[nodiscard]] object body() const;

  private:
    std::vector<std::string> messages_;
};

/// A thing that must not be there twice, or is not there: what a job ends with.
class dns_failure : public std::runtime_error {
  public:
    dns_failure(int code, const std::string& message, std::string details)
        : std::runtime_error(message), code_(code), details_(std::move(details)) {}
    [[nodiscard]] object body() const;

  private:
    int code_;
    std::string details_;
};

/// 404 for a zone, a record, a job.
refused no_such_dns();
/// 413: more than an account may have.
refused over_dns_limit(std::size_t most, std::string_view things);

/// The objects of that list; refuses with 400 when there is none, with 413 when there are too
/// many.
array entities_in(const object& body, std::string_view name);

/// The `id` of the query, all of them; refuses with 400 when there is none.
std::vector<std::string> dns_ids_asked(const call& from);

/// Adds what is wrong with a domain that is to be made, its records and subdomains included.
void check_new_domain(const object& sent, std::vector<std::string>& wrong);
/// Adds what is wrong with a record that is to be made in the zone of that name.
void check_new_record(const object& sent, std::string_view zone, std::vector<std::string>& wrong);
/// Adds what is wrong with what a record, or a domain, is to become.
void check_record_change(const object& sent, const dns_record& before,
                         std::vector<std::string>& wrong);
void check_domain_change(const object& sent, std::vector<std::string>& wrong);
/// The same of a pointer, be it new or there.
void check_pointer(const object& sent, std::vector<std::string>& wrong);
void throw_if_wrong(std::vector<std::string> wrong);

/// Of what was checked.
dns_record new_dns_record(const object& sent, const dns_domain& of, time_point now);
void change_dns_record(const object& sent, dns_record& to, time_point now);
void change_dns_domain(const object& sent, dns_domain& to, time_point now);
/// Refuses with 409 what cannot stand beside the others.
void check_beside(const dns_domain& of, const dns_record& made);

} // namespace chatops::mocks::rackspace
