#pragma once

#include <concepts>
#include <limits>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <boost/json/value.hpp>

#include "common/base/result.h"
#include "common/wire/fields.h"

namespace twinhelm::wire
{

/// Fills a message from a JSON value. The first value of a wrong type ends it; `error()` names its path.
class JsonReader
{
public:
    static constexpr bool writes = false;

    [[nodiscard]] const std::optional<Error> &error() const { return error_; }

    void read(const boost::json::value &from, bool &to)
    {
        if (from.is_bool())
            to = from.get_bool();
        else
            refuse(from, "true or false");
    }

    void read(const boost::json::value &from, std::string &to)
    {
        if (from.is_string())
            to = std::string(from.get_string());
        else
            refuse(from, "a text");
    }

    template<std::integral T>
    void read(const boost::json::value &from, T &to)
    {
        boost::json::error_code bad;
        const auto number = from.to_number<T>(bad);
        if (!from.is_number() || bad)
            refuse(from, "a whole number from " + std::to_string(std::numeric_limits<T>::min()) + " to " +
                             std::to_string(std::numeric_limits<T>::max()));
        else
            to = number;
    }

    template<typename T>
    void read(const boost::json::value &from, std::optional<T> &to)
    {
        T value{};
        read(from, value);
        to = value;
    }

    template<typename T>
    void read(const boost::json::value &from, std::vector<T> &to)
    {
        if (!from.is_array())
            return refuse(from, "a list");
        to.clear();
        for (const auto &element : from.get_array()) {
            const Step step(*this, "[" + std::to_string(to.size()) + "]");
            read(element, to.emplace_back());
            if (error_)
                return;
        }
    }

    template<typename T>
    void read(const boost::json::value &from, std::map<std::string, T> &to)
    {
        if (!from.is_object())
            return refuse(from, "an object");
        to.clear();
        for (const auto &[name, value] : from.get_object()) {
            const Step step(*this, "." + std::string(name));
            read(value, to[std::string(name)]);
            if (error_)
                return;
        }
    }

    template<typename Message>
    requires std::is_class_v<Message>
    void read(const boost::json::value &from, Message &to)
    {
        if (!from.is_object())
            return refuse(from, "an object");
        const auto *const outer = std::exchange(object_, &from.get_object());
        visitFields(*this, to);
        object_ = outer;
    }

    /// One field of the current object. Absent and null keep the default.
    template<typename T>
    void operator()(std::string_view name, T &to)
    {
        if (error_)
            return;
        const auto *const value = object_->if_contains({name.data(), name.size()});
        if (!value || value->is_null())
            return;
        const Step step(*this, "." + std::string(name));
        read(*value, to);
    }

private:
    /// Lengthens the path while one member is read.
    class Step
    {
    public:
        Step(JsonReader &reader, const std::string &name) : reader_(reader), length_(reader.path_.size())
        {
            reader_.path_ += name;
        }
        ~Step() { reader_.path_.resize(length_); }
        Step(const Step &) = delete;
        Step &operator=(const Step &) = delete;

    private:
        JsonReader &reader_;
        std::size_t length_;
    };

    void refuse(const boost::json::value &found, const std::string &expected);

    const boost::json::object *object_ = nullptr;
    std::string path_;
    std::optional<Error> error_;
};

template<typename Message>
Result<Message> readMessage(const boost::json::value &value)
{
    Message message;
    JsonReader reader;
    reader.read(value, message);
    if (reader.error())
        return tl::unexpected(*reader.error());
    return message;
}

} // namespace twinhelm::wire
