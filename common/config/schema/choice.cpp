#include "common/config/schema/choice.h"

#include <algorithm>

namespace twinhelm::config::schema
{

bool isChoice(std::string_view choices, std::string_view word)
{
    while (!choices.empty()) {
        const auto bar = std::min(choices.find('|'), choices.size());
        if (choices.substr(0, bar) == word)
            return !word.empty();
        choices.remove_prefix(std::min(bar + 1, choices.size()));
    }
    return false;
}

std::vector<std::string_view> choiceList(std::string_view choices)
{
    std::vector<std::string_view> words;
    while (!choices.empty()) {
        const auto bar = std::min(choices.find('|'), choices.size());
        words.push_back(choices.substr(0, bar));
        choices.remove_prefix(std::min(bar + 1, choices.size()));
    }
    return words;
}

} // namespace twinhelm::config::schema
