#pragma once

#include <concepts>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "common/wire/fields.h"
#include "common/wire/json_text.h"

namespace twinhelm::wire
{

/// Appends messages to a string, on one line, fields in the order of fields.h. An empty optional is left out.
class JsonWriter
{
public:
    static constexpr bool writes = true;

    explicit JsonWriter(std::string &out) : out_(out) {}

    void write(bool value) { out_ += value ? "true" : "false"; }
    void write(const std::string &value) { appendQuoted(out_, value); }

    template<std::integral T>
    void write(T value)
    {
        out_ += std::to_string(value);
    }

    template<typename T>
    void write(const std::vector<T> &values)
    {
        out_ += '[';
        for (const auto &value : values) {
            separate('[');
            write(value);
        }
        out_ += ']';
    }

    template<typename T>
    void write(const std::map<std::string, T> &values)
    {
        out_ += '{';
        for (const auto &[name, value] : values)
            operator()(name, value);
        out_ += '}';
    }

    template<typename Message>
    requires std::is_class_v<Message>
    void write(const Message &message)
    {
        out_ += '{';
        visitFields(*this, message);
        out_ += '}';
    }

    /// One field of an object.
    template<typename T>
    void operator()(std::string_view name, const T &value)
    {
        separate('{');
        appendQuoted(out_, name);
        out_ += ':';
        write(value);
    }

    template<typename T>
    void operator()(std::string_view name, const std::optional<T> &value)
    {
        if (value)
            operator()(name, *value);
    }

private:
    /// A comma, unless the container was opened just now. A value never ends with its opening bracket.
    void separate(char opening)
    {
        if (out_.back() != opening)
            out_ += ',';
    }

    std::string &out_;
};

} // namespace twinhelm::wire
