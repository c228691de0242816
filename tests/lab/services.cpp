#include "tests/lab/services.h"

#include <arpa/inet.h>
#include <netinet/in.h>
#include <sys/socket.h>
#include <unistd.h>

#include <stdexcept>

#include "tests/lab/engine.h"

namespace fs = std::filesystem;

namespace twinhelm::lab
{

namespace
{

constexpr auto hostKey = "/etc/ssh/ssh_host_ed25519_key";

Process startServer(Node &node, const std::vector<std::string> &argv, const std::string &log, int port)
{
    auto process = node.start(argv, log);
    if (!eventually([&] { return acceptsTcp(node, "127.0.0.1", port) || !process.running(); }, Millis(5000)) ||
        !process.running())
        throw std::runtime_error(node.name() + ": " + argv.front() + " does not answer on port " +
                                 std::to_string(port) + ": " + process.output());
    return process;
}

void makeKey(const fs::path &file, Node &where)
{
    where.must({"ssh-keygen", "-q", "-t", "ed25519", "-N", "", "-C", "lab", "-f", file.string()});
}

/// sshd without PAM turns away whoever's password field begins with "!", even with a key.
void unlockRoot(Node &node)
{
    auto shadow = node.readFile("/etc/shadow");
    const auto field = shadow.find("root:");
    if (field == std::string::npos || shadow.compare(field + 5, 1, "!") != 0)
        return;
    shadow[field + 5] = '*';
    node.writeFile("/run/lab-shadow", shadow, 0600);
    node.must({"mount", "--bind", "/run/lab-shadow", "/etc/shadow"});
}

} // namespace

bool acceptsTcp(const Node &from, const std::string &address, int port)
{
    bool accepted = false;
    from.inNetwork([&] {
        const int fd = socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
        sockaddr_in to = {};
        to.sin_family = AF_INET;
        to.sin_port = htons(static_cast<std::uint16_t>(port));
        inet_pton(AF_INET, address.c_str(), &to.sin_addr);
        const timeval limit{1, 0};
        setsockopt(fd, SOL_SOCKET, SO_SNDTIMEO, &limit, sizeof limit);
        accepted = connect(fd, reinterpret_cast<const sockaddr *>(&to), sizeof to) == 0;
        close(fd);
    });
    return accepted;
}

Process startWebServer(Node &node, const std::string &page)
{
    node.writeFile("/etc/nginx/conf.d/www.conf", "server {\n    listen 80;\n    server_name www.mysun.com;\n"
                                                 "    location / {\n        root /code;\n        index index.html;\n"
                                                 "    }\n}\n");
    node.writeFile("/code/index.html", page);
    return startServer(node, {"nginx", "-g", "daemon off;"}, "nginx", 80);
}

Process startReverseProxy(Node &node, const std::vector<std::string> &backends)
{
    std::string text = "upstream web_pools {\n";
    for (const auto &backend : backends)
        text += "    server " + backend + ";\n";
    text += "}\nserver {\n    listen 80;\n    server_name www.mysun.com;\n    location / {\n"
            "        proxy_pass http://web_pools;\n        include proxy_params;\n    }\n}\n";
    node.writeFile("/etc/nginx/conf.d/proxy.conf", text);
    return startServer(node, {"nginx", "-g", "daemon off;"}, "nginx", 80);
}

fs::path labKey(Lab &lab)
{
    auto file = lab.folder() / "id_ed25519";
    if (!fs::exists(file))
        makeKey(file, lab.client());
    return file;
}

Process startSshServer(Lab &lab, Node &node)
{
    node.writeFile("/etc/ssh/authorized_keys", readWholeFile(labKey(lab).string() + ".pub"));
    makeKey(hostKey, node);
    unlockRoot(node);
    const auto programs = fs::path(ownProgram("twinhelmctl")).parent_path().string();
    node.writeFile("/etc/ssh/sshd_config",
                   std::string("Port 22\nPidFile /run/sshd.pid\nUsePAM no\nUseDNS no\nStrictModes no\nHostKey ") +
                       hostKey +
                       "\nAuthorizedKeysFile /etc/ssh/authorized_keys\nPermitRootLogin yes\n"
                       "PasswordAuthentication no\nSubsystem sftp internal-sftp\nSetEnv PATH=" +
                       programs + ":/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin\n");
    fs::create_directories(node.outside("/run/sshd"));
    return startServer(node, {"/usr/sbin/sshd", "-D", "-e"}, "sshd", 22);
}

std::string knownHostLine(const Node &node, const std::string &address)
{
    const auto line = node.readFile(std::string(hostKey) + ".pub");
    return address + " " + line.substr(0, line.find('\n')) + "\n";
}

} // namespace twinhelm::lab
