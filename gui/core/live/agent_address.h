#pragma once

#include <QString>

namespace twinhelm::desk
{

/// Where an agent answers. Its certificate must carry the name `node`.
struct AgentAddress {
    QString node;
    QString host;
    int port = 7443;

    [[nodiscard]] QString label() const
    {
        const bool v6 = host.contains(u':');
        return QStringLiteral("%1 (%2%3%4:%5)").arg(node, v6 ? u"[" : u"", host, v6 ? u"]" : u"").arg(port);
    }
    friend bool operator==(const AgentAddress &, const AgentAddress &) = default;
};

} // namespace twinhelm::desk
