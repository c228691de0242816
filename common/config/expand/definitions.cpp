#include "common/config/expand/definitions.h"

#include <charconv>
#include <cstdlib>

#include "common/config/syntax/lexer.h"

namespace twinhelm::config
{

std::optional<std::string> processEnvironment(const std::string &name)
{
    const auto *value = std::getenv(name.c_str());
    return value ? std::optional<std::string>(value) : std::nullopt;
}

Definitions::Definitions(std::string nodeId, Environment environment, std::uint32_t randomSeed)
    : nodeId_(std::move(nodeId)), environment_(std::move(environment)), random_(randomSeed)
{
}

void Definitions::set(std::string_view name, Definition definition)
{
    known_.insert_or_assign(std::string(name), std::move(definition));
}

std::optional<Definitions::Reference> Definitions::nextReference(std::string_view text, std::size_t from)
{
    for (auto at = text.find('$', from); at != std::string_view::npos; at = text.find('$', at + 1)) {
        auto nameAt = at + 1;
        const bool braced = nameAt < text.size() && text[nameAt] == '{';
        if (braced)
            ++nameAt;
        if (nameAt >= text.size() || !isNameStart(text[nameAt]))
            continue;
        auto end = nameAt;
        while (end < text.size() && isNameCharacter(text[end]))
            ++end;
        Reference reference{at, end - at, text.substr(nameAt, end - nameAt), {}};
        if (!braced) {
            if (end == text.size() || isBlank(text[end]) || text[end] == ',' || text[end] == ')')
                return reference;
            continue;
        }
        const auto close = text.find('}', end);
        if (close == std::string_view::npos || (close != end && !isBlank(text[end])))
            continue;
        reference.parameters = text.substr(end, close - end);
        reference.length = close + 1 - at;
        return reference;
    }
    return std::nullopt;
}

const Definitions::Definition *Definitions::find(const Reference &reference)
{
    if (reference.parameters.empty()) {
        const auto found = known_.find(std::string(reference.name));
        if (found != known_.end())
            return &found->second;
    }
    auto value = builtIn(reference);
    if (!value)
        return nullptr;
    made_ = {{Line{std::move(*value), {}}}};
    return &made_;
}

std::optional<std::string> Definitions::builtIn(const Reference &reference)
{
    auto parameter = reference.parameters;
    while (!parameter.empty() && isBlank(parameter.front()))
        parameter.remove_prefix(1);
    while (!parameter.empty() && isBlank(parameter.back()))
        parameter.remove_suffix(1);
    if (reference.name == "_RANDOM")
        return random(parameter);
    if (reference.name == "_ENV")
        return environment_ ? environment_(std::string(parameter)) : std::nullopt;
    if (!parameter.empty())
        return std::nullopt;
    if (reference.name == "_PWD")
        return directory_;
    if (reference.name == "_INSTANCE")
        return nodeId_;
    if (reference.name == "_HASH")
        return "#";
    if (reference.name == "_BANG")
        return "!";
    return std::nullopt;
}

std::string Definitions::random(std::string_view parameters)
{
    std::uint32_t least = 0;
    std::uint32_t most = 32767;
    const auto *const end = parameters.data() + parameters.size();
    auto [next, error] = std::from_chars(parameters.data(), end, least);
    while (error == std::errc{} && next != end && isBlank(*next))
        ++next;
    if (error == std::errc{} && next != end)
        std::from_chars(next, end, most);
    // xorshift32: the same seed gives the same configuration on every run, as a check must.
    random_ ^= random_ << 13U;
    random_ ^= random_ >> 17U;
    random_ ^= random_ << 5U;
    return std::to_string(most > least ? least + random_ % (most - least + 1) : least);
}

} // namespace twinhelm::config
