#include "tests/lab/authority.h"

namespace fs = std::filesystem;

namespace twinhelm::lab
{

namespace
{

const std::vector<std::string> newKey{"openssl", "req", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-256",
                                      "-nodes"};

std::vector<std::string> with(std::vector<std::string> first, const std::vector<std::string> &rest)
{
    first.insert(first.end(), rest.begin(), rest.end());
    return first;
}

} // namespace

Authority::Authority(Lab &lab, const std::string &name) : lab_(lab), folder_(lab.folder() / name)
{
    fs::create_directories(folder_);
    lab_.client().must(with(
        newKey, {"-x509", "-days", "2", "-subj", "/CN=" + name, "-keyout", folder_ / "ca.key", "-out", certificate()}));
}

Authority::Papers Authority::sign(const std::string &name, const std::string &subject, const std::string &extensions,
                                  int days)
{
    const Papers papers{folder_ / (name + ".key"), folder_ / (name + ".crt")};
    const auto request = folder_ / (name + ".csr");
    const auto extensionFile = folder_ / (name + ".ext");
    writeWholeFile(extensionFile, extensions);
    lab_.client().must(with(newKey, {"-subj", subject, "-keyout", papers.key, "-out", request}));
    lab_.client().must({"openssl", "x509", "-req", "-in", request, "-CA", certificate(), "-CAkey", folder_ / "ca.key",
                        "-CAcreateserial", "-days", std::to_string(days), "-extfile", extensionFile, "-out",
                        papers.certificate});
    return papers;
}

Authority::Papers Authority::client(const std::string &name, const std::string &role, int days)
{
    return sign(name, "/OU=" + role + "/CN=" + name, "extendedKeyUsage=clientAuth\n", days);
}

void Authority::enrol(Node &node, const std::string &address, const std::string &stateDir)
{
    const auto papers =
        sign(node.name(), "/CN=" + node.name(),
             "extendedKeyUsage=serverAuth\nsubjectAltName=DNS:" + node.name() + ",IP:" + address + "\n", 1);
    node.writeFile(stateDir + "/tls/node.key", readWholeFile(papers.key), 0600);
    node.writeFile(stateDir + "/tls/ca.crt", readWholeFile(certificate()));
    node.writeFile(stateDir + "/tls/node.crt", readWholeFile(papers.certificate));
}

} // namespace twinhelm::lab
