#include "common/config/model/blocks.h"
#include "common/config/model/build.h"
#include "common/config/schema/names.h"

namespace twinhelm::config::model
{

namespace names = schema::names;

const FieldTable<BfdInstance> &bfdInstanceFields()
{
    using S = BfdInstance;
    static const FieldTable<S> table(
        names::bfdInstance,
        {
            inherited<&S::source>(names::sourceIp),
            inherited<&S::neighbour>(names::neighborIp),
            timed<takeMilliseconds, milliseconds, &S::leastReceive>(names::minRx),
            timed<takeMilliseconds, milliseconds, &S::leastTransmit>(names::minTx),
            timed<takeMilliseconds, milliseconds, &S::idleTransmit>(names::idleTx),
            field<&S::multiplier>(names::multiplier),
            flag<&S::passive>(names::passive),
            inherited<&S::timeToLive>(names::ttl),
            field<&S::mostHops>(names::maxHops),
            field<&S::multihop>(names::multihop),
            {names::weight, [](S &s, const Statement &from) { takeWeight(s.weight, s.reverse, from); },
             [](const S &s, std::string_view name, Outline &out) { showWeight(out, name, s.weight, *s.reverse); }},
            flag<&S::forVrrp>(names::vrrp),
            flag<&S::forChecker>(names::checker),
        });
    return table;
}

BfdInstance readBfdInstance(const Statement &block)
{
    BfdInstance bfd;
    bfd.range = block.line().range();
    take(bfd.name, block);
    bfdInstanceFields().readAll(bfd, block);
    return bfd;
}

} // namespace twinhelm::config::model
