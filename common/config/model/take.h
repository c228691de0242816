#pragma once

#include <array>
#include <cstdint>
#include <string_view>
#include <utility>

#include "common/base/secret.h"
#include "common/config/model/block_reader.h"

namespace twinhelm::config::model
{

// More of block_reader.h's take(): by type of value.
void take(Value<Secret> &value, const Statement &statement);
void take(Value<Prefix> &value, const Statement &statement);
void takeMilliseconds(Value<Duration> &value, const Statement &statement);
void takeMicroseconds(Value<Duration> &value, const Statement &statement);
/// The word behind the keyword; given and empty without one.
void takeOptional(Value<std::string> &value, const Statement &statement);
/// Every word behind the keyword.
void takeWords(std::vector<Value<std::string>> &list, const Statement &statement);
/// N [reverse]
void takeWeight(Value<int> &weight, Value<bool> &reverse, const Statement &statement);

template<typename E, std::size_t N>
using ChoiceWords = std::array<std::pair<std::string_view, E>, N>;

template<typename E, std::size_t N>
void takeChoice(Value<E> &value, const ChoiceWords<E, N> &words, const Statement &statement)
{
    const auto *word = statement.argument();
    for (const auto &[text, meaning] : words) {
        if (word && word->text == text)
            value.set(meaning, word->range);
    }
}

/// The first word with this meaning.
template<typename E, std::size_t N>
std::string_view wordFor(const ChoiceWords<E, N> &words, E value)
{
    for (const auto &[text, meaning] : words) {
        if (meaning == value)
            return text;
    }
    return {};
}

} // namespace twinhelm::config::model
