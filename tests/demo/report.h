#pragma once

#include <QJsonObject>
#include <QString>
#include <QStringList>

namespace twinhelm::demo
{

/// What one pair went through, as it stands in report.json.
struct PairReport {
    QString pair;                 ///< "keepalived with nginx (seed 000)"
    QStringList prioritiesBefore; ///< of lb01 and lb02
    QStringList prioritiesAfter;
    QString masterBefore; ///< by the kernels' addresses
    QString masterAfter;  ///< by the kernels' addresses
    double outageMs = -1; ///< as the client saw it: last answer of the old node to first answer of the new one
    double longestSilenceMs = -1;
    QJsonObject desk; ///< what the window said afterwards: verdict, lamps, VIP, deploy result
    QString failure;  ///< empty: all went well

    [[nodiscard]] QJsonObject toJson() const;
};

} // namespace twinhelm::demo
