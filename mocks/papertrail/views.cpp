#include "mocks/papertrail/views.hpp"

#include "chatops/core/time.hpp"

#include <cstdlib>

namespace chatops::mocks::papertrail {
namespace {

constexpr std::string_view log_host = "logs.papertrailapp.com";
/// How far behind it a line's own clock may be.
constexpr std::int64_t delay_ms = 900;

value optional_text(const std::optional<std::string>& text) {
    return text ? text_value(*text) : value(nullptr);
}

std::string link_to(const call& of, const std::string& what) {
    return of.base() + "/api/v1/" + what;
}

object href(std::string to) { return {{"href", std::move(to)}}; }

std::string two_digits(std::int64_t number) {
    return (number < 10 ? "0" : "") + std::to_string(number);
}

/// `May 18 20:30:02`.
std::string display_time(const std::string& zoned) {
    static constexpr const char* months[] = {"Jan", "Feb", "Mar", "Apr", "May", "Jun",
                                             "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};
    const int month = (zoned[5] - '0') * 10 + (zoned[6] - '0');
    return months[month - 1] + (" " + zoned.substr(8, 2)) + ' ' + zoned.substr(11, 8);
}

/// Many share it: the last time that anything came from there would have to be looked for.
std::optional<time_point> last_event(const papertrail::system& one, const call& of) {
    event_log::place at = of.account.log.at_time(of.now);
    constexpr int looked_at = 200;
    for (int i = 0; i < looked_at; ++i) {
        const auto line = of.account.log.back(at);
        if (!line) return std::nullopt;
        if (line->system_id == one.id) return line->received_at;
    }
    return std::nullopt;
}

} // namespace

time_point generated_at(const event& line) {
    return line.received_at - duration{line.id % delay_ms};
}

std::string zoned_time(time_point when, const call& of) {
    const std::chrono::minutes zone = of.account.given.zone;
    std::string text = format_time(when + zone).substr(0, 19);
    if (zone.count() == 0) return text + "Z";
    const auto minutes = std::abs(zone.count());
    return text + (zone.count() < 0 ? '-' : '+') + two_digits(minutes / 60) + ':' +
           two_digits(minutes % 60);
}

object show(const papertrail::system& one, const call& of) {
    const std::string id = std::to_string(one.id);
    const auto last = last_event(one, of);
    return {{"id", one.id},
            {"name", one.name},
            {"last_event_at", last ? value(zoned_time(*last, of)) : value(nullptr)},
            {"auto_delete", one.auto_delete},
            {"_links",
             {{"self", href(link_to(of, "systems/" + id + ".json"))},
              {"html", href(of.base() + "/systems/" + id)},
              {"search", href(link_to(of, "events/search.json?system_id=" + id))}}},
            {"ip_address", optional_text(one.ip_address)},
            {"hostname", optional_text(one.hostname)},
            {"syslog", {{"hostname", log_host}, {"port", one.port}}}};
}

object show(const papertrail::group& one, const call& of) {
    const std::string id = std::to_string(one.id);
    array systems;
    for (const papertrail::system& each : of.account.systems)
        if (of.account.is_member(one, each)) systems.push_back(show(each, of));
    return {{"id", one.id},
            {"name", one.name},
            {"system_wildcard",
             one.system_wildcard.empty() ? value(nullptr) : text_value(one.system_wildcard)},
            {"systems", std::move(systems)},
            {"_links",
             {{"self", href(link_to(of, "groups/" + id + ".json"))},
              {"html", href(of.base() + "/groups/" + id)},
              {"search", href(link_to(of, "events/search.json?group_id=" + id))}}}};
}

object show(const saved_search& one, const call& of) {
    const std::string id = std::to_string(one.id);
    object group;
    for (const papertrail::group& each : of.account.groups)
        if (each.id == one.group_id)
            group = {
                {"id", each.id},
                {"name", each.name},
                {"_links",
                 {{"self", href(link_to(of, "groups/" + std::to_string(each.id) + ".json"))}}}};
    return {{"id", one.id},
            {"name", one.name},
            {"query", one.query},
            {"group", std::move(group)},
            {"_links",
             {{"self", href(link_to(of, "searches/" + id + ".json"))},
              {"html", href(of.base() + "/searches/" + id)},
              {"html_edit", href(of.base() + "/searches/" + id + "/edit")}}}};
}

object show(const destination& one) {
    return {
        {"id", one.id},
        {"filter", one.filter.empty() ? value(nullptr) : text_value(one.filter)},
        {"syslog", {{"hostname", log_host}, {"port", one.port}, {"description", one.description}}}};
}

object show(const member& one) { return {{"id", one.id}, {"email", one.email}}; }

object show(const event& line, const papertrail::system& by, const call& of) {
    const std::string received = zoned_time(line.received_at, of);
    return {{"id", std::to_string(line.id)},
            {"generated_at", zoned_time(generated_at(line), of)},
            {"received_at", received},
            {"display_received_at", display_time(received)},
            {"source_id", by.id},
            {"source_name", by.name},
            {"source_ip", by.address()},
            {"hostname", by.hostname.value_or(by.name)},
            {"facility", line.facility},
            {"severity", line.severity},
            {"program", line.program.empty() ? value(nullptr) : text_value(line.program)},
            {"message", line.message}};
}

object said(std::string_view message) { return {{"message", message}}; }

} // namespace chatops::mocks::papertrail
