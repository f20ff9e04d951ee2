#pragma once

#include "chatops/command/description.hpp"
#include "chatops/core/digest.hpp"

namespace chatops {

CHATOPS_INLINE bool takes_secret(const command_description& command) {
    for (const field_description& field : command.fields)
        if (field.secret()) return true;
    return false;
}

CHATOPS_INLINE std::string declaration_of(const command_description& command) {
    static constexpr std::string_view effects[] = {"none", "read", "change", "destroy"};
    static constexpr std::string_view kinds[] = {"argument", "option", "flag"};
    std::string text(command.info.name);
    text += "\nversion " + std::to_string(command.info.version) + "\neffect ";
    text += effects[static_cast<std::size_t>(command.info.effect)];
    for (const field_description& field : command.fields) {
        text += '\n';
        text += kinds[static_cast<std::size_t>(field.kind)];
        text += ' ';
        text += field.name;
        if (field.short_name != 0) (text += " -") += field.short_name;
        text += ": ";
        text += field.value->kind;
        if (field.required) text += ", required";
        if (field.repeated()) text += ", repeated";
        if (field.secret()) text += ", secret";
        for (const std::string_view word : field.value->words) (text += " | ") += word;
        if (!field.default_text.empty()) (text += ", default ") += field.default_text;
    }
    return text;
}

CHATOPS_INLINE std::string digest_of(const command_description& command) {
    return hex(sha256(declaration_of(command)));
}

namespace detail {

CHATOPS_INLINE std::shared_ptr<void> owned(void* one, void (*destroy)(void*)) {
    return {one, destroy};
}

CHATOPS_INLINE void field_list::add(const field_facts& facts, const value_description& value_type,
                                    const void* value, bool has_default) {
    field_description field;
    field.kind = facts.kind;
    field.name = facts.name;
    field.help = facts.help;
    field.short_name = facts.short_name;
    field.value = &value_type;
    field.heading = heading;
    field.offset = static_cast<std::size_t>(static_cast<const char*>(value) -
                                            static_cast<const char*>(sample));
    switch (field.kind) {
    case field_kind::argument: field.required = !value_type.optional; break;
    case field_kind::option:
        field.required = !value_type.optional && !value_type.repeated && !has_default;
        break;
    case field_kind::flag: break;
    }
    // An optional argument may begin with a value, too.
    const bool begins = field.kind == field_kind::argument && value_type.optional;
    if ((has_default || begins) && !value_type.secret) {
        std::vector<std::string> texts;
        value_type.write(value, texts);
        for (const std::string& text : texts) {
            if (!field.default_text.empty()) field.default_text += ' ';
            field.default_text += text;
        }
    }
    found.push_back(std::move(field));
}

CHATOPS_INLINE described::described(const command_info& info, std::shared_ptr<void> (*make)(),
                                    void (*describe_fields)(const void* sample, field_list& fields))
    : description{info, {}, make} {
    const std::shared_ptr<void> sample = make();
    field_list found{{}, sample.get()};
    describe_fields(sample.get(), found);
    fields = std::move(found.found);
    description.fields = fields;
}

} // namespace detail
} // namespace chatops
