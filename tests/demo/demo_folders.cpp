#include "tests/demo/demo_folders.h"

#include <stdexcept>

#include <QFile>

namespace twinhelm::demo
{

namespace
{

QDir fresh(const QDir &root, const QString &name)
{
    QDir dir(root.filePath(name));
    dir.removeRecursively();
    if (!root.mkpath(name))
        throw std::runtime_error("cannot make the folder " + dir.path().toStdString());
    return dir;
}

void write(const QString &path, const std::string &text)
{
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(QByteArray::fromStdString(text)) < 0)
        throw std::runtime_error("cannot write " + path.toStdString());
    file.setPermissions(QFile::ReadOwner | QFile::WriteOwner);
}

} // namespace

DemoFolders DemoFolders::make(const QDir &root, DemoPair &pair)
{
    root.mkpath(QStringLiteral("."));
    DemoFolders out{root,
                    fresh(root, QStringLiteral("desk")),
                    fresh(root, QStringLiteral("ssh")),
                    QDir(root.filePath(QStringLiteral("site"))),
                    fresh(root, QStringLiteral("files")),
                    fresh(root, QStringLiteral("screenshots"))};
    out.site.removeRecursively();
    write(out.ssh.filePath(QStringLiteral("config")), "Host *\n    IdentityFile " + pair.sshKey().string() + "\n");
    for (const auto &node : {pair.lab().options().lb1.name, pair.lab().options().lb2.name})
        write(out.files.filePath(QString::fromStdString(node) + QStringLiteral(".conf")), pair.configOf(node));
    return out;
}

void DemoFolders::trustHosts(DemoPair &pair) const
{
    write(ssh.filePath(QStringLiteral("known_hosts")), pair.knownHosts());
}

} // namespace twinhelm::demo
