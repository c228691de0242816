#pragma once

#include <vector>

#include <QByteArray>
#include <QList>
#include <QObject>
#include <QString>

#include "common/base/result.h"
#include "gui/core/document/problem.h"
#include "gui/core/import/differing_lines.h"
#include "gui/core/site/site.h"

namespace twinhelm::desk
{

/// Several keepalived.conf files on their way to become one cluster. Nothing is written before commit().
class ImportPreview : public QObject
{
    Q_OBJECT

public:
    explicit ImportPreview(QObject *parent = nullptr);

    struct Source {
        QString node;   ///< config id it will get; proposed from the file name
        QString origin; ///< file path or "ssh://lb01/etc/keepalived/keepalived.conf"
        QByteArray bytes;
    };

    [[nodiscard]] Result<void> addFile(const QString &path, const QString &node = {});
    void addBytes(const QString &node, const QString &origin, const QByteArray &bytes);
    void remove(int index);
    void renameNode(int index, const QString &node);
    [[nodiscard]] const QList<Source> &sources() const { return sources_; }
    [[nodiscard]] QStringList nodes() const;

    /// The one document they become, in @node syntax.
    [[nodiscard]] const QByteArray &merged() const { return merged_; }
    [[nodiscard]] int sharedLines() const { return sharedLines_; }
    [[nodiscard]] const QList<DifferingLine> &differing() const { return differing_; }
    [[nodiscard]] const QList<Problem> &problems() const { return problems_; }
    /// Why it cannot be committed: no source, two of one name, ... Empty when it can.
    [[nodiscard]] QString blocker() const;

    /// Makes the cluster in the site: its file, its entry, and entries for nodes the site does not have yet (host =
    /// node name until edited).
    [[nodiscard]] Result<void> commit(Site &site, const QString &cluster) const;

signals:
    void changed();

private:
    void recompute();

    QList<Source> sources_;
    QByteArray merged_;
    int sharedLines_ = 0;
    QList<DifferingLine> differing_;
    QList<Problem> problems_;
};

/// keepalived.conf for one node, as stock keepalived reads it.
[[nodiscard]] QByteArray exportForNode(const QByteArray &clusterText, const QString &node);
/// Writes it atomically.
[[nodiscard]] Result<void> exportToFile(const QByteArray &clusterText, const QString &node, const QString &path);

} // namespace twinhelm::desk
