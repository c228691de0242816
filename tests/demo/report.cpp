#include "tests/demo/report.h"

#include <QJsonArray>

namespace twinhelm::demo
{

QJsonObject PairReport::toJson() const
{
    return {
        {QStringLiteral("pair"), pair},
        {QStringLiteral("ok"), failure.isEmpty()},
        {QStringLiteral("failure"), failure},
        {QStringLiteral("priority_edited"),
         QJsonObject{{QStringLiteral("from"), QJsonArray::fromStringList(prioritiesBefore)},
                     {QStringLiteral("to"), QJsonArray::fromStringList(prioritiesAfter)}}},
        {QStringLiteral("master_before"), masterBefore},
        {QStringLiteral("master_after"), masterAfter},
        {QStringLiteral("vip_outage_ms"), outageMs},
        {QStringLiteral("longest_silence_ms"), longestSilenceMs},
        {QStringLiteral("desk"), desk},
    };
}

} // namespace twinhelm::demo
