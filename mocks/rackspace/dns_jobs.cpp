#include "mocks/rackspace/dns_jobs.hpp"

#include "mocks/common/text.hpp"
#include "mocks/rackspace/dns_checks.hpp"
#include "mocks/rackspace/dns_limits.hpp"
#include "mocks/rackspace/dns_views.hpp"
#include "mocks/rackspace/load_balancer_checks.hpp"

#include <algorithm>
#include <utility>

namespace chatops::mocks::rackspace {
namespace {

/// Every zone has these. Source: apache/libcloud, dns/fixtures/rackspace/get_zone_success.json.
void add_name_servers(account_state& account, dns_domain& to, time_point at) {
    for (const char* const host : {"dns1.stabletransit.com", "dns2.stabletransit.com"}) {
        dns_record made;
        made.id = account.dns.new_record_id("NS");
        made.type = "NS";
        made.name = to.name;
        made.data = host;
        made.ttl_seconds = to.ttl_seconds;
        made.created = made.updated = at;
        to.records.push_back(std::move(made));
    }
}

void create_one(account_state& account, const object& sent, time_point at, array& shown) {
    dns_domain made;
    made.name = lower(words_in(sent, "name").value_or(""));
    // Source: general-api-info/synchronous-and-asynchronous-responses.rst.
    if (account.dns.find_domain_named(made.name) != nullptr)
        throw dns_failure(409, "The object already exists.", "Domain already exists");
    made.ttl_seconds = limits::dns_ttl_usual_seconds;
    change_dns_domain(sent, made, at);
    made.created = at;
    made.id = account.dns.new_domain_id();
    add_name_servers(account, made, at);
    if (const object* const list = object_of(sent, "recordsList"))
        for (const object& each : objects_in(*list, "records")) {
            dns_record record = new_dns_record(each, made, at);
            check_beside(made, record);
            record.id = account.dns.new_record_id(record.type);
            made.records.push_back(std::move(record));
        }
    shown.push_back(show_domain(made, account.tenant));
    account.dns.domains.push_back(std::move(made));
    if (const object* const list = object_of(sent, "subdomains"))
        for (const object& each : objects_in(*list, "domains"))
            create_one(account, each, at, shown);
}

object create_domains(account_state& account, const dns_job& job, time_point at) {
    array shown;
    for (const value& each : job.order) create_one(account, each.get_object(), at, shown);
    object made;
    made["domains"] = std::move(shown);
    return made;
}

object update_domains(account_state& account, const dns_job& job, time_point at) {
    for (const value& each : job.order) {
        const object& sent = each.get_object();
        dns_domain* const found = account.dns.find_domain(text_of(sent, "id"));
        if (found == nullptr)
            throw dns_failure(404, "Object not Found.",
                              "Domain ID: " + std::string(text_of(sent, "id")));
        change_dns_domain(sent, *found, at);
    }
    return {};
}

/// Each that can be deleted is, whatever becomes of the others.
class deletions {
  public:
    void missed(std::string details) {
        faults_.push_back(
            object{{"message", "Object not Found."}, {"code", 404}, {"details", details}});
    }
    /// Source: methods/delete-delete-records, failure.
    [[nodiscard]] object error() && {
        if (faults_.empty()) return {};
        object failed;
        failed["faults"] = std::move(faults_);
        object made;
        made["failedItems"] = std::move(failed);
        made["message"] = "One or more items could not be deleted.";
        made["code"] = 500;
        made["details"] = "See errors list for details.";
        return made;
    }

