#pragma once

#include <string>
#include <string_view>
#include <vector>

#include <QByteArray>
#include <QString>
#include <QStringList>

namespace twinhelm::desk
{

/// common speaks UTF-8 std::string, Qt speaks QString; these are the only crossings.
[[nodiscard]] inline QString toQt(std::string_view text)
{
    return QString::fromUtf8(text.data(), static_cast<qsizetype>(text.size()));
}

[[nodiscard]] inline std::string toStd(const QString &text)
{
    return text.toStdString();
}

[[nodiscard]] inline std::vector<std::string> toStd(const QStringList &texts)
{
    std::vector<std::string> out;
    for (const auto &text : texts)
        out.push_back(text.toStdString());
    return out;
}

[[nodiscard]] inline std::string_view view(const QByteArray &bytes)
{
    return {bytes.constData(), static_cast<std::size_t>(bytes.size())};
}

[[nodiscard]] inline QByteArray toBytes(std::string_view text)
{
    return {text.data(), static_cast<qsizetype>(text.size())};
}

} // namespace twinhelm::desk
