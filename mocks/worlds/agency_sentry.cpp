#include "mocks/worlds/agency_parts.hpp"

#include <string>
#include <utility>

namespace chatops::mocks::worlds {

namespace {

using std::chrono::hours;
using std::chrono::minutes;

sentry::seed_project sentry_project(const std::string& client) {
    sentry::seed_project made;
    made.slug = client;
    made.teams = {"backend"};
    made.environments = {"production", "staging"};
    return made;
}

sentry::seed_issue checkout_error() {
    sentry::seed_issue made;
    made.project = "acme";
    made.type = "NoMethodError";
    made.value = "undefined method `total' for nil:NilClass";
    made.culprit = "CheckoutController#create";
    made.count = 212;
    made.users = 38;
    made.first_seen_ago = hours(30);
    made.last_seen_ago = minutes(4);
    made.tags = {{"browser", {"Firefox 134", "Chrome 131", "Safari 18"}},
                 {"url", {"https://www.acme.example/checkout"}}};
    made.frames = {{"puma/server.rb", "process_client", 472, false},
                   {"app/controllers/application_controller.rb", "with_cart", 31},
                   {"app/models/order.rb", "build_from", 88},
                   {"app/controllers/checkout_controller.rb", "create", 17}};
    return made;
}

sentry::seed_issue slow_mail() {
    sentry::seed_issue made;
    made.project = "acme";
    made.type = "Net::ReadTimeout";
    made.value = "Net::ReadTimeout with #<TCPSocket:(closed)>";
    made.culprit = "ReceiptMailer#deliver";
    made.level = "warning";
    made.count = 19;
    made.users = 11;
    made.first_seen_ago = hours(24 * 6);
    made.last_seen_ago = hours(9);
    made.assigned_to = "dev@agency.example";
    made.priority = "medium";
    made.frames = {{"app/mailers/receipt_mailer.rb", "deliver", 9}};
    return made;
}

sentry::seed_issue staging_error() {
    sentry::seed_issue made;
    made.project = "globex";
    made.type = "ActiveRecord::PendingMigrationError";
    made.value = "Migrations are pending. To resolve this issue, run: bin/rails db:migrate";
    made.culprit = "Rack::Events#call";
    made.count = 3;
    made.first_seen_ago = hours(2);
    made.last_seen_ago = hours(1);
    made.environments = {"staging"};
    return made;
}

sentry::seed_issue old_error() {
    sentry::seed_issue made;
    made.project = "initech";
    made.type = "ZeroDivisionError";
    made.value = "divided by 0";
    made.culprit = "Report#average";
    made.count = 64;
    made.users = 5;
    made.first_seen_ago = hours(24 * 20);
    made.last_seen_ago = hours(24 * 4);
    made.status = "resolved";
    return made;
}

sentry::seed_issue known_noise() {
    sentry::seed_issue made;
    made.project = "initech";
    made.type = "ActionController::RoutingError";
    made.value = "No route matches [GET] \"/wp-login.php\"";
    made.culprit = "ApplicationController";
    made.level = "info";
    made.count = 840;
    made.users = 300;
    made.first_seen_ago = hours(24 * 60);
    made.last_seen_ago = minutes(50);
    made.status = "ignored";
    made.priority = "low";
    return made;
}

} // namespace

sentry::seed sentry_account() {
    sentry::seed made;
    made.token = "sntryu_000000000000000000000000000000000000000000000000000000mockse9";
    made.organization = "agency";
    made.members = {{"lead@agency.example", "Lea Dorn", "owner", {"backend"}},
                    {"dev@agency.example", "Devi Nair", "member", {"backend"}},
                    {"pm@agency.example", "Pim Maas", "member", {}},
                    {"new@agency.example", "New Hand", "member", {"backend"}, true}};
    made.teams = {"backend", "office"};
    for (const char* const client : {"acme", "globex", "initech"})
        made.projects.push_back(sentry_project(client));
    made.releases = {{"acme@1.3.0", {"acme"}, hours(24 * 3), {"production"}},
                     {"acme@1.4.0", {"acme"}, hours(5), {"staging", "production"}},
                     {"globex@2.0.1", {"globex"}, hours(24 * 8), {"production"}},
                     {"initech@7.2.0", {"initech"}, hours(24 * 12), {"production"}}};
    made.issues = {checkout_error(), slow_mail(), staging_error(), old_error(), known_noise()};
    made.monitors = {{"acme-nightly-backup", "acme", "0 3 * * *", hours(24)},
                     {"globex-invoices", "globex", "0 * * * *", hours(1), "missed_checkin"}};
    return made;
}

} // namespace chatops::mocks::worlds