  private:
    array faults_;
};

void delete_domains(account_state& account, dns_job& job) {
    deletions done;
    for (const std::string& id : job.ids) {
        const dns_domain* const found = account.dns.find_domain(id);
        if (found == nullptr) {
            done.missed("Domain ID: " + id);
            continue;
        }
        const std::string name = found->name;
        std::erase_if(account.dns.domains, [&](const dns_domain& each) {
            return each.id == id || (job.with_subdomains && is_under(each.name, name));
        });
    }
    job.error = std::move(done).error();
}

dns_domain& zone_of(account_state& account, const dns_job& job) {
    dns_domain* const found = account.dns.find_domain(job.of);
    if (found == nullptr) throw dns_failure(404, "Object not Found.", "Domain ID: " + job.of);
    return *found;
}

object add_records(account_state& account, const dns_job& job, time_point at) {
    dns_domain& zone = zone_of(account, job);
    array shown;
    for (const value& each : job.order) {
        dns_record made = new_dns_record(each.get_object(), zone, at);
        made.id = account.dns.new_record_id(made.type);
        shown.push_back(show_record(made));
        check_beside(zone, made);
        zone.records.push_back(std::move(made));
    }
    zone.updated = at;
    object made;
    made["records"] = std::move(shown);
    return made;
}

dns_record& record_in(dns_domain& zone, std::string_view id) {
    for (dns_record& each : zone.records)
        if (each.id == id) return each;
    throw dns_failure(404, "Object not Found.",
                      "Domain ID: " + zone.id + "; Record ID: " + std::string(id));
}

object update_records(account_state& account, const dns_job& job, time_point at) {
    dns_domain& zone = zone_of(account, job);
    dns_domain after = zone;
    for (const value& each : job.order) {
        dns_record& record = record_in(after, text_of(each.get_object(), "id"));
        change_dns_record(each.get_object(), record, at);
        check_beside(after, record);
    }
    after.updated = at;
    zone = std::move(after);
    return {};
}

void delete_records(account_state& account, dns_job& job, time_point at) {
    dns_domain& zone = zone_of(account, job);
    deletions done;
    for (const std::string& id : job.ids)
        if (std::erase_if(zone.records, [&](const dns_record& each) { return each.id == id; }) == 0)
            done.missed("Domain ID: " + zone.id + "; Record ID: " + id);
    zone.updated = at;
    job.error = std::move(done).error();
}

object export_domain(account_state& account, const dns_job& job) {
    const dns_domain& zone = zone_of(account, job);
    return {{"contents", zone_text(zone)},
            {"id", zone.id},
            {"accountId", account.tenant},
            {"contentType", "BIND_9"}};
}

object add_pointers(account_state& account, const dns_job& job, time_point at) {
    array shown;
    for (const value& each : job.order) {
        const object& sent = each.get_object();
        dns_pointer made;
        made.of.type = "PTR";
        made.of.ttl_seconds = limits::dns_ttl_usual_seconds;
        change_dns_record(sent, made.of, at);
        made.of.created = at;
        for (const dns_pointer& other : account.dns.pointers)
            if (other.of.data == made.of.data)
                throw dns_failure(409, "The object already exists.", "Record already exists");
        made.of.id = account.dns.new_record_id("PTR");
        made.service = job.ids.front();
        made.href = job.of;
        shown.push_back(show_record(made.of));
        account.dns.pointers.push_back(std::move(made));
    }
    object made;
    made["records"] = std::move(shown);
    return made;
}

object update_pointers(account_state& account, const dns_job& job, time_point at) {
    for (const value& each : job.order) {
        const object& sent = each.get_object();
        dns_pointer* found = nullptr;
        for (dns_pointer& one : account.dns.pointers)
            if (one.of.id == text_of(sent, "id") && one.href == job.of) found = &one;
        if (found == nullptr)
            throw dns_failure(404, "Object not Found.",
                              "Record ID: " + std::string(text_of(sent, "id")));
        change_dns_record(sent, found->of, at);
    }
    return {};
}

void delete_pointers(account_state& account, const dns_job& job) {
    const std::string address = job.ids.size() > 1 ? job.ids[1] : "";
    const auto gone = std::erase_if(account.dns.pointers, [&](const dns_pointer& each) {
        return each.href == job.of && (address.empty() || each.of.data == address);
    });
    if (gone == 0) throw dns_failure(404, "Object not Found.", "");
}

void carry_out(account_state& account, dns_job& job, time_point at) {
    switch (job.work) {
    case dns_work::create_domains: job.response = create_domains(account, job, at); break;
    case dns_work::update_domains: job.response = update_domains(account, job, at); break;
    case dns_work::delete_domains: delete_domains(account, job); break;
    case dns_work::add_records: job.response = add_records(account, job, at); break;
    case dns_work::update_records: job.response = update_records(account, job, at); break;
    case dns_work::delete_records: delete_records(account, job, at); break;
    case dns_work::export_domain: job.response = export_domain(account, job); break;
    case dns_work::add_pointers: job.response = add_pointers(account, job, at); break;
    case dns_work::update_pointers: job.response = update_pointers(account, job, at); break;
    case dns_work::delete_pointers: delete_pointers(account, job); break;
    }
}

} // namespace

answer begin_dns_job(const call& from, dns_job draft) {
    draft.id = from.account.new_uuid();
    draft.verb = from.what.method;
    draft.request_url = from.own_url() + from.where.path;
    if (!from.what.query().empty()) draft.request_url += '?' + std::string(from.what.query());
    draft.request = from.what.body;
    draft.fails = from.account.take_planned_error("dns_job").has_value();
    draft.due_at = from.now + limits::dns_job_waits;
    from.account.dns.jobs.push_back(std::move(draft));
    return {202, show_job(from.account.dns.jobs.back(), from.own_url(), true)};
}

void run_dns_job(dns_job& job, time_point at) {
    job.status = "RUNNING";
    job.due_at = at + limits::dns_job_runs;
}

void finish_dns_job(account_state& account, dns_job& job, time_point at) {
    try {
        // Source of the text: general-api-info/faults.rst.
        if (job.fails)
            throw dns_failure(503, "The DNS API is currently not available.",
                              "The request was not carried out.");
        // What fails half-way leaves nothing behind.
        std::vector<dns_domain> domains = account.dns.domains;
        std::vector<dns_pointer> pointers = account.dns.pointers;
        try {
            carry_out(account, job, at);
        } catch (const dns_failure&) {
            account.dns.domains = std::move(domains);
            account.dns.pointers = std::move(pointers);
            throw;
        }
    } catch (const dns_failure& failed) {
        job.error = failed.body();
    }
    job.status = job.error.empty() ? "COMPLETED" : "ERROR";
    job.due_at = at + limits::dns_job_is_kept;
}

} // namespace chatops::mocks::rackspace
