#pragma once

#include <QString>
#include <QStringList>

namespace twinhelm::desk
{

enum class Engine { Twinhelmd, Keepalived };

/// One balancer: how to reach it and where its files lie. `[[node]]` of site.toml.
struct SiteNode {
    QString name; ///< also keepalived's config id
    QString host;
    int sshPort = 22;
    QString sshUser = QStringLiteral("root");
    QString identityFile; ///< empty: ssh-agent and the default keys
    QString proxyJump;    ///< empty: what ssh_config says
    QString apiHost;      ///< empty: host
    int apiPort = 7443;
    Engine engine = Engine::Twinhelmd;
    QString configPath = QStringLiteral("/etc/keepalived/keepalived.conf");
    QString runtimeDir = QStringLiteral("/run/twinhelm");
    QString stateDir = QStringLiteral("/var/lib/twinhelm");
    QString ctl = QStringLiteral("twinhelmctl");

    [[nodiscard]] QString effectiveApiHost() const { return apiHost.isEmpty() ? host : apiHost; }
    friend bool operator==(const SiteNode &, const SiteNode &) = default;
};

/// Nodes that share VIPs, usually two, in one file with @node lines. `[[cluster]]` of site.toml.
struct SiteCluster {
    QString name;
    QString file; ///< relative to the site folder
    QStringList nodes;

    friend bool operator==(const SiteCluster &, const SiteCluster &) = default;
};

/// Whether a name can be a node's or a cluster's: letters, digits, '-', '_', '.'; both become file names and @ids.
[[nodiscard]] bool isPlainName(const QString &name);

} // namespace twinhelm::desk
