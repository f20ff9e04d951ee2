// What a catalogue knows of a command, as plain data: all that line/, slack/ and the page need.
#pragma once

#include "chatops/command/field.hpp"
#include "chatops/command/info.hpp"

#include <cstddef>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace chatops {

/// What a catalogue knows of an argument, an option or a flag.
struct field_description {
    field_kind kind;
    std::string_view name;
    std::string_view help;
    /// 0 if it has none.
    char short_name = 0;
    /// The command cannot run without it.
    bool required = false;
    /// The author's default as it would be typed; empty if there is none, or it is a secret.
    std::string default_text;
    const value_description* value = nullptr;
    /// Of the group of options that it stands in; empty for the command's own.
    std::string_view heading{};
    /// Bytes from the start of the command to the value.
    std::size_t offset = 0;

    [[nodiscard]] bool repeated() const { return value->repeated; }
    [[nodiscard]] bool secret() const { return value->secret; }
    [[nodiscard]] void* in(void* command) const { return static_cast<char*>(command) + offset; }
    [[nodiscard]] const void* in(const void* command) const {
        return static_cast<const char*>(command) + offset;
    }
    /// What the command has there, each as it would be typed; a secret's are hidden.
    [[nodiscard]] std::vector<std::string> texts(const void* command) const {
        std::vector<std::string> made;
        value->write(in(command), made);
        return made;
    }
};

/// What a catalogue knows of a command.
struct command_description {
    command_info info;
    /// In the order of their declaration.
    std::span<const field_description> fields;
    /// A fresh one, with the author's defaults; null for a description that no type has.
    std::shared_ptr<void> (*make)() = nullptr;
};

/// Whether the command takes any text that must not be seen.
bool takes_secret(const command_description& command);

/// A canonical text of what a typed line means to the command: name, version, effect, and of each
/// field all but its help. Two programs with the same text understand a line alike.
std::string declaration_of(const command_description& command);

/// SHA-256 of `declaration_of`, in lower-case hexadecimal.
std::string digest_of(const command_description& command);

namespace detail {

/// One kind of shared ownership for all commands: `make_shared` of each costs its compilation 40
/// ms.
std::shared_ptr<void> owned(void* one, void (*destroy)(void*));

/// The fields of a command, as they are found one after the other in one of it.
struct field_list {
    std::vector<field_description> found;
    const void* sample;
    /// Of the group that is being described.
    std::string_view heading{};

    /// `value` is where the sample has it.
    void add(const field_facts& facts, const value_description& value_type, const void* value,
             bool has_default);
};

/// A description with what it is made of; once for each command.
struct described {
    described(const command_info& info, std::shared_ptr<void> (*make)(),
              void (*describe_fields)(const void* sample, field_list& fields));
    described(const described&) = delete;
    described& operator=(const described&) = delete;

    std::vector<field_description> fields;
    command_description description;
};

} // namespace detail
} // namespace chatops

#include CHATOPS_BODY("chatops/command/description.ipp")
