#pragma once

#include <filesystem>
#include <string>

#include "tests/lab/lab.h"

namespace twinhelm::lab
{

/// A certificate authority of a test, made with the openssl program, so that no code of the product vouches for itself.
class Authority
{
public:
    /// Files go to <lab folder>/<name>.
    Authority(Lab &lab, const std::string &name);

    struct Papers {
        std::filesystem::path key;
        std::filesystem::path certificate;
    };
    /// A client's certificate; `role` becomes the OU. `days` -1: it ended yesterday.
    Papers client(const std::string &name, const std::string &role, int days = 1);
    /// Makes a node's certificate and puts it, its key and ours into <stateDir>/tls of the node.
    void enrol(Node &node, const std::string &address, const std::string &stateDir = "/var/lib/twinhelm");
    [[nodiscard]] std::filesystem::path certificate() const { return folder_ / "ca.crt"; }

private:
    Papers sign(const std::string &name, const std::string &subject, const std::string &extensions, int days);

    Lab &lab_;
    std::filesystem::path folder_;
};

} // namespace twinhelm::lab
