#pragma once

#include <chrono>

#include <QString>

#include "common/base/result.h"

namespace twinhelm::desk
{

/// How to reach a node's sshd. Empty fields are taken from ~/.ssh/config (Host, HostName, User, Port, IdentityFile,
/// IdentityAgent, UserKnownHostsFile, ProxyJump, ProxyCommand), then from OpenSSH's defaults.
struct SshTarget {
    QString host; ///< name, address, or a Host alias of ssh_config
    quint16 port = 0;
    QString user;
    QString identityFile;
    QString proxyJump;      ///< [user@]host[:port][,...] as ssh -J takes it; "none" overrides ssh_config
    QString agentSocket;    ///< empty: SSH_AUTH_SOCK; "none": no agent
    QString knownHostsFile; ///< empty: <sshDir>/known_hosts
    QString sshDir;         ///< empty: ~/.ssh; holds config, known_hosts and the default keys
    std::chrono::milliseconds connectTimeout{10'000}; ///< TCP, handshake and log-in; questions to the person excluded
    std::chrono::milliseconds commandTimeout{60'000}; ///< one run(), writeFile() or readFile()

    /// What to call it in messages: root@lb01, or lb01:2222 when no user is given.
    [[nodiscard]] QString label() const;
    friend bool operator==(const SshTarget &, const SshTarget &) = default;
};

struct SiteNode;

/// How site.toml says to reach the node. Its default port means "whatever ssh_config says".
SshTarget sshTarget(const SiteNode &node);

/// Parses one hop of a ProxyJump list: [user@]host[:port], IPv6 in brackets, or ssh://user@host:port.
/// The hop inherits sshDir, knownHostsFile, agentSocket and time limits of `from`.
Result<SshTarget> parseHop(const QString &hop, const SshTarget &from);

} // namespace twinhelm::desk
