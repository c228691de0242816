#include "common/config/import/ldirectord_file.h"

namespace twinhelm::config::import
{

namespace
{

/// Without what follows a # that stands outside of quotes.
Piece withoutComment(const Piece &line)
{
    char quote = 0;
    for (std::size_t i = 0; i < line.text.size(); ++i) {
        const char c = line.text[i];
        if (quote != 0)
            quote = c == quote ? '\0' : quote;
        else if (c == '"' || c == '\'')
            quote = c;
        else if (c == '#')
            return part(line, 0, i);
    }
    return line;
}

Piece unquoted(const Piece &value)
{
    const auto text = value.text;
    if (text.size() < 2 || (text.front() != '"' && text.front() != '\'') ||
        text.find(text.front(), 1) != text.size() - 1)
        return value;
    return part(value, 1, text.size() - 1);
}

std::optional<Setting> readSetting(const Piece &line)
{
    const auto equals = line.text.find('=');
    if (equals == std::string_view::npos)
        return std::nullopt;
    Setting setting;
    setting.line = trimmed(line);
    setting.name = trimmed(part(line, 0, equals));
    setting.value = unquoted(trimmed(part(line, equals + 1)));
    return setting.name.text.empty() ? std::nullopt : std::optional(setting);
}

} // namespace

LdirectordFile readLdirectord(std::string_view text)
{
    LdirectordFile out;
    for (const auto &line : splitLines(text)) {
        const auto content = withoutComment(line);
        if (trimmed(content).text.empty())
            continue;
        const auto setting = readSetting(content);
        const bool indented = content.text.front() == ' ' || content.text.front() == '\t';
        if (!setting)
            out.strange.push_back(trimmed(line));
        else if (setting->name.text == "virtual")
            out.services.push_back({*setting, {}});
        else if (indented && !out.services.empty())
            out.services.back().settings.push_back(*setting);
        else
            out.global.push_back(*setting);
    }
    return out;
}

const Setting *find(const std::vector<Setting> &settings, std::string_view name)
{
    const Setting *found = nullptr;
    for (const auto &setting : settings) {
        if (setting.name.text == name)
            found = &setting;
    }
    return found;
}

} // namespace twinhelm::config::import
