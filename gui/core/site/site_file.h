#pragma once

#include <QByteArray>
#include <QList>
#include <QString>

#include "common/base/result.h"
#include "gui/core/site/site_types.h"

namespace twinhelm::desk
{

/// What site.toml says.
struct SiteContent {
    QString name;
    QList<SiteNode> nodes;
    QList<SiteCluster> clusters;
};

/// The bytes of site.toml. Changes touch the values concerned only: comments, order, unknown keys and tables stay.
/// Pure: no files. Errors name line and column.
class SiteFile
{
public:
    SiteFile() = default;
    explicit SiteFile(QByteArray text) : text_(std::move(text)) {}
    [[nodiscard]] static SiteFile fresh(const QString &siteName);

    [[nodiscard]] const QByteArray &text() const { return text_; }
    /// `fileName` is for messages only.
    [[nodiscard]] Result<SiteContent> read(const QString &fileName) const;

    [[nodiscard]] Result<SiteFile> withNode(const SiteNode &node) const;
    [[nodiscard]] Result<SiteFile> withoutNode(const QString &name) const;
    [[nodiscard]] Result<SiteFile> withCluster(const SiteCluster &cluster) const;
    [[nodiscard]] Result<SiteFile> withoutCluster(const QString &name) const;

private:
    QByteArray text_;
};

} // namespace twinhelm::desk
