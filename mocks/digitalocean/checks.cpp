#include "mocks/digitalocean/checks.hpp"

#include <algorithm>

namespace chatops::mocks::digitalocean {
namespace {

bool letter_or_digit(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
}

bool all_of(std::string_view text, std::string_view more) {
    return std::all_of(text.begin(), text.end(), [&](char c) {
        return letter_or_digit(c) || more.find(c) != std::string_view::npos;
    });
}

} // namespace

bool is_one_of(std::string_view text, std::initializer_list<std::string_view> all) {
    return std::find(all.begin(), all.end(), text) != all.end();
}

// Source: hashicorp/packer#1786, digitalocean/terraform-provider-digitalocean#1034.
void check_free(const account_state& account, const droplet& which) {
    if (account.is_busy(which)) throw unprocessable("Droplet already has a pending event.");
}

const droplet& free_droplet_in(const call& from) {
    const auto id = number_parameter(from.body, "droplet_id");
    if (!id) throw unprocessable("droplet_id is required"); // [?] The text.
    const droplet* const found = from.account.find_droplet(*id);
    if (found == nullptr) throw not_found();
    check_free(from.account, *found);
    return *found;
}

// Source: koalalorenzo/python-digitalocean#264: an unknown one is not found.
const vpc& vpc_in(const call& from, const region& where) {
    const auto given = text_parameter(from.body, "vpc_uuid");
    const vpc& found =
        given && !given->empty() ? from.account.vpc_of(*given) : from.account.default_vpc(where);
    if (found.region != &where) throw not_found();
    return found;
}

// Source: resources/droplets/models/droplet_single_create.yml; the text was seen in
// digitalocean/doctl#257.
void check_droplet_name(std::string_view name) {
    if (name.empty() || name.size() > limits::name_bytes || !all_of(name, ".-") ||
        !letter_or_digit(name.back()))
        throw unprocessable("Only valid hostname characters are allowed. (a-z, A-Z, 0-9, . and -)");
}

// Source: resources/tags/models/tags.yml; [?] the text.
void check_tag(std::string_view tag) {
    if (tag.empty() || tag.size() > limits::name_bytes || !all_of(tag, ":-_"))
        throw unprocessable("Tag name must be 255 characters or less and may only contain letters, "
                            "numbers, colons, dashes, and underscores.");
}

// Source: resources/droplets/models/droplet_backup_policy.yml; [?] the texts.
backup_policy backup_policy_in(const object& body) {
    backup_policy read;
    const object* const given = object_of(body, "backup_policy");
    if (given == nullptr) return read;
    read.plan = text_parameter(*given, "plan").value_or("daily");
    read.weekday = text_parameter(*given, "weekday").value_or("SUN");
    const auto hour = number_parameter(*given, "hour").value_or(0);
    if (!is_one_of(read.plan, {"daily", "weekly"})) throw unprocessable("invalid backup plan");
    if (!is_one_of(read.weekday, {"SUN", "MON", "TUE", "WED", "THU", "FRI", "SAT"}))
        throw unprocessable("invalid backup weekday");
    if (hour < 0 || hour > 20 || hour % 4 != 0) throw unprocessable("invalid backup hour");
    read.hour = static_cast<int>(hour);
    return read;
}

} // namespace chatops::mocks::digitalocean
