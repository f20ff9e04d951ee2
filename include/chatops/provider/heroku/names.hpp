// What people name at Heroku: an application, dynos, a release, a config var, a domain, an add-on.
#pragma once

#include "chatops/command/held_at.hpp"
#include "chatops/core/config.hpp"
#include "chatops/core/result.hpp"
#include "chatops/core/secret.hpp"
#include "chatops/provider/word.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace chatops::heroku {

// Each of these is text, on a line (`text_of`) and in JSON (`json::is_text`): `parse` reads what
// `to_text` writes. A mistake's places count from the start of the text.

/// An application's name: 3 to 30 lower-case letters, digits and dashes, a letter first, no dash
/// last. Source: the pattern in heroku/platform-api's schema.json.
struct app_name {
    static constexpr std::string_view kind = "name of an application";

    std::string text;

    /// Mistake: `heroku_app_name`.
    static result<app_name> parse(std::string_view text);
    [[nodiscard]] const std::string& to_text() const { return text; }
    friend bool operator==(const app_name&, const app_name&) = default;
};

/// A line of the Procfile: `web`. Source: the same, `^[-\w]{1,128}$`.
struct process_type {
    static constexpr std::string_view kind = "process type";

    std::string text;

    /// Mistake: `heroku_process_type`.
    static result<process_type> parse(std::string_view text);
    [[nodiscard]] const std::string& to_text() const { return text; }
    friend bool operator==(const process_type&, const process_type&) = default;
};

/// How many dynos of a process type, and perhaps of which size: `web=3`, `web=3:standard-2x`.
///
/// Never a difference (`web+1`), which would add up when it is asked for twice.
struct quantity {
    static constexpr std::string_view kind = "process=quantity";

    process_type process;
    std::int64_t count = 0;
    std::optional<std::string> size;

    /// Mistakes: `heroku_quantity`, `heroku_process_type`.
    static result<quantity> parse(std::string_view text);
    [[nodiscard]] std::string to_text() const;
    [[nodiscard]] bool is_for_the_same_as(const quantity& other) const {
        return process == other.process;
    }
    friend bool operator==(const quantity&, const quantity&) = default;
};

/// The dynos of a process type (`web`) or one of them (`web.2`).
struct dyno_group {
    static constexpr std::string_view kind = "process type or dyno";

    process_type process;
    /// Counted from 1; nothing for all.
    std::optional<std::int64_t> number;

    /// Mistakes: `heroku_dynos`, `heroku_process_type`.
    static result<dyno_group> parse(std::string_view text);
    [[nodiscard]] std::string to_text() const;
    friend bool operator==(const dyno_group&, const dyno_group&) = default;
};

/// A release by its number: `v42`, or `42`.
struct release_version {
    static constexpr std::string_view kind = "release";

    std::int64_t number = 0;

    /// Mistake: `heroku_release`.
    static result<release_version> parse(std::string_view text);
    [[nodiscard]] std::string to_text() const { return "v" + std::to_string(number); }
    friend bool operator==(const release_version&, const release_version&) = default;
};

namespace detail {
/// Mistakes: `heroku_variable`, `heroku_domain`, `heroku_addon`, `heroku_plan`, `heroku_email`,
/// `heroku_service`, `heroku_build`, `heroku_source`, `heroku_pipeline`, `heroku_pipeline_name`,
/// `heroku_drain`, `heroku_word`; nothing where the text is good. None lets a text through that
/// would mean another path in a URL.
std::optional<mistake> wrong_variable(std::string_view text, std::string_view);
std::optional<mistake> wrong_domain(std::string_view text, std::string_view);
std::optional<mistake> wrong_addon(std::string_view text, std::string_view);
std::optional<mistake> wrong_plan(std::string_view text, std::string_view);
std::optional<mistake> wrong_service(std::string_view text, std::string_view);
std::optional<mistake> wrong_email(std::string_view text, std::string_view);
std::optional<mistake> wrong_build(std::string_view text, std::string_view);
std::optional<mistake> wrong_source(std::string_view text, std::string_view);
std::optional<mistake> wrong_pipeline(std::string_view text, std::string_view);
std::optional<mistake> wrong_pipeline_name(std::string_view text, std::string_view);
std::optional<mistake> wrong_drain(std::string_view text, std::string_view);
std::optional<mistake> wrong_code_word(std::string_view text, std::string_view);
} // namespace detail

/// `LOG_LEVEL`: letters, digits and underscores. Source: the same, config-var's pattern.
using variable_name = provider::word<"name of a config var", &detail::wrong_variable>;
/// `LOG_LEVEL=debug`, as Heroku's own command line has it; what is behind the sign is hidden.
struct assignment {
    static constexpr std::string_view kind = "NAME=VALUE";

    variable_name variable;
    secret value;

    /// Mistakes: `heroku_assignment`, `heroku_variable`.
    static result<assignment> parse(std::string_view text);
    [[nodiscard]] std::string to_text() const { return variable.text + "=[secret]"; }
    static secret reveal(const assignment& what);
};

/// `www.acme.example`, or `*.acme.example` for all below it; at most 253 characters, and with a
/// dot.
using domain_name = provider::word<"domain", &detail::wrong_domain>;
/// What Heroku calls an add-on, `postgresql-round-12345`, or its id.
using addon_ref = provider::word<"name of an add-on", &detail::wrong_addon>;
/// `heroku-postgresql:essential-0`; a service alone means its default plan.
using plan_name = provider::word<"plan of an add-on", &detail::wrong_plan>;
/// The same of the service that an add-on has already, so that `essential-1` is enough.
using next_plan = provider::word<"plan of its service", &detail::wrong_plan>;
/// `heroku-postgresql`.
using service_name = provider::word<"service of add-ons", &detail::wrong_service>;
using email = provider::word<"email address", &detail::wrong_email>;
/// A build's id, or its beginning: at least four of its letters and digits.
using build_ref = provider::word<"build", &detail::wrong_build>;
/// A pipeline's name, or its id.
using pipeline_ref = provider::word<"pipeline", &detail::wrong_pipeline>;
/// What one shall be called. Source: the pattern in schema.json, `^[a-z][a-z0-9-]{2,29}$`.
using pipeline_name = provider::word<"name of a pipeline", &detail::wrong_pipeline_name>;
/// `preboot`.
using feature_name = provider::word<"feature of an application", &detail::wrong_code_word>;
/// A log drain or a webhook: its id, the beginning of it, or the host that it sends to.
using drain_ref = provider::word<"log drain", &detail::wrong_drain>;
using webhook_ref = provider::word<"webhook", &detail::wrong_drain>;
/// Where code is fetched from: an address that begins with `https://` or `http://`.
using source_url = provider::word<"address of source code", &detail::wrong_source>;
/// Heroku's own word for something: `eu`, `heroku-24`, `standard-2x`.
template <fixed_string Kind>
using code_word = provider::word<Kind, &detail::wrong_code_word>;
using stack_name = code_word<"stack of Heroku's">;

} // namespace chatops::heroku

template <>
inline constexpr std::string_view chatops::held_at<chatops::heroku::app_name> = "heroku";

#include CHATOPS_BODY("chatops/provider/heroku/names.ipp")
