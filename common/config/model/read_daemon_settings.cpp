#include "common/config/model/blocks.h"
#include "common/config/schema/names.h"

namespace twinhelm::config::model
{

namespace names = schema::names;

const FieldTable<DaemonSettings> &daemonFields()
{
    using S = DaemonSettings;
    static const FieldTable<S> table(
        "", {
                inherited<&S::netNamespace>(names::netNamespace),
                {names::netNamespaceIpvs, [](S &s, const Statement &from) { takeOptional(s.netNamespaceIpvs, from); },
                 [](const S &s, std::string_view name, Outline &out) {
                     if (s.netNamespaceIpvs.given)
                         show(out, name,
                              s.netNamespaceIpvs->empty() ? std::vector<Term>{}
                                                          : std::vector<Term>{term(*s.netNamespaceIpvs)});
                 }},
                flag<&S::namespaceWithIpsets>(names::namespaceWithIpsets),
                flag<&S::usePidDir>(names::usePidDir),
                inherited<&S::instance>(names::instance),
                field<&S::childWaitTime>(names::childWaitTime),
                flag<&S::linkbeatUsePolling>(names::linkbeatUsePolling),
            });
    return table;
}

} // namespace twinhelm::config::model
