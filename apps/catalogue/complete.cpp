#include "apps/catalogue/complete.hpp"

#include "chatops/core/json.hpp"
#include "chatops/line/value_source.hpp"
#include "chatops/provider/digitalocean/forwarding.hpp"
#include "chatops/provider/digitalocean/names.hpp"
#include "chatops/provider/heroku/names.hpp"

#include <boost/json/object.hpp>

#include <algorithm>
#include <string>
#include <utility>
#include <vector>

namespace chatops {

namespace {

using apps::mocked_accounts;
using line::completion_request;
using texts_of_values = std::vector<std::string>;

/// One member of each object in a list, as text.
texts_of_values texts_of(const boost::json::value* of, const char* list, const char* member) {
    texts_of_values made;
    const boost::json::value* const all =
        of == nullptr ? nullptr : of->as_object().if_contains(list);
    if (all == nullptr || !all->is_array()) return made;
    for (const boost::json::value& each : all->get_array()) {
        const boost::json::value& one = each.at(member);
        made.push_back(one.is_string() ? std::string(one.get_string().c_str()) : json::text(one));
    }
    return made;
}

/// The list of the application that the line names; empty if it names none that there is.
texts_of_values texts_of_app(const mocked_accounts& from, const completion_request& of,
                             const char* list, const char* member) {
    const std::string* const app = line::given<heroku::app_name>(of);
    if (app == nullptr) return {};
    const boost::json::value state = from.heroku();
    return texts_of(state.at("apps").as_object().if_contains(*app), list, member);
}

} // namespace

template <>
struct value_source<heroku::app_name, const mocked_accounts> {
    static texts_of_values values(const mocked_accounts& from, const completion_request&) {
        texts_of_values made;
        const boost::json::value state = from.heroku();
        for (const auto& each : state.at("apps").as_object()) made.emplace_back(each.key());
        return made;
    }
};

template <>
struct value_source<heroku::quantity, const mocked_accounts> {
    static texts_of_values values(const mocked_accounts& from, const completion_request& of) {
        texts_of_values made = texts_of_app(from, of, "formation", "type");
        for (std::string& each : made) each += '=';
        return made;
    }
};

template <>
struct value_source<heroku::dyno_group, const mocked_accounts> {
    static texts_of_values values(const mocked_accounts& from, const completion_request& of) {
        texts_of_values made = texts_of_app(from, of, "formation", "type");
        for (std::string& name : texts_of_app(from, of, "dynos", "name"))
            made.push_back(std::move(name));
        return made;
    }
};

template <>
struct value_source<heroku::release_version, const mocked_accounts> {
    static texts_of_values values(const mocked_accounts& from, const completion_request& of) {
        texts_of_values made = texts_of_app(from, of, "releases", "version");
        for (std::string& each : made) each.insert(each.begin(), 'v');
        return made;
    }
};

template <>
struct value_source<digitalocean::droplet_ref, const mocked_accounts> {
    static texts_of_values values(const mocked_accounts& from, const completion_request&) {
        texts_of_values made;
        const boost::json::value state = from.digitalocean();
        for (const auto& each : state.at("droplets").as_object())
            made.emplace_back(each.value().at("name").as_string().c_str());
        return made;
    }
};

template <>
struct value_source<digitalocean::tag_name, const mocked_accounts> {
    static texts_of_values values(const mocked_accounts& from, const completion_request&) {
        texts_of_values made;
        const boost::json::value state = from.digitalocean();
        for (const auto& each : state.at("tags").as_array())
            made.emplace_back(each.as_string().c_str());
        return made;
    }
};

namespace {

/// Each once, in the order of the droplets.
texts_of_values of_droplets(const mocked_accounts& from, const char* member) {
    texts_of_values made;
    const boost::json::value state = from.digitalocean();
    for (const auto& each : state.at("droplets").as_object()) {
        const boost::json::value& one = each.value().at(member);
        std::string text(one.is_object() ? one.at("slug").as_string().c_str()
                                         : one.as_string().c_str());
        if (std::find(made.begin(), made.end(), text) == made.end())
            made.push_back(std::move(text));
    }
    return made;
}

} // namespace

template <>
struct value_source<digitalocean::snapshot_ref, const mocked_accounts> {
    static texts_of_values values(const mocked_accounts& from, const completion_request&) {
        const boost::json::value state = from.digitalocean();
        texts_of_values made = texts_of(&state, "volume_snapshots", "name");
        for (const auto& each : state.at("images").as_array())
            if (each.at("type").as_string() == "snapshot")
                made.emplace_back(each.at("name").as_string().c_str());
        return made;
    }
};

template <>
struct value_source<digitalocean::size_slug, const mocked_accounts> {
    static texts_of_values values(const mocked_accounts& from, const completion_request&) {
        return of_droplets(from, "size_slug");
    }
};

template <>
struct value_source<digitalocean::region_slug, const mocked_accounts> {
    static texts_of_values values(const mocked_accounts& from, const completion_request&) {
        return of_droplets(from, "region");
    }
};

template <>
struct value_source<digitalocean::domain_name, const mocked_accounts> {
    static texts_of_values values(const mocked_accounts& from, const completion_request&) {
        texts_of_values made;
        const boost::json::value state = from.digitalocean();
        for (const auto& each : state.at("domains").as_object()) made.emplace_back(each.key());
        return made;
    }
};

template <>
struct value_source<digitalocean::key_ref, const mocked_accounts> {
    static texts_of_values values(const mocked_accounts& from, const completion_request&) {
        const boost::json::value state = from.digitalocean();
        return texts_of(&state, "ssh_keys", "name");
    }
};

template <>
struct value_source<heroku::variable_name, const mocked_accounts> {
    static texts_of_values values(const mocked_accounts& from, const completion_request& of) {
        const std::string* const app = line::given<heroku::app_name>(of);
        const boost::json::value state = from.heroku();
        texts_of_values made;
        if (app == nullptr || !state.at("apps").as_object().contains(*app)) return made;
        for (const auto& each : state.at("apps").at(*app).at("config_vars").as_object())
            made.emplace_back(each.key());
        return made;
    }
};

template <>
struct value_source<heroku::domain_name, const mocked_accounts> {
    static texts_of_values values(const mocked_accounts& from, const completion_request& of) {
        return texts_of_app(from, of, "domains", "hostname");
    }
};

template <>
struct value_source<heroku::addon_ref, const mocked_accounts> {
    static texts_of_values values(const mocked_accounts& from, const completion_request& of) {
        return texts_of_app(from, of, "addons", "name");
    }
};

template <>
struct value_source<heroku::build_ref, const mocked_accounts> {
    static texts_of_values values(const mocked_accounts& from, const completion_request& of) {
        return texts_of_app(from, of, "builds", "id");
    }
};

template <>
struct value_source<heroku::pipeline_ref, const mocked_accounts> {
    static texts_of_values values(const mocked_accounts& from, const completion_request&) {
        texts_of_values made;
        const boost::json::value state = from.heroku();
        for (const auto& each : state.at("pipelines").as_object()) made.emplace_back(each.key());
        return made;
    }
};

template <>
struct value_source<heroku::feature_name, const mocked_accounts> {
    static texts_of_values values(const mocked_accounts& from, const completion_request& of) {
        return texts_of_app(from, of, "features", "name");
    }
};

template <>
struct value_source<heroku::drain_ref, const mocked_accounts> {
    static texts_of_values values(const mocked_accounts& from, const completion_request& of) {
        return texts_of_app(from, of, "log_drains", "id");
    }
};

template <>
struct value_source<heroku::webhook_ref, const mocked_accounts> {
    static texts_of_values values(const mocked_accounts& from, const completion_request& of) {
        return texts_of_app(from, of, "webhooks", "id");
    }
};

template <>
struct value_source<heroku::email, const mocked_accounts> {
    static texts_of_values values(const mocked_accounts& from, const completion_request& of) {
        const std::string* const app = line::given<heroku::app_name>(of);
        const boost::json::value state = from.heroku();
        texts_of_values made;
        if (app == nullptr || !state.at("apps").as_object().contains(*app)) return made;
        for (const auto& each : state.at("apps").at(*app).at("collaborators").as_array())
            made.emplace_back(each.at("user").at("email").as_string().c_str());
        return made;
    }
};

template <>
struct value_source<digitalocean::volume_ref, const mocked_accounts> {
    static texts_of_values values(const mocked_accounts& from, const completion_request&) {
        const boost::json::value state = from.digitalocean();
        return texts_of(&state, "volumes", "name");
    }
};

template <>
struct value_source<digitalocean::image_ref, const mocked_accounts> {
    static texts_of_values values(const mocked_accounts& from, const completion_request&) {
        const boost::json::value state = from.digitalocean();
        return texts_of(&state, "images", "name");
    }
};

template <>
struct value_source<digitalocean::firewall_ref, const mocked_accounts> {
    static texts_of_values values(const mocked_accounts& from, const completion_request&) {
        const boost::json::value state = from.digitalocean();
        return texts_of(&state, "firewalls", "name");
    }
};

template <>
struct value_source<digitalocean::load_balancer_ref, const mocked_accounts> {
    static texts_of_values values(const mocked_accounts& from, const completion_request&) {
        const boost::json::value state = from.digitalocean();
        return texts_of(&state, "load_balancers", "name");
    }
};

template <>
struct value_source<digitalocean::entry_ref, const mocked_accounts> {
    static texts_of_values values(const mocked_accounts& from, const completion_request& of) {
        const std::string* const named = line::given<digitalocean::load_balancer_ref>(of);
        const boost::json::value state = from.digitalocean();
        texts_of_values made;
        for (const auto& each : state.at("load_balancers").as_array()) {
            if (named == nullptr || each.at("name").as_string() != named->c_str()) continue;
            for (const auto& rule : each.at("forwarding_rules").as_array())
                made.push_back(rule.at("entry_protocol").as_string().c_str() +
                               (':' + json::text(rule.at("entry_port"))));
        }
        return made;
    }
};

template <>
struct value_source<digitalocean::reserved_ip_ref, const mocked_accounts> {
    static texts_of_values values(const mocked_accounts& from, const completion_request&) {
        const boost::json::value state = from.digitalocean();
        return texts_of(&state, "reserved_ips", "ip");
    }
};

template <>
struct value_source<digitalocean::record_ref, const mocked_accounts> {
    static texts_of_values values(const mocked_accounts& from, const completion_request& of) {
        const std::string* const domain = line::given<digitalocean::domain_name>(of);
        const boost::json::value state = from.digitalocean();
        return domain == nullptr ? texts_of_values()
                                 : texts_of(&state.at("domains"), domain->c_str(), "id");
    }
};

std::vector<std::string> apps::things_named(const mocked_accounts& in,
                                            const line::completion_request& of) {
    static const auto sources = line::value_sources_of<
        const mocked_accounts, heroku::app_name, heroku::quantity, heroku::dyno_group,
        heroku::release_version, digitalocean::droplet_ref, digitalocean::snapshot_ref,
        digitalocean::tag_name, digitalocean::size_slug, digitalocean::region_slug,
        digitalocean::domain_name, digitalocean::key_ref, digitalocean::volume_ref,
        digitalocean::image_ref, digitalocean::firewall_ref, digitalocean::load_balancer_ref,
        digitalocean::entry_ref, digitalocean::reserved_ip_ref, digitalocean::record_ref,
        heroku::variable_name, heroku::domain_name, heroku::addon_ref, heroku::build_ref,
        heroku::email, heroku::pipeline_ref, heroku::feature_name, heroku::drain_ref,
        heroku::webhook_ref>();
    const auto ask = sources.find(of);
    return ask == nullptr ? texts_of_values() : ask(in, of);
}

line::completions apps::completer::complete(std::string_view line, time_point now) {
    line::completions found = line::complete(line, commands_);
    if (!found.value) return found;
    const texts_of_values* known = known_.find(*found.value, now);
    if (known == nullptr) known = &known_.keep(*found.value, ask_(*found.value), now);
    line::add_values(found, *known);
    return found;
}

} // namespace chatops
