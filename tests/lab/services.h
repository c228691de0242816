#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "tests/lab/lab.h"

namespace twinhelm::lab
{

/// nginx that serves one page, as the web servers of seed 000. Returns when it answers.
Process startWebServer(Node &node, const std::string &page);
/// nginx as reverse proxy in front of web servers, as the balancers of seed 000. Returns when it answers.
Process startReverseProxy(Node &node, const std::vector<std::string> &backends);

/// A key pair of the lab (ed25519, no passphrase), made at the first call.
std::filesystem::path labKey(Lab &lab);
/// A real sshd on port 22 of the host: own host key, root may enter with labKey(), our programs are in PATH.
/// Returns when it answers.
Process startSshServer(Lab &lab, Node &node);
/// "10.0.0.5 ssh-ed25519 AAAA...": the host's line for a known_hosts file.
std::string knownHostLine(const Node &node, const std::string &address);

/// Whether somebody accepts TCP connections there, asked from inside the host.
bool acceptsTcp(const Node &from, const std::string &address, int port);

} // namespace twinhelm::lab
