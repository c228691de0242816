// Debian's keepalived reads a merged document, with -i, as it reads the node's own file.
#include "common/cluster/merge.h"

#include <algorithm>

#include <QProcess>
#include <QRegularExpression>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QtTest>

#include "common/cluster/split.h"
#include "tests/support/cluster/corpus.h"

using namespace twinhelm;

class TestKeepalivedAgrees : public QObject
{
    Q_OBJECT

    QTemporaryDir folder_;

    /// Its exit code and messages, without file names and line numbers, in order of the alphabet.
    QStringList said(const std::string &text, const std::string &node) const
    {
        QFile file(folder_.filePath(QStringLiteral("x.conf")));
        if (!file.open(QIODevice::WriteOnly) || file.write(text.data(), qint64(text.size())) < 0)
            return {QStringLiteral("cannot write")};
        file.close();
        QProcess keepalived;
        keepalived.setProcessChannelMode(QProcess::MergedChannels);
        keepalived.start(QStringLiteral("keepalived"),
                         {QStringLiteral("-t"), QStringLiteral("-i"), QString::fromStdString(node),
                          QStringLiteral("-f"), file.fileName()});
        if (!keepalived.waitForFinished(20000))
            return {QStringLiteral("does not end")};
        auto output = QString::fromUtf8(keepalived.readAll());
        output.remove(QRegularExpression(QStringLiteral("\\([^()]*Line \\d+\\) ?")));
        auto lines = output.split(u'\n', Qt::SkipEmptyParts);
        lines.sort();
        lines.prepend(QString::number(keepalived.exitCode()));
        return lines;
    }

private slots:
    void realClusters()
    {
        if (QStandardPaths::findExecutable(QStringLiteral("keepalived")).isEmpty())
            QSKIP("KEEPALIVED IS NOT HERE: what it reads in merged documents was not compared");
        const auto files = test::realFiles();
        const auto clusters = test::realClusters(files);
        if (clusters.empty())
            QSKIP("THE CORPUS IS NOT HERE: ../shared/corpus is missing, nothing was compared");
        int compared = 0;
        for (const auto &cluster : clusters) {
            std::vector<cluster::NodeText> nodes;
            for (const auto file : cluster)
                nodes.push_back({"lb0" + std::to_string(nodes.size() + 1), files[file].text});
            const auto merged = cluster::merge(nodes);
            if (merged.text.empty())
                continue; // braces do not match
            for (const auto &one : nodes) {
                const auto wanted = said(one.text, one.node);
                QCOMPARE(said(merged.text, one.node), wanted);
                QCOMPARE(said(cluster::splitFor(merged.text, one.node), one.node), wanted);
                ++compared;
            }
        }
        qInfo("%d nodes of %zu clusters: keepalived says the same of both", compared, clusters.size());
        QVERIFY(compared > 50);
    }
};

QTEST_GUILESS_MAIN(TestKeepalivedAgrees)
#include "tst_keepalived_agrees.moc"
