#include "apps/catalogue/complete.hpp"

#include "chatops/core/json.hpp"
#include "chatops/provider/heroku/names.hpp"

#include <boost/json/object.hpp>

#include <string>
#include <utility>
#include <vector>

namespace chatops::apps {

namespace {

/// One member of each object in a list, as text.
std::vector<std::string> texts_of(const boost::json::object& of, const char* list,
                                  const char* member) {
    std::vector<std::string> made;
    const boost::json::value* const all = of.if_contains(list);
    if (all == nullptr || !all->is_array()) return made;
    for (const boost::json::value& each : all->get_array()) {
        const boost::json::value& one = each.at(member);
        made.push_back(one.is_string() ? std::string(one.get_string().c_str()) : json::text(one));
    }
    return made;
}

/// What an application has of that kind of value.
std::vector<std::string> values_in(const boost::json::object& app, std::string_view kind) {
    std::vector<std::string> made;
    if (kind == heroku::quantity::kind)
        for (const std::string& type : texts_of(app, "formation", "type"))
            made.push_back(type + "=");
    if (kind == heroku::dyno_group::kind) {
        made = texts_of(app, "formation", "type");
        for (std::string& name : texts_of(app, "dynos", "name")) made.push_back(std::move(name));
    }
    if (kind == heroku::release_version::kind)
        for (const std::string& version : texts_of(app, "releases", "version"))
            made.push_back("v" + version);
    return made;
}

std::vector<std::string> known_values(const line::completion_request& of,
                                      const boost::json::object& apps) {
    const std::string_view kind = of.field->value->kind;
    std::vector<std::string> made;
    if (kind == heroku::app_name::kind) {
        for (const auto& each : apps) made.emplace_back(each.key());
        return made;
    }
    for (const line::known_value& each : of.known)
        if (each.field->value->kind == heroku::app_name::kind)
            if (const boost::json::value* const app = apps.if_contains(each.text))
                return values_in(app->as_object(), kind);
    return made;
}

} // namespace

line::completions complete(std::string_view line, const line::directory& commands,
                           const boost::json::value& heroku_state) {
    line::completions found = line::complete(line, commands);
    if (found.value) {
        const auto known = known_values(*found.value, heroku_state.at("apps").as_object());
        line::add_values(found, known);
    }
    return found;
}

} // namespace chatops::apps
