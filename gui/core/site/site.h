#pragma once

#include <memory>

#include <QFileSystemWatcher>
#include <QHash>
#include <QList>
#include <QObject>

#include "common/base/result.h"
#include "gui/core/site/site_file.h"
#include "gui/core/site/site_types.h"

namespace twinhelm::desk
{

/// A site folder: site.toml (nodes, clusters) and clusters/<name>.conf.
///
/// Reading and writing are synchronous and atomic (QSaveFile); comments and unknown keys of site.toml stay.
/// Errors come as Result with file and line. When a file is changed by somebody else a signal tells so; nothing is
/// reloaded behind the user's back. Threading: the GUI thread.
class Site : public QObject
{
    Q_OBJECT

public:
    /// Opens an existing site folder (the folder itself or its site.toml).
    [[nodiscard]] static Result<std::unique_ptr<Site>> open(const QString &folder);
    /// Makes site.toml and clusters/ in a new or empty folder.
    [[nodiscard]] static Result<std::unique_ptr<Site>> create(const QString &folder, const QString &name);

    [[nodiscard]] QString folder() const { return folder_; }
    [[nodiscard]] QString name() const { return content_.name; }
    [[nodiscard]] const QList<SiteNode> &nodes() const { return content_.nodes; }
    [[nodiscard]] const QList<SiteCluster> &clusters() const { return content_.clusters; }
    [[nodiscard]] const SiteNode *node(const QString &name) const;
    [[nodiscard]] const SiteCluster *cluster(const QString &name) const;
    /// The cluster a node belongs to; nullptr when it is in none.
    [[nodiscard]] const SiteCluster *clusterOf(const QString &node) const;

    /// Adds the node or replaces the one of the same name. Written to disk at once.
    [[nodiscard]] Result<void> putNode(const SiteNode &node);
    [[nodiscard]] Result<void> removeNode(const QString &name);
    /// Makes a cluster with its text, and entries (host = name) for those of its nodes the site does not have yet.
    /// `file` may be empty: clusters/NAME.conf; it must not exist.
    [[nodiscard]] Result<void> addCluster(const SiteCluster &cluster, const QByteArray &text);
    /// Adds or replaces the entry of a cluster, not its file.
    [[nodiscard]] Result<void> putCluster(SiteCluster cluster);
    /// Takes the entry out; the file stays.
    [[nodiscard]] Result<void> removeCluster(const QString &name);

    [[nodiscard]] QString clusterPath(const QString &cluster) const;
    [[nodiscard]] Result<QByteArray> readCluster(const QString &cluster) const;
    [[nodiscard]] Result<void> writeCluster(const QString &cluster, const QByteArray &text);

    /// Reads site.toml again after an external change.
    [[nodiscard]] Result<void> reload();

signals:
    /// Nodes or clusters differ from before, through this object or through reload().
    void changed();
    /// Somebody else wrote site.toml.
    void changedOnDisk();
    /// Somebody else wrote (or removed) the file of a cluster.
    void clusterChangedOnDisk(const QString &cluster);

private:
    explicit Site(QString folder);
    [[nodiscard]] QString siteFilePath() const;
    Result<void> load();
    Result<void> store(const SiteFile &file);
    void watchFiles();
    void onFileChanged(const QString &path);

    QString folder_;
    SiteFile file_;
    SiteContent content_;
    QFileSystemWatcher watcher_;
    mutable QHash<QString, QByteArray> known_; ///< path -> what we last read or wrote; tells our writes from others'
};

} // namespace twinhelm::desk
