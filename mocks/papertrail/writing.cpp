#include "mocks/papertrail/writing.hpp"

#include "chatops/core/random.hpp"

#include <string>

namespace chatops::mocks::papertrail {
namespace {

std::string whole(std::uint64_t number) { return std::to_string(number); }

constexpr std::string_view pages[] = {"/",         "/login",       "/orders",
                                      "/orders/7", "/assets/a.js", "/health"};
constexpr std::string_view jobs[] = {"InvoiceMailer", "ThumbnailJob", "SyncOrders", "CleanUp"};

std::string address(random_source& chance) { return "203.0.113." + whole(1 + chance.below(250)); }

void write_request(event& into, random_source& chance) {
    const std::string page(pages[chance.below(std::size(pages))]);
    const bool failed = chance.chance(1, 40);
    into.facility = "Local7";
    into.severity = failed ? "Error" : "Info";
    const std::string from = address(chance);
    const std::string bytes = whole(180 + chance.below(40'000));
    into.message =
        from + " - \"GET " + page + " HTTP/1.1\" " + (failed ? "502" : "200") + " " + bytes;
}

void write_rails(event& into, random_source& chance) {
    const std::string page(pages[chance.below(std::size(pages))]);
    into.facility = "User";
    if (chance.chance(1, 60)) {
        into.severity = "Error";
        into.message = "ActiveRecord::ConnectionTimeoutError: could not obtain a connection from "
                       "the pool within 5.000 seconds (" +
                       page + ")";
        return;
    }
    into.severity = "Info";
    const std::string took = whole(4 + chance.below(400));
    into.message = "Started GET \"" + page + "\" for " + address(chance) +
                   ", completed 200 OK in " + took + "ms";
}

void write_job(event& into, random_source& chance) {
    const std::string job(jobs[chance.below(std::size(jobs))]);
    const bool failed = chance.chance(1, 50);
    into.facility = "User";
    into.severity = failed ? "Warning" : "Info";
    const std::string took = whole(chance.below(9)) + "." + whole(100 + chance.below(900));
    into.message = failed ? job + ": fail: Net::ReadTimeout, will be retried"
                          : job + ": done: " + took + " sec";
}

void write_database(event& into, random_source& chance) {
    const bool slow = chance.chance(1, 30);
    into.facility = "Local0";
    into.severity = slow ? "Warning" : "Notice";
    const std::string took = whole(1'000 + chance.below(9'000));
    into.message = slow ? "duration: " + took + ".204 ms  statement: SELECT count(*) FROM orders"
                        : "checkpoint complete: wrote " + took + " buffers";
}

void write_login(event& into, random_source& chance) {
    const bool refused = chance.chance(1, 3);
    into.facility = "Authpriv";
    into.severity = refused ? "Notice" : "Info";
    const std::string from = address(chance);
    const std::string port = whole(1'024 + chance.below(60'000));
    into.message =
        refused ? "Failed password for invalid user admin from " + from + " port " + port + " ssh2"
                : "Accepted publickey for deploy from " + from + " port " + port + " ssh2";
}

} // namespace

void write_line(event& into, std::string_view program, std::uint64_t drawn) {
    seeded_random chance(drawn);
    into.program = program;
    if (program == "nginx") return write_request(into, chance);
    if (program == "rails") return write_rails(into, chance);
    if (program == "sidekiq") return write_job(into, chance);
    if (program == "postgres") return write_database(into, chance);
    if (program == "sshd") return write_login(into, chance);
    into.facility = "Cron";
    into.severity = "Info";
    into.message = "(root) CMD (run-parts /etc/cron.hourly), number " + whole(chance.below(1'000));
}

} // namespace chatops::mocks::papertrail
