#include "gui/core/import/import_preview.h"

#include <algorithm>

#include <QFileInfo>
#include <QSet>

#include "common/cluster/merge.h"
#include "common/cluster/split.h"
#include "gui/core/base/file.h"
#include "gui/core/base/qt_text.h"
#include "gui/core/import/differing_lines.h"

namespace twinhelm::desk
{

namespace
{

/// lb01.conf -> lb01; lb01/keepalived.conf -> lb01.
QString proposedNode(const QString &path)
{
    const QFileInfo file(path);
    const auto base = file.completeBaseName();
    return base == u"keepalived" ? QFileInfo(file.absolutePath()).fileName() : base;
}

Problem asProblem(const Diagnostic &diagnostic, const QList<ImportPreview::Source> &sources)
{
    Problem problem;
    problem.code = toQt(diagnostic.code);
    problem.severity = diagnostic.severity;
    problem.message = toQt(diagnostic.message);
    problem.nodes = QStringList(toQt(diagnostic.node));
    const auto source = std::find_if(sources.begin(), sources.end(),
                                     [&](const auto &each) { return each.node == problem.nodes.front(); });
    if (source == sources.end())
        return problem;
    const auto before = source->bytes.left(diagnostic.range.begin);
    problem.place.file = source->origin;
    problem.place.line = static_cast<int>(before.count('\n')) + 1;
    problem.place.column = static_cast<int>(QString::fromUtf8(before.mid(before.lastIndexOf('\n') + 1)).size()) + 1;
    return problem;
}

} // namespace

ImportPreview::ImportPreview(QObject *parent) : QObject(parent) {}

Result<void> ImportPreview::addFile(const QString &path, const QString &node)
{
    auto bytes = readFile(path);
    if (!bytes)
        return tl::unexpected<Error>(bytes.error());
    addBytes(node.isEmpty() ? proposedNode(path) : node, path, *bytes);
    return {};
}

void ImportPreview::addBytes(const QString &node, const QString &origin, const QByteArray &bytes)
{
    sources_ << Source{node, origin, bytes};
    recompute();
}

void ImportPreview::remove(int index)
{
    if (index < 0 || index >= sources_.size())
        return;
    sources_.removeAt(index);
    recompute();
}

void ImportPreview::renameNode(int index, const QString &node)
{
    if (index < 0 || index >= sources_.size() || sources_[index].node == node)
        return;
    sources_[index].node = node;
    recompute();
}

QStringList ImportPreview::nodes() const
{
    QStringList names;
    for (const auto &source : sources_)
        names << source.node;
    return names;
}

QString ImportPreview::blocker() const
{
    if (sources_.isEmpty())
        return tr("Choose the keepalived.conf of each node.");
    QSet<QString> seen;
    for (const auto &source : sources_) {
        if (!isPlainName(source.node))
            return tr("\"%1\" cannot be the name of a node. Use letters, digits, '-', '_' and '.'.").arg(source.node);
        if (seen.contains(source.node))
            return tr("Two files are for node %1. Give one another name.").arg(source.node);
        seen.insert(source.node);
    }
    for (const auto &problem : problems_) {
        if (problem.severity == Severity::Error)
            return problem.message;
    }
    return {};
}

void ImportPreview::recompute()
{
    merged_.clear();
    problems_.clear();
    differing_.clear();
    sharedLines_ = 0;
    if (!sources_.isEmpty() && blocker().isEmpty()) {
        std::vector<cluster::NodeText> texts;
        for (const auto &source : std::as_const(sources_))
            texts.push_back({toStd(source.node), source.bytes.toStdString()});
        const auto merged = cluster::merge(texts);
        merged_ = toBytes(merged.text);
        for (const auto &diagnostic : merged.diagnostics)
            problems_ << asProblem(diagnostic, sources_);
        const auto compared = compareNodes(merged_, nodes());
        sharedLines_ = compared.shared;
        differing_ = compared.differing;
    }
    emit changed();
}

Result<void> ImportPreview::commit(Site &site, const QString &cluster) const
{
    if (const auto why = blocker(); !why.isEmpty())
        return fail("D0701", toStd(why));
    if (site.cluster(cluster))
        return fail("D0702", toStd(tr("The site has a cluster %1 already.").arg(cluster)),
                    toStd(tr("Choose another name; the one there is not touched.")));
    for (const auto &source : sources_) {
        if (const auto *other = site.clusterOf(source.node))
            return fail("D0703", toStd(tr("Node %1 is in cluster %2 already.").arg(source.node, other->name)),
                        toStd(tr("Give the node another name, or remove that cluster first.")));
    }
    return site.addCluster(SiteCluster{cluster, {}, nodes()}, merged_);
}

Result<void> exportToFile(const QByteArray &clusterText, const QString &node, const QString &path)
{
    return writeFile(path, exportForNode(clusterText, node));
}

QByteArray exportForNode(const QByteArray &clusterText, const QString &node)
{
    return toBytes(cluster::splitFor(view(clusterText), toStd(node)));
}

} // namespace twinhelm::desk
