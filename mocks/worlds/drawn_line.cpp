#include "mocks/worlds/drawn_line.hpp"

#include "chatops/line/write.hpp"
#include "mocks/common/json.hpp"

#include <algorithm>
#include <utility>

namespace chatops::mocks::worlds {

namespace {

using texts_of_values = std::vector<std::string>;

texts_of_values texts_in(const field_description& field, const void* command) {
    texts_of_values texts;
    field.value->write(field.in(command), texts);
    return texts;
}

/// Another number in the place of the one that the text begins with.
std::string with_other_number(std::string text, random_source& chance) {
    std::size_t digits = 0;
    while (digits < text.size() && text[digits] >= '0' && text[digits] <= '9') ++digits;
    if (digits == 0) return text;
    constexpr std::uint64_t most = 5;
    return std::to_string(chance.below(most)) + text.substr(digits);
}

/// One field of a line after the other, in the order of the declaration.
class drawing {
  public:
    drawing(const entry& of, void* into, const known_things& known, random_source& chance,
            const moment& typed)
        : command_(of), into_(into), known_(known), chance_(chance), typed_(typed) {}

    void draw(const field_description& field) {
        if (field.kind == field_kind::flag) return draw_flag(field);
        if (field.secret()) return draw_secrets(field);
        texts_of_values texts = texts_in(field, into_);
        const texts_of_values things = things_for(field);
        constexpr std::uint64_t rarely = 6;
        if (texts.empty() && !things.empty() && chance_.below(rarely) == 0)
            texts.push_back(things.front());
        bool first = true;
        texts_of_values used;
        for (const std::string& text : texts) {
            std::string drawn = drawn_for(field, text, things);
            // `web` is not said twice.
            const std::string key = drawn.substr(0, drawn.find('='));
            if (std::find(used.begin(), used.end(), key) != used.end()) continue;
            if (!field.value->read(field.in(into_), drawn, first, typed_)) {
                drawn = text;
                if (!field.value->read(field.in(into_), drawn, first, typed_)) continue;
            }
            first = false;
            used.push_back(key);
            given_.push_back({&field, std::move(drawn)});
        }
    }

    texts_of_values secrets;

  private:
    void draw_flag(const field_description& field) {
        bool& on = *static_cast<bool*>(field.in(into_));
        constexpr std::uint64_t seldom = 4;
        on = on || chance_.below(seldom) == 0;
    }

    /// Letters that are nowhere else, to be looked for.
    void draw_secrets(const field_description& field) {
        std::vector<secret> shown;
        field.value->reveal(field.in(into_), shown);
        bool first = true;
        for (const secret& each : shown) {
            const std::string_view before = each.reveal();
            const auto equals = before.find('=');
            constexpr std::size_t length = 20;
            const std::string word = chance_.word(length);
            std::string text(equals == std::string_view::npos ? std::string_view()
                                                              : before.substr(0, equals + 1));
            text += word;
            if (!field.value->read(field.in(into_), text, first, typed_)) continue;
            first = false;
            secrets.push_back(word);
        }
    }

    [[nodiscard]] texts_of_values things_for(const field_description& field) const {
        if (!field.value->words.empty())
            return {field.value->words.begin(), field.value->words.end()};
        return known_({command_.what, &field, {}, given_});
    }

    std::string drawn_for(const field_description& field, const std::string& text,
                          const texts_of_values& things) {
        constexpr std::uint64_t seldom = 6;
        const bool is_other = field.value->words.empty() && chance_.below(seldom) == 0;
        if (is_other || things.empty()) return is_other ? invented(field, text) : text;
        const std::string& thing = things[chance_.below(things.size())];
        if (thing.empty() || thing.back() != '=') return thing;
        const auto equals = text.find('=');
        return thing + (equals == std::string::npos
                            ? std::string()
                            : with_other_number(text.substr(equals + 1), chance_));
    }

    /// What the example names, which may not be there, or something like it that nobody has.
    std::string invented(const field_description& field, const std::string& text) {
        constexpr std::uint64_t names = 8;
        const std::string other = text + std::to_string(chance_.below(names));
        const bool as_it_is = chance_.chance(1, 2);
        const options scratch = command_.make();
        const bool is_good =
            !as_it_is &&
            field.value->read(field.in(scratch.get()), other, true, typed_).has_value();
        return is_good ? other : text;
    }

    const entry& command_;
    void* into_;
    const known_things& known_;
    random_source& chance_;
    const moment& typed_;
    std::vector<line::known_value> given_;
};

} // namespace

drawn_line draw_line(const catalogue& commands, const entry& of, const known_things& known,
                     random_source& chance, const moment& typed) {
    const auto& examples = of.what->info.examples;
    drawn_line made;
    made.command = &of;
    made.given = of.make();
    if (examples.size() > 0) {
        auto read = commands.read(examples.items[chance.below(examples.size())], typed);
        if (read && read->command == &of) made.given = std::move(read->given);
    }
    drawing each_field(of, made.given.get(), known, chance, typed);
    for (const field_description& field : of.what->fields) each_field.draw(field);
    made.text = std::string(line::write_revealed(*of.what, made.given.get()).reveal());
    made.secrets = std::move(each_field.secrets);
    auto meant = commands.read(made.text, typed);
    made.given = meant && meant->command == &of ? std::move(meant->given) : nullptr;
    return made;
}

namespace {

/// As a person types them: a secret, too.
texts_of_values typed_texts(const field_description& field, const void* command) {
    if (!field.secret()) return texts_in(field, command);
    std::vector<secret> shown;
    field.value->reveal(field.in(command), shown);
    texts_of_values texts;
    for (const secret& each : shown) texts.emplace_back(each.reveal());
    return texts;
}

} // namespace

boost::json::object form_values(const drawn_line& from) {
    constexpr std::size_t flags_in_a_block = 10;
    boost::json::object made;
    std::vector<array> flags;
    std::size_t flag_count = 0;
    for (const field_description& field : from.command->what->fields) {
        if (field.kind == field_kind::flag) {
            const std::size_t block = flag_count++ / flags_in_a_block;
            if (flags.size() == block) flags.emplace_back();
            if (*static_cast<const bool*>(field.in(from.given.get())))
                flags[block].push_back(text_value("--" + std::string(field.name)));
            continue;
        }
        const texts_of_values texts = typed_texts(field, from.given.get());
        if (texts.empty()) continue;
        const std::string name(field.name);
        if (!field.repeated()) {
            made[name] = text_value(texts.front());
        } else if (!field.value->words.empty()) {
            array chosen;
            for (const std::string& each : texts) chosen.push_back(text_value(each));
            made[name] = std::move(chosen);
        } else {
            std::string words;
            for (const std::string& each : texts)
                words += (words.empty() ? "" : " ") + line::quoted(each);
            made[name] = text_value(words);
        }
    }
    for (std::size_t i = 0; i < flags.size(); ++i)
        made["-flags" + std::to_string(i)] = std::move(flags[i]);
    return made;
}

bool opens_a_form(const entry& command) {
    const auto& fields = command.what->fields;
    return std::any_of(fields.begin(), fields.end(),
                       [](const field_description& each) { return each.required; });
}

} // namespace chatops::mocks::worlds
