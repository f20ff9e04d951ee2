#include "tests/operations/command_bench.hpp"

#include <boost/asio/io_context.hpp>

namespace chatops::support {

std::string cells(const reply& answer) {
    std::string text;
    for (const part& each : answer.parts)
        if (const auto* const table = std::get_if<table_part>(&each))
            for (const auto& row : table->rows) {
                for (const std::string& cell : row) text += cell + " | ";
                text += '\n';
            }
    return text;
}

std::string paragraphs(const reply& answer) {
    std::string all;
    for (const part& each : answer.parts)
        if (const auto* const text = std::get_if<text_part>(&each)) all += text->text + "\n";
    return all;
}

std::string code_of(const reply& answer) {
    std::string all;
    for (const part& each : answer.parts)
        if (const auto* const code = std::get_if<code_part>(&each)) all += code->text;
    return all;
}

std::string fact_of(const reply& answer, std::string_view name) {
    for (const part& each : answer.parts)
        if (const auto* const fields = std::get_if<fields_part>(&each))
            for (const auto& [label, value] : fields->fields)
                if (label == name) return value;
    return "(none)";
}

namespace {

asio::awaitable<void> carry(const read_line& read, steps& own, played& end) {
    const person asker{"U1", "lead"};
    context acting(own, asker);
    if (read.command->confirms_itself) own.demand_confirmation();
    try {
        end.answer = co_await read.command->run(read.given.get(), acting);
    } catch (const awaiting_answer&) {
        end.asked = own.waiting.front().name;
        end.shown = own.waiting.front().shown;
    } catch (const not_confirmed& no) {
        end.answer = said_no(no.too_late);
    } catch (...) {
        end.failure = std::current_exception();
    }
    // Where the account is used up, nothing can be put back, either.
    if (end.failure) co_await own.put_back();
    end.finished = true;
}

} // namespace

command_bench::command_bench(sim::mock& vendor, const std::string& token,
                             std::vector<entry> entries)
    : server(vendor), commands_(std::move(entries)) {
    config::account where;
    where.name = vendor.name();
    where.url = "http://" + where.name;
    where.token = secret(token);
    // Also at what it calls itself in its answers.
    wires.attach({where.url, "https://" + where.name}, server);
    configuration.providers[where.name] = where;
    begin_another_run();
}

played command_bench::play(const std::string& line, int turns) {
    const auto read = commands_.read(line);
    CHATOPS_ASSERT(read);
    played end;
    asio::io_context io(1);
    sim::process_clock time(world_time, io.get_executor());
    sim::endpoint transport(wires, io.get_executor());
    sim::distant_store near_store(*store, time, duration{1});
    world outside{io.get_executor(), time, chance, transport, near_store, people, log, vault,
                  configuration};
    history past;
    for (const journal::event& each : store->events()) past.add(each);
    const bool keeps = read->command->what->info.effect != effect::read;
    steps own(outside, run_id{"run"}, past, keeps);
    asio::co_spawn(io, carry(*read, own, end), asio::detached);
    while (end.turns < turns && !end.finished) {
        io.restart();
        if (io.poll_one() > 0)
            ++end.turns;
        else if (!world_time.happen_next(world_time.now() + std::chrono::hours(1)))
            break;
    }
    return end;
}

void command_bench::trouble(const std::string& faults) {
    http::request plan{"PUT", "/_mock/faults", {{"Content-Type", "application/json"}}, faults};
    CHATOPS_ASSERT(server.serve(plan, wires.when()).what.status == 200);
}

played command_bench::play_and_confirm(const std::string& line) {
    played end = play(line);
    if (end.asked == "@confirm") {
        answer("@confirm", "yes");
        end = play(line);
    }
    return end;
}

std::vector<std::string> command_bench::deeds() const {
    std::vector<std::string> all;
    for (const auto& each : wires.exchanges())
        if (each->what.method != "GET")
            all.push_back(each->what.method + ' ' + std::string(each->what.path()) + ' ' +
                          each->what.body);
    return all;
}

std::string command_bench::all_kept() const {
    std::string all;
    for (const auto& each : store->events()) all += each.name + ' ' + each.data + '\n';
    for (const std::string& each : log.lines) all += each + '\n';
    return all;
}

int command_bench::sent(std::string_view method) const {
    int count = 0;
    for (const auto& each : wires.exchanges()) count += each->what.method == method ? 1 : 0;
    return count;
}

void command_bench::append(journal::kind what, std::string name, std::string data) {
    journal::batch together;
    together.entries.push_back(
        {run_id{"run"}, what, std::move(name), std::move(data), world_time.now()});
    asio::io_context io(1);
    asio::co_spawn(io, store->append(together), asio::detached);
    io.poll();
}

} // namespace chatops::support
