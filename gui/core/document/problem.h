#pragma once

#include <QList>
#include <QString>
#include <QStringList>

#include "common/diagnostics/diagnostic.h"

namespace twinhelm::desk
{

/// A place in a configuration, ready to be shown and jumped to.
struct Place {
    QString file;         ///< empty: the document itself
    int line = 1;         ///< one-based
    int column = 1;       ///< one-based, in characters
    qsizetype begin = -1; ///< bytes in the document; -1 when the place is in an included file
    qsizetype end = -1;

    [[nodiscard]] bool inDocument() const { return begin >= 0; }
    friend bool operator==(const Place &, const Place &) = default;
};

struct ProblemNote {
    Place place;
    QString message;

    friend bool operator==(const ProblemNote &, const ProblemNote &) = default;
};

/// One diagnostic as the desk shows it. The same finding on several nodes is one problem with several nodes.
struct Problem {
    QString code;
    Severity severity = Severity::Error;
    QString message;
    Place place;
    QStringList nodes; ///< empty: holds for every node of the cluster
    QList<ProblemNote> notes;
    std::vector<Fix> fixes; ///< edits apply to the text the problem was found in

    [[nodiscard]] bool sameFinding(const Problem &other) const
    {
        return code == other.code && severity == other.severity && message == other.message && place == other.place;
    }
};

} // namespace twinhelm::desk
