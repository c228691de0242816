#pragma once

#include <algorithm>
#include <optional>
#include <string>
#include <string_view>

#include "common/base/ip_address.h"
#include "common/config/expand/words.h"
#include "common/config/model/read_value.h"
#include "common/config/model/routing_name.h"
#include "common/config/model/value.h"

namespace twinhelm::config::model
{

/// Goes through the words of an entry. take() reads the next word as a value and leaves what was there when it is
/// none; either way the word is behind it afterwards.
class WordCursor
{
public:
    explicit WordCursor(Words words) : words_(words) {}

    [[nodiscard]] bool atEnd() const { return at_ >= words_.size(); }
    /// The word in front; only before the end.
    [[nodiscard]] const Word &word() const { return words_[at_]; }
    [[nodiscard]] std::string_view text() const { return atEnd() ? std::string_view() : words_[at_].text; }
    /// The range of the word taken last.
    [[nodiscard]] SourceRange last() const { return words_[std::min(at_, words_.size()) - 1].range; }
    void advance() { ++at_; }
    /// Whether a value was missing or could not be read.
    [[nodiscard]] bool bad() const { return bad_; }
    /// Goes past the word in front if it is this one.
    bool skip(std::string_view keyword)
    {
        const bool met = !atEnd() && words_[at_].text == keyword;
        at_ += met ? 1 : 0;
        return met;
    }

    void take(Value<std::string> &value)
    {
        if (!atEnd())
            value.set(std::string(word().text), word().range);
        else
            bad_ = true;
        advance();
    }
    void take(Value<unsigned> &value, unsigned most = 0xffffffff) { takeNumber(value, most); }
    void take(Value<std::uint64_t> &value) { takeNumber(value, ~std::uint64_t{0}); }
    void take(Value<IpAddress> &value)
    {
        takeParsed(value, [](auto text) { return readAddress(text); });
    }
    void take(Value<Prefix> &value)
    {
        takeParsed(value, [](auto text) { return readPrefix(text); });
    }

    template<typename T, typename Read>
    void takeParsed(Value<T> &value, Read read)
    {
        auto parsed = atEnd() ? std::nullopt : read(word().text);
        if (parsed)
            value.set(std::move(*parsed), word().range);
        else
            bad_ = true;
        advance();
    }

private:
    template<typename T>
    void takeNumber(Value<T> &value, T most)
    {
        takeParsed(value, [most](std::string_view text) {
            const auto number = readUnsigned(text);
            return number && *number <= most ? std::optional(static_cast<T>(*number)) : std::nullopt;
        });
    }

    Words words_;
    std::size_t at_ = 0;
    bool bad_ = false;
};

} // namespace twinhelm::config::model
