#pragma once

#include <optional>
#include <string>

#include <QRegularExpression>
#include <QStringList>

#include "common/config/edit/apply_edits.h"
#include "common/config/load.h"
#include "common/diagnostics/text_renderer.h"

/// Configurations with their expected findings written into them.
namespace twinhelm::test
{

/// Files a text can include: conf.d/a.conf, which is empty, and itself.
inline config::LoadedNode loadExample(const std::string &text, bool withFiles = true)
{
    if (!withFiles)
        return config::loadText(text, "lb01");
    const auto read = [text](const std::string &path) -> std::optional<std::string> {
        if (path.ends_with("conf.d/a.conf"))
            return std::string();
        return path.ends_with("keepalived.conf") ? std::optional(text) : std::nullopt;
    };
    const auto find = [](const std::string &pattern) -> std::vector<std::string> {
        if (pattern.ends_with("conf.d/*.conf"))
            return {"conf.d/a.conf"};
        return pattern.ends_with("keepalived.conf") ? std::vector<std::string>{pattern} : std::vector<std::string>{};
    };
    return config::loadText(text, "lb01", {}, read, find);
}

/// "line:column-end code", sorted; one-based, in bytes.
inline QStringList placesOf(const Diagnostics &diagnostics, const config::SourceSet &sources)
{
    QStringList out;
    for (const auto &one : diagnostics) {
        const auto at = sources.position(one.range.file, one.range.begin);
        out << QStringLiteral("%1:%2-%3 %4")
                   .arg(at.line)
                   .arg(at.column)
                   .arg(at.column + one.range.end - one.range.begin)
                   .arg(QString::fromStdString(one.code));
    }
    out.sort();
    return out;
}

/// What the comment lines "#   ^^^" below a line say, in the same words. "#^^" marks from the first column on.
inline QStringList markedPlaces(const std::string &text, const QString &code)
{
    static const QRegularExpression mark(QStringLiteral("^#( *)(\\^+)$"));
    QStringList out;
    const auto lines = QString::fromLatin1(text.data(), qsizetype(text.size())).split(QLatin1Char('\n'));
    qsizetype about = 0;
    for (qsizetype i = 0; i < lines.size(); ++i) {
        const auto match = mark.match(lines[i]);
        if (!match.hasMatch()) {
            about = i;
            continue;
        }
        const bool first = match.capturedLength(1) == 0;
        const auto column = first ? 1 : match.capturedStart(2) + 1;
        out << QStringLiteral("%1:%2-%3 %4")
                   .arg(about + 1)
                   .arg(column)
                   .arg(column + match.capturedLength(2) + (first ? 1 : 0))
                   .arg(code);
    }
    out.sort();
    return out;
}

/// The main file after `fix`.
inline std::string mended(const config::LoadedNode &node, const Fix &fix)
{
    return config::applyEdits(node.sources.text(FileIndex{0}), fix.edits);
}

} // namespace twinhelm::test
