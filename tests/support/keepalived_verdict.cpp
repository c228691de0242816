#include "tests/support/keepalived_verdict.h"

#include <algorithm>

#include <QFile>
#include <QSet>

namespace twinhelm::test
{

namespace
{

/// The rows of a table, without comments; each must have `columns` columns.
QList<QStringList> rowsOf(const QString &folder, const QString &name, qsizetype columns, QString &error)
{
    QFile file(folder + u'/' + name);
    QList<QStringList> out;
    if (!file.open(QIODevice::ReadOnly)) {
        error = name + QStringLiteral(" cannot be read");
        return out;
    }
    for (const auto &line : QString::fromUtf8(file.readAll()).split(u'\n', Qt::SkipEmptyParts)) {
        if (line.startsWith(u'#'))
            continue;
        auto row = line.split(u'\t');
        if (row.size() != columns)
            error = name + QStringLiteral(": not %1 columns: ").arg(columns) + line;
        else
            out << row;
    }
    return out;
}

/// A script that is defined was dropped for want of its file or user: the machine's fault.
bool wasDropped(const QString &message, const QStringList &all)
{
    static const QRegularExpression gone("track script (\\S+) not found");
    const auto match = gone.match(message);
    if (!match.hasMatch())
        return false;
    const auto name = QRegularExpression::escape(match.captured(1));
    const QRegularExpression why("(vrrp script|Script) " + name + " - removing");
    return std::any_of(all.begin(), all.end(), [&](const auto &one) { return one.contains(why); });
}

} // namespace

KeepalivedOracle::KeepalivedOracle(const QString &folder)
{
    for (const auto &row : rowsOf(folder, QStringLiteral("messages.tsv"), 2, error_)) {
        Meaning meaning{QRegularExpression(row[0]), {}, false};
        if (!meaning.pattern.isValid())
            error_ = QStringLiteral("messages.tsv: ") + row[0];
        meaning.passing = row[1] == QStringLiteral("machine") || row[1] == QStringLiteral("follows");
        if (!meaning.passing)
            meaning.codes = row[1].split(u',');
        meanings_ << meaning;
    }
    for (const auto &row : rowsOf(folder, QStringLiteral("disagreements.tsv"), 4, error_)) {
        if (row[3].size() < 10)
            error_ = QStringLiteral("disagreements.tsv: no explanation: ") + row.join(u' ');
        explained_ << Explanation{row[0], row[1], QRegularExpression(row[2]), row.join(u'\t')};
    }
}

const KeepalivedOracle::Meaning *KeepalivedOracle::meaningOf(const QString &message) const
{
    const auto found = std::find_if(meanings_.begin(), meanings_.end(),
                                    [&](const auto &one) { return message.contains(one.pattern); });
    return found == meanings_.end() ? nullptr : &*found;
}

QList<Disagreement> KeepalivedOracle::compare(const QString &file, const KeepalivedVerdict &verdict,
                                              const config::LoadedNode &node) const
{
    QSet<QString> ours;
    QSet<QString> ourErrors;
    for (const auto &one : node.diagnostics) {
        const auto code = QString::fromStdString(one.code);
        ours << code;
        if (one.severity == Severity::Error)
            ourErrors << code;
    }
    QList<Disagreement> out;
    QSet<QString> said;
    QSet<QString> backed;
    for (const auto &message : verdict.messages) {
        const auto *meaning = meaningOf(message);
        const auto codes = meaning ? meaning->codes : QStringList();
        for (const auto &code : codes)
            backed << code;
        if ((meaning && meaning->passing) || wasDropped(message, verdict.messages))
            continue;
        const bool answered =
            std::any_of(codes.begin(), codes.end(), [&](const auto &code) { return ours.contains(code); });
        static const QRegularExpression place("^\\([^)]*Line \\d+\\) *");
        const auto plain = QString(message).remove(place);
        if (!answered && !said.contains(plain)) {
            said << plain;
            out << Disagreement{file, QStringLiteral("keepalived"),
                                (meaning ? QString() : QStringLiteral("(no meaning) ")) + plain};
        }
    }
    auto alone = QStringList((ourErrors - backed).values());
    alone.sort();
    for (const auto &code : alone)
        out << Disagreement{file, QStringLiteral("we"), code};
    return out;
}

QStringList KeepalivedOracle::unexplained(const QList<Disagreement> &all, const QStringList &files) const
{
    QStringList out;
    QSet<QString> used;
    for (const auto &one : all) {
        const auto why = std::find_if(explained_.begin(), explained_.end(), [&](const auto &each) {
            return each.file == one.file && each.side == one.side && one.what.contains(each.what);
        });
        if (why == explained_.end())
            out << QStringLiteral("not explained: ") + one.key();
        else
            used << why->line;
    }
    for (const auto &each : explained_) {
        if (files.contains(each.file) && !used.contains(each.line))
            out << QStringLiteral("explained, but not so any more: ") + each.line;
    }
    return out;
}

} // namespace twinhelm::test
