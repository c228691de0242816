#pragma once

#include <string>
#include <vector>

#include <QRegularExpression>
#include <QStringList>

#include "common/config/load.h"

namespace twinhelm::test
{

/// What `keepalived -t` said of a file: its complaints, each a line of the log.
struct KeepalivedVerdict {
    int rc = 0;
    QStringList messages;
};

/// Where we and keepalived say different things about one file.
struct Disagreement {
    QString file;
    QString side; ///< "keepalived": it complains and we do not; "we": the other way round, for errors only
    QString what; ///< its message, or our code

    [[nodiscard]] QString key() const { return file + '\t' + side + '\t' + what; }
};

/// Compares keepalived's complaints with our findings, by tests/data/oracle/messages.tsv (which message means which
/// of our codes) and tests/data/oracle/disagreements.tsv (where we differ, and why).
class KeepalivedOracle
{
public:
    /// `folder`: where the tables are. `error()` says what is wrong with them; empty: nothing.
    explicit KeepalivedOracle(const QString &folder);
    [[nodiscard]] const QString &error() const { return error_; }

    /// Every complaint that no finding of ours answers, and every error of ours that no complaint backs.
    [[nodiscard]] QList<Disagreement> compare(const QString &file, const KeepalivedVerdict &verdict,
                                              const config::LoadedNode &node) const;

    /// Splits disagreements into those explained and the others; explanations that nothing needs any more are
    /// reported as well. `files`: those that were looked at.
    [[nodiscard]] QStringList unexplained(const QList<Disagreement> &all, const QStringList &files) const;
    [[nodiscard]] qsizetype explained() const { return explained_.size(); }

private:
    struct Meaning {
        QRegularExpression pattern;
        QStringList codes;    ///< any of them answers the message
        bool passing = false; ///< says nothing about the file: about the machine, or after another message
    };
    struct Explanation {
        QString file;
        QString side;
        QRegularExpression what;
        QString line; ///< as it stands in the table
    };
    [[nodiscard]] const Meaning *meaningOf(const QString &message) const;

    QList<Meaning> meanings_;
    QList<Explanation> explained_;
    QString error_;
};

} // namespace twinhelm::test
