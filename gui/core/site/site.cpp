#include "gui/core/site/site.h"

#include <algorithm>

#include <QDir>
#include <QFileInfo>

#include "gui/core/base/file.h"
#include "gui/core/base/qt_text.h"

namespace twinhelm::desk
{

namespace
{

template<typename T>
const T *byName(const QList<T> &all, const QString &name)
{
    const auto found = std::find_if(all.begin(), all.end(), [&](const T &each) { return each.name == name; });
    return found == all.end() ? nullptr : &*found;
}

tl::unexpected<Error> badName(const QString &name)
{
    return fail(
        "D0506", toStd(Site::tr("\"%1\" cannot be the name of a node or cluster.").arg(name)),
        toStd(Site::tr("Use letters, digits, '-', '_' and '.': it becomes a file name and keepalived's config id.")));
}

} // namespace

Site::Site(QString folder) : folder_(std::move(folder))
{
    connect(&watcher_, &QFileSystemWatcher::fileChanged, this, &Site::onFileChanged);
    // An atomic save replaces the file, which drops the watch on it; its folder still tells.
    connect(&watcher_, &QFileSystemWatcher::directoryChanged, this, [this] {
        const auto paths = known_.keys();
        for (const auto &path : paths)
            onFileChanged(path);
    });
}

Result<std::unique_ptr<Site>> Site::open(const QString &folder)
{
    const QFileInfo given(folder);
    std::unique_ptr<Site> site(new Site(given.isFile() ? given.absolutePath() : QDir(folder).absolutePath()));
    if (!QFileInfo::exists(site->siteFilePath()))
        return fail("D0504", toStd(tr("%1 is not a site folder: it has no site.toml.").arg(site->folder_)),
                    toStd(tr("Choose another folder, or make a new site there.")));
    if (auto loaded = site->load(); !loaded)
        return tl::unexpected<Error>(loaded.error());
    return site;
}

Result<std::unique_ptr<Site>> Site::create(const QString &folder, const QString &name)
{
    const QDir dir(folder);
    if (dir.exists(QStringLiteral("site.toml")))
        return fail("D0505", toStd(tr("%1 is a site already.").arg(dir.absolutePath())),
                    toStd(tr("Open it, or choose another folder.")));
    std::unique_ptr<Site> site(new Site(dir.absolutePath()));
    if (auto stored = site->store(SiteFile::fresh(name)); !stored)
        return tl::unexpected<Error>(stored.error());
    if (!QDir().mkpath(dir.absoluteFilePath(QStringLiteral("clusters"))))
        return fail("D0512", toStd(tr("%1 cannot be made.").arg(dir.absoluteFilePath(QStringLiteral("clusters")))));
    site->watchFiles();
    return site;
}

QString Site::siteFilePath() const
{
    return QDir(folder_).absoluteFilePath(QStringLiteral("site.toml"));
}

const SiteNode *Site::node(const QString &name) const
{
    return byName(content_.nodes, name);
}

const SiteCluster *Site::cluster(const QString &name) const
{
    return byName(content_.clusters, name);
}

const SiteCluster *Site::clusterOf(const QString &node) const
{
    for (const auto &each : content_.clusters) {
        if (each.nodes.contains(node))
            return &each;
    }
    return nullptr;
}

Result<void> Site::load()
{
    const auto bytes = readFile(siteFilePath());
    if (!bytes)
        return tl::unexpected<Error>(bytes.error());
    SiteFile file(*bytes);
    auto content = file.read(siteFilePath());
    if (!content)
        return tl::unexpected<Error>(content.error());
    if (content->name.isEmpty())
        content->name = QDir(folder_).dirName();
    known_.insert(siteFilePath(), *bytes);
    file_ = std::move(file);
    content_ = std::move(*content);
    watchFiles();
    return {};
}

Result<void> Site::store(const SiteFile &file)
{
    auto content = file.read(siteFilePath());
    if (!content)
        return tl::unexpected<Error>(content.error());
    if (auto written = writeFile(siteFilePath(), file.text()); !written)
        return written;
    if (content->name.isEmpty())
        content->name = QDir(folder_).dirName();
    known_.insert(siteFilePath(), file.text());
    file_ = file;
    content_ = std::move(*content);
    watchFiles();
    emit changed();
    return {};
}

Result<void> Site::reload()
{
    if (auto loaded = load(); !loaded)
        return loaded;
    emit changed();
    return {};
}

Result<void> Site::putNode(const SiteNode &node)
{
    if (!isPlainName(node.name))
        return badName(node.name);
    const auto file = file_.withNode(node);
    return file ? store(*file) : Result<void>(tl::unexpected<Error>(file.error()));
}

Result<void> Site::removeNode(const QString &name)
{
    if (const auto *cluster = clusterOf(name))
        return fail("D0507", toStd(tr("Node %1 is still in cluster %2.").arg(name, cluster->name)),
                    toStd(tr("Take it out of the cluster first.")));
    const auto file = file_.withoutNode(name);
    return file ? store(*file) : Result<void>(tl::unexpected<Error>(file.error()));
}

Result<void> Site::putCluster(SiteCluster cluster)
{
    if (!isPlainName(cluster.name))
        return badName(cluster.name);
    if (cluster.file.isEmpty())
        cluster.file = QStringLiteral("clusters/%1.conf").arg(cluster.name);
    const auto file = file_.withCluster(cluster);
    return file ? store(*file) : Result<void>(tl::unexpected<Error>(file.error()));
}

Result<void> Site::addCluster(const SiteCluster &cluster, const QByteArray &text)
{
    auto entry = cluster;
    if (entry.file.isEmpty())
        entry.file = QStringLiteral("clusters/%1.conf").arg(entry.name);
    for (const auto &name : QStringList{entry.name} + entry.nodes) {
        if (!isPlainName(name))
            return badName(name);
    }
    const auto path = QDir(folder_).absoluteFilePath(entry.file);
    if (QFileInfo::exists(path))
        return fail("D0509", toStd(tr("%1 exists already.").arg(path)),
                    toStd(tr("Choose another name for the cluster, or move that file away.")));
    auto file = file_;
    for (const auto &name : entry.nodes) {
        if (node(name))
            continue;
        SiteNode fresh;
        fresh.name = fresh.host = name;
        auto with = file.withNode(fresh);
        if (!with)
            return tl::unexpected<Error>(with.error());
        file = *with;
    }
    // The text first: an entry without its file would be a site that cannot be opened.
    if (auto written = writeFile(path, text); !written)
        return written;
    known_.insert(path, text);
    const auto with = file.withCluster(entry);
    return with ? store(*with) : Result<void>(tl::unexpected<Error>(with.error()));
}

Result<void> Site::removeCluster(const QString &name)
{
    const auto file = file_.withoutCluster(name);
    return file ? store(*file) : Result<void>(tl::unexpected<Error>(file.error()));
}

QString Site::clusterPath(const QString &cluster) const
{
    const auto *found = this->cluster(cluster);
    return found ? QDir(folder_).absoluteFilePath(found->file) : QString();
}

Result<QByteArray> Site::readCluster(const QString &cluster) const
{
    const auto path = clusterPath(cluster);
    if (path.isEmpty())
        return fail("D0508", toStd(tr("The site has no cluster %1.").arg(cluster)));
    auto bytes = readFile(path);
    if (bytes)
        known_.insert(path, *bytes);
    return bytes;
}

Result<void> Site::writeCluster(const QString &cluster, const QByteArray &text)
{
    const auto path = clusterPath(cluster);
    if (path.isEmpty())
        return fail("D0508", toStd(tr("The site has no cluster %1.").arg(cluster)));
    // Known before it is written: the watcher may fire in between.
    const auto before = known_.value(path);
    known_.insert(path, text);
    auto written = writeFile(path, text);
    if (!written)
        known_.insert(path, before);
    watchFiles();
    return written;
}

void Site::watchFiles()
{
    QStringList paths{folder_, siteFilePath()};
    for (const auto &each : content_.clusters) {
        const auto path = clusterPath(each.name);
        paths << path << QFileInfo(path).absolutePath();
    }
    const auto watched = watcher_.files() + watcher_.directories();
    for (const auto &path : std::as_const(paths)) {
        if (!watched.contains(path) && QFileInfo::exists(path))
            watcher_.addPath(path);
    }
}

void Site::onFileChanged(const QString &path)
{
    watchFiles();
    if (!known_.contains(path))
        return;
    const auto bytes = readFile(path).value_or(QByteArray());
    if (known_.value(path) == bytes)
        return;
    known_.insert(path, bytes);
    if (path == siteFilePath()) {
        emit changedOnDisk();
        return;
    }
    for (const auto &each : std::as_const(content_.clusters)) {
        if (clusterPath(each.name) == path)
            emit clusterChangedOnDisk(each.name);
    }
}

} // namespace twinhelm::desk
