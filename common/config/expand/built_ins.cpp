#include "common/config/expand/built_ins.h"

#include <algorithm>
#include <charconv>
#include <cstdlib>

#include "common/config/syntax/lexer.h"

namespace twinhelm::config
{

namespace
{

std::string_view trimmed(std::string_view text)
{
    while (!text.empty() && isBlank(text.front()))
        text.remove_prefix(1);
    while (!text.empty() && isBlank(text.back()))
        text.remove_suffix(1);
    return text;
}

/// A number that `text` begins with and the blanks behind it are taken off.
std::uint32_t takeNumber(std::string_view &text, std::uint32_t otherwise)
{
    std::uint32_t value = otherwise;
    const auto *const end = text.data() + text.size();
    const auto [next, error] = std::from_chars(text.data(), end, value);
    if (error != std::errc{})
        value = otherwise;
    text.remove_prefix(static_cast<std::size_t>(next - text.data()));
    text = trimmed(text);
    return value;
}

} // namespace

std::optional<std::string> processEnvironment(const std::string &name)
{
    const auto *value = std::getenv(name.c_str());
    return value ? std::optional<std::string>(value) : std::nullopt;
}

void RandomNumbers::setSeed(std::uint32_t seed)
{
    state_ = seed * 2654435761U + 0x9e3779b9U; // neighbouring seeds must not give neighbouring numbers
    if (state_ == 0)
        state_ = 1;
}

std::uint32_t RandomNumbers::next(std::uint32_t least, std::uint32_t most)
{
    state_ ^= state_ << 13U; // xorshift32
    state_ ^= state_ >> 17U;
    state_ ^= state_ << 5U;
    if (most <= least)
        return least;
    const auto span = std::uint64_t{most} - least + 1;
    return static_cast<std::uint32_t>(least + state_ % span);
}

std::optional<std::string> BuiltIns::value(std::string_view name, std::string_view parameters,
                                           RandomNumbers &random) const
{
    if (name.empty() || name.front() != '_')
        return std::nullopt;
    parameters = trimmed(parameters);
    if (name == "_RANDOM") {
        const bool numbers = std::all_of(parameters.begin(), parameters.end(),
                                         [](char c) { return (c >= '0' && c <= '9') || c == ' ' || c == '\t'; });
        if (!numbers)
            return std::nullopt;
        const auto least = takeNumber(parameters, 0);
        const auto most = takeNumber(parameters, 32767);
        return std::to_string(random.next(least, most));
    }
    if (name == "_ENV")
        return environment && !parameters.empty() ? environment(std::string(parameters)) : std::nullopt;
    if (!parameters.empty())
        return std::nullopt;
    if (name == "_PWD")
        return directory;
    if (name == "_INSTANCE")
        return nodeId;
    if (name == "_HASH")
        return "#";
    if (name == "_BANG")
        return "!";
    return std::nullopt;
}

} // namespace twinhelm::config
